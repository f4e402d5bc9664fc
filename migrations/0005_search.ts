import { PostgresAdapter, sql } from "kysely";
import type { Kysely } from "kysely";

/**
 * Full text search. `indexed` numbers the stories that the index knows, in the order of recording; `story_words` is the index of their
 * folded words: SQLite's FTS5, which keeps no text, only which word is in which story. The tokenizer `ascii` cuts at blanks and nothing
 * else of what `searchKey` leaves. On PostgreSQL it is a table of `tsvector`. What was recorded before is indexed when the database is opened (`store/search-index.ts`).
 * `searches` are questions that are too long for a button.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  await db.schema
    .createTable("indexed")
    .addColumn("number", postgres ? "bigint" : "integer", (c) =>
      postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey(),
    )
    .addColumn("story", "text", (c) => c.notNull().references("stories.id"))
    .addUniqueConstraint("indexed_story", ["story"])
    .execute();
  if (postgres) {
    await sql`create table story_words (number bigint primary key, words tsvector not null)`.execute(db);
    await sql`create index story_words_words on story_words using gin (words)`.execute(db);
  } else {
    await sql`
      create virtual table story_words
      using fts5(words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii')
    `.execute(db);
  }
  await db.schema
    .createTable("searches")
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("chat", "text", (c) => c.notNull())
    .addColumn("words", "text", (c) => c.notNull())
    .addColumn("created", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("searches_pk", ["chat", "id"])
    .execute();
  await db.schema.createIndex("searches_created").on("searches").column("created").execute();
}
