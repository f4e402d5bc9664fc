import { sql } from "kysely";
import { storyTime } from "./archive.js";
import { ofTopics } from "./of-topics.js";
import type { Database } from "./tables.js";
import type { BriefKind } from "../core/brief/schema.js";

/** How many there are of one thing. */
export interface Count<Name extends string = string> {
  name: Name;
  count: number;
}

/** The first post of a story: when it was sent, and how long after the publication; ms. */
export interface Promptness {
  sent: number;
  span: number;
}

/** What charts show of the stories of some topics since a time. */
export function createCounts({ db }: Database) {
  return {
    kinds: async (topics: readonly string[], since: number): Promise<Count<BriefKind>[]> => {
      const { rows } = await sql<Count<BriefKind>>`
        select b.kind as name, count(*) as count
        from stories as s join briefs as b on b.story = s.id and b.version = s.version
        where ${storyTime} >= ${since} and s.withdrawn is null and ${ofTopics(topics)}
        group by b.kind order by count desc, name
      `.execute(db);
      return rows;
    },

    /** The countries of most stories. Grouped by what no index is sorted by: the lately told ones are few, all countries many. */
    countries: async (topics: readonly string[], since: number, most: number): Promise<Count[]> => {
      const { rows } = await sql<Count>`
        select min(c.country) as name, count(*) as count
        from countries as c join stories as s on s.id = c.story
        where c.at >= ${since} and s.withdrawn is null and ${ofTopics(topics)}
        group by c.country || '' order by count desc, name limit ${most}
      `.execute(db);
      return rows;
    },

    /** How long after its publication each story first reached a chat by itself. */
    promptness: async (topics: readonly string[], since: number): Promise<Promptness[]> => {
      const { rows } = await sql<Promptness>`
        select min(d.sent) as sent, min(d.sent) - s.published as span
        from deliveries as d join stories as s on s.id = d.ref
        where d.sent >= ${since} and d.kind = 'post' and s.published is not null and ${ofTopics(topics)}
        group by s.id
      `.execute(db);
      return rows.map(({ sent, span }) => ({ sent, span: Math.max(0, span) }));
    },
  };
}
