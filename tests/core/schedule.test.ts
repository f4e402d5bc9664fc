import fc from "fast-check";
import { expect, test } from "vitest";
import { backOff, earlier, nextPoll, nextReading, nextTry, placement } from "../../src/core/schedule.js";
import type { Pace } from "../../src/core/schedule.js";

const minute = 60_000;
const hour = 60 * minute;
const every = 2 * minute;
const now = 1_000 * hour;

test.each<[string, Pace, number]>([
  ["good", { kind: "good", maxAge: null }, 2 * minute],
  ["good, with a shorter max-age", { kind: "good", maxAge: minute }, 2 * minute],
  ["good, with a longer max-age", { kind: "good", maxAge: 7 * minute }, 7 * minute],
  ["good, with max-age of a day", { kind: "good", maxAge: 24 * hour }, 15 * minute],
  ["first failure", { kind: "failed", failures: 1, until: null }, 2 * minute],
  ["third failure", { kind: "failed", failures: 3, until: null }, 8 * minute],
  ["hundredth failure", { kind: "failed", failures: 100, until: null }, 15 * minute],
  ["Retry-After is obeyed", { kind: "failed", failures: 1, until: now + 3 * hour }, 3 * hour],
  ["Retry-After in the past", { kind: "failed", failures: 1, until: now - hour }, 2 * minute],
  ["a short Retry-After, again and again", { kind: "failed", failures: 9, until: now + 1_000 }, 15 * minute],
  ["Retry-After of a year", { kind: "failed", failures: 1, until: now + 365 * 24 * hour }, 24 * hour],
  ["gone for the first time", { kind: "gone", failures: 1 }, 2 * minute],
  ["gone for the tenth time", { kind: "gone", failures: 10 }, 6 * hour],
])("%s", (_, pace, wait) => {
  expect(nextPoll(pace, every, now, 0) - now).toBe(wait);
});

test("the jitter shortens by at most a tenth: a cron at the feed's own interval finds it due", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.integer({ min: 1_000, max: hour }),
      (random, every) => {
        const wait = nextPoll({ kind: "good", maxAge: null }, every, now, random) - now;
        expect(wait).toBeLessThanOrEqual(every);
        expect(wait).toBeGreaterThanOrEqual(Math.floor(every * 0.9));
      },
    ),
  );
});

test("back-off doubles and never passes its limit", () => {
  expect([0, 1, 2, 3, 4, 60].map((failures) => backOff(2, failures, 15))).toEqual([2, 2, 4, 8, 15, 15]);
});

test.each([
  [0, 15 * minute],
  [15 * minute, hour],
  [2 * hour, 6 * hour],
  [6 * hour, 24 * hour],
  [24 * hour, null],
])("%d ms after recording the next reading is %s after it", (passed, next) => {
  expect(nextReading(now, now + passed)).toBe(next === null ? null : now + next);
});

test.each([
  [1, null, minute],
  [4, null, 8 * minute],
  [20, null, hour],
  [1, now + 10 * minute, 10 * minute],
  [1, now + 100 * hour, 6 * hour],
  [30, null, null],
])("after %d failures a page is tried again", (failures, until, wait) => {
  expect(nextTry(failures, until, now)).toBe(wait === null ? null : now + wait);
});

test.each([
  ["young", { published: now - 23 * hour, first: false }, "post"],
  ["young at a first poll", { published: now - 23 * hour, first: true }, "post"],
  ["a day old to the ms", { published: now - 24 * hour, first: false }, "post"],
  ["old", { published: now - 25 * hour, first: false }, "digest"],
  ["old at a first poll", { published: now - 25 * hour, first: true }, "old"],
  ["of the future", { published: now + 50 * hour, first: false }, "post"],
  ["without a time, just seen", { published: null, first: false }, "post"],
])("a story %s", (_, story, expected) => {
  expect(placement({ ...story, seen: now }, now)).toBe(expected);
});

test("a story without a time, seen long ago, is late", () => {
  expect(placement({ published: null, seen: now - 30 * hour, first: false }, now)).toBe("digest");
});

test.each([
  [null, null, null],
  [1, null, 1],
  [null, 2, 2],
  [3, 2, 2],
])("earlier(%s, %s)", (a, b, expected) => {
  expect(earlier(a, b)).toBe(expected);
});
