import { z } from "zod";
import type { Database } from "./tables.js";
import type { Fate } from "./words.js";

/** An item that was read and brought no post. */
export interface Unposted {
  id: string;
  title: string;
  fate: Fate;
  /** What was kept of an unmatched one, for trying keywords. */
  text: string | null;
}

/** A story or an unmatched item with its words, for trying keywords. One of the two is null. */
export interface Tried {
  id: string;
  link: string;
  title: string;
  seen: number;
  language: string;
  /** JSON of the newest version's article. */
  article: string | null;
  text: string | null;
}

const ids = z.array(z.string());

/** What became of things, told to a person. */
export function createReport({ db }: Database) {
  return {
    /** Stories of each topic, the most first. */
    topicCounts: async (): Promise<{ topic: string; count: number }[]> => {
      const rows = await db
        .selectFrom("matches")
        .select((eb) => ["topic", eb.fn.countAll().as("count")])
        .groupBy("topic")
        .orderBy("count", "desc")
        .orderBy("topic")
        .execute();
      return rows.map(({ topic, count }) => ({ topic, count: Number(count) }));
    },

    /** Items that brought no post by themselves, in the order they were seen. */
    unposted: async (): Promise<Unposted[]> => {
      const rows = await db
        .selectFrom("items")
        .select(["id", "title", "fate", "text"])
        .where("fate", "in", ["unmatched", "old", "unsubscribed"])
        .orderBy("seen")
        .orderBy("id")
        .execute();
      return rows.flatMap(({ fate, ...row }) => (fate === null ? [] : [{ ...row, fate }]));
    },

    /** What was seen since a time and whose words are still kept, the newest first, in pages: those behind the last one of the page before. */
    tried: async (since: number, behind: Pick<Tried, "id" | "seen"> | null, count: number): Promise<Tried[]> =>
      db
        .selectFrom("items as i")
        .innerJoin("feeds as f", "f.id", "i.feed")
        .leftJoin("stories as s", "s.id", "i.id")
        .leftJoin("versions as v", (join) => join.onRef("v.story", "=", "s.id").onRef("v.version", "=", "s.version"))
        .select(["i.id", "i.link", "i.title", "i.seen", "i.text", "f.language", "v.article"])
        .where("i.seen", ">=", since)
        .where((eb) => eb.or([eb("i.text", "is not", null), eb("v.article", "is not", null)]))
        .$if(behind !== null, (query) =>
          query.where((eb) =>
            eb.or([
              eb("i.seen", "<", behind?.seen ?? 0),
              eb.and([eb("i.seen", "=", behind?.seen ?? 0), eb("i.id", "<", behind?.id ?? "")]),
            ]),
          ),
        )
        .orderBy("i.seen", "desc")
        .orderBy("i.id", "desc")
        .limit(count)
        .execute(),

    /** Items that stand in the last good poll of more than one feed. */
    sharedItems: async (): Promise<number> => {
      const feeds = await db.selectFrom("feeds").select("shown").where("removed", "is", null).execute();
      const seen = new Map<string, number>();
      for (const { shown } of feeds) {
        for (const id of shown === null ? [] : ids.parse(JSON.parse(shown))) seen.set(id, (seen.get(id) ?? 0) + 1);
      }
      return [...seen.values()].filter((count) => count > 1).length;
    },
  };
}
