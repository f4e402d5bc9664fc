import { join } from "node:path";
import { Migrator } from "kysely";
import type { Kysely, Migration } from "kysely";
import { migrations as ours } from "../../migrations/index.js";
import { Refusal } from "../core/refusal.js";
import { retryBusy } from "./busy.js";
import { indexMissing } from "./search-index.js";
import { openSqlite } from "./sqlite.js";
import type { Database, Tables } from "./tables.js";

/** The database file of a data folder. */
export function databaseFile(folder: string): string {
  return join(folder, "tellal.db");
}

/**
 * Opens the database of a data folder and brings its tables up to date. A damaged file, a foreign one, and one that a
 * newer Tellal wrote are a `Refusal`; a migration that fails throws and leaves the database as it was.
 */
export async function openDatabase({
  folder,
  migrations = ours,
}: {
  folder: string;
  migrations?: Record<string, Migration>;
}): Promise<Database> {
  const file = databaseFile(folder);
  const db = await openSqlite(file);
  const database: Database = {
    db,
    write: (work) => retryBusy(() => db.transaction().execute(work)),
    close: () => db.destroy(),
  };
  try {
    await migrate(db, file, migrations);
    await indexMissing(database);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return database;
}

async function migrate(db: Kysely<Tables>, file: string, migrations: Record<string, Migration>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  await retryBusy(async () => {
    const unknown = (await appliedMigrations(db)).filter((name) => !Object.hasOwn(migrations, name));
    if (unknown.length > 0) {
      throw new Refusal(
        `${file} was written by a newer Tellal (${unknown.join(", ")}). Install that version, or restore an older backup.`,
      );
    }
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
  });
}

async function appliedMigrations(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === "kysely_migration")) return [];
  const rows = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom("kysely_migration")
    .selectAll()
    .execute();
  return rows.map((row) => row.name);
}
