import { sql } from "kysely";
import type { Kysely } from "kysely";

/**
 * How people and chats are called, for those who read of them in a book of changes or a notice; what `/status` counts without reading all
 * that was ever sent.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("names")
    .addColumn("address", "text", (c) => c.primaryKey().notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("noted", "bigint", (c) => c.notNull())
    .execute();
  await sql`create index deliveries_last on deliveries (chat, sent) where sent is not null`.execute(db);
  await sql`create index deliveries_dead on deliveries (dead) where dead is not null`.execute(db);
}
