import { randomUUID } from "node:crypto";
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { databaseFile, openDatabase } from "./database.js";
import { open } from "./outbox.js";
import { writeSetting } from "./settings.js";
import { copySqlite, foldJournal, place } from "./sqlite.js";
import { Refusal } from "../core/refusal.js";

/** Key of the time at which a backup was put in place; what was published before it may have been posted already. */
export const restoredKey = "restored";

/**
 * Writes a consistent copy of a data folder's database to a new file that only its owner may read; a Tellal that runs on the
 * folder goes on meanwhile. Returns its size in bytes. A file that exists already, and a folder without a database, are a `Refusal`.
 */
export function backUp(folder: string, to: string): number {
  const file = databaseFile(folder);
  if (!existsSync(file)) throw new Refusal(`There is no database in ${folder}. Check TELLAL_DATA.`);
  if (existsSync(to)) throw new Refusal(`${to} exists already, and a backup replaces nothing. Name another file.`);
  const draft = `${resolve(to)}.${randomUUID()}.part`;
  try {
    mkdirSync(dirname(draft), { recursive: true });
    copySqlite(file, draft);
    chmodSync(draft, 0o600);
    sync(draft);
    renameSync(draft, to);
    sync(dirname(resolve(to)));
  } finally {
    rmSync(draft, { force: true });
  }
  return statSync(to).size;
}

/**
 * Puts a backup in the place of a data folder's database, brought up to date. The database that was there stays beside it
 * under the name that comes back, null if there was none. Whoever calls holds the folder's lock. `indexing` is that of `openDatabase`.
 */
export async function restore(
  from: string,
  folder: string,
  now: number,
  indexing: (done: number, all: number) => void = () => {},
): Promise<string | null> {
  if (!existsSync(from)) throw new Refusal(`${from} does not exist. Name the file that tellal backup made.`);
  const draft = join(folder, `restore-${randomUUID()}`);
  mkdirSync(draft);
  try {
    copyFileSync(from, databaseFile(draft));
    const database = await openDatabase({ folder: draft, indexing });
    try {
      await database.write(async (trx) => {
        await writeSetting(trx, restoredKey, now);
        // It may have been sent since the backup was made.
        await trx
          .updateTable("deliveries")
          .set({ repeated: now })
          .where("kind", "in", ["post", "digest"])
          .where((eb) => open(eb))
          .execute();
      });
    } finally {
      await database.close();
    }
    sync(databaseFile(draft));
    const file = databaseFile(folder);
    const kept = existsSync(file) ? putAside(file, now) : null;
    renameSync(databaseFile(draft), file);
    sync(folder);
    return kept;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * Gives the database a second name, under which it can still be opened; the first one stays until the backup takes it, so that a
 * process killed in between leaves no folder without a database.
 */
function putAside(file: string, now: number): string {
  const kept = `${file}.before-restore-${new Date(now).toISOString().replaceAll(/[:.]/gu, "-")}`;
  foldJournal(file);
  for (const part of ["-wal", "-shm"]) {
    if (existsSync(file + part)) renameSync(file + part, kept + part);
  }
  place(file, kept);
  return basename(kept);
}

/** Waits until the disk has a file, or the names of a folder. */
function sync(path: string): void {
  const handle = openSync(path, "r");
  fsyncSync(handle);
  closeSync(handle);
}
