import fc from "fast-check";
import { expect, test } from "vitest";
import { readDate } from "../../src/feeds/date.js";

const istanbul = 180;
const at = (iso: string) => Date.parse(iso);

test.each([
  ["Thu, 08 Oct 2026 10:10:39 +0300", "2026-10-08T07:10:39Z"],
  ["Thu, 08 Oct 2026 10:10:39 GMT", "2026-10-08T10:10:39Z"],
  ["Thu, 8 Oct 2026 10:10:39 UT", "2026-10-08T10:10:39Z"],
  ["08 Oct 26 10:10 EST", "2026-10-08T15:10:00Z"],
  ["8 Oct 2026 10:10:39 PDT", "2026-10-08T17:10:39Z"],
  ["8 Oct 2026 10:10:39 Z", "2026-10-08T10:10:39Z"],
  ["Thu, 08 Oct 2026 10:10:39 -0330", "2026-10-08T13:40:39Z"],
  ["Thu, 08 Oct 2026 10:10:39 +03:00", "2026-10-08T07:10:39Z"],
  ["Thu, 08 Oct 2026 10:10:39 +03", "2026-10-08T07:10:39Z"],
  ["Thu, 08 Oct 2026 10:10:39 GMT+0300", "2026-10-08T07:10:39Z"],
  ["Thu, 08 Oct 2026 10:10:39 UTC+3", "2026-10-08T07:10:39Z"],
  ["Thu, 08 Oct 2026 10:10:39 +0300 (TRT)", "2026-10-08T07:10:39Z"],
  ["Thu, 08 Oct 2026 10:10:39 TRT", "2026-10-08T07:10:39Z"],
  ["Thu, 08 Oct 2026 10:10:39 TSİ", "2026-10-08T07:10:39Z"],
  ["Thu,08 Oct 2026 10:10:39 +0300", "2026-10-08T07:10:39Z"],
  ["Thursday, 08-Oct-26 10:10:39 GMT", "2026-10-08T10:10:39Z"],
  ["Thu Oct  8 10:10:39 2026", "2026-10-08T07:10:39Z"],
  ["Thu, Oct 8 2026 10:10:39 GMT", "2026-10-08T10:10:39Z"],
  ["October 8, 2026 10:10 PM GMT", "2026-10-08T22:10:00Z"],
  ["Oct 8, 2026 12:10 a.m. UTC", "2026-10-08T00:10:00Z"],
  ["2026-10-08T10:10:39Z", "2026-10-08T10:10:39Z"],
  ["2026-10-08T10:10:39.25+03:00", "2026-10-08T07:10:39.250Z"],
  ["2026-10-08t10:10:39z", "2026-10-08T10:10:39Z"],
  ["2026-10-08 10:10:39", "2026-10-08T07:10:39Z"],
  ["2026-10-08T10:10", "2026-10-08T07:10:00Z"],
  ["2026-10-08T10:10:39+0300", "2026-10-08T07:10:39Z"],
  ["2026-10-08T10:10:39+03", "2026-10-08T07:10:39Z"],
  ["20261008T101039Z", "2026-10-08T10:10:39Z"],
  ["20261008T101039+0300", "2026-10-08T07:10:39Z"],
  ["2026-10-08", "2026-10-07T21:00:00Z"],
  ["2026/10/08 10:10", "2026-10-08T07:10:00Z"],
  ["08.10.2026 10:10", "2026-10-08T07:10:00Z"],
  ["8.10.2026", "2026-10-07T21:00:00Z"],
  ["08/10/2026 10:10", "2026-10-08T07:10:00Z"],
  ["8 Ekim 2026 10:10", "2026-10-08T07:10:00Z"],
  ["8 Ekim 2026 Perşembe, saat 10:10", "2026-10-08T07:10:00Z"],
  ["Perşembe, 08 Eki 2026 10:10:39 +0300", "2026-10-08T07:10:39Z"],
  ["29 AĞUSTOS 2026 23:30", "2026-08-29T20:30:00Z"],
  ["1 Şubat 2026 00:00", "2026-01-31T21:00:00Z"],
  ["19 Kasım 2025 14:30 TSİ", "2025-11-19T11:30:00Z"],
  ["2026-10-08T24:00:00Z", "2026-10-09T00:00:00Z"],
  ["2026-12-31T23:59:60Z", "2027-01-01T00:00:00Z"],
  ["2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"],
  ["  2026-10-08T10:10:39Z\n", "2026-10-08T10:10:39Z"],
  // A zone that nobody knows counts as none.
  ["Thu, 08 Oct 2026 10:10:39 XYZT", "2026-10-08T07:10:39Z"],
])("%s", (text, iso) => {
  expect(readDate(text, istanbul)).toBe(at(iso));
});

test.each([
  "",
  "now",
  "yesterday 10:10",
  "2026",
  "Oct 2026",
  "31 Feb 2026 10:00 GMT",
  "2026-02-30",
  "2025-02-29T00:00:00Z",
  "2026-13-01",
  "2026-00-10",
  "2026-10-00",
  "32 Oct 2026",
  "2026-10-08T25:00:00Z",
  "2026-10-08T24:00:01Z",
  "2026-10-08T10:60:00Z",
  "2026-10-08T10:10:61Z",
  "2026-10-08T10:10:39+25:00",
  "13:10 PM 8 Oct 2026",
  "0001-01-01T00:00:00Z",
  "9999-12-31",
  "10:10:39",
  "2026-10-08T10:10:39Z <b>",
  "{}",
  "1791443439000",
])("%j is no date", (text) => {
  expect(readDate(text, istanbul)).toBeNull();
});

test("a missing zone is the one that is given", () => {
  expect(readDate("2026-10-08 10:10", 0)).toBe(at("2026-10-08T10:10:00Z"));
  expect(readDate("2026-10-08 10:10", -300)).toBe(at("2026-10-08T15:10:00Z"));
});

test("every instant in every offset is read back, in both families of forms", () => {
  const pad = (value: number) => String(value).padStart(2, "0");
  const instants = fc.integer({ min: 86_400, max: at("2199-12-30T00:00:00Z") / 1000 });
  fc.assert(
    fc.property(instants, fc.integer({ min: -720, max: 840 }), (seconds, offset) => {
      const local = new Date((seconds + offset * 60) * 1000);
      const sign = offset < 0 ? "-" : "+";
      const [hours, minutes] = [pad(Math.floor(Math.abs(offset) / 60)), pad(Math.abs(offset) % 60)];
      const iso = `${local.toISOString().slice(0, 19)}${sign}${hours}:${minutes}`;
      const rfc = local.toUTCString().replace("GMT", `${sign}${hours}${minutes}`);
      expect([readDate(iso, 60), readDate(rfc, 60)]).toEqual([seconds * 1000, seconds * 1000]);
    }),
  );
});

test("no text throws or takes long", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      const read = readDate(text, 0);
      expect(read === null || Number.isFinite(read)).toBe(true);
    }),
  );
});
