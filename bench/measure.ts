/** A line of a bench's table: what each column shows. */
export type Row = Record<string, string | number>;

/** What a file of this folder exports to be run by `npm run bench`. */
export interface Bench {
  name: string;
  /** A sentence for `docs/bench`: what is measured, and how. */
  about: string;
  run: () => Promise<Row[]>;
  /** Minutes rather than seconds: run only when named. */
  long?: true;
}

/** The middle value; of an even number the upper of the two. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b).at(values.length >> 1) ?? 0;

/** With three digits at most behind the point, fewer for large numbers. */
export const short = (value: number): number => Number(value.toPrecision(value >= 1_000 ? 4 : 3));

/** Calls a second of processor time, over `ms` of wall time: on a machine that does other things too, the wall clock measures those. */
export function rate(call: (turn: number) => unknown, ms: number): number {
  const begin = process.cpuUsage();
  const end = performance.now() + ms;
  let done = 0;
  while (performance.now() < end) {
    call(done);
    done += 1;
  }
  return (done * 1_000_000) / process.cpuUsage(begin).user;
}

/** The same for what takes turns with other threads, whose time counts too. */
export async function rateAsync(call: (turn: number) => Promise<unknown>, ms: number): Promise<number> {
  const begin = process.cpuUsage();
  const end = performance.now() + ms;
  let done = 0;
  while (performance.now() < end) {
    await call(done);
    done += 1;
  }
  return (done * 1_000_000) / process.cpuUsage(begin).user;
}

/** Milliseconds of processor time that one call takes, the median of `runs`. */
export function cost(task: () => unknown, runs = 5): number {
  return median(
    Array.from({ length: runs }, () => {
      const begin = process.cpuUsage();
      task();
      return process.cpuUsage(begin).user / 1000;
    }),
  );
}

/** What a task took: milliseconds by the clock, and of processor time in this process, all threads together. */
export async function took(task: () => Promise<unknown>): Promise<{ wall: number; processor: number }> {
  const begin = process.cpuUsage();
  const start = performance.now();
  await task();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(begin);
  return { wall, processor: (user + system) / 1000 };
}

/** The most memory this process has held so far, in MiB; in a bench run by `npm run bench` that is the bench's own. */
export const peakMemory = (): number => Math.round(process.resourceUsage().maxRSS / 1024);
