import { existsSync } from "node:fs";
import { Refusal } from "../core/refusal.js";
import { databaseFile, openDatabase } from "../store/database.js";
import { createStore, type Store } from "../store/store.js";
import { storeConfig } from "./open.js";
import type { CliParts } from "./parts.js";

/** Does something with the stored stories, beside a running Tellal or not. Refuses where there is no database yet. */
export async function withStore<Result>(parts: CliParts, work: (store: Store) => Promise<Result>): Promise<Result> {
  const { data } = storeConfig(parts);
  if (!existsSync(databaseFile(data))) {
    throw new Refusal(`${databaseFile(data)}: there is no database yet; tellal start or tellal once makes one`);
  }
  const store = createStore({ database: await openDatabase({ folder: data }) });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
