import type { Kysely } from "kysely";

/** Which processes are present on a shared database, and which of them has an item in hand, see `store/processes.ts`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("processes")
    .addColumn("number", "bigint", (c) => c.primaryKey().notNull())
    .addColumn("owner", "text", (c) => c.notNull())
    .addColumn("until", "bigint", (c) => c.notNull())
    .execute();
  await db.schema.alterTable("items").addColumn("owner", "text").execute();
}
