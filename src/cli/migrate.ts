import { loadConfig } from "../config.js";
import { openDatabase, storagePlace } from "../store/database.js";
import { openLock } from "../store/lock.js";
import type { CliParts } from "./parts.js";
import { withProgress } from "./progress.js";
import { storageOf } from "./tellal.js";

/** `migrate`: brings the database up to date without starting anything; `start` and `once` do it by themselves. */
export async function migrate(parts: CliParts): Promise<void> {
  const storage = storageOf(loadConfig(parts));
  // On PostgreSQL others may be running: migrations wait for each other there.
  const lock = storage.address === undefined ? openLock(storage.folder) : null;
  try {
    await withProgress(parts, async (progress) => {
      progress.tell("bringing the tables up to date");
      const indexing = (done: number, all: number) => progress.tell("stories indexed for the search", done, all);
      const database = await openDatabase({ ...storage, indexing });
      await database.close();
    });
  } finally {
    lock?.release();
  }
  await parts.out(`${storagePlace(storage)} is up to date\n`);
}
