import { loadConfig } from "../config.js";
import { openDatabase } from "../store/database.js";
import { makeFolder } from "../store/folder.js";
import { createStore } from "../store/store.js";
import type { CliParts } from "./parts.js";
import { seedOf, storageOf } from "./tellal.js";

/** `config apply`: merges the configuration into the database, and tells what that changed and what only the database has. */
export async function applyConfig(parts: CliParts): Promise<void> {
  const { clock, out } = parts;
  const config = loadConfig(parts);
  makeFolder(config.data);
  const store = createStore({ database: await openDatabase(storageOf(config)) });
  try {
    const seed = seedOf(config);
    const differences = await store.differences(seed);
    await store.apply(seed, clock());
    const lines = differences.map(({ what, id, how }) => `${told[how]} ${what} ${id}`);
    const changed = differences.some(({ how }) => how !== "extra");
    await out(`${[...lines, changed ? "applied" : "nothing to change"].join("\n")}\n`);
  } finally {
    await store.close();
  }
}

const told = { missing: "added", differs: "changed", extra: "kept, only in the database:" } as const;
