import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { ofTopics, ofTopicsWithin } from "./of-topics.js";
import type { Database } from "./tables.js";
import { viewOf } from "./views.js";
import type { BriefKind } from "../core/brief/schema.js";
import type { StoryView } from "../core/message/view.js";

/** Which stories are wanted: of some topics, and of what else is not null. Times are epoch ms, `to` exclusive. */
export interface StoryFilter {
  topics: readonly string[];
  kind: BriefKind | null;
  country: string | null;
  /** A person's id. */
  person: string | null;
  from: number | null;
  to: number | null;
}

/** The last story of a page; the next page begins behind it. */
export interface Behind {
  at: number;
  id: string;
}

/** What a filter asks of the story `s`, `at` being the time that it is told of; `told`: that it is of the topics. */
export function fits(
  { topics, kind, from, to }: StoryFilter,
  at: RawBuilder<number>,
  told = ofTopics(topics),
): RawBuilder<boolean> {
  const conditions = [sql`s.withdrawn is null`, told];
  // Asked story by story: all briefs of a kind, to be sorted by time afterwards, are many.
  if (kind !== null) {
    conditions.push(sql`(select k.kind from briefs as k where k.story = s.id and k.version = s.version) = ${kind}`);
  }
  if (from !== null) conditions.push(sql`${at} >= ${from}`);
  if (to !== null) conditions.push(sql`${at} < ${to}`);
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** When a story is told of, as the index `stories_at` has it. */
export const storyTime = sql<number>`coalesce(s.published, s.recorded)`;

/** Reading back all stories, whichever chat they went to. */
export function createArchive({ db }: Database) {
  return {
    /** The newest stories that fit, behind the last one of the page before; withdrawn ones left out. */
    page: async (
      filter: StoryFilter,
      { behind, count }: { behind: Behind | null; count: number },
    ): Promise<{ views: StoryView[]; next: Behind | null }> => {
      const { from, at } = sourceOf(filter);
      const isLed = filter.person !== null || filter.country !== null;
      const told = isLed ? ofTopics(filter.topics) : await ofTopicsWithin(db, filter.topics);
      const rest =
        behind === null ? sql`1 = 1` : sql`${at} <= ${behind.at} and (${at} < ${behind.at} or s.id < ${behind.id})`;
      const { rows } = await sql<Behind>`
        select s.id, ${at} as at from ${from}
        where ${fits(filter, at, told)} and ${rest}
        order by ${at} desc, s.id desc
        limit ${count + 1}
      `.execute(db);
      const shown = rows.slice(0, count);
      const views = await Promise.all(shown.map(async ({ id }) => (await viewOf(db, id)).view));
      return { views, next: rows.length > count ? (shown.at(-1) ?? null) : null };
    },

    /** The countries that some story is of; each step of the search leaps to the next one. */
    countries: async (): Promise<string[]> => {
      const { rows } = await sql<{ country: string | null }>`
        with recursive known (country) as (
          select min(country) from countries
          union all
          select (select min(c.country) from countries as c where c.country > known.country)
          from known where known.country is not null
        )
        select country from known where country is not null
      `.execute(db);
      return rows.flatMap(({ country }) => (country === null ? [] : [country]));
    },
  };
}

/** The rarest thing that is asked for leads: its index has the stories in the order of their time. */
function sourceOf({ person, country }: StoryFilter): { from: RawBuilder<unknown>; at: RawBuilder<number> } {
  if (person !== null) {
    const once = sql`not exists (
      select 1 from attendances as o where o.story = a.story and o.person = a.person and o.position < a.position
    )`;
    const abroad = country === null ? sql`1 = 1` : inCountry(country);
    return {
      from: sql`attendances as a join stories as s on s.id = a.story and a.person = ${person} and ${once} and ${abroad}`,
      at: sql<number>`a.at`,
    };
  }
  if (country === null) return { from: sql`stories as s`, at: storyTime };
  return { from: sql`countries as c join stories as s on s.id = c.story and c.country = ${country}`, at: sql`c.at` };
}

/** Whether the story `s` is of a country. */
export function inCountry(country: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from countries as l where l.story = s.id and l.country = ${country})`;
}

/** Whether somebody attended the story `s`. */
export function attendedBy(person: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from attendances as w where w.story = s.id and w.person = ${person})`;
}
