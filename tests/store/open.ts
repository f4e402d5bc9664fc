import { readFileSync, writeFileSync } from "node:fs";
import { onTestFinished } from "vitest";
import { databaseFile, openDatabase } from "../../src/store/database.js";
import type { Storage } from "../../src/store/database.js";
import type { Database } from "../../src/store/tables.js";
import type { Seed } from "../../src/store/seed.js";
import { createStore } from "../../src/store/store.js";
import { temporaryFolder } from "../temporary.js";
import { isOnServer, storageOf } from "./storage.js";

let empty: Promise<Buffer> | null = null;

/** What a new database looks like; all of its migrations, each with its wait for the disk, run once for a test file. */
async function emptyDatabase(): Promise<Buffer> {
  const folder = temporaryFolder();
  const database = await openDatabase({ folder });
  await database.close();
  return readFileSync(databaseFile(folder));
}

/** A folder with a database in which nothing stands. */
async function freshFolder(): Promise<string> {
  const folder = temporaryFolder();
  writeFileSync(databaseFile(folder), await (empty ??= emptyDatabase()));
  return folder;
}

/**
 * A store on a real database, SQLite's or the server's of `TEST_DATABASE_URL`. Opening a second one on the folder is what a
 * new process sees after the first was killed.
 */
export async function openStore(given?: string, wrap = (database: Database) => database) {
  return openOn(given ?? (isOnServer ? temporaryFolder() : await freshFolder()), storageOf, wrap);
}

/** A store on SQLite whatever the tests run on: for what is about the file. */
export async function openFileStore(given?: string) {
  return openOn(given ?? (await freshFolder()), (folder) => ({ folder }));
}

async function openOn(
  folder: string,
  storage: (folder: string) => Storage | Promise<Storage>,
  wrap = (database: Database) => database,
) {
  const database = await openDatabase(await storage(folder));
  onTestFinished(() => database.close());
  return { folder, database, store: createStore({ database: wrap(database) }) };
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** 2025-11-19T18:00+03:00. */
export const start = Date.UTC(2025, 10, 19, 15);

export const seed: Seed = {
  feeds: [
    { id: "guncel", kind: "aa", url: "https://aa.example/rss?cat=guncel", language: "tr", every: 2 * minute },
    { id: "dunya", kind: "aa", url: "https://aa.example/rss?cat=dunya", language: "tr", every: 2 * minute },
  ],
  topics: [
    { id: "kizilay", name: { tr: "Kızılay", en: "Red Crescent" }, keywords: ["Kızılay", "-Kızılay Meydanı"] },
    { id: "tdt", name: { tr: "TDT", en: "OTS" }, keywords: ["TDT"] },
  ],
  subscribe: [{ chat: "console", topics: ["tdt", "kizilay"] }],
};
