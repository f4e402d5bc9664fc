const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** What `durationMs` reads: a whole number and a unit. */
export const durationForm = /^(\d{1,9})(ms|s|m|h|d)$/u;

/** Milliseconds of `500ms`, `1s`, `2m`, `6h`, `30d`; null for anything else. */
export function durationMs(text: string): number | null {
  const [, count, unit] = durationForm.exec(text) ?? [];
  if (count === undefined || !isUnit(unit)) return null;
  return Number(count) * units[unit];
}

function isUnit(unit: string | undefined): unit is keyof typeof units {
  return unit !== undefined && unit in units;
}
