import { indexWords } from "./search-index.js";
import type { Reader } from "./tables.js";
import type { Brief } from "../core/brief/schema.js";
import type { Hit } from "../core/match/topic.js";
import { nameKey } from "../core/name-key.js";

/** Makes the words, people, countries and decisions of a story's newest brief findable, in place of those of the version before. */
export async function indexBrief(db: Reader, story: string, brief: Brief, now: number): Promise<void> {
  await indexWords(db, story, brief);
  const { at } = await db
    .selectFrom("stories")
    .select((eb) => eb.fn.coalesce("published", "recorded").as("at"))
    .where("id", "=", story)
    .executeTakeFirstOrThrow();
  await db.deleteFrom("attendances").where("story", "=", story).execute();
  await db.deleteFrom("countries").where("story", "=", story).execute();
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
      .values({ story, position, person, title, office, organisation, country, part, at })
      .execute();
  }
  const countries = new Set([brief.place?.country ?? null, ...brief.attendees.map(({ country }) => country)]);
  for (const country of countries) {
    if (country !== null) await db.insertInto("countries").values({ story, country, at }).execute();
  }
  for (const [position, { kind, text }] of brief.decisions.entries()) {
    await db.insertInto("decisions").values({ story, position, kind, text }).execute();
  }
}

/** A topic that a story is about, and how much, from 0 to 1. */
export interface TopicMatch {
  topic: string;
  relevance: number;
}

/** Writes which topics a story matched and where, in place of what was known; `topics` are those of the hits. */
export async function writeMatches(
  db: Reader,
  story: string,
  { hits, topics }: { hits: readonly Hit[]; topics: readonly TopicMatch[] },
): Promise<void> {
  await db.deleteFrom("matches").where("story", "=", story).execute();
  for (const { topic, relevance } of topics) {
    const own = hits.filter((hit) => hit.topic === topic);
    await db
      .insertInto("matches")
      .values({ story, topic, relevance, hits: JSON.stringify(own) })
      .execute();
  }
}
