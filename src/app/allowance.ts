/** How often one person may ask for what costs work: `count` times in any `span` ms. */
export function createAllowance({ count, span }: { count: number; span: number }) {
  const taken = new Map<string, number[]>();

  /** Takes one turn of somebody; else how many ms there are until the next. */
  return function take(who: string, now: number): number {
    for (const [one, times] of taken) if ((times.at(-1) ?? 0) <= now - span) taken.delete(one);
    const recent = (taken.get(who) ?? []).filter((time) => time > now - span);
    const [first = now] = recent;
    if (recent.length >= count) return first + span - now;
    taken.set(who, [...recent, now]);
    return 0;
  };
}
