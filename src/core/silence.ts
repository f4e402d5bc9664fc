/** How many items a feed showed newly in an hour in which it was polled well. `hour` counts from the epoch. */
export interface FeedHour {
  hour: number;
  items: number;
}

const hour = 60 * 60_000;
const week = 7 * 24;
/** So many weeks are looked back at, of which at least so many must be known. */
const weeks = 4;
const enoughWeeks = 3;
/** Where so many items were usual and none came, chance is no explanation. */
const usual = 6;
/** A longer silence says no more. */
const longest = 24;

/** The hour of a time, as `FeedHour` counts. */
export function hourOf(time: number): number {
  return Math.floor(time / hour);
}

/**
 * Whether a feed that answers has been silent for longer than is usual for it at these hours of this day of the week: in each of the
 * last weeks that we know it brought something in the same hours, six items on the average, and now nothing. A feed that we have
 * watched for less than three weeks is never called silent.
 */
export function isSilent(history: readonly FeedHour[], now: number): boolean {
  const items = new Map(history.map((row) => [row.hour, row.items]));
  const current = hourOf(now);
  if ((items.get(current) ?? 0) > 0) return false;
  for (let length = 1; length <= longest; length += 1) {
    // An hour in which it brought something, or in which we did not look, ends the silence that we know of.
    if (items.get(current - length) !== 0) return false;
    if (wasLoud(items, current, length)) return true;
  }
  return false;
}

/** Whether the same hours of the weeks before had their items. */
function wasLoud(items: ReadonlyMap<number, number>, current: number, length: number): boolean {
  const sums: number[] = [];
  for (let back = 1; back <= weeks; back += 1) {
    let sum: number | null = 0;
    for (let at = 1; at <= length && sum !== null; at += 1) {
      const count = items.get(current - at - back * week);
      sum = count === undefined ? null : sum + count;
    }
    if (sum !== null) sums.push(sum);
  }
  if (sums.length < enoughWeeks || sums.includes(0)) return false;
  return sums.reduce((all, sum) => all + sum, 0) / sums.length >= usual;
}
