import { indexWords } from "./search-index.js";
import type { Reader } from "./tables.js";
import type { Brief } from "../core/brief/schema.js";
import type { Hit } from "../core/match/topic.js";
import { nameKey } from "../core/name-key.js";

/** Makes the words, people and decisions of a story's newest brief findable, in place of those of the version before. */
export async function indexBrief(db: Reader, story: string, brief: Brief, now: number): Promise<void> {
  await indexWords(db, story, brief);
  await db.deleteFrom("attendances").where("story", "=", story).execute();
  await db.deleteFrom("decisions").where("story", "=", story).execute();
  for (const [position, attendee] of brief.attendees.entries()) {
    const person = nameKey(attendee.name) || attendee.name;
    await db
      .insertInto("people")
      .values({ id: person, name: attendee.name, created: now })
      .onConflict((on) => on.column("id").doNothing())
      .execute();
    const { title, office, organisation, country, part } = attendee;
    await db
      .insertInto("attendances")
      .values({ story, position, person, title, office, organisation, country, part })
      .execute();
  }
  for (const [position, { kind, text }] of brief.decisions.entries()) {
    await db.insertInto("decisions").values({ story, position, kind, text }).execute();
  }
}

/** Writes which topics a story matched and where, in place of what was known; the topics come back. */
export async function writeMatches(db: Reader, story: string, hits: Hit[]): Promise<string[]> {
  const topics = [...new Set(hits.map((hit) => hit.topic))];
  await db.deleteFrom("matches").where("story", "=", story).execute();
  for (const topic of topics) {
    const own = hits.filter((hit) => hit.topic === topic);
    const relevance = own.reduce((sum, hit) => sum + (hit.field === "title" ? 3 : 1), 0);
    await db
      .insertInto("matches")
      .values({ story, topic, relevance, hits: JSON.stringify(own) })
      .execute();
  }
  return topics;
}
