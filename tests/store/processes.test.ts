import { expect, test } from "vitest";
import { minute, openStore, seed, start } from "./open.js";

const span = 12_000;
const one = { number: 1, owner: "one", until: start + span };
const two = { number: 2, owner: "two", until: start + span };

test("a process that is there stays; one that was silent is told, and what it had is another's", async () => {
  const { store } = await openStore();
  const { stay, list } = store.processes;
  expect(await stay(one, start)).toBe(false);
  expect(await stay({ ...one, until: start + 3_000 + span }, start + 3_000)).toBe(true);
  await store.leases.take("watch", "one", minute, start + 4_000);
  expect(await stay({ ...one, until: start + minute }, start + 3_000 + span)).toBe(false);
  expect(await store.leases.take("watch", "two", minute, start + 3_000 + span)).not.toBeNull();
  expect(await list()).toEqual([{ ...one, until: start + minute }]);
});

test("only the dead one's leases end, and a process that comes back meanwhile is not buried", async () => {
  const { store, database } = await openStore();
  await store.seed(seed, start);
  await store.processes.stay(one, start);
  await store.processes.stay(two, start);
  const [feed] = await store.feeds.claim({ owner: "one", span: 5 * minute, all: false }, start);
  await store.leases.take("telegram:listen", "two", minute, start);

  await store.processes.stay({ ...one, until: start + 2 * span }, start + 1);
  expect(await store.processes.bury(one, start + span)).toBe(false);
  expect(await store.feeds.claim({ owner: "two", span: minute, all: false }, start + span)).toEqual([]);

  expect(await store.processes.bury({ ...one, until: start + 2 * span }, start + 2 * span)).toBe(true);
  expect((await database.db.selectFrom("feeds").select("batch").execute()).every(({ batch }) => batch === null)).toBe(
    true,
  );
  expect(await store.leases.take("telegram:listen", "three", minute, start + span)).toBeNull();
  const again = await store.feeds.claim({ owner: "two", span: minute, all: false }, start + 2 * span);
  expect(again.map((claimed) => claimed.feed.id)).toContain(feed?.feed.id);
  if (feed === undefined) return;
  const patch = { due: start + 2 * minute, failures: 0 };
  expect(await store.feeds.settle(feed, patch, null, start + 3 * span)).toEqual({ kind: "stale" });
});

test("whoever leaves gives back what it has, and only that", async () => {
  const { store } = await openStore();
  await store.processes.stay(one, start);
  await store.processes.stay(two, start);
  await store.leases.take("a", "one", minute, start);
  await store.leases.take("b", "two", minute, start);
  await store.processes.leave("one", start + 1);
  expect(await store.processes.list()).toEqual([two]);
  expect(await store.leases.take("a", "three", minute, start + 1)).not.toBeNull();
  expect(await store.leases.take("b", "three", minute, start + 1)).toBeNull();
});

test("a lease is kept by saying so, until another took it", async () => {
  const { store } = await openStore();
  const lease = await store.leases.take("telegram:listen", "one", span, start);
  if (lease === null) throw new Error("nobody has it");
  expect(await store.leases.renew(lease, span, start + span - 1)).toBe(true);
  expect(await store.leases.take("telegram:listen", "two", span, start + span)).toBeNull();
  await store.leases.take("telegram:listen", "two", span, start + 2 * span);
  expect(await store.leases.renew(lease, span, start + 2 * span)).toBe(false);
});

test("a key that two processes make at once is one key", async () => {
  const { store } = await openStore();
  const [mine, theirs] = await Promise.all([store.settings.settle("key", "a"), store.settings.settle("key", "b")]);
  expect(mine).toBe(theirs);
  expect(await store.settings.settle("key", "c")).toBe(mine);
});

test("a lane that rests because of a dead token is tried again at a start, and a pace is kept", async () => {
  const { store, database } = await openStore();
  await store.deliveries.rest("telegram", start + 15 * minute);
  await store.deliveries.rest("slack:T1", start + 300);
  await store.processes.wakeLanes(start);
  const rows = await database.db.selectFrom("pacing").select(["key", "next"]).orderBy("key").execute();
  expect(rows).toEqual([
    { key: "lane:slack:T1", next: start + 300 },
    { key: "lane:telegram", next: start },
  ]);
});
