import { expect, test } from "vitest";
import type { Outcome } from "../../src/core/message/messenger.js";
import { minute, start } from "../store/open.js";
import { createProcess, createWorld, item, pageOf, rig } from "./rig.js";

const base = {
  feeds: [{ id: "guncel", kind: "aa" as const, url: "https://aa.example/rss", language: "tr", every: 2 * minute }],
  topics: [{ id: "kizilay", name: { tr: "Kızılay", en: "Red Crescent" }, keywords: ["Kızılay"] }],
};

/** A chat that is owed one story, and how its first send ends. */
async function owing(chat: string, first: Outcome | "killed", uncertain: "resend" | "skip" = "resend") {
  const world = createWorld();
  const options = { from: { ...base, subscribe: [{ chat, topics: ["kizilay"] }] }, uncertain };
  const dying = await createProcess(world, options);
  const lane = chat.startsWith("slack") ? "slack:T1" : (chat.split(":")[0] ?? "");
  world.show("guncel", [item(1, "Kızılay 1"), item(2, "Kızılay 2", { published: start + 1 })]);
  await dying.poll(start);
  await dying.readAll(start);
  world.outcomes.push(first === "killed" ? () => new Promise(() => {}) : first);
  if (first === "killed") {
    void dying.deliver(lane, start);
    while (world.posts.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  } else {
    await dying.deliver(lane, start);
  }
  const process = await createProcess(world, { ...options, folder: dying.folder, owner: "p2" });
  const first_ = world.posts[0]?.delivery ?? "";
  return { world, dying, process, lane, delivery: first_ };
}

const reset: Outcome = { kind: "unknown", cause: "reset" };

test.each<[string, Outcome | "killed", number]>([
  ["unknown, after a minute", reset, start + minute],
  ["left sending by a kill, after the grace", "killed", start + 5_000],
])("telegram, %s: it is sent again, marked as a repeat, before what waits behind it", async (_, first, again) => {
  const { world, process, lane } = await owing("telegram:7", first);
  await process.store.leases.endAll(start + 1_000);
  expect(await process.deliver(lane, start + 1_000)).toMatchObject({ sent: 0, next: start + 5_000 });
  expect(await process.deliver(lane, start + 5_000)).toMatchObject({ sent: 0, next: again });
  await process.deliver(lane, again);
  await process.deliver(lane, again + 1_012);
  expect(world.told()).toEqual(["post Kızılay 1", "post Kızılay 1", "post Kızılay 2"]);
  expect(world.posts.map(({ repeat }) => repeat)).toEqual([false, true, false]);
});

test("telegram with `skip`: it is not sent again, and the next one follows", async () => {
  const { world, process, lane } = await owing("telegram:7", reset, "skip");
  await process.deliver(lane, start + 5_000);
  await process.deliver(lane, start + 6_000);
  expect(world.told()).toEqual(["post Kızılay 1", "post Kızılay 2"]);
});

test("without the lock a killed process's delivery is unknown only when its lease is over", async () => {
  const { world, process, lane } = await owing("telegram:7", "killed");
  expect(await process.deliver(lane, start + minute)).toMatchObject({ sent: 0, next: start + 2 * minute });
  await process.deliver(lane, start + 2 * minute);
  await process.deliver(lane, start + 2 * minute + 1_000);
  expect(world.posts[1]).toMatchObject({ repeat: true });
});

test("slack: what the history has is marked as sent and not sent again", async () => {
  const { world, process, lane, delivery } = await owing("slack:T1/C1", "killed");
  await process.store.leases.endAll(start + 1_000);
  world.setHistory(new Map([[delivery, "ts-1"]]));
  await process.deliver(lane, start + 29_000);
  expect(world.asked.history).toBe(0);
  await process.deliver(lane, start + 30_000);
  await process.deliver(lane, start + 31_000);
  expect(world.told()).toEqual(["post Kızılay 1", "post Kızılay 2"]);
  const row = await process.db
    .selectFrom("deliveries")
    .select(["reference", "sent"])
    .where("id", "=", delivery)
    .execute();
  expect(row).toEqual([{ reference: "ts-1", sent: start + 30_000 }]);
});

test("slack: what the history has not was not sent, and is sent without a mark", async () => {
  const { world, process, lane } = await owing("slack:T1/C1", reset);
  world.setHistory(new Map());
  await process.deliver(lane, start + 30_000);
  await process.deliver(lane, start + 31_000);
  expect(world.told()).toEqual(["post Kızılay 1", "post Kızılay 1"]);
  expect(world.posts[1]).toMatchObject({ repeat: false });
});

test("a history that cannot be asked is asked again later, and nothing is sent meanwhile", async () => {
  const { world, process, lane, delivery } = await owing("slack:T1/C1", reset);
  world.breakHistory(new Error("ratelimited"));
  await process.deliver(lane, start + 30_000);
  world.setHistory(new Map([[delivery, "ts-1"]]));
  expect(await process.deliver(lane, start + 40_000)).toMatchObject({ sent: 0, next: start + 60_000 });
  expect(await process.deliver(lane, start + 60_000)).toMatchObject({ sent: 1 });
  expect(world.posts).toHaveLength(1);
});

test("a history that cannot be asked for long, its token being dead, is asked ever less often", async () => {
  const { world, process, lane } = await owing("slack:T1/C1", reset);
  world.breakHistory(new Error("token_revoked"));
  const day = 24 * 60 * minute;
  for (let now = start + 30_000; now < start + day;) {
    const { next } = await process.deliver(lane, now);
    now = Math.max(next ?? start + day, now + 1_000);
  }
  expect(world.asked.history).toBeGreaterThan(24);
  expect(world.asked.history).toBeLessThan(80);
  expect(world.posts).toHaveLength(1);
});

/** Delivers whenever the lane has something to do; the times of the sends, in minutes from the start. */
async function drive({ world, process, lane }: Awaited<ReturnType<typeof owing>>): Promise<number[]> {
  const times = [0];
  for (let now: number | null = start; now !== null;) {
    const { next }: { next: number | null } = await process.deliver(lane, now);
    while (times.length < world.posts.length) times.push(Math.floor((now - start) / minute));
    now = next === null ? null : Math.max(next, now);
  }
  return times;
}

test("a platform that does not answer is given more than an hour: one post is sent three times at most, then given up with a notice, and the next one follows", async () => {
  const both = await owing("telegram:7", reset);
  both.world.outcomes.push(reset, reset);
  expect(await drive(both)).toEqual([0, 1, 61, 61]);
  expect(both.world.told()).toEqual(["post Kızılay 1", "post Kızılay 1", "post Kızılay 1", "post Kızılay 2"]);
  expect(both.process.notices).toMatchObject([{ kind: "dead", chat: "telegram:7" }]);
});

test("three outages of a platform within seconds lose nothing", async () => {
  const both = await owing("telegram:7", reset);
  both.world.outcomes.push(({ delivery }) => Promise.resolve({ kind: "sent", ref: delivery }));
  for (let step = 0; step < 60; step += 1) await both.process.deliver(both.lane, start + step * 1_000);
  expect(both.world.posts).toHaveLength(1);
  await drive(both);
  expect((await both.process.store.summary()).deliveries).toMatchObject({ sent: 2, dead: 0 });
});

test("in a crash loop a message is sent three times at most, at once after each grace, then given up", async () => {
  const { world, dying, process, lane } = await owing("telegram:7", "killed");
  world.outcomes.push(
    () => new Promise(() => {}),
    () => new Promise(() => {}),
  );
  for (const copies of [2, 3]) {
    const now = start + copies * minute;
    await process.store.leases.endAll(now);
    await process.deliver(lane, now);
    void dying.deliver(lane, now);
    while (world.posts.length < copies) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await process.store.leases.endAll(start + 5 * minute);
  await process.deliver(lane, start + 5 * minute);
  expect(world.told()).toEqual(Array.from({ length: 3 }, () => "post Kızılay 1"));
  expect(process.notices).toMatchObject([{ kind: "dead", chat: "telegram:7" }]);
});

test("a late answer of a stale owner is refused by its fencing number", async () => {
  const world = createWorld();
  const options = { from: { ...base, subscribe: [{ chat: "telegram:7", topics: ["kizilay"] }] } };
  const paused = await createProcess(world, options);
  world.show("guncel", [item(1, "Kızılay 1")]);
  await paused.poll(start);
  await paused.readAll(start);
  let wake: (outcome: Outcome) => void = () => {};
  world.outcomes.push(() => new Promise((resolve) => (wake = resolve)));
  const late = paused.deliver("telegram", start);
  while (world.posts.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const process = await createProcess(world, { ...options, folder: paused.folder, owner: "p2" });
  world.outcomes.push({ kind: "sent", ref: "second" });
  await process.deliver("telegram", start + 3 * minute);
  wake({ kind: "refused", why: "stale" });
  expect(await late).toMatchObject({ failed: 0 });
  await process.deliver("telegram", start + 4 * minute);
  const rows = await process.db.selectFrom("deliveries").select(["reference", "dead"]).execute();
  expect(rows).toEqual([{ reference: "second", dead: null }]);
  expect(paused.logged.map((line) => line.text)).toContain("this delivery was taken over; its outcome is dropped");
});

test("a late answer changes nothing while the next owner is still sending", async () => {
  const world = createWorld();
  const options = { from: { ...base, subscribe: [{ chat: "telegram:7", topics: ["kizilay"] }] } };
  const paused = await createProcess(world, options);
  world.show("guncel", [item(1, "Kızılay 1")]);
  await paused.poll(start);
  await paused.readAll(start);
  const wakes: ((outcome: Outcome) => void)[] = [];
  const held = () => new Promise<Outcome>((resolve) => wakes.push(resolve));
  const posted = async (count: number) => {
    while (world.posts.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  world.outcomes.push(held, held);
  const late = paused.deliver("telegram", start);
  await posted(1);
  const process = await createProcess(world, { ...options, folder: paused.folder, owner: "p2" });
  await process.deliver("telegram", start + 3 * minute);
  const sending = process.deliver("telegram", start + 4 * minute);
  await posted(2);
  wakes[0]?.({ kind: "refused", why: "stale" });
  expect(await late).toMatchObject({ failed: 0 });
  wakes[1]?.({ kind: "sent", ref: "second" });
  expect(await sending).toMatchObject({ sent: 1 });
  const rows = await process.db.selectFrom("deliveries").select(["reference", "dead"]).execute();
  expect(rows).toEqual([{ reference: "second", dead: null }]);
});

test("a turn whose time is over and that another took cannot be sent any more", async () => {
  const { world, process } = await rig({ from: { ...base, subscribe: [{ chat: "telegram:7", topics: ["kizilay"] }] } });
  world.show("guncel", [item(1, "Kızılay 1")]);
  await process.poll(start);
  await process.readAll(start);
  const { deliveries } = process.store;
  const pace = { perSend: 0, perChat: 0, perCrowd: 0, burst: 1 };
  const [old] = await deliveries.claim({ lane: "telegram", owner: "p1", span: minute }, pace, start);
  const [next] = await deliveries.claim({ lane: "telegram", owner: "p2", span: minute }, pace, start + 2 * minute);
  if (old === undefined || next === undefined) throw new Error("no turn was reserved");
  expect(await deliveries.intend(old, pace, start + 2 * minute)).toBeNull();
  expect(await deliveries.intend(next, pace, start + 2 * minute)).not.toBeNull();
});

test("an edit whose outcome is unknown is made again, without a mark", async () => {
  const world = createWorld();
  const process = await createProcess(world, {
    from: { ...base, subscribe: [{ chat: "telegram:7", topics: ["kizilay"] }] },
    uncertain: "skip",
  });
  const one = item(1, "Kızılay 1");
  world.show("guncel", [one]);
  await process.all(start, "telegram");
  world.page(one.link, pageOf({ ...one, title: "Kızılay bir" }, "."));
  await process.readAll(start + 15 * minute);
  world.outcomes.push(reset);
  await process.deliver("telegram", start + 15 * minute);
  const { next } = await process.deliver("telegram", start + 16 * minute - 1);
  expect(next).toBe(start + 16 * minute);
  await process.deliver("telegram", start + 16 * minute);
  expect(world.posts.slice(1)).toMatchObject([
    { edits: "m1", repeat: false },
    { edits: "m1", repeat: false },
  ]);
});

test("an update of a post whose arrival is unknown waits for it, and is moot if it was given up", async () => {
  const { world, process, lane } = await owing("telegram:7", reset, "skip");
  const one = item(1, "Kızılay 1");
  world.page(one.link, pageOf({ ...one, title: "Kızılay bir" }, "."));
  await process.readAll(start + 15 * minute);
  for (let step = 0; step < 5; step += 1) await process.deliver(lane, start + 16 * minute + step * 2_000);
  expect(world.told()).toEqual(["post Kızılay 1", "post Kızılay 2"]);
  expect((await process.store.summary()).deliveries).toMatchObject({ owed: 0, sending: 0, moot: 2 });
});
