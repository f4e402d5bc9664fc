import { expect, test } from "vitest";
import { minute, start } from "../store/open.js";
import { figure } from "../torture/figure.js";
import { whileTurning } from "../torture/turns.js";
import { item, read, rig } from "./rig.js";

const count = 5_000;
/** Others have a turn after so many items at the latest. */
const atOnce = 50;
const shown = (words: string) =>
  read(Array.from({ length: count }, (_, at) => item(at + 1, `Spor ${at}`, { spot: words, published: start - at })));

test("a feed of thousands of items is written in one transaction, and whoever waits for the thread has it in between", async () => {
  const { world, process } = await rig();
  const polls: [words: string, fresh: number, changed: number][] = [
    ["a", count, 0],
    ["a", 0, 0],
    ["b", 0, count],
  ];
  let worst = 0;
  for (const [at, [words, fresh, changed]] of polls.entries()) {
    world.answer("guncel", shown(words));
    const { found, turns, longest } = await whileTurning(() => process.poll(start + at * 10 * minute));
    expect(found).toMatchObject({ fresh, changed });
    // To look them up, and to write them.
    expect(turns).toBeGreaterThanOrEqual((2 * count) / atOnce - 2);
    worst = Math.max(worst, longest);
  }
  figure({ what: `${count} items of a feed written`, runs: polls.length, more: `longest turn ${worst} ms` });
});
