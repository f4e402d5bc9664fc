import { expect, test } from "vitest";
import { day, hour, minute } from "../store/open.js";
import { chatsOf, daily, got, inTheMorning, night, now, pass, show } from "./chats-of.js";
import { briefOf } from "./plain-engine.js";
import { item, pageOf } from "./rig.js";

test("each chat gets a story when it wants it: at once, with the next digest, or after its quiet hours", async () => {
  const both = await chatsOf({
    "telegram:1": {},
    "telegram:2": daily,
    "telegram:3": night,
    "telegram:4": { delivery: { kind: "hourly" } },
  });
  await show(both, ["Kızılay bir", "TDT iki"]);
  expect(got(both)).toEqual(["1: post Kızılay bir", "1: post TDT iki"]);
  await pass(both, now + hour);
  expect(got(both).slice(2)).toEqual(["4: digest Kızılay bir + TDT iki"]);
  await pass(both, inTheMorning - 2 * minute);
  expect(both.world.posts).toHaveLength(3);
  await pass(both, inTheMorning);
  expect(got(both).slice(2, 4)).toEqual(["2: digest Kızılay bir + TDT iki", "3: digest Kızılay bir + TDT iki"]);
  // Nothing came since: an empty digest is not sent, and nothing is told twice.
  await pass(both, inTheMorning + 2 * day);
  expect(both.world.posts).toHaveLength(5);
});

test("a lane that waits for a digest knows when it is due", async () => {
  const both = await chatsOf({ "telegram:2": daily });
  await show(both, ["Kızılay bir"]);
  expect((await both.process.deliver("telegram", now)).next).toBe(inTheMorning);
});

test("a disaster comes in quiet hours where it may", async () => {
  const both = await chatsOf(
    { "telegram:1": { ...night, disasters: true }, "telegram:2": night },
    { brief: (article) => ({ ...briefOf(article), kind: article.title.includes("deprem") ? "disaster" : "aid" }) },
  );
  await show(both, ["Kızılay deprem", "Kızılay yardım"]);
  expect(got(both)).toEqual(["1: post Kızılay deprem"]);
  await pass(both, inTheMorning);
  expect(got(both)).toEqual([
    "1: digest Kızılay yardım",
    "1: post Kızılay deprem",
    "2: digest Kızılay deprem + Kızılay yardım",
  ]);
});

test("what is not wanted, too little about its topic, or muted does not come", async () => {
  const both = await chatsOf({
    "telegram:1": { withoutKinds: ["meeting"] },
    "telegram:2": { withoutLanguages: ["tr"] },
    "telegram:3": { floor: 0.6 },
    "telegram:4": {},
    "telegram:5": {},
  });
  await both.process.store.chatSettings.mute("telegram:4", "kizilay", now + hour);
  await both.process.store.chatSettings.mute("telegram:5", "kizilay", now);
  both.world.show("guncel", [
    item(1, "Kızılay bir", { body: "Kızılay geldi." }),
    item(2, "Toplantı", { body: `${"Bölgedeki gelişmeler ele alındı. ".repeat(90)}Kızılay da geldi.` }),
  ]);
  await pass(both, now);
  expect(got(both)).toEqual(["3: post Kızılay bir", "5: post Kızılay bir", "5: post Toplantı"]);
  await show(both, ["Kızılay bir", "Toplantı", "Kızılay üç"], now + hour);
  expect(got(both)).toContain("4: post Kızılay üç");
});

test("a digest is in order of topics and relevance, without what was withdrawn, in as many parts as it needs", async () => {
  const both = await chatsOf({ "telegram:2": daily });
  const titles = Array.from({ length: 12 }, (_, index) => `Kızılay ${index + 1}`);
  await show(both, ["Toplantıda TDT", ...titles, "Açılış"]);
  both.world.page(item(3, "").link, { kind: "gone", status: 404 });
  both.world.page(item(14, "").link, pageOf(item(14, "Açılış"), "Açılışa Kızılay katıldı"));
  await both.process.readAll(now + hour);
  await pass(both, inTheMorning);
  const [first, second] = both.world.told().map((text) => text.replace("digest ", "").split(" + "));
  expect(both.world.posts).toHaveLength(2);
  expect(first).toHaveLength(10);
  expect(new Set([...(first ?? []), ...(second ?? [])])).toEqual(
    new Set(["Toplantıda TDT", ...titles.filter((title) => title !== "Kızılay 2")]),
  );
  expect([...(first ?? []), ...(second ?? [])]).toHaveLength(12);
});

test("a digest of which nothing is left is not sent", async () => {
  const both = await chatsOf({ "telegram:2": daily });
  await show(both, ["Kızılay bir"]);
  both.world.page(item(1, "").link, { kind: "gone", status: 404 });
  await both.process.readAll(now + hour);
  await pass(both, inTheMorning);
  expect(both.world.posts).toEqual([]);
});

test("a story that changes before its digest comes changed, one that changes after edits it", async () => {
  const both = await chatsOf({ "telegram:2": daily });
  const story = item(1, "Kızılay bir");
  await show(both, ["Kızılay bir"]);
  both.world.page(story.link, pageOf({ ...story, title: "Kızılay iki" }, "."));
  await both.process.readAll(now + 15 * minute);
  await pass(both, inTheMorning);
  both.world.page(story.link, pageOf({ ...story, title: "Kızılay üç" }, "."));
  await both.process.readAll(inTheMorning + day);
  await pass(both, inTheMorning + day);
  expect(got(both)).toEqual(["2: digest Kızılay iki", "2: digest Kızılay üç"]);
  expect(both.world.posts.map(({ edits }) => edits)).toEqual([null, "m1"]);
});

test("new settings bring what was collected when they say, once", async () => {
  const both = await chatsOf({ "telegram:1": daily, "telegram:2": daily, "telegram:3": daily });
  await show(both, ["Kızılay bir"]);
  const { change } = both.process.store.chatSettings;
  await change("telegram:1", "tr", { delivery: { kind: "immediate" } }, now + minute);
  await change("telegram:2", "tr", { delivery: { kind: "hourly" } }, now + minute);
  await change("telegram:3", "tr", { delivery: { kind: "daily", at: 9 * 60 } }, now + minute);
  await show(both, ["Kızılay bir", "Kızılay iki"], now + 2 * minute);
  expect(got(both)).toEqual(["1: digest Kızılay bir", "1: post Kızılay iki"]);
  await pass(both, now + hour);
  expect(got(both).slice(2)).toEqual(["2: digest Kızılay bir + Kızılay iki"]);
  await pass(both, inTheMorning + hour);
  expect(got(both).slice(3)).toEqual(["3: digest Kızılay bir + Kızılay iki"]);
});

test("what is recorded while its digest is on its way comes in one behind it", async () => {
  const both = await chatsOf({ "telegram:2": daily });
  await show(both, ["Kızılay bir"]);
  await pass(both, inTheMorning);
  // A page that was asked for before eight, and took long.
  both.world.show("guncel", [item(2, "Kızılay iki", { published: now })]);
  await both.process.poll(inTheMorning - minute);
  await both.process.readAll(inTheMorning - minute);
  await pass(both, inTheMorning + minute);
  expect(got(both)).toEqual(["2: digest Kızılay bir", "2: digest Kızılay iki"]);
});

test("a flash that seemed to be too little about a topic comes when its page was read and says more", async () => {
  const both = await chatsOf({ "telegram:1": { floor: 0.9 } });
  const flash = item(1, "Kızılay yola çıktı", { spot: "Ekipler ve Kızılay." });
  const page = pageOf(flash, "Kızılay geldi. Kızılay çadır kurdu. Kızılay yemek dağıttı. ".repeat(5));
  both.world.show("guncel", [flash]);
  both.world.page(flash.link, { kind: "failed", why: "reset", layout: false });
  await pass(both, now);
  const before = got(both).length;
  both.world.page(flash.link, page);
  await pass(both, now + minute);
  expect([before, got(both).length]).toEqual([1, 2]);
});

test("late stories come in a chat's own digest, where it has one", async () => {
  const both = await chatsOf({ "telegram:1": {}, "telegram:2": daily });
  await show(both, ["Spor"]);
  both.world.show("guncel", [item(1, "Spor"), item(2, "Kızılay iki", { published: now })]);
  const late = now + 30 * hour;
  await pass(both, late);
  expect(got(both)).toEqual(["1: digest Kızılay iki"]);
  await pass(both, late + 8 * hour);
  expect(got(both)).toEqual(["1: digest Kızılay iki", "2: digest Kızılay iki"]);
});

test("a chat that moves to one that we know takes what was collected along, and its settings", async () => {
  const both = await chatsOf({ "telegram:-1": daily, "telegram:-1001": {} });
  await show(both, ["Kızılay bir"]);
  await both.process.store.chatSettings.change("telegram:-1001", "tr", daily, now);
  await both.process.store.chats.move("telegram:-1", "telegram:-1001", now);
  await pass(both, inTheMorning);
  expect(got(both)).toEqual(["-1001: digest Kızılay bir", "-1001: post Kızılay bir"]);
});

test("a chat that moves keeps what it muted, and the heir what it follows already", async () => {
  const { process } = await chatsOf({ "telegram:-1": {}, "telegram:-1001": {} });
  const { chats, chatSettings } = process.store;
  await chatSettings.mute("telegram:-1", "kizilay", now + hour);
  await chats.move("telegram:-1", "telegram:-1001", now);
  expect(await chatSettings.mutes("telegram:-1001", now)).toEqual([]);
  await chats.move("telegram:-1001", "telegram:-1002", now);
  await chatSettings.mute("telegram:-1002", "kizilay", now + 2 * hour);
  await chats.ensure("telegram:-1003", "tr", now);
  await chats.move("telegram:-1002", "telegram:-1003", now);
  expect(await chatSettings.mutes("telegram:-1003", now)).toEqual([{ topic: "kizilay", until: now + 2 * hour }]);
});

test("what a chat collected is not lost where the heir gave up its digest of the same time", async () => {
  const both = await chatsOf({ "telegram:-1": daily, "telegram:-1001": daily });
  await show(both, ["Kızılay bir"]);
  await both.process.store.chats.lose("telegram:-1001", "the bot was removed", now);
  await both.process.store.chats.move("telegram:-1", "telegram:-1001", now);
  await pass(both, inTheMorning);
  expect(got(both)).toEqual(["-1001: digest Kızılay bir"]);
});

test("what a chat collected comes behind the heir's digest of the same time, if that was sent already", async () => {
  const both = await chatsOf({ "telegram:-1": daily, "telegram:-1001": daily });
  await show(both, ["Kızılay bir"]);
  const { chats } = both.process.store;
  await chats.unsubscribe("telegram:-1001", "kizilay");
  await show(both, ["Kızılay bir", "Kızılay iki"], now + 10 * minute);
  await both.process.db
    .updateTable("deliveries")
    .set({ sent: now, reference: "7" })
    .where("kind", "=", "digest")
    .where("chat", "in", (eb) => eb.selectFrom("chats").select("id").where("address", "=", "telegram:-1001"))
    .execute();
  await chats.move("telegram:-1", "telegram:-1001", now);
  await pass(both, inTheMorning);
  expect(got(both)).toEqual(["-1001: digest Kızılay iki"]);
});
