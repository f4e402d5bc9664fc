import { loadConfig } from "../config.js";
import { openDatabase, storagePlace } from "../store/database.js";
import { takeLock } from "../store/lock.js";
import type { CliParts } from "./parts.js";
import { storageOf } from "./tellal.js";

/** `migrate`: brings the database up to date without starting anything; `start` and `once` do it by themselves. */
export async function migrate(parts: CliParts): Promise<void> {
  const storage = storageOf(loadConfig(parts));
  const lock = await takeLock(storage);
  try {
    const database = await openDatabase(storage);
    await database.close();
  } finally {
    await lock.release();
  }
  await parts.out(`${storagePlace(storage)} is up to date\n`);
}
