import { openDatabase, databaseFile } from "../store/database.js";
import { openLock } from "../store/lock.js";
import { storeConfig } from "./open.js";
import type { CliParts } from "./parts.js";

/** `migrate`: brings the database up to date without starting anything; `start` and `once` do it by themselves. */
export async function migrate(parts: CliParts): Promise<void> {
  const { data } = storeConfig(parts);
  const lock = openLock(data);
  try {
    const database = await openDatabase({ folder: data });
    await database.close();
  } finally {
    lock.release();
  }
  await parts.out(`${databaseFile(data)} is up to date\n`);
}
