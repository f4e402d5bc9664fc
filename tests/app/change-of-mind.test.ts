import { expect, test } from "vitest";
import type { ChatSettings } from "../../src/core/chat-settings.js";
import { hour, minute } from "../store/open.js";
import { chatsOf, daily, got, inTheMorning, night, now, pass, show, type Rig } from "./chats-of.js";
import { briefOf } from "./plain-engine.js";
import { item, pageOf } from "./rig.js";

const nine = { delivery: { kind: "daily", at: 9 * 60 } } as const;
test.each<[string, Partial<ChatSettings>, (both: Rig) => Promise<unknown>]>([
  ["another time and back", daily, back(nine, daily)],
  ["an hourly digest and back", daily, back({ delivery: { kind: "hourly" } }, daily)],
  ["none and back", daily, back({ delivery: { kind: "immediate" } }, daily)],
  [
    "none with quiet hours of the same end, and back",
    daily,
    back({ ...night, delivery: { kind: "immediate" } }, daily),
  ],
  ["quiet hours and back", night, back({ quiet: { from: 18 * 60, to: 9 * 60 } }, night)],
  [
    "being gone",
    daily,
    async ({ process }) => {
      await process.store.chats.lose("telegram:2", "blocked", now + minute);
      await process.store.chats.ensure("telegram:2", "tr", now + minute);
    },
  ],
  [
    "its only story being withdrawn for a while",
    daily,
    async ({ world, process }) => {
      world.page(item(1, "").link, { kind: "gone", status: 404 });
      await process.readAll(now + hour);
      world.page(item(1, "").link, pageOf(item(1, "Kızılay bir"), "."));
      await show({ world, process }, ["Kızılay bir", "Kızılay iki"], now + hour + minute);
      await process.readAll(now + 3 * hour);
    },
  ],
])("after %s there is still one digest with all of it", async (_, settings, detour) => {
  const both = await chatsOf({ "telegram:2": settings });
  await show(both, ["Kızılay bir"]);
  await detour(both);
  const titles = ["Kızılay bir", "Kızılay iki", "Kızılay üç", "Kızılay dört"];
  await show(both, titles, now + 4 * hour);
  await pass(both, inTheMorning);
  await pass(both, inTheMorning + 2 * hour);
  expect(got(both)).toHaveLength(1);
  expect(new Set(got(both)[0]?.replace("2: digest ", "").split(" + "))).toEqual(new Set(titles));
});

/** Settings that are chosen one after the other. */
function back(...changes: Partial<ChatSettings>[]) {
  return async ({ process }: Rig) => {
    for (const change of changes) await process.store.chatSettings.change("telegram:2", "tr", change, now + minute);
  };
}

test.each<[string, string[], (both: Rig) => Promise<unknown>]>([
  ["follows none", [], follow([])],
  ["follows one", ["2: digest TDT iki"], follow(["tdt"])],
  ["muted all", [], mute(["kizilay", "tdt"], inTheMorning + minute)],
  ["muted one", ["2: digest Kızılay bir"], mute(["tdt"], inTheMorning + minute)],
  ["muted all until then", ["2: digest Kızılay bir + TDT iki"], mute(["kizilay", "tdt"], inTheMorning)],
])("when a digest closes, a chat that %s of its topics gets no other stories", async (_, lines, change) => {
  const both = await chatsOf({ "telegram:2": daily });
  await show(both, ["Kızılay bir", "TDT iki"]);
  await change(both);
  await pass(both, inTheMorning);
  await pass(both, inTheMorning + hour);
  expect(got(both)).toEqual(lines);
  const [row] = await both.process.db
    .selectFrom("deliveries")
    .select(["moot", "why"])
    .where("kind", "=", "digest")
    .execute();
  expect(row).toEqual(
    lines.length > 0
      ? { moot: null, why: null }
      : { moot: inTheMorning, why: "the chat follows nothing of it any more" },
  );
});

function follow(topics: readonly string[]) {
  return async ({ process: { store } }: Rig) => {
    for (const topic of ["kizilay", "tdt"])
      if (!topics.includes(topic)) await store.chats.unsubscribe("telegram:2", topic);
  };
}

function mute(topics: readonly string[], until: number) {
  return async ({ process: { store } }: Rig) => {
    for (const topic of topics) await store.chatSettings.mute("telegram:2", topic, until);
  };
}

test("an announcement waits for the end of quiet hours, wherever that is moved, and holds back no disaster", async () => {
  const both = await chatsOf(
    { "telegram:1": daily, "telegram:2": { ...night, disasters: true }, "telegram:3": night, "telegram:4": night },
    { brief: (article) => ({ ...briefOf(article), kind: "disaster" }) },
  );
  const { audit, chatSettings } = both.process.store;
  // The console chat of the rig gets it too.
  expect(await audit.broadcast({ who: "telegram:1", owner: null }, "Yarın bakım var.", now)).toBe(5);
  const heard = () => both.world.posts.map(({ chat }) => chat).filter((chat) => chat !== "console");
  await show(both, ["Kızılay deprem"]);
  expect(heard().sort()).toEqual(["telegram:1", "telegram:2"]);
  await chatSettings.change("telegram:4", "tr", { quiet: null, ...nine }, now + hour);
  expect((await both.process.deliver("telegram", now + hour)).sent).toBe(1);
  expect(heard()[2]).toBe("telegram:4");
  expect((await both.process.deliver("telegram", now + hour)).next).toBe(inTheMorning);
  await pass(both, inTheMorning);
  expect(heard().slice(3).sort()).toEqual(["telegram:1", "telegram:2", "telegram:3", "telegram:3"]);
});
