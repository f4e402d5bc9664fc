/** Tells whether a key comes for the first time, as far back as memory goes. */
export type First = (key: string) => boolean;

/** Remembers keys for `span` ms and never more than `most` of them: the oldest are forgotten first. */
export function createFirst({ clock, span, most }: { clock: () => number; span: number; most: number }): First {
  const seen = new Map<string, number>();
  return (key) => {
    const now = clock();
    for (const [old, at] of seen) {
      if (now - at < span) break;
      seen.delete(old);
    }
    if (seen.has(key)) return false;
    const oldest = seen.size < most ? undefined : seen.keys().next().value;
    if (oldest !== undefined) seen.delete(oldest);
    seen.set(key, now);
    return true;
  };
}
