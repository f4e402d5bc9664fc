import { expect, test } from "vitest";
import { hour, minute, start } from "../store/open.js";
import { item, pageOf, rig } from "./rig.js";

const one = item(1, "Kızılay toplandı", { body: "İlk karar verildi" });

async function posted() {
  const { world, process } = await rig();
  world.show("guncel", [one]);
  await process.all(start);
  return { world, process };
}

test("a matched page is read again after 15 min, 1 h, 6 h and 24 h, and never after", async () => {
  const { world, process } = await posted();
  const times: number[] = [];
  for (let now = start; now < start + 60 * hour; now += 5 * minute) {
    if ((await process.pages(now)).tried > 0) times.push((now - start) / minute);
  }
  expect(times).toEqual([15, 60, 360, 1_440]);
  expect(world.asked.pages).toHaveLength(5);
});

test.each<[string, string, string[], number]>([
  ["a new decision edits the post", "İlk karar verildi. İkinci karar verildi", ["update Kızılay toplandı"], 2],
  ["words that the brief does not show are a version without an update", "Yeni cümle. İlk karar verildi", [], 2],
  ["the same words are nothing new", "İlk karar verildi", [], 1],
])("%s", async (_, body, updates, version) => {
  const { world, process } = await posted();
  world.page(one.link, pageOf(one, body));
  await process.all(start + 15 * minute);
  expect(world.told().slice(1)).toEqual(updates);
  expect((await process.store.views.find("aa:1")).view.version).toBe(version);
  expect(world.posts.slice(1).map(({ edits, repeat }) => [edits, repeat])).toEqual(updates.map(() => ["m1", false]));
});

test("an item that its feed changes is read at once, and an unchanged one is not", async () => {
  const { world, process } = await posted();
  await process.all(start + 2 * minute);
  expect(world.asked.pages).toHaveLength(1);
  const changed = item(1, "Kızılay toplandı ve seçti");
  world.page(one.link, pageOf(changed, "İlk karar verildi"));
  world.show("guncel", [changed]);
  await process.all(start + 4 * minute);
  expect(world.told()).toEqual(["post Kızılay toplandı", "update Kızılay toplandı ve seçti"]);
  await process.all(start + 6 * minute);
  expect(world.posts).toHaveLength(2);
});

test("a post that is not sent yet brings the newest version, and no update is owed", async () => {
  const { world, process } = await rig();
  world.outcomes.push({ kind: "later", at: start + hour, why: "busy" });
  world.show("guncel", [one]);
  await process.all(start);
  world.page(one.link, pageOf({ ...one, title: "Kızılay ikinci" }, "."));
  await process.all(start + 15 * minute);
  await process.all(start + hour);
  expect(world.told()).toEqual(["post Kızılay toplandı", "post Kızılay ikinci"]);
  expect((await process.store.summary()).sent).toMatchObject({ post: 1, update: 0 });
});

test("of two updates that wait, only the newer is sent", async () => {
  const { world, process } = await posted();
  world.page(one.link, pageOf({ ...one, title: "Kızılay iki" }, "."));
  await process.readAll(start + 15 * minute);
  world.page(one.link, pageOf({ ...one, title: "Kızılay üç" }, "."));
  await process.readAll(start + hour);
  await process.all(start + hour);
  expect(world.told()).toEqual(["post Kızılay toplandı", "update Kızılay üç"]);
  expect((await process.store.summary()).deliveries).toMatchObject({ moot: 1, owed: 0 });
});

test("a page that is gone withdraws the post; if it comes back, the post does", async () => {
  const { world, process } = await posted();
  world.page(one.link, { kind: "gone", status: 410 });
  await process.all(start + 15 * minute);
  world.page(one.link, pageOf(one, "İlk karar verildi"));
  await process.all(start + hour);
  world.page(one.link, { kind: "gone", status: 404 });
  await process.all(start + 6 * hour);
  expect(world.told().slice(1)).toEqual([
    "withdrawal Kızılay toplandı",
    "update Kızılay toplandı",
    "withdrawal Kızılay toplandı",
  ]);
  expect(world.posts.map(({ edits }) => edits)).toEqual([null, "m1", "m1", "m1"]);
});

test("a story withdrawn before it was sent is not sent at all; if it comes back, it is", async () => {
  const { world, process } = await rig();
  world.show("guncel", [one]);
  await process.poll(start);
  await process.readAll(start);
  world.page(one.link, { kind: "gone", status: 404 });
  await process.all(start + 15 * minute);
  expect(world.posts).toEqual([]);
  expect((await process.store.summary()).deliveries).toMatchObject({ owed: 0, moot: 1 });
  world.page(one.link, pageOf(one, "İlk karar verildi"));
  await process.all(start + hour);
  expect(world.told()).toEqual(["post Kızılay toplandı"]);
});

test("a withdrawal is owed to the chats that may have the post, and to no other", async () => {
  const { world, process } = await rig();
  for (const chat of ["telegram:7", "telegram:8"]) {
    const id = await process.store.chats.ensure(chat, "tr", start);
    await process.store.chats.subscribe(id, "kizilay", start);
  }
  world.outcomes.push(
    { kind: "sent", ref: "m1" },
    { kind: "unknown", cause: "reset" },
    { kind: "later", at: start + hour, why: "429" },
  );
  world.show("guncel", [one]);
  await process.all(start);
  await process.deliver("telegram", start);
  world.page(one.link, { kind: "gone", status: 404 });
  await process.all(start + 15 * minute);
  for (let step = 0; step < 4; step += 1) await process.deliver("telegram", start + hour + step * 2_000);
  expect(world.posts.slice(3).map(({ chat, edits }) => [chat, edits])).toEqual([
    ["console", "m1"],
    ["telegram:7", null],
    ["telegram:7", "m5"],
  ]);
});

test("a page that fails for a while changes nothing and is tried again", async () => {
  const { world, process } = await posted();
  world.page(one.link, { kind: "failed", why: "reset", layout: false });
  await process.all(start + 15 * minute);
  expect(world.posts).toHaveLength(1);
  world.page(one.link, pageOf(one, "İlk karar verildi. Son karar verildi"));
  await process.all(start + 16 * minute);
  expect(world.told()[1]).toBe("update Kızılay toplandı");
});

test("a topic that a new version matches for the first time brings a post to its own chats only", async () => {
  const { world, process } = await posted();
  const other = await process.store.chats.ensure("telegram:7", "tr", start);
  await process.store.chats.subscribe(other, "tdt", start);
  world.page(one.link, pageOf(one, "İlk karar verildi. TDT katıldı"));
  await process.all(start + 15 * minute);
  await process.deliver("telegram", start + 15 * minute);
  expect(world.posts.map(({ chat, edits }) => [chat, edits])).toEqual([
    ["console", null],
    ["telegram:7", null],
  ]);
});

test("a topic that is matched for the first time when the story is a day old brings a digest to its own chats only", async () => {
  const { world, process } = await posted();
  const other = await process.store.chats.ensure("telegram:7", "tr", start);
  for (const topic of ["tdt", "kizilay"]) await process.store.chats.subscribe(other, topic, start + hour);
  world.page(one.link, pageOf(one, "İlk karar verildi. TDT katıldı"));
  const late = start + 24 * hour + minute;
  await process.all(late);
  await process.deliver("telegram", late);
  expect(world.posts.map(({ chat, edits }) => [chat, edits])).toEqual([
    ["console", null],
    ["telegram:7", null],
  ]);
  expect(world.told()[1]).toBe("digest Kızılay toplandı");
});
