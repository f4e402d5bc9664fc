/**
 * Keeps the sends of one process to `count` in any `span` ms, whatever held them up: a program that stood still for a moment would
 * else send at once what its turns had spaced. Parts of a millisecond count.
 */
export function createWindow({ count, span }: { count: number; span: number }) {
  const times: number[] = [];
  return {
    /** When the next send may leave; call `note` if it does. */
    free: (): number => (times[0] !== undefined && times.length >= count ? times[0] + span : -Infinity),
    note: (now: number): void => {
      times.push(now);
      if (times.length > count) times.shift();
    },
  };
}
