import { mkdirSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite from "better-sqlite3";
import { Refusal } from "../core/refusal.js";
import { codeOf } from "./busy.js";

/** Held by the one process that works on a data folder. */
export interface Lock {
  release(): void;
}

/**
 * Takes the lock of a data folder, or refuses because another Tellal works on it. The lock is SQLite's own on a second
 * small database, which the kernel frees when the process dies, however it dies: no stale lock file can be left.
 */
export function openLock(folder: string): Lock {
  mkdirSync(folder, { recursive: true });
  const database = new BetterSqlite(join(folder, "lock.db"), { timeout: 0 });
  try {
    database.exec("begin exclusive");
  } catch (error) {
    database.close();
    if (!codeOf(error).startsWith("SQLITE_BUSY")) throw error;
    throw new Refusal(
      `Another Tellal is running on ${folder}. Stop it first, or give this one a folder of its own with TELLAL_DATA.`,
    );
  }
  return { release: () => database.close() };
}
