import { sql } from "kysely";
import { ofTopics } from "./of-topics.js";
import { bearers, type Person } from "./people.js";
import type { Database } from "./tables.js";
import { confidenceFloor } from "../core/message/posts.js";

/** Somebody who was met: in how many stories of the time looked at, when last, and as what. */
export interface Met {
  id: string;
  name: string;
  meetings: number;
  last: number;
  title: string | null;
  country: string | null;
}

/** More meetings than these are not counted. */
export const mostCounted = 100;
/** So many of somebody's meetings say whom they meet. */
const lookedAt = 200;

const shown = sql`s.withdrawn is null and b.confidence >= ${sql.lit(confidenceFloor)}`;
const told = sql`stories as s on s.id = a.story join briefs as b on b.story = s.id and b.version = s.version`;
const latest = (column: string) => sql`(
  select l.${sql.ref(column)} from attendances as l
  where l.person = p.id and l.${sql.ref(column)} is not null order by l.at desc limit 1
)`;

/** Who met whom, in the stories of some topics. */
export function createCompanions({ db }: Database) {
  return {
    /** Who was met since a time, most often first. Grouped by what no index is sorted by: those met lately are few, all people many. */
    met: async (topics: readonly string[], since: number, count: number): Promise<Met[]> => {
      const { rows } = await sql<Met>`
        select p.id, p.name, m.meetings, m.last, ${latest("title")} as title, ${latest("country")} as country
        from (
          select min(a.person) as person, count(distinct a.story) as meetings, max(a.at) as last
          from attendances as a join ${told}
          where a.at >= ${since} and ${shown} and ${ofTopics(topics)}
          group by a.person || '' order by meetings desc, last desc, person limit ${count}
        ) as m join people as p on p.id = m.person
        order by m.meetings desc, m.last desc, p.id
      `.execute(db);
      return rows;
    },

    /** Whom somebody met in their latest meetings, most often first. */
    of: async (person: string, topics: readonly string[], count: number): Promise<Met[]> => {
      const { rows } = await sql<Met>`
        select p.id, p.name, m.meetings, m.last, ${latest("title")} as title, ${latest("country")} as country
        from (
          select o.person, count(distinct o.story) as meetings, max(o.at) as last
          from (
            select distinct a.story, a.at from attendances as a join ${told}
            where a.person = ${person} and ${shown} and ${ofTopics(topics)}
            order by a.at desc limit ${lookedAt}
          ) as own join attendances as o on o.story = own.story and o.person <> ${person}
          group by o.person order by meetings desc, last desc, o.person limit ${count}
        ) as m join people as p on p.id = m.person
        order by m.meetings desc, m.last desc, p.id
      `.execute(db);
      return rows;
    },

    /** Who bears a name, as `people.named` has it, but counted to `most` meetings only: those of a president are many. */
    named: async (name: string, topics: readonly string[], count: number): Promise<Person[]> => {
      const ids = (await bearers(db, name)).map(({ id }) => id);
      if (ids.length === 0 || topics.length === 0) return [];
      const { rows } = await sql<Person>`
        select p.id, p.name, (
          select count(*) from (
            select distinct a.story from attendances as a join ${told}
            where a.person = p.id and ${shown} and ${ofTopics(topics)} limit ${mostCounted}
          ) as t
        ) as meetings
        from people as p where p.id in (${sql.join(ids)})
      `.execute(db);
      const seen = rows.filter(({ meetings }) => meetings > 0);
      return seen.toSorted((a, b) => b.meetings - a.meetings || (a.id < b.id ? -1 : 1)).slice(0, count);
    },

    /** The name of somebody who attended a story of some topics; null if there is none of that id. */
    name: async (person: string, topics: readonly string[]): Promise<string | null> => {
      const { rows } = await sql<{ name: string }>`
        select p.name from people as p join attendances as a on a.person = p.id join ${told}
        where p.id = ${person} and ${shown} and ${ofTopics(topics)} limit 1
      `.execute(db);
      return rows[0]?.name ?? null;
    },
  };
}
