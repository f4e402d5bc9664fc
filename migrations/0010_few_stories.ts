import type { Kysely } from "kysely";

/** The stories of a topic without a look at all others: of a topic with few they are gone through, see `store/of-topics.ts`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex("matches_topic").on("matches").columns(["topic", "story"]).execute();
}
