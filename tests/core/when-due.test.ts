import fc from "fast-check";
import { expect, test } from "vitest";
import { changedSettings, defaultSettings, type ChatSettings } from "../../src/core/chat-settings.js";
import { isQuiet, whenDue } from "../../src/core/when-due.js";

/** `08:30` as minutes. */
function at(text: string): number {
  const [hours = 0, minutes = 0] = text.split(":").map(Number);
  return hours * 60 + minutes;
}

function settingsOf(zone: string, delivery: string, quiet = ""): ChatSettings {
  const [kind = "", time = "0:0", day = "1"] = delivery.split(" ");
  const made = {
    immediate: { kind },
    hourly: { kind },
    daily: { kind, at: at(time) },
    weekly: { kind, at: at(time), day: Number(day) },
  };
  const [from = "", to = ""] = quiet.split("-");
  const change = { zone, delivery: made[kind as "daily"], quiet: quiet === "" ? null : { from: at(from), to: at(to) } };
  const settings = changedSettings(defaultSettings, change as Partial<ChatSettings>);
  if (settings === null) throw new Error("no settings");
  return settings;
}

const istanbul = "Europe/Istanbul";
const berlin = "Europe/Berlin";
const newYork = "America/New_York";
const kolkata = "Asia/Kolkata";

test.each([
  // Istanbul keeps one time.
  [istanbul, "immediate", "", "2025-11-19T18:00+03:00", "2025-11-19T18:00+03:00"],
  [istanbul, "hourly", "", "2025-11-19T18:00+03:00", "2025-11-19T19:00+03:00"],
  [istanbul, "hourly", "", "2025-11-19T18:59:59+03:00", "2025-11-19T19:00+03:00"],
  [istanbul, "daily 08:00", "", "2025-11-19T07:59:59+03:00", "2025-11-19T08:00+03:00"],
  [istanbul, "daily 08:00", "", "2025-11-19T08:00+03:00", "2025-11-20T08:00+03:00"],
  [istanbul, "daily 00:00", "", "2025-12-31T23:59+03:00", "2026-01-01T00:00+03:00"],
  [istanbul, "immediate", "22:00-07:00", "2025-11-19T21:59+03:00", "2025-11-19T21:59+03:00"],
  [istanbul, "immediate", "22:00-07:00", "2025-11-19T22:00+03:00", "2025-11-20T07:00+03:00"],
  [istanbul, "immediate", "22:00-07:00", "2025-11-20T06:59:59+03:00", "2025-11-20T07:00+03:00"],
  [istanbul, "immediate", "22:00-07:00", "2025-11-20T07:00+03:00", "2025-11-20T07:00+03:00"],
  [istanbul, "immediate", "12:30-13:30", "2025-11-20T13:00+03:00", "2025-11-20T13:30+03:00"],
  [istanbul, "hourly", "22:00-07:00", "2025-11-19T21:30+03:00", "2025-11-20T07:00+03:00"],
  [istanbul, "daily 06:00", "22:00-07:00", "2025-11-19T18:00+03:00", "2025-11-20T07:00+03:00"],
  // Weekly, over the end of a year: 1 January 2026 is a Thursday.
  [istanbul, "weekly 09:00 4", "", "2025-12-25T09:00+03:00", "2026-01-01T09:00+03:00"],
  [istanbul, "weekly 09:00 1", "", "2025-12-31T12:00+03:00", "2026-01-05T09:00+03:00"],
  [istanbul, "weekly 09:00 7", "", "2025-12-28T08:00+03:00", "2025-12-28T09:00+03:00"],
  // Half an hour beside the others: full hours are Kolkata's own.
  [kolkata, "hourly", "", "2025-11-19T18:00+03:00", "2025-11-19T21:00+05:30"],
  [kolkata, "daily 08:00", "", "2025-11-19T18:00+03:00", "2025-11-20T08:00+05:30"],
  [kolkata, "immediate", "23:00-06:30", "2025-11-19T23:00+05:30", "2025-11-20T06:30+05:30"],
  ["Asia/Kathmandu", "hourly", "", "2025-11-19T12:50+05:45", "2025-11-19T13:00+05:45"],
  // Berlin, 29 March 2026: 02:00 becomes 03:00. A time that does not exist comes when the clock jumps over it.
  [berlin, "daily 02:30", "", "2026-03-28T20:00+01:00", "2026-03-29T03:00+02:00"],
  [berlin, "daily 02:30", "", "2026-03-29T03:00+02:00", "2026-03-30T02:30+02:00"],
  [berlin, "daily 08:00", "", "2026-03-28T08:00+01:00", "2026-03-29T08:00+02:00"],
  [berlin, "hourly", "", "2026-03-29T01:30+01:00", "2026-03-29T03:00+02:00"],
  [berlin, "immediate", "22:00-02:30", "2026-03-28T23:00+01:00", "2026-03-29T03:00+02:00"],
  [berlin, "immediate", "02:15-06:00", "2026-03-29T01:59+01:00", "2026-03-29T01:59+01:00"],
  [berlin, "immediate", "02:15-06:00", "2026-03-29T03:00+02:00", "2026-03-29T06:00+02:00"],
  [berlin, "weekly 02:30 7", "", "2026-03-23T12:00+01:00", "2026-03-29T03:00+02:00"],
  // Berlin, 26 October 2025: 03:00 becomes 02:00. A time that comes twice is taken once, and quiet as often as the clock says so.
  [berlin, "daily 02:30", "", "2025-10-25T20:00+02:00", "2025-10-26T02:30+02:00"],
  [berlin, "daily 02:30", "", "2025-10-26T02:30+02:00", "2025-10-27T02:30+01:00"],
  [berlin, "daily 02:30", "", "2025-10-26T02:10+01:00", "2025-10-27T02:30+01:00"],
  [berlin, "hourly", "", "2025-10-26T02:30+02:00", "2025-10-26T02:00+01:00"],
  [berlin, "immediate", "22:00-02:30", "2025-10-25T23:00+02:00", "2025-10-26T02:30+02:00"],
  [berlin, "immediate", "22:00-02:30", "2025-10-26T02:10+01:00", "2025-10-26T02:30+01:00"],
  [berlin, "immediate", "22:00-07:00", "2025-10-25T23:00+02:00", "2025-10-26T07:00+01:00"],
  // New York, 8 March 2026 and 2 November 2025.
  [newYork, "daily 02:30", "", "2026-03-07T20:00-05:00", "2026-03-08T03:00-04:00"],
  [newYork, "daily 07:00", "", "2026-03-07T20:00-05:00", "2026-03-08T07:00-04:00"],
  [newYork, "daily 01:30", "", "2025-11-01T20:00-04:00", "2025-11-02T01:30-04:00"],
  [newYork, "daily 01:30", "", "2025-11-02T01:30-04:00", "2025-11-03T01:30-05:00"],
  [newYork, "immediate", "22:00-06:00", "2025-11-01T23:00-04:00", "2025-11-02T06:00-05:00"],
  [newYork, "weekly 18:00 5", "17:00-19:00", "2025-12-26T19:00-05:00", "2026-01-02T19:00-05:00"],
  // Midnight itself is jumped over in Cairo, half an hour is the whole change on Lord Howe.
  ["Africa/Cairo", "daily 00:00", "", "2026-04-23T12:00+02:00", "2026-04-24T01:00+03:00"],
  ["Australia/Lord_Howe", "hourly", "", "2025-10-05T01:45+10:30", "2025-10-05T03:00+11:00"],
])("%s, %s, quiet %s: at %s due %s", (zone, delivery, quiet, now, due) => {
  const found = whenDue(settingsOf(zone, delivery, quiet), Date.parse(now), "news");
  expect(new Date(found).toISOString()).toBe(new Date(due).toISOString());
});

test.each([
  ["immediate", true, "disaster", "2025-11-19T23:00+03:00"],
  ["immediate", false, "disaster", "2025-11-20T07:00+03:00"],
  ["immediate", true, "aid", "2025-11-20T07:00+03:00"],
  ["daily 08:00", true, "disaster", "2025-11-20T08:00+03:00"],
] as const)("%s, disasters pass: %s, a story of %s at 23:00 is due %s", (delivery, disasters, kind, due) => {
  const settings = { ...settingsOf(istanbul, delivery, "22:00-07:00"), disasters };
  expect(whenDue(settings, Date.parse("2025-11-19T23:00+03:00"), kind)).toBe(Date.parse(due));
});

const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
const delivery = fc.oneof(
  fc.constant({ kind: "immediate" as const }),
  fc.constant({ kind: "hourly" as const }),
  fc.record({ kind: fc.constant("daily" as const), at: minutes }),
  fc.record({ kind: fc.constant("weekly" as const), day: fc.integer({ min: 1, max: 7 }), at: minutes }),
);
const zone = fc.constantFrom(
  istanbul,
  berlin,
  newYork,
  kolkata,
  "Africa/Cairo",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "America/St_Johns",
  "UTC",
);
const quiet = fc.option(
  fc
    .record({ from: minutes, span: fc.integer({ min: 1, max: 20 * 60 }) })
    .map(({ from, span }) => ({ from, to: (from + span) % (24 * 60) })),
);
const year = { min: Date.UTC(2025, 0, 1), max: Date.UTC(2027, 0, 1) };

test("what is due is never earlier than now, never within quiet hours, and within eight days", () => {
  fc.assert(
    fc.property(delivery, zone, quiet, fc.integer(year), (delivery, zone, quiet, now) => {
      const settings = changedSettings(defaultSettings, { delivery, zone, quiet });
      if (settings === null) throw new Error("no settings");
      const due = whenDue(settings, now, "news");
      expect(due).toBeGreaterThanOrEqual(now);
      expect(isQuiet(settings, due)).toBe(false);
      expect(due - now).toBeLessThanOrEqual(8 * 24 * 60 * 60_000);
      expect(due > now || delivery.kind === "immediate").toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
