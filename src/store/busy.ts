import { setTimeout as wait } from "node:timers/promises";

/** Pauses between the tries in ms: about 10 s in all, the longest that `backup` or `config apply` may hold the database. */
const pauses = [20, 40, 80, 160, 300, 500, 800, 1_200, 1_600, 2_400, 3_000];

/** PostgreSQL: another transaction came between (serialization failure), or each waited for the other (deadlock). */
const conflicts = new Set(["40001", "40P01"]);

/**
 * Tries again while another process holds the database, or where two transactions came between each other, without blocking
 * the event loop; then throws what the database threw.
 */
export async function retryBusy<Result>(work: () => Promise<Result>): Promise<Result> {
  for (const pause of pauses) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
    await wait(pause);
  }
  return work();
}

/** Whether somebody else was in the way: the same may succeed when it is tried again as a whole. */
export function isBusy(error: unknown): boolean {
  const code = codeOf(error);
  return code.startsWith("SQLITE_BUSY") || conflicts.has(code);
}

/** The `code` of an error of SQLite or the file system; empty for others. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}
