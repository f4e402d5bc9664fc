import { expect, test } from "vitest";
import { deliveryRules } from "../../src/app/delivery-rules.js";
import { createLane } from "../../src/app/lane.js";
import { createRun } from "../../src/app/run.js";
import { hour, minute, start } from "../store/open.js";
import { createProcess, createWorld, item, pageOf } from "./rig.js";
import type { World } from "./rig.js";
import { createTime } from "./virtual-time.js";

/** `once` in a world whose clock moves only while somebody waits. */
async function runner(world: World, options: Parameters<typeof createProcess>[1] = {}, now = start) {
  const time = createTime(now);
  const process = await createProcess(world, { ...options, until: time.until });
  const once = createRun({ ...process, lanes: ["console", "telegram"], clock: time.clock });
  return { process, once, ...time };
}

test("once polls, reads, sends, and a second run posts nothing; a changed item posts an update", async () => {
  const world = createWorld();
  const one = item(1, "Kızılay toplandı");
  world.show("guncel", [one, item(2, "Spor")]);
  const { once, pass, process } = await runner(world);
  expect(await once()).toMatchObject({
    failedFeeds: [],
    failedDeliveries: 0,
    owed: 0,
    unknown: 0,
    poll: { polled: 2, fresh: 2 },
    pages: { tried: 2, recorded: 1 },
  });
  pass(3 * minute);
  await once();
  expect(world.posts).toHaveLength(1);
  const changed = { ...one, title: "Kızılay toplandı ve seçti" };
  world.show("guncel", [changed, item(2, "Spor")]);
  world.page(one.link, pageOf(changed, "."));
  pass(3 * minute);
  await once();
  expect(world.told()).toEqual(["post Kızılay toplandı", "update Kızılay toplandı ve seçti"]);
  expect(await process.store.summary()).toMatchObject({
    feeds: 2,
    failing: 0,
    items: 2,
    fates: { posted: 1, unmatched: 1, waiting: 0 },
    stories: 1,
    deliveries: { owed: 0, sending: 0, sent: 2, dead: 0, moot: 0 },
    sent: { post: 1, update: 1, withdrawal: 0, digest: 0 },
  });
});

test("once waits for a chat's pace, and says what it could not send", async () => {
  const world = createWorld();
  const from = {
    feeds: [{ id: "guncel", kind: "aa" as const, url: "https://aa.example/rss", language: "tr", every: minute }],
    topics: [{ id: "kizilay", name: { tr: "Kızılay", en: "Red Crescent" }, keywords: ["Kızılay"] }],
    subscribe: [{ chat: "telegram:7", topics: ["kizilay"] }],
  };
  world.show(
    "guncel",
    [1, 2, 3].map((number) => item(number, `Kızılay ${number}`, { published: start - 10 + number })),
  );
  world.outcomes.push(
    { kind: "sent", ref: "a" },
    { kind: "later", at: start + 20_000, why: "429" },
    { kind: "sent", ref: "b" },
    { kind: "later", at: start + hour, why: "429" },
  );
  const { once, clock } = await runner(world, { from });
  expect(await once()).toMatchObject({ owed: 1, failedDeliveries: 0 });
  expect(world.told()).toEqual(["post Kızılay 1", "post Kızılay 2", "post Kızılay 2", "post Kızılay 3"]);
  expect(clock() - start).toBeLessThan(minute);
});

test("once names the feeds and counts the deliveries that failed", async () => {
  const world = createWorld();
  world.answer("dunya", { kind: "failed", why: "not a feed: <html>" });
  world.show("guncel", [item(1, "Kızılay")]);
  world.outcomes.push({ kind: "refused", why: "no" });
  const { once } = await runner(world);
  expect(await once()).toMatchObject({ failedFeeds: ["dunya"], failedDeliveries: 1, owed: 0 });
});

test("once goes on where a killed run stopped", async () => {
  const world = createWorld();
  world.show("guncel", [item(1, "Kızılay")]);
  const killed = await createProcess(world, { owner: "killed" });
  await killed.poll(start);
  await killed.readAll(start);
  world.outcomes.push(() => new Promise(() => {}));
  void killed.deliver("console", start);
  while (world.posts.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const { once } = await runner(world, { folder: killed.folder }, start + 1_000);
  expect(await once()).toMatchObject({ owed: 0, unknown: 0 });
  expect(world.posts.map(({ repeat }) => repeat)).toEqual([false, true]);
});

test("a lane that can do nothing does not hold up once for ever", async () => {
  const world = createWorld();
  const { process, until, clock } = await runner(world);
  const begin = async () => ({ started: 0, next: start, done: new Promise<never>(() => {}) });
  const rules = deliveryRules({
    uncertain: "resend",
    telegram: { perSecond: 30, perChat: 1, perGroup: 1 },
    slack: { perChat: 1 },
  });
  const keep = createLane({ store: process.store, begin, rules, until, log: process.log });
  const once = createRun({ ...process, keep, lanes: ["console"], clock });
  expect(await once()).toMatchObject({ failedDeliveries: 0 });
});
