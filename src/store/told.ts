import { sql } from "kysely";
import type { Database } from "./tables.js";

/** When the stories of some topics were told, since a time; one of two topics counts for both. */
export function createTold({ db }: Database) {
  return (topics: readonly string[], since: number): Promise<{ topic: string; at: number }[]> =>
    db
      .selectFrom("matches as m")
      .innerJoin("stories as s", "s.id", "m.story")
      .select((eb) => ["m.topic", eb.fn.coalesce("s.published", "s.recorded").as("at")])
      // Not by the index of topics: those told since then are few, all of a topic many.
      .where((eb) => eb(sql<string>`m.topic || ''`, "in", topics))
      .where("s.withdrawn", "is", null)
      .where((eb) => eb(eb.fn.coalesce("s.published", "s.recorded"), ">=", since))
      .execute();
}
