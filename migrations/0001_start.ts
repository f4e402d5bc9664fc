import { sql } from "kysely";
import type { CreateTableBuilder, Expression, Kysely } from "kysely";

/**
 * The tables of DESIGN §6. Times are epoch ms in bigint columns and null where something has not happened; ids are
 * text made by us; JSON is text. `position`, `number`, `part` and the like avoid names that a dialect reserves.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await feedsAndItems(db);
  await stories(db);
  await topicsAndChats(db);
  await outbox(db);
  await settings(db);
}

async function feedsAndItems(db: Kysely<unknown>): Promise<void> {
  await table(db, "feeds", { id: "id", texts: ["kind", "url", "language"], times: ["every", "created", "due"] })
    .addColumn("moved", "text")
    .addColumn("moving", "text")
    .addColumn("moves", "bigint", (c) => c.notNull().defaultTo(0))
    .addColumn("etag", "text")
    .addColumn("modified", "text")
    .addColumn("hash", "text")
    .addColumn("shown", "text")
    .addColumn("polled", "bigint")
    .addColumn("good", "bigint")
    .addColumn("failures", "bigint", (c) => c.notNull().defaultTo(0))
    .addColumn("why", "text")
    .addColumn("newest", "bigint")
    .addColumn("gap", "bigint")
    .addColumn("until", "bigint")
    .addColumn("reader", "text")
    .addColumn("batch", "text")
    .addColumn("removed", "bigint")
    .execute();

  await table(db, "items", { id: "id", texts: ["host", "link", "title", "spot", "batch"], times: ["seen"] })
    .addColumn("feed", "text", (c) => c.notNull().references("feeds.id"))
    .addColumn("alias", "text")
    .addColumn("guid", "text")
    .addColumn("published", "bigint")
    .addColumn("photo", "text")
    .addColumn("first", "bigint")
    .addColumn("changed", "bigint")
    .addColumn("due", "bigint")
    .addColumn("tried", "bigint")
    .addColumn("read", "bigint")
    .addColumn("recorded", "bigint")
    .addColumn("failures", "bigint", (c) => c.notNull().defaultTo(0))
    .addColumn("why", "text")
    .addColumn("fate", "text")
    .addColumn("text", "text")
    .addColumn("lease", "bigint")
    .addColumn("fence", "bigint", (c) => c.notNull().defaultTo(0))
    .execute();
  await partialIndex(db, "items_due", ["host", "due"], sql<boolean>`due is not null`);
  await partialIndex(db, "items_lease", ["lease", "host"], sql<boolean>`lease is not null`);
  await partialIndex(db, "items_unread", ["batch"], sql<boolean>`tried is null`);
  await db.schema.createIndex("items_alias").on("items").column("alias").execute();
  await db.schema.createIndex("items_seen").on("items").column("seen").execute();
}

async function stories(db: Kysely<unknown>): Promise<void> {
  await table(db, "stories", { id: "id", texts: ["link", "source", "language", "title", "hash", "shown"], times: [] })
    .addColumn("feed", "text", (c) => c.notNull().references("feeds.id"))
    .addColumn("published", "bigint")
    .addColumn("updated", "bigint")
    .addColumn("recorded", "bigint", (c) => c.notNull())
    .addColumn("version", "bigint", (c) => c.notNull())
    .addColumn("partial", "bigint")
    .addColumn("withdrawn", "bigint")
    .addColumn("continues", "text", (c) => c.references("stories.id"))
    .execute();
  await db.schema.createIndex("stories_recorded").on("stories").column("recorded").execute();

  await db.schema
    .createTable("versions")
    .addColumn("story", "text", (c) => c.notNull().references("stories.id"))
    .addColumn("version", "bigint", (c) => c.notNull())
    .addColumn("recorded", "bigint", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("partial", "bigint")
    .addColumn("article", "text")
    .addPrimaryKeyConstraint("versions_pk", ["story", "version"])
    .execute();
  await db.schema
    .createTable("briefs")
    .addColumn("story", "text", (c) => c.notNull())
    .addColumn("version", "bigint", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("confidence", "double precision", (c) => c.notNull())
    .addColumn("brief", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("briefs_pk", ["story", "version"])
    .addForeignKeyConstraint("briefs_version", ["story", "version"], "versions", ["story", "version"])
    .execute();
  await db.schema
    .createTable("matches")
    .addColumn("story", "text", (c) => c.notNull().references("stories.id"))
    .addColumn("topic", "text", (c) => c.notNull())
    .addColumn("relevance", "bigint", (c) => c.notNull())
    .addColumn("hits", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("matches_pk", ["story", "topic"])
    .execute();
  await table(db, "people", { id: "id", texts: ["name"], times: ["created"] }).execute();
  await db.schema
    .createTable("attendances")
    .addColumn("story", "text", (c) => c.notNull().references("stories.id"))
    .addColumn("position", "bigint", (c) => c.notNull())
    .addColumn("person", "text", (c) => c.notNull().references("people.id"))
    .addColumn("title", "text")
    .addColumn("office", "text")
    .addColumn("organisation", "text")
    .addColumn("country", "text")
    .addColumn("part", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("attendances_pk", ["story", "position"])
    .execute();
  await db.schema.createIndex("attendances_person").on("attendances").column("person").execute();
  await db.schema
    .createTable("decisions")
    .addColumn("story", "text", (c) => c.notNull().references("stories.id"))
    .addColumn("position", "bigint", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("text", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("decisions_pk", ["story", "position"])
    .execute();
  await db.schema.createIndex("decisions_kind").on("decisions").column("kind").execute();
}

async function topicsAndChats(db: Kysely<unknown>): Promise<void> {
  await table(db, "chats", { id: "id", texts: ["address", "platform", "lane", "language"], times: ["created"] })
    .addColumn("gone", "bigint")
    .addColumn("why", "text")
    .addUniqueConstraint("chats_address", ["address"])
    .execute();
  await table(db, "topics", { id: "id", texts: ["tr", "en"], times: ["created"] })
    .addColumn("owner", "text", (c) => c.references("chats.id"))
    .addColumn("removed", "bigint")
    .execute();
  await db.schema
    .createTable("keywords")
    .addColumn("topic", "text", (c) => c.notNull().references("topics.id"))
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("position", "bigint", (c) => c.notNull())
    .addColumn("created", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("keywords_pk", ["topic", "text"])
    .execute();
  await db.schema
    .createTable("subscriptions")
    .addColumn("chat", "text", (c) => c.notNull().references("chats.id"))
    .addColumn("topic", "text", (c) => c.notNull().references("topics.id"))
    .addColumn("created", "bigint", (c) => c.notNull())
    .addColumn("settings", "text", (c) => c.notNull().defaultTo("{}"))
    .addPrimaryKeyConstraint("subscriptions_pk", ["chat", "topic"])
    .execute();
  await db.schema.createIndex("subscriptions_topic").on("subscriptions").column("topic").execute();
}

async function outbox(db: Kysely<unknown>): Promise<void> {
  await table(db, "deliveries", { id: "id", texts: ["kind", "ref"], times: ["place", "created"] })
    .addColumn("chat", "text", (c) => c.notNull().references("chats.id"))
    .addColumn("original", "text", (c) => c.references("deliveries.id"))
    .addColumn("batch", "text")
    .addColumn("due", "bigint")
    .addColumn("tries", "bigint", (c) => c.notNull().defaultTo(0))
    .addColumn("intent", "bigint")
    .addColumn("lease", "bigint")
    .addColumn("owner", "text")
    .addColumn("fence", "bigint", (c) => c.notNull().defaultTo(0))
    .addColumn("repeated", "bigint")
    .addColumn("sent", "bigint")
    .addColumn("reference", "text")
    .addColumn("dead", "bigint")
    .addColumn("moot", "bigint")
    .addColumn("why", "text")
    .addUniqueConstraint("deliveries_key", ["chat", "kind", "ref"])
    .execute();
  await partialIndex(
    db,
    "deliveries_open",
    ["chat", "place"],
    sql<boolean>`sent is null and dead is null and moot is null`,
  );
  await partialIndex(db, "deliveries_collecting", ["batch"], sql<boolean>`due is null`);
  await db.schema.createIndex("deliveries_place").on("deliveries").columns(["chat", "place"]).execute();
  await db.schema
    .createTable("delivery_stories")
    .addColumn("delivery", "text", (c) => c.notNull().references("deliveries.id"))
    .addColumn("story", "text", (c) => c.notNull().references("stories.id"))
    .addColumn("position", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("delivery_stories_pk", ["delivery", "story"])
    .execute();
  await db.schema.createIndex("delivery_stories_story").on("delivery_stories").column("story").execute();
  await table(db, "pacing", { id: "key", texts: [], times: ["next"] }).execute();
}

async function settings(db: Kysely<unknown>): Promise<void> {
  await table(db, "leases", { id: "name", texts: ["owner"], times: ["until", "fence"] }).execute();
  await table(db, "audit", { id: "id", texts: ["who", "what", "detail"], times: ["at"] }).execute();
  await db.schema.createIndex("audit_at").on("audit").column("at").execute();
  await table(db, "installations", { id: "team", texts: ["data"], times: ["created"] })
    .addColumn("revoked", "bigint")
    .execute();
  await table(db, "settings", { id: "key", texts: ["value"], times: [] }).execute();
}

/** What is open is a small part of a table that only grows. */
async function partialIndex(
  db: Kysely<unknown>,
  name: string,
  columns: string[],
  where: Expression<boolean>,
): Promise<void> {
  const table = name.slice(0, name.indexOf("_"));
  await db.schema.createIndex(name).on(table).columns(columns).where(where).execute();
}

/** A table with its text key, and columns that are never null. */
function table<Name extends string>(
  db: Kysely<unknown>,
  name: Name,
  { id, texts, times }: { id: string; texts: string[]; times: string[] },
): CreateTableBuilder<Name, string> {
  let builder: CreateTableBuilder<Name, string> = db.schema
    .createTable(name)
    .addColumn(id, "text", (c) => c.primaryKey().notNull());
  for (const text of texts) builder = builder.addColumn(text, "text", (c) => c.notNull());
  for (const time of times) builder = builder.addColumn(time, "bigint", (c) => c.notNull());
  return builder;
}
