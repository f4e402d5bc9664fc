import { expect, test } from "vitest";
import type { Notice } from "../../src/app/log.js";
import { createWatch } from "../../src/app/watch.js";
import { isSilent, type FeedHour } from "../../src/core/silence.js";
import { hour, minute, start } from "../store/open.js";
import { item, pageOf, rig } from "./rig.js";

const now = 600 * 7 * 24 * hour + 30 * minute;
const current = now / hour - 0.5;
const week = 7 * 24;

/** Each of some weeks had `usual` items in the hours before this one; the last `silent` hours none. */
function history(weeks: number, usual: number, silent: number): FeedHour[] {
  const rows: FeedHour[] = [];
  for (let back = 1; back <= weeks; back += 1) {
    for (let at = 1; at <= 12; at += 1) rows.push({ hour: current - at - back * week, items: usual });
  }
  for (let at = 1; at <= 12; at += 1) rows.push({ hour: current - at, items: at <= silent ? 0 : usual });
  return rows;
}

test.each<[string, FeedHour[], boolean]>([
  ["an hour without the usual ten", history(4, 10, 1), true],
  ["the hour before brought some", history(4, 10, 0), false],
  ["two weeks tell too little", history(2, 10, 6), false],
  ["three weeks are enough", history(3, 10, 1), true],
  ["one item an hour: an hour of silence is chance", history(4, 1, 1), false],
  ["one item an hour: six hours of silence are not", history(4, 1, 6), true],
  ["this hour brought one", [...history(4, 10, 3), { hour: current, items: 1 }], false],
  [
    "one of the weeks was as silent",
    history(4, 10, 1).map((row) => (row.hour === current - 1 - week ? { ...row, items: 0 } : row)),
    false,
  ],
  ["we did not look in the last hour", history(4, 10, 3).filter(({ hour }) => hour !== current - 1), false],
  ["nothing is known", [], false],
])("silent or not: %s", (_name, rows, silent) => expect(isSilent(rows, now)).toBe(silent));

/** A watch over a store whose admins can, or cannot, be told. */
async function watched() {
  const both = await rig();
  const told: Notice[] = [];
  const able = { be: true };
  const { store, log, db } = both.process;
  /** Each call is a new one, as after a restart. */
  const look = (at: number) =>
    createWatch({
      store,
      log,
      tell: async (notice) => {
        if (able.be) told.push(notice);
        return able.be;
      },
    })(at);
  return { ...both, db, store, told, able, look };
}

test("a feed that fails for an hour is told of once, over restarts, and once more when it is well", async () => {
  const { world, process, told, look, able } = await watched();
  world.show("dunya", [item(1, "Haber", { published: start + 3 * hour })]);
  world.answer("guncel", { kind: "failed", why: "timed out" });
  await process.poll(start, true);
  await look(start + 59 * minute);
  expect(told).toEqual([]);
  able.be = false;
  await look(start + hour);
  able.be = true;
  await look(start + hour);
  await look(start + 2 * hour);
  expect(told).toEqual([{ kind: "failing", feed: "guncel", since: start, why: "timed out" }]);
  world.show("guncel", [item(2, "Haber", { published: start + 3 * hour })]);
  await process.poll(start + 3 * hour, true);
  await look(start + 3 * hour);
  await look(start + 4 * hour);
  expect(told.slice(1)).toEqual([{ kind: "well", of: "failing", what: "guncel" }]);
});

test("what nobody could be told of is not told as well again either", async () => {
  const { world, process, told, look, able } = await watched();
  world.answer("guncel", { kind: "failed", why: "timed out" });
  await process.poll(start, true);
  able.be = false;
  await look(start + hour);
  able.be = true;
  world.answer("guncel", { kind: "unchanged", maxAge: null, movedTo: null });
  await process.poll(start + 2 * hour, true);
  await look(start + 2 * hour);
  expect(told).toEqual([]);
});

test("a feed whose newest item is old is silent, and polls are counted by the hour", async () => {
  const { world, process, told, look, store } = await watched();
  world.show("guncel", [item(1, "Bir", { published: start })]);
  await process.poll(start, true);
  world.show("guncel", [item(2, "İki", { published: start }), item(1, "Bir", { published: start })]);
  await process.poll(start + hour, true);
  await process.poll(start + 2 * hour, true);
  const rows = await store.watched.hours("guncel", 0);
  expect(rows.map(({ items }) => items)).toEqual([1, 0]);
  await look(start + 25 * hour);
  expect(told).toEqual([{ kind: "silent", feed: "guncel", newest: start }]);
});

test("three strange pages in a row are a new layout; one that is read as usual ends it", async () => {
  const { world, process, told, look } = await watched();
  const items = [1, 2, 3, 4].map((n) => item(n, `Haber ${n}`, { published: start + n }));
  world.show("guncel", items);
  const outcomes = [
    { kind: "failed", why: "no body found", layout: true } as const,
    { ...pageOf(items[1]!, "Metin."), own: false },
    { kind: "failed", why: "no body found", layout: true } as const,
  ];
  for (const [index, outcome] of outcomes.entries()) world.page(items[index]!.link, outcome);
  await process.poll(start, true);
  for (let n = 0; n < 3; n += 1) {
    await look(start);
    expect(told).toEqual([]);
    await process.pages(start);
  }
  await look(start);
  expect(told).toEqual([{ kind: "layout", feed: "guncel", pages: 3 }]);
  await process.pages(start);
  await look(start);
  expect(told.slice(1)).toEqual([{ kind: "well", of: "layout", what: "guncel" }]);
});

test("a lane that sends nothing of what is due stands still, and a closed one is well when it sends again", async () => {
  const { world, process, told, look, store } = await watched();
  world.show("guncel", [item(1, "Kızılay bir", { published: start })]);
  await process.poll(start, true);
  await process.readAll(start);
  await store.watched.told("closed:console", -1, start + minute);
  await look(start + 29 * minute);
  expect(told).toEqual([]);
  await look(start + 31 * minute);
  expect(told).toEqual([{ kind: "still", lane: "console", waiting: 1, since: start }]);
  await process.deliver("console", start + 32 * minute);
  await look(start + 33 * minute);
  expect(told.slice(1)).toEqual([
    { kind: "well", of: "closed", what: "console" },
    { kind: "well", of: "still", what: "console" },
  ]);
});
