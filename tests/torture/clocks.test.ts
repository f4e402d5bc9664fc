import { afterAll, expect, test } from "vitest";
import { item, rig } from "../app/rig.js";
import { minute } from "../store/open.js";
import { figure } from "./figure.js";

const at = (text: string) => Date.parse(text);

/** When the clock was what it was, and what it says a quarter of an hour later. */
const jumps: [string, from: number, to: number][] = [
  ["goes on as it should", at("2025-11-19T18:00+03:00"), at("2025-11-19T18:15+03:00")],
  ["goes back an hour", at("2025-11-19T18:00+03:00"), at("2025-11-19T17:15+03:00")],
  ["goes back a day", at("2025-11-19T18:00+03:00"), at("2025-11-18T18:15+03:00")],
  ["goes back a year", at("2025-11-19T18:00+03:00"), at("2024-11-19T18:15+03:00")],
  ["goes on an hour", at("2025-11-19T18:00+03:00"), at("2025-11-19T19:15+03:00")],
  ["goes on to the next day", at("2025-11-19T18:00+03:00"), at("2025-11-20T17:55+03:00")],
  ["passes the hour that New York has twice", at("2026-11-01T01:50-04:00"), at("2026-11-01T01:05-05:00")],
  ["passes the hour that New York has not", at("2026-03-08T01:50-05:00"), at("2026-03-08T03:05-04:00")],
  ["passes the hour that Berlin has twice", at("2026-10-25T02:50+02:00"), at("2026-10-25T02:05+01:00")],
  ["enters a leap day", at("2028-02-28T23:50+03:00"), at("2028-02-29T00:05+03:00")],
  ["leaves a leap day", at("2028-02-29T23:50+03:00"), at("2028-03-01T00:05+03:00")],
  ["enters a new year", at("2025-12-31T23:50+03:00"), at("2026-01-01T00:05+03:00")],
  ["passes the end of 32-bit seconds", at("2038-01-19T03:10Z"), at("2038-01-19T03:25Z")],
];

let survived = 0;
afterAll(() => figure({ what: "clocks that jump", runs: jumps.length, survived, lost: 0, doubled: 0 }));

test.each(jumps)(
  "a clock that %s: no burst, nothing stands still, nothing lost, nothing twice",
  async (_, from, to) => {
    const { world, process } = await rig();
    const old = [1, 2, 3].map((number) => item(number, `Kızılay ${number}`, { published: from - number * minute }));
    world.show("guncel", old);
    await process.all(from);
    expect(world.told()).toEqual(["post Kızılay 3", "post Kızılay 2", "post Kızılay 1"]);
    const asked = world.asked.feeds.length;
    world.posts.length = 0;

    // The new clock goes on for half an hour, with a story each ten minutes.
    const shown = [...old];
    for (let now = to; now <= to + 30 * minute; now += minute) {
      const number = 10 + (now - to) / minute;
      if (number % 10 === 0) shown.unshift(item(number, `Kızılay ${number}`, { published: now }));
      world.show("guncel", shown);
      await process.all(now);
    }
    expect(world.told()).toEqual(["post Kızılay 10", "post Kızılay 20", "post Kızılay 30", "post Kızılay 40"]);
    expect((await process.store.summary()).deliveries).toMatchObject({ owed: 0, sending: 0, dead: 0 });
    // Two feeds each two minutes; neither in a rush nor asleep.
    const polls = world.asked.feeds.length - asked;
    expect(polls).toBeGreaterThanOrEqual(26);
    expect(polls).toBeLessThanOrEqual(36);
    survived += 1;
  },
);
