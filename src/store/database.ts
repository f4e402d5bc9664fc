import { join } from "node:path";
import { Migrator } from "kysely";
import type { Kysely, Migration } from "kysely";
import { migrations as ours } from "../../migrations/index.js";
import { Refusal } from "../core/refusal.js";
import { retryBusy } from "./busy.js";
import { openPostgres, placeOf } from "./postgres.js";
import { indexMissing } from "./search-index.js";
import { openSqlite } from "./sqlite.js";
import type { Database, Tables } from "./tables.js";
import { createWriteTogether } from "./together.js";

/** The database file of a data folder. */
export function databaseFile(folder: string): string {
  return join(folder, "tellal.db");
}

/** Where Tellal stores: on PostgreSQL if there is an address (`postgres://…`), else in the data folder. */
export interface Storage {
  folder: string;
  address?: string | undefined;
}

/** The place as a person would name it. */
export const storagePlace = ({ folder, address }: Storage): string =>
  address === undefined ? databaseFile(folder) : placeOf(address);

/**
 * Opens the database and brings its tables up to date. A damaged file, a foreign one, one that a newer Tellal wrote, and a
 * server that does not let us in are a `Refusal`; a migration that fails throws and leaves the database as it was. `indexing` hears
 * how many of the stories that the search index lacks it has by now.
 */
export async function openDatabase({
  migrations = ours,
  indexing,
  ...storage
}: Storage & {
  migrations?: Record<string, Migration>;
  indexing?: (done: number, all: number) => void;
}): Promise<Database> {
  const { folder, address } = storage;
  const db = address === undefined ? await openSqlite(databaseFile(folder)) : await openPostgres(address);
  const database: Database = {
    db,
    write: createWriteTogether(db),
    close: () => db.destroy(),
  };
  try {
    await migrate(db, storagePlace(storage), migrations);
    await indexMissing(database, indexing);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return database;
}

async function migrate(db: Kysely<Tables>, place: string, migrations: Record<string, Migration>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  await retryBusy(async () => {
    const unknown = (await appliedMigrations(db)).filter((name) => !Object.hasOwn(migrations, name));
    if (unknown.length > 0) {
      throw new Refusal(
        `${place} was written by a newer Tellal (${unknown.join(", ")}). Install that version, or restore an older backup.`,
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
