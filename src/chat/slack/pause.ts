import { setTimeout as sleep } from "node:timers/promises";

/** Waits so many milliseconds, or less if the signal says so. Does not reject. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Milliseconds until the next try after so many failures in a row: one second, two, four … up to a minute. */
export function backOff(failures: number): number {
  return Math.min(60_000, 1_000 * 2 ** (failures - 1));
}

/** Waits, or returns at once when the signal is given. */
export const pause: Wait = async (milliseconds, signal) => {
  await sleep(milliseconds, undefined, { signal }).catch(() => {});
};
