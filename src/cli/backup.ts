import { resolve } from "node:path";
import { loadConfig } from "../config.js";
import { Refusal } from "../core/refusal.js";
import { backUp, restore as restoreFile } from "../store/backup.js";
import { openLock } from "../store/lock.js";
import type { CliParts } from "./parts.js";
import { withProgress } from "./progress.js";

/** The data folder whose database file is copied or replaced; a server's is its own tools' business. */
function fileFolder(parts: CliParts): string {
  const { data, env } = loadConfig(parts);
  if (env.DATABASE_URL === undefined) return data;
  throw new Refusal(
    "DATABASE_URL: backup and restore copy SQLite's file. Use pg_dump and pg_restore, or unset it to use the data folder.",
  );
}

/** `backup FILE`: a copy of the database, made while Tellal runs or not. */
export async function backup(file: string, parts: CliParts): Promise<void> {
  const data = fileFolder(parts);
  const path = resolve(parts.cwd, file);
  const bytes = await withProgress(parts, async (progress) => {
    // SQLite copies in one go, so there is nothing to draw between its beginning and its end.
    progress.tell("looking through the database and copying it");
    return backUp(data, path);
  });
  await parts.out(`${path}: ${(bytes / 2 ** 20).toFixed(1)} MiB\n`);
}

/** `restore FILE`: puts a backup in the database's place, which is kept beside it. */
export async function restore(file: string, parts: CliParts): Promise<void> {
  const data = fileFolder(parts);
  const lock = openLock(data);
  try {
    const kept = await withProgress(parts, (progress) => {
      progress.tell("copying the backup and looking through it");
      const indexing = (done: number, all: number) => progress.tell("stories indexed for the search", done, all);
      return restoreFile(resolve(parts.cwd, file), data, parts.clock(), indexing);
    });
    if (kept !== null) await parts.out(`The database that was there is kept as ${kept}.\n`);
    await parts.out(
      "The backup is in place. What was published before now and is not in it comes as one digest: it may have been posted already.\n",
    );
  } finally {
    lock.release();
  }
}
