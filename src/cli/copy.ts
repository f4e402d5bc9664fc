import { existsSync } from "node:fs";
import { loadConfig } from "../config.js";
import { Refusal } from "../core/refusal.js";
import { copyAll } from "../store/copy.js";
import { databaseFile, openDatabase, storagePlace } from "../store/database.js";
import { openLock } from "../store/lock.js";
import type { CliParts } from "./parts.js";
import { withProgress } from "./progress.js";
import { storageOf } from "./tellal.js";

/** `migrate --from sqlite --to postgres`: all that the data folder holds, to the database of DATABASE_URL. */
export async function copyToPostgres({ from, to }: { from?: string; to?: string }, parts: CliParts): Promise<void> {
  if (from !== "sqlite" || to !== "postgres") {
    throw new Refusal("--from and --to: only sqlite to postgres can be copied (--from sqlite --to postgres).");
  }
  const target = storageOf(loadConfig(parts));
  if (target.address === undefined) {
    throw new Refusal("DATABASE_URL is not set: it says where to copy to (postgres://user:password@host/database).");
  }
  const { folder } = target;
  const file = databaseFile(folder);
  if (!existsSync(file)) throw new Refusal(`${file}: no such file. TELLAL_DATA names the folder to copy from.`);
  // Nobody may write to it meanwhile.
  const lock = openLock(folder);
  try {
    const source = await openDatabase({ folder });
    try {
      const database = await openDatabase(target);
      try {
        const copied = await withProgress(parts, (progress) => {
          progress.tell("copying");
          return copyAll(source, database, ({ table, rows }) => progress.tell(`copied ${table}`, rows));
        });
        await parts.out(report(copied, storagePlace(target)));
      } finally {
        await database.close();
      }
    } finally {
      await source.close();
    }
  } finally {
    lock.release();
  }
}

function report(copied: readonly { table: string; rows: number }[] | null, place: string): string {
  if (copied === null) return `${place} holds all of it already; nothing was copied\n`;
  const filled = copied.filter(({ rows }) => rows > 0);
  const lines = filled.map(({ table, rows }) => `${String(rows).padStart(9)}  ${table}\n`);
  return `${lines.join("")}copied to ${place}, read back, and found the same. Start Tellal with DATABASE_URL from now on\n`;
}
