import { onTestFinished } from "vitest";
import { openDatabase } from "../../src/store/database.js";
import type { Database } from "../../src/store/tables.js";
import type { Seed } from "../../src/store/seed.js";
import { createStore } from "../../src/store/store.js";
import { temporaryFolder } from "../temporary.js";

/** A store on a real file. Opening a second one on the folder is what a new process sees after the first was killed. */
export async function openStore(folder = temporaryFolder(), wrap = (database: Database) => database) {
  const database = await openDatabase({ folder });
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
