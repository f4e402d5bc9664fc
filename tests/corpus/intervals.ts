/** What was found rightly, claimed wrongly, and missed. */
export interface Counts {
  hit: number;
  wrong: number;
  missed: number;
}

/** `right` of `of`. */
export interface Share {
  right: number;
  of: number;
}

/** Bounds of 95 %. */
export interface Interval {
  low: number;
  high: number;
}

/** Where there was nothing to find and nothing was claimed, all is right. */
const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

export const share = ({ right, of }: Share): number => ratio(right, of);
export const precision = ({ hit, wrong }: Counts): number => ratio(hit, hit + wrong);
export const recall = ({ hit, missed }: Counts): number => ratio(hit, hit + missed);
export const f1 = ({ hit, wrong, missed }: Counts): number => ratio(2 * hit, 2 * hit + wrong + missed);

export const sum = (all: readonly Counts[]): Counts =>
  all.reduce((a, b) => ({ hit: a.hit + b.hit, wrong: a.wrong + b.wrong, missed: a.missed + b.missed }), {
    hit: 0,
    wrong: 0,
    missed: 0,
  });

/** Wilson's score interval: of use near 1, where the normal one leaves the scale. */
export function wilson({ right, of }: Share): Interval {
  if (of === 0) return { low: 0, high: 1 };
  const z = 1.959964;
  const p = right / of;
  const middle = p + z ** 2 / (2 * of);
  const spread = z * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2));
  const scale = 1 + z ** 2 / of;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}

/** Numbers below `n`, the same in each run. */
function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** Percentile bootstrap of F1 over whole stories, since the errors of one story come together. Seeded: the same counts give the same bounds. */
export function bootstrapF1(stories: readonly Counts[], rounds = 2_000): Interval {
  const roll = dice(stories.length + 1);
  const drawn = Array.from({ length: rounds }, () =>
    f1(sum(stories.map(() => stories[roll(stories.length)] ?? { hit: 0, wrong: 0, missed: 0 }))),
  ).sort((a, b) => a - b);
  return { low: drawn[Math.floor(rounds * 0.025)] ?? 0, high: drawn[Math.ceil(rounds * 0.975) - 1] ?? 1 };
}
