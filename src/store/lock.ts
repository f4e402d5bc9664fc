import { rmSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite from "better-sqlite3";
import { Refusal } from "../core/refusal.js";
import { codeOf } from "./busy.js";
import { makeFolder } from "./folder.js";
import { asRefusal } from "./sqlite.js";

/** Held by the one process that works on a data folder. */
interface Lock {
  release(): void;
}

/**
 * Takes the lock of a data folder, or refuses because another Tellal works on it. The lock is SQLite's own on a second
 * small database, which the kernel frees when the process dies, however it dies: no stale lock file can be left.
 */
export function openLock(folder: string): Lock {
  makeFolder(folder);
  const file = join(folder, "lock.db");
  try {
    return lockFile(file);
  } catch (error) {
    const code = codeOf(error);
    if (code.startsWith("SQLITE_BUSY")) {
      throw new Refusal(
        `Another Tellal is running on ${folder}. Stop it first, or give this one a folder of its own with TELLAL_DATA.`,
      );
    }
    if (code !== "SQLITE_NOTADB") throw asRefusal(error, file);
    // It holds nothing, so a damaged one may go; no living process can hold a lock on it.
    rmSync(file);
    return lockFile(file);
  }
}

function lockFile(file: string): Lock {
  const database = new BetterSqlite(file, { timeout: 0 });
  try {
    database.exec("begin exclusive");
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    release: () => {
      database.close();
    },
  };
}
