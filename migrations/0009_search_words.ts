import { PostgresAdapter, sql } from "kysely";
import type { Kysely } from "kysely";

/** On SQLite, a view of the search index by its words, which stores nothing: what a beginning of a word stands for. PostgreSQL needs none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (db.getExecutor().adapter instanceof PostgresAdapter) return;
  await sql`create virtual table story_vocabulary using fts5vocab(story_words, 'instance')`.execute(db);
}
