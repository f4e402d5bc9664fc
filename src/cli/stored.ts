import { existsSync } from "node:fs";
import { loadConfig } from "../config.js";
import { Refusal } from "../core/refusal.js";
import { openDatabase, storagePlace } from "../store/database.js";
import { createStore, type Store } from "../store/store.js";
import type { CliParts } from "./parts.js";
import { storageOf } from "./tellal.js";

/** Does something with the stored stories, beside a running Tellal or not. Refuses where there is no database yet. */
export async function withStore<Result>(parts: CliParts, work: (store: Store) => Promise<Result>): Promise<Result> {
  const storage = storageOf(loadConfig(parts));
  if (storage.address === undefined && !existsSync(storagePlace(storage))) {
    throw new Refusal(`${storagePlace(storage)}: there is no database yet; tellal start or tellal once makes one`);
  }
  const store = createStore({ database: await openDatabase(storage) });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
