const day = 24 * 60 * 60_000;
/** Istanbul's clock, the same all year. */
const east = 3 * 60 * 60_000;
/** 1 January 1970 was a Thursday. */
const thursday = 3;

/** The Monday of a time's week in Istanbul, as midnight of that date in UTC. */
function mondayOf(time: number): number {
  const date = Math.floor((time + east) / day);
  return (Math.floor((date + thursday) / 7) * 7 - thursday) * day;
}

/** The last `count` weeks up to `now`, oldest first, each with how many of the times fall into it. */
export function weekly(times: readonly number[], count: number, now: number): { week: number; count: number }[] {
  const last = mondayOf(now);
  const counts = new Map<number, number>();
  for (const time of times) counts.set(mondayOf(time), (counts.get(mondayOf(time)) ?? 0) + 1);
  return Array.from({ length: count }, (_, index) => {
    const week = last - (count - 1 - index) * 7 * day;
    return { week, count: counts.get(week) ?? 0 };
  });
}
