import { expect, test } from "vitest";
import { createTrial } from "../../src/app/keyword-trial.js";
import { hour, minute, start } from "../store/open.js";
import { item, rig } from "./rig.js";

/** Two hundred and fifty items that name blood, one a minute, the last one newest. */
async function many(most?: { texts: number; span: number }) {
  const { world, process } = await rig();
  const items = Array.from({ length: 250 }, (_, n) => item(n + 1, `Haber ${n + 1}`, { body: "Kan bağışı yapıldı." }));
  for (const [at, one] of items.entries()) {
    if (at % 25 !== 0) continue;
    world.show("guncel", items.slice(at, at + 25));
    await process.poll(start + at * minute, true);
    expect(one.id).toBe(`aa:${at + 1}`);
  }
  await process.readAll(start + 300 * minute);
  const time = { now: start + 5 * hour, breaths: 0 };
  const trial = createTrial({
    store: process.store,
    clock: () => time.now,
    breathe: async () => {
      time.breaths += 1;
      time.now += 10;
    },
    ...(most && { most }),
  });
  return { trial, time };
}

test("all pages of texts are tried, in steps", async () => {
  const { trial, time } = await many();
  const result = await trial(["Kızılay"], "kan bağışı", time.now);
  expect(result).toMatchObject({ matched: 250, before: 0, after: 250, texts: 250, stopped: null });
  expect(result.examples).toHaveLength(5);
  expect(time.breaths).toBe(25);
}, 30_000);

test.each([
  ["texts", { texts: 120, span: 10_000 }, 120],
  ["time", { texts: 10_000, span: 35 }, 30],
])(
  "too many %s: the newest are tried, and it says so",
  async (_what, most, texts) => {
    const { trial, time } = await many(most);
    const result = await trial([], "kan", time.now);
    expect(result).toMatchObject({ matched: texts, texts });
    expect(result.stopped).toBeGreaterThanOrEqual(start);
  },
  30_000,
);

test("what is older than thirty days counts for nothing", async () => {
  const { trial, time } = await many();
  expect(await trial([], "kan", time.now + 31 * 24 * hour)).toMatchObject({ texts: 0, matched: 0 });
}, 30_000);
