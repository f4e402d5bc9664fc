import { sql } from "kysely";
import type { Kysely } from "kysely";

interface Tables {
  matches: { relevance: number; count: number };
  deliveries: { kind: string; batch: string | null; reason: string | null };
}

/**
 * `chats.settings`, JSON and `{}` for a chat that never chose; `subscriptions.muted`, until when; digests that close at a time and tell why
 * they are one; what readers say of posts. `matches.relevance` was a count of hits and is a share of 1 from now on.
 */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable("chats")
    .addColumn("settings", "text", (c) => c.notNull().defaultTo("{}"))
    .execute();
  await db.schema.alterTable("subscriptions").addColumn("muted", "bigint").execute();
  await digests(db);
  await relevance(db);
  await feedback(db);
}

async function digests(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable("deliveries").addColumn("closes", "bigint").execute();
  await db.schema.alterTable("deliveries").addColumn("reason", "text").execute();
  await db.updateTable("deliveries").set({ reason: "late" }).where("kind", "=", "digest").execute();
  await db
    .updateTable("deliveries")
    .set({ reason: "many" })
    .where("kind", "=", "digest")
    .where("batch", "is", null)
    .execute();
  await db.schema
    .createIndex("deliveries_closes")
    .on("deliveries")
    .column("closes")
    .where(sql<boolean>`closes is not null and due is null`)
    .execute();
}

/** What was matched before is in about the right order by its count; the next version of a story has the real number. */
async function relevance(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable("matches").renameColumn("relevance", "count").execute();
  await db.schema
    .alterTable("matches")
    .addColumn("relevance", "double precision", (c) => c.notNull().defaultTo(0))
    .execute();
  await sql`update matches set relevance = case when count > 8 then 1.0 else 0.2 + 0.1 * count end`.execute(db);
  await db.schema.alterTable("matches").dropColumn("count").execute();
}

async function feedback(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable("feedback")
    .addColumn("story", "text", (c) => c.notNull().references("stories.id"))
    .addColumn("person", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("chat", "text", (c) => c.notNull())
    .addColumn("at", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("feedback_pk", ["story", "person", "kind"])
    .execute();
  await db.schema
    .createTable("irrelevances")
    .addColumn("story", "text", (c) => c.notNull().references("stories.id"))
    .addColumn("person", "text", (c) => c.notNull())
    .addColumn("topic", "text", (c) => c.notNull())
    .addColumn("keyword", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("irrelevances_pk", ["story", "person", "topic", "keyword"])
    .execute();
}
