/** What clocks of a time zone show, by `Intl`: pure arithmetic over instants in epoch ms. */

/** A day of the calendar; month and day count from 1. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

/** What a clock shows: `minutes` since midnight, `weekday` 1 (Monday) to 7. */
export interface Face extends Day {
  minutes: number;
  weekday: number;
}

const minute = 60_000;
const half = 12 * 60 * minute;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether the zone is one that `Intl` knows (`Europe/Istanbul`). */
export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** Making a format costs a thousand times what using it does; there are some hundred zones. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(zone, made);
  return made;
}

/** What the clock of a zone is ahead of UTC at an instant, in ms. */
function offset(zone: string, at: number): number {
  const part = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1_000) * 1_000;
}

/** What the clock of a zone shows at an instant. */
export function faceOf(zone: string, at: number): Face {
  const local = new Date(at + offset(zone, at));
  return {
    ...dayOf(local),
    minutes: local.getUTCHours() * 60 + local.getUTCMinutes(),
    weekday: local.getUTCDay() === 0 ? 7 : local.getUTCDay(),
  };
}

/** So many days after a day. */
export function daysAfter({ year, month, day }: Day, days: number): Day {
  return dayOf(new Date(Date.UTC(year, month - 1, day + days)));
}

function dayOf(date: Date): Day {
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/**
 * The instants at which the clock of a zone shows a time of a day, in order: two where it is set back over it; where it is set
 * forward over it, the instant of that.
 */
export function instantsOf(zone: string, { year, month, day }: Day, minutes: number): [number, ...number[]] {
  const wall = Date.UTC(year, month - 1, day, 0, minutes);
  const [before, after] = [offset(zone, wall - half), offset(zone, wall + half)];
  const found = [...new Set([wall - before, wall - after])]
    .filter((at) => at + offset(zone, at) === wall)
    .sort((a, b) => a - b);
  const [first, ...rest] = found;
  return first === undefined ? [change(zone, wall - Math.max(before, after), before)] : [first, ...rest];
}

/** The first minute from an instant on at which the clock is no longer `before` ahead. */
function change(zone: string, from: number, before: number): number {
  let [low, high] = [from, from + half];
  while (high - low > minute) {
    const middle = low + Math.ceil((high - low) / 2 / minute) * minute;
    if (offset(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}
