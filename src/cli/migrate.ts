import { mkdirSync } from "node:fs";
import { loadConfig } from "../config.js";
import { openDatabase, databaseFile } from "../store/database.js";
import { openLock } from "../store/lock.js";
import type { Register } from "./parts.js";

/** `migrate`: brings the database up to date without starting anything; `start` and `once` do it by themselves. */
export const registerMigrate: Register = (program, parts) => {
  program
    .command("migrate")
    .description("bring the database's tables up to date; start and once do it by themselves")
    .action(async () => {
      const { data } = loadConfig(parts);
      mkdirSync(data, { recursive: true });
      const lock = openLock(data);
      try {
        const database = await openDatabase({ folder: data });
        await database.close();
      } finally {
        lock.release();
      }
      await parts.out(`${databaseFile(data)} is up to date\n`);
    });
};
