import type { Kysely } from "kysely";

/**
 * What administration in chats needs: whose change it was that `audit` tells of and whether it was undone; feeds at rest; people who
 * administer Tellal beside `ADMINS`; questions that wait for a yes; what admins were told of; what each feed brought hour by hour;
 * announcements.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("audit").addColumn("owner", "text").execute();
  await db.schema.alterTable("audit").addColumn("undone", "bigint").execute();
  await db.schema.alterTable("feeds").addColumn("paused", "bigint").execute();
  await db.schema
    .alterTable("feeds")
    .addColumn("strange", "bigint", (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable("admins")
    .addColumn("who", "text", (c) => c.primaryKey().notNull())
    .addColumn("created", "bigint", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("confirmations")
    .addColumn("token", "text", (c) => c.primaryKey().notNull())
    .addColumn("who", "text", (c) => c.notNull())
    .addColumn("chat", "text", (c) => c.notNull())
    .addColumn("action", "text", (c) => c.notNull())
    .addColumn("until", "bigint", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("notices")
    .addColumn("key", "text", (c) => c.primaryKey().notNull())
    .addColumn("since", "bigint", (c) => c.notNull())
    .addColumn("told", "bigint")
    .execute();
  await db.schema
    .createTable("feed_hours")
    .addColumn("feed", "text", (c) => c.notNull().references("feeds.id"))
    .addColumn("hour", "bigint", (c) => c.notNull())
    .addColumn("items", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("feed_hours_pk", ["feed", "hour"])
    .execute();
  await db.schema
    .createTable("broadcasts")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("created", "bigint", (c) => c.notNull())
    .execute();
}
