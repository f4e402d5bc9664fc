import { expect, test } from "vitest";
import type { Messenger, Outcome } from "../../src/core/message/messenger.js";
import type { LaneState } from "../../src/app/lane.js";
import { minute, start } from "../store/open.js";
import { createProcess, createWorld, item } from "./rig.js";
import { createStrictPlatform } from "./strict-platform.js";
import { createTime } from "./virtual-time.js";

const allowed = { perSecond: 30, perChat: 1_000, perGroup: 3_000 };
const through = ({ next }: LaneState) => next === null;

/** So many stories owed to these chats, and a lane whose time moves only while it waits. */
async function laneOf(count: number, chats: string[], messenger?: (time: ReturnType<typeof createTime>) => Messenger) {
  const time = createTime(start);
  const world = createWorld();
  const made = messenger?.(time);
  if (made !== undefined) Object.assign(world.messenger, made);
  const process = await createProcess(world, {
    until: time.until,
    pace: allowed,
    from: {
      feeds: [{ id: "guncel", kind: "aa", url: "https://aa.example/rss", language: "tr", every: 2 * minute }],
      topics: [{ id: "kizilay", name: { tr: "Kızılay", en: "Red Crescent" }, keywords: ["Kızılay"] }],
      subscribe: chats.map((chat) => ({ chat, topics: ["kizilay"] })),
    },
  });
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  world.show(
    "guncel",
    numbers.map((number) => item(number, `Kızılay ${number}`, { published: start - count + number })),
  );
  await process.poll(start);
  await process.readAll(start);
  return { world, process, time };
}

const many = (count: number, prefix = "telegram:") =>
  Array.from({ length: count }, (_, index) => `${prefix}${1_000 + index}`);

test.each([50, 900])(
  "1,000 chats get their post at 0.98 of what is allowed, and never too fast; the platform takes %i ms",
  async (delay) => {
    let platform: ReturnType<typeof createStrictPlatform> | undefined;
    const { process, time } = await laneOf(1, many(1_000), ({ clock, until }) => {
      platform = createStrictPlatform({ clock, until, delay });
      return platform.messenger;
    });
    await process.keep("telegram", through);
    expect(platform?.refused()).toBe(0);
    expect(platform?.sent).toHaveLength(1_000);
    const last = platform?.sent.at(-1)?.at ?? 0;
    expect(1_000 / ((last - start) / 1_000) / 30).toBeGreaterThanOrEqual(0.98);
    expect(platform?.mostFlying()).toBeLessThanOrEqual(Math.ceil((delay / 1_000) * 30) + 7);
    expect(time.clock() - last).toBeLessThan(2_000);
    const fanOut = process.logged.filter(({ text }) => text.startsWith("many deliveries wait"));
    expect(fanOut).toHaveLength(1);
    const { waiting, through: end } = fanOut[0]!.facts as { waiting: number; through: string };
    expect(waiting).toBeGreaterThan(990);
    expect(Math.abs(Date.parse(end) - last)).toBeLessThan(500);
  },
);

test("groups get 20 a minute, the threads of one forum together; persons one a second", async () => {
  let platform: ReturnType<typeof createStrictPlatform> | undefined;
  const chats = ["telegram:-1007/1", "telegram:-1007/2", "telegram:-1008", "telegram:9"];
  const { process } = await laneOf(30, chats, ({ clock, until }) => {
    platform = createStrictPlatform({ clock, until, delay: 80 });
    return platform.messenger;
  });
  await process.keep("telegram", through);
  expect(platform?.refused()).toBe(0);
  const spanOf = (chat: string) => {
    const times = platform?.sent.filter((one) => one.chat === chat).map(({ at }) => at) ?? [];
    return { count: times.length, span: (times.at(-1) ?? 0) - (times[0] ?? 0) };
  };
  // The next one keeps its distance from the answer: nobody knows when on the way there the platform counted.
  const expected = (count: number, gap: number) => ({ count, most: ((count - 1) * (gap + 80)) / 0.98 });
  for (const [chat, count, gap] of [
    ["telegram:-1007", 60, 3_000],
    ["telegram:-1008", 30, 3_000],
    ["telegram:9", 30, 1_000],
  ] as const) {
    expect(spanOf(chat).count, chat).toBe(count);
    expect(spanOf(chat).span, chat).toBeLessThanOrEqual(expected(count, gap).most);
  }
});

test("an answer to a person goes before the posts that wait, and they keep their distance from it", async () => {
  let platform: ReturnType<typeof createStrictPlatform> | undefined;
  const { process, time } = await laneOf(1, many(300), ({ clock, until }) => {
    platform = createStrictPlatform({ clock, until, delay: 100 });
    return platform.messenger;
  });
  const waits: number[] = [];
  const answering = (async () => {
    for (let number = 0; number < 8; number += 1) {
      await time.until(time.clock() + 700);
      const asked = time.clock();
      await time.until(await process.turn(`telegram:${5_000 + number}`, asked));
      waits.push(time.clock() - asked);
      const post = { delivery: "", chat: `telegram:${5_000 + number}`, replyTo: null, edits: null, repeat: false };
      await platform?.messenger.send({ ...post, message: { language: "tr", blocks: [], preview: null } });
    }
  })();
  await process.keep("telegram", through);
  await answering;
  expect(platform?.refused()).toBe(0);
  expect(platform?.sent).toHaveLength(308);
  expect(Math.max(...waits)).toBeLessThanOrEqual(300);
});

test("an answer to a chat that has to wait holds up no other chat", async () => {
  const { world, process, time } = await laneOf(1, many(100));
  // A button pressed again and again in a group: one answer in three seconds.
  const pressed = Promise.all(Array.from({ length: 20 }, () => process.turn("telegram:-1007", start)));
  await process.keep("telegram", through);
  expect(world.posts).toHaveLength(100);
  expect(time.clock()).toBeLessThan(start + 5_000);
  expect(Math.max(...(await pressed))).toBeGreaterThanOrEqual(start + 57_000);
});

const slowed: Outcome = { kind: "later", at: start + 30_000, why: "429" };
test("429: nothing goes to that chat before its time, not even an answer; the others wait for nothing", async () => {
  const calls: { chat: string; at: number }[] = [];
  const { process, time } = await laneOf(3, ["telegram:7", ...many(20)], ({ clock }) => ({
    send: async ({ chat }) => {
      calls.push({ chat, at: clock() });
      return chat === "telegram:7" && clock() < start + 30_000 ? slowed : { kind: "sent", ref: "m" };
    },
    history: async () => null,
  }));
  await process.keep("telegram", ({ next, now }) => next === null || now > start + 10_000);
  expect(await process.turn("telegram:7", time.clock())).toBeGreaterThanOrEqual(start + 30_000);
  const others = calls.filter(({ chat }) => chat !== "telegram:7");
  expect(others).toHaveLength(60);
  expect(Math.max(...others.map(({ at }) => at))).toBeLessThan(start + 5_000);
  await process.keep("telegram", through);
  const late = calls.filter(({ chat }) => chat === "telegram:7").map(({ at }) => at);
  expect(late).toHaveLength(4);
  expect(late.slice(1).every((at) => at >= start + 30_000)).toBe(true);
});

test("a dead token stops the lane at once, is told once, and loses nothing", async () => {
  let dead = true;
  const calls: number[] = [];
  const { process } = await laneOf(1, many(40), ({ clock }) => ({
    send: async () => {
      calls.push(clock());
      return dead ? { kind: "closed", why: "Unauthorized" } : { kind: "sent", ref: "m" };
    },
    history: async () => null,
  }));
  const report = await process.keep("telegram", ({ next }) => next === null || next > start + minute);
  expect(report).toMatchObject({ closed: "Unauthorized", sent: 0, failed: 0 });
  expect(calls.length).toBeLessThanOrEqual(2);
  expect(process.notices).toEqual([{ kind: "closed", lane: "telegram", why: "Unauthorized" }]);
  expect((await process.store.summary()).deliveries).toMatchObject({ owed: 40, sending: 0 });
  dead = false;
  await process.keep("telegram", through);
  expect((await process.store.summary()).deliveries).toMatchObject({ owed: 0, sent: 40 });
  expect(Math.min(...calls.slice(2))).toBeGreaterThanOrEqual(start + 15 * minute);
});

test("more posts than two minutes let through come as grouped messages, in order, each story once", async () => {
  const { world, process } = await laneOf(50, ["telegram:-1007", "telegram:9"]);
  await process.keep("telegram", through);
  const to = (chat: string) => world.told().filter((_, index) => world.posts[index]?.chat === chat);
  expect(to("telegram:9")).toHaveLength(50);
  const folded = to("telegram:-1007");
  expect(folded.map((text) => text.split(" ")[0])).toEqual(Array.from({ length: 5 }, () => "digest"));
  expect(folded.flatMap((text) => text.match(/\d+/gu) ?? []).map(Number)).toEqual(
    Array.from({ length: 50 }, (_, index) => index + 1),
  );
  expect((await process.store.summary()).deliveries).toMatchObject({ owed: 0, sent: 55, moot: 50 });
});

test("an edit of a folded story edits the digest that brought it", async () => {
  const { world, process } = await laneOf(50, ["telegram:-1007"]);
  await process.keep("telegram", through);
  world.page(item(20, "").link, { kind: "gone", status: 404 });
  await process.readAll(start + 20 * minute);
  await process.keep("telegram", through);
  expect(world.posts.at(-1)).toMatchObject({ edits: "m2", chat: "telegram:-1007" });
  expect(world.told().at(-1)).not.toContain("Kızılay 20");
});
