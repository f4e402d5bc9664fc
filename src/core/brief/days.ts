/** A calendar day counted from 1970-01-01; no zone, no hour. */
export type Day = number;

const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** Since this day Türkiye keeps UTC+3 all year round; before it `Intl` is asked. */
const permanent = Date.UTC(2016, 8, 7, 21);

/** The day in Istanbul at a time in epoch milliseconds. */
export function istanbulDay(time: number): Day {
  if (time >= permanent) return Math.floor((time + 3 * hourMs) / dayMs);
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Istanbul" }).format(time);
  return Math.floor(Date.parse(parts) / dayMs);
}

/** The day of a date; null where the calendar has none (31 June). `month` counts from 0. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const time = Date.UTC(year, month, date);
  const back = new Date(time);
  if (back.getUTCFullYear() !== year || back.getUTCMonth() !== month || back.getUTCDate() !== date) return null;
  return Math.floor(time / dayMs);
}

/** Year and month, which counts from 0. */
export function monthOf(day: Day): { year: number; month: number } {
  const date = new Date(day * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() };
}

const yearOfDay = (day: Day) => new Date(day * dayMs).getUTCFullYear();

/** 0 is Monday. */
export const weekdayOf = (day: Day) => (((day + 3) % 7) + 7) % 7;

/** `2025-11-19` */
export const isoOf = (day: Day) => new Date(day * dayMs).toISOString().slice(0, 10);

/** The day of a date without year that is nearest to `near`. */
export function nearestYear(month: number, date: number, near: Day): Day | null {
  const year = yearOfDay(near);
  const days = [year - 1, year, year + 1].flatMap((one) => dayOf(one, month, date) ?? []);
  return days.toSorted((a, b) => Math.abs(a - near) - Math.abs(b - near))[0] ?? null;
}
