import { expect, test } from "vitest";
import { fromIstanbul, readIsoTime } from "../../src/core/istanbul.js";

test.each([
  ["2026-04-20T14:09:42.493", "2026-04-20T11:09:42.493Z"],
  ["2025-11-19", "2025-11-18T21:00:00.000Z"],
  ["2025-11-19 18:00", "2025-11-19T15:00:00.000Z"],
  ["2025-11-19T18:00:00.1234567", "2025-11-19T15:00:00.123Z"],
  ["2025-11-19T18:00:00Z", "2025-11-19T18:00:00.000Z"],
  ["2025-11-19T18:00:00+0100", "2025-11-19T17:00:00.000Z"],
  ["2025-11-19T18:00:00-05:30", "2025-11-19T23:30:00.000Z"],
  // Winter and summer time before September 2016
  ["2015-01-15T12:00:00", "2015-01-15T10:00:00.000Z"],
  ["2015-07-15T12:00:00", "2015-07-15T09:00:00.000Z"],
  ["2016-01-15T12:00:00", "2016-01-15T10:00:00.000Z"],
  ["2017-01-15T12:00:00", "2017-01-15T09:00:00.000Z"],
  // The clock went to 04:00 at 03:00 on 29 March 2015
  ["2015-03-29T02:59:59", "2015-03-29T00:59:59.000Z"],
  ["2015-03-29T04:00:00", "2015-03-29T01:00:00.000Z"],
])("%s is %s", (text, expected) => {
  expect(new Date(readIsoTime(text) ?? NaN).toISOString()).toBe(expected);
});

test.each([
  "",
  "yesterday",
  "2025-02-30",
  "2025-13-01",
  "2025-11-19T25:00",
  "19.11.2025",
  "0000-00-00",
  "2025-11-19T18:00 CET",
])("%s is no time", (text) => {
  expect(readIsoTime(text)).toBeNull();
});

test("a day alone is its midnight", () => {
  expect(fromIstanbul({ year: 2024, month: 2, day: 29 })).toBe(Date.UTC(2024, 1, 28, 21));
  expect(fromIstanbul({ year: 2025, month: 2, day: 29 })).toBeNull();
});
