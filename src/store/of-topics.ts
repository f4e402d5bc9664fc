import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { Reader } from "./tables.js";

/** Whether the story `s` is of one of some topics. Asked story by story, so that a page of the newest looks at no more than it shows. */
export function ofTopics(topics: readonly string[]): RawBuilder<boolean> {
  if (topics.length === 0) return sql<boolean>`1 = 0`;
  return sql<boolean>`exists (select 1 from matches as m where m.story = s.id and m.topic in (${sql.join(topics)}))`;
}

/** So few stories are rather gone through than looked for among all. */
const mostFew = 1_000;

/** The same for a list in the order of time: of topics with few stories those are named, as the newest of them may be far back. */
export async function ofTopicsWithin(
  db: Reader,
  topics: readonly string[],
  most = mostFew,
): Promise<RawBuilder<boolean>> {
  const few = await fewOf(db, { topics }, most);
  if (few === null) return ofTopics(topics);
  return few.length === 0 ? sql<boolean>`1 = 0` : sql<boolean>`s.id in (${sql.join(few)})`;
}

/** The stories of some topics, a country or a person, if of one of these there are few; null if of each there are many. */
export async function fewOf(
  db: Reader,
  {
    topics,
    country = null,
    person = null,
  }: { topics: readonly string[]; country?: string | null; person?: string | null },
  most = mostFew,
): Promise<string[] | null> {
  if (topics.length === 0) return [];
  const sources = [sql`select distinct story from matches where topic in (${sql.join(topics)})`];
  if (country !== null) sources.push(sql`select story from countries where country = ${country}`);
  if (person !== null) sources.push(sql`select distinct story from attendances where person = ${person}`);
  for (const source of sources) {
    const { rows } = await sql<{ story: string }>`${source} limit ${most + 1}`.execute(db);
    if (rows.length <= most) return rows.map(({ story }) => story);
  }
  return null;
}
