import { expect, test } from "vitest";
import type { FeedOutcome } from "../../src/feeds/outcome.js";
import { hour, minute, seed, start } from "../store/open.js";
import { createProcess, item, read, rig } from "./rig.js";

type Process = Awaited<ReturnType<typeof createProcess>>;

async function feed({ store }: Process, id = "guncel") {
  const found = (await store.feeds.list()).find((feed) => feed.id === id);
  expect(found).toBeDefined();
  return found!;
}

test.each<[string, FeedOutcome, object]>([
  [
    "read",
    read([item(1, "a", { published: start - hour })], { etag: '"e"', modified: "m" }),
    {
      due: start + 2 * minute,
      good: start,
      failures: 0,
      why: null,
      etag: '"e"',
      modified: "m",
      newest: start - hour,
      reader: "rss-parser",
    },
  ],
  ["read, with a max-age", read([], { maxAge: 10 * minute }), { due: start + 10 * minute, good: start }],
  ["read, with a max-age beyond the cap", read([], { maxAge: 3 * hour }), { due: start + 15 * minute }],
  [
    "unchanged",
    { kind: "unchanged", maxAge: null, movedTo: null },
    { due: start + 2 * minute, good: start, failures: 0 },
  ],
  [
    "429 with Retry-After",
    { kind: "later", status: 429, until: start + 40 * minute },
    { due: start + 40 * minute, good: null, failures: 1, why: "answered 429" },
  ],
  ["503", { kind: "later", status: 503, until: null }, { due: start + 2 * minute, failures: 1, why: "answered 503" }],
  ["404", { kind: "gone", status: 404 }, { due: start + 2 * minute, failures: 1, why: "answered 404" }],
  [
    "forbidden",
    { kind: "forbidden", why: "a private address" },
    { due: start + 2 * minute, failures: 1, why: "a private address" },
  ],
  [
    "failed",
    { kind: "failed", why: "not a feed: <html>" },
    { due: start + 2 * minute, failures: 1, why: "not a feed: <html>" },
  ],
])("%s is one line of the feed's health", async (_, outcome, expected) => {
  const { world, process } = await rig();
  world.answer("guncel", outcome);
  const report = await process.poll(start);
  expect(await feed(process)).toMatchObject(expected);
  expect(report.failed).toEqual(outcome.kind === "read" || outcome.kind === "unchanged" ? [] : ["guncel"]);
});

test("a failing feed keeps its last good items and is asked ever more seldom; one good answer ends it", async () => {
  const { world, process } = await rig();
  world.show("guncel", [item(1, "a")]);
  await process.poll(start);
  world.answer("guncel", { kind: "later", status: 500, until: null });
  let now = start;
  const waits: number[] = [];
  for (let failure = 1; failure <= 5; failure += 1) {
    now = (await feed(process)).due;
    await process.poll(now);
    waits.push(((await feed(process)).due - now) / minute);
  }
  expect(waits).toEqual([2, 4, 8, 15, 15]);
  expect(await process.db.selectFrom("items").select("id").execute()).toEqual([{ id: "aa:1" }]);
  world.show("guncel", [item(1, "a")]);
  await process.poll(now + 15 * minute);
  expect(await feed(process)).toMatchObject({ failures: 0, why: null, good: now + 15 * minute });
});

test("a feed that is not due is not asked; a poll of all asks it, unless its site asked for peace", async () => {
  const { world, process } = await rig();
  await process.poll(start);
  await process.poll(start + minute);
  expect(world.asked.feeds).toHaveLength(2);
  world.answer("guncel", { kind: "later", status: 429, until: start + hour });
  await process.poll(start + 2 * minute);
  await process.poll(start + 3 * minute, true);
  expect(world.asked.feeds).toHaveLength(5);
  await process.poll(start + 62 * minute, true);
  expect(world.asked.feeds).toHaveLength(7);
});

test("a clock that was set back does not stop the polls", async () => {
  const { world, process } = await rig();
  await process.poll(start);
  await process.poll(start - 24 * hour);
  expect(world.asked.feeds).toHaveLength(4);
});

test("a permanent redirect is remembered after three equal answers, and forgotten when it leads nowhere", async () => {
  const { world, process } = await rig();
  const movedTo = "https://aa.example/new";
  const addresses: (string | null)[] = [];
  for (const to of [movedTo, "https://aa.example/other", movedTo, movedTo, movedTo]) {
    world.answer("guncel", { kind: "unchanged", maxAge: null, movedTo: to });
    await process.poll((await feed(process)).due);
    addresses.push((await feed(process)).moved);
  }
  expect(addresses).toEqual([null, null, null, null, movedTo]);
  world.answer("guncel", { kind: "gone", status: 404 });
  await process.poll((await feed(process)).due);
  expect(world.asked.feeds).toContain(movedTo);
  expect((await feed(process)).moved).toBe(null);
});

test.each<[string, FeedOutcome]>([
  ["a host that is not there", { kind: "failed", why: "ENOTFOUND" }],
  ["a host that answers 502", { kind: "later", status: 502, until: null }],
])("a permanent redirect to %s is forgotten after three failures in a row", async (_, outcome) => {
  const { world, process } = await rig();
  const movedTo = "https://other.example/new";
  for (let poll = 0; poll < 3; poll += 1) {
    world.answer("guncel", { kind: "unchanged", maxAge: null, movedTo });
    await process.poll((await feed(process)).due);
  }
  const addresses: (string | null)[] = [];
  for (let failure = 1; failure <= 3; failure += 1) {
    addresses.push((await feed(process)).moved);
    world.answer("guncel", outcome);
    await process.poll((await feed(process)).due);
  }
  expect(addresses).toEqual([movedTo, movedTo, movedTo]);
  expect(await feed(process)).toMatchObject({ moved: null, moving: null, moves: 0, failures: 3 });
});

test.each<[string, number[], number[], boolean]>([
  ["an overlap", [1, 2], [2, 3], false],
  ["no shared item", [1, 2], [3, 4], true],
  ["an empty feed", [1, 2], [], false],
  ["a first poll", [], [3, 4], false],
])("%s: is it a gap?", async (_, first, second, gap) => {
  const { world, process } = await rig();
  const show = (numbers: number[]) => world.answer("guncel", read(numbers.map((number) => item(number, `t${number}`))));
  show(first);
  await process.poll(start);
  show(second);
  const report = await process.poll(start + 2 * minute);
  expect(report.gaps).toEqual(gap ? ["guncel"] : []);
  expect(process.notices).toEqual(gap ? [{ kind: "gap", feed: "guncel", since: start }] : []);
  expect((await feed(process)).gap).toBe(gap ? start + 2 * minute : null);
});

test("a gap is seen across an empty answer between two good ones", async () => {
  const { world, process } = await rig();
  for (const [index, numbers] of [[1, 2], [], [8, 9]].entries()) {
    world.answer("guncel", read(numbers.map((number) => item(number, `t${number}`))));
    await process.poll(start + index * 2 * minute);
  }
  expect(process.notices).toHaveLength(1);
});

test("a feed whose reading throws stops no other", async () => {
  const { world, process } = await rig();
  world.answer("dunya", () => Promise.reject(new Error("bug")));
  world.show("guncel", [item(1, "a")]);
  const report = await process.poll(start);
  expect(report).toMatchObject({ polled: 2, fresh: 1, failed: ["dunya"] });
  expect(process.logged.filter((line) => line.level === "error")).toHaveLength(1);
  expect((await feed(process, "dunya")).failures).toBe(1);
});

test("a poll that another process took over writes nothing", async () => {
  const { world, process } = await rig();
  const other = await createProcess(world, { folder: process.folder, owner: "p2" });
  let release = () => {};
  const stalled = new Promise<void>((resolve) => (release = resolve));
  world.answer("guncel", async () => {
    await stalled;
    return read([item(1, "stale")]);
  });
  const slow = process.poll(start);
  while (world.asked.feeds.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  world.show("guncel", [item(2, "fresh")]);
  await other.poll(start + 6 * minute);
  release();
  await slow;
  expect(await other.db.selectFrom("items").select("id").execute()).toEqual([{ id: "aa:2" }]);
  expect((await feed(other)).polled).toBe(start + 6 * minute);
});

test("a process that dies while it polls has lost nothing: another polls once the lease is over, or at once with the lock", async () => {
  const { world, process } = await rig();
  world.answer("guncel", () => new Promise(() => {}));
  void process.poll(start);
  while (world.asked.feeds.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const next = await createProcess(world, { folder: process.folder, owner: "p2" });
  world.show("guncel", [item(1, "a")]);
  await next.poll(start + minute);
  expect(await next.db.selectFrom("items").selectAll().execute()).toEqual([]);
  await next.store.leases.endAll(start + minute);
  await next.poll(start + minute);
  expect(await next.db.selectFrom("items").select("id").execute()).toEqual([{ id: "aa:1" }]);
});

test("feeds of other hosts do not wait for a slow one", async () => {
  const from = {
    feeds: [
      { id: "slow", kind: "rss" as const, url: "https://slow.example/rss", language: "en", every: minute },
      { id: "fast", kind: "rss" as const, url: "https://fast.example/rss", language: "en", every: minute },
    ],
    topics: [],
    subscribe: [],
  };
  const { world, process } = await rig({ from });
  let release = () => {};
  const stalled = new Promise<FeedOutcome>((resolve) => {
    release = () => resolve(read([]));
  });
  world.answer("slow", () => stalled);
  world.answer("fast", read([item(1, "a")]));
  const polling = process.poll(start);
  while ((await feed(process, "fast")).good === null) await new Promise((resolve) => setTimeout(resolve, 5));
  expect((await feed(process, "slow")).good).toBe(null);
  release();
  await polling;
  expect((await feed(process, "slow")).good).toBe(start);
});

test("however many hosts hang, one that did well the last time is asked before those that did not", async () => {
  const ids = Array.from({ length: 40 }, (_, at) => `f${at}`);
  const from = {
    ...seed,
    feeds: [...ids, "z"].map((id) => ({
      id,
      kind: "rss" as const,
      url: `https://${id}.example/rss`,
      language: "tr",
      every: 2 * minute,
    })),
  };
  const { world, process } = await rig({ from });
  for (const id of ids) world.answer(id, { kind: "failed", why: "no complete answer in time" });
  await process.poll(start);
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  for (const id of ids)
    world.answer(id, () => gate.then(() => ({ kind: "failed", why: "no complete answer in time" })));
  world.answer("z", async () => (open(), read([item(1, "Kızılay 1")])));
  expect(await process.poll(start + 20 * minute)).toMatchObject({ polled: 41, fresh: 1 });
});

test.each([
  ["an hour old", hour, false],
  ["a day old", 24 * hour, false],
  ["a day and a minute old", 24 * hour + minute, true],
])("a feed whose newest item is %s: frozen is told", async (_, age, frozen) => {
  const { world, process } = await rig();
  world.answer("guncel", read([item(1, "a", { published: start - age })]));
  expect((await process.poll(start)).frozen).toEqual(frozen ? ["guncel"] : []);
  world.answer("guncel", { kind: "unchanged", maxAge: null, movedTo: null });
  expect((await process.poll(start + 2 * minute)).frozen).toEqual(age >= 24 * hour ? ["guncel"] : []);
});

test("a feed that fails is not told of as one that answers and stands still", async () => {
  const { world, process } = await rig();
  world.answer("guncel", read([item(1, "a", { published: start })]));
  await process.poll(start);
  world.answer("guncel", { kind: "failed", why: "ENOTFOUND" });
  expect(await process.poll(start + 48 * hour)).toMatchObject({ failed: ["guncel"], frozen: [] });
  expect(process.logged.filter(({ text }) => text.includes("stands still"))).toEqual([]);
});

test("feeds that hang on one host, one after another, are still this process's own when the last one's turn comes", async () => {
  const feeds = Array.from({ length: 40 }, (_, index) => ({
    id: `f${index}`,
    kind: "rss" as const,
    url: `https://slow.example/${index}`,
    language: "en",
    every: minute,
  }));
  const { world, process } = await rig({ from: { feeds, topics: [], subscribe: [] } });
  const other = await createProcess(world, { folder: process.folder, owner: "p2" });
  const claim = { owner: "p1", span: 5 * minute, all: false };
  expect(await process.store.feeds.claim(claim, start)).toHaveLength(40);
  const lastTurn = start + 40 * 25_000;
  expect((await other.poll(lastTurn)).polled).toBe(0);
  expect((await other.poll(start + 30 * minute)).polled).toBe(40);
});
