import { z } from "zod";
import type { Database, DeliveryRow, Tables } from "./tables.js";
import { briefSchema, type Brief } from "../core/brief/schema.js";
import type { Hit } from "../core/match/topic.js";
import type { Platform } from "../core/message/messenger.js";

/** One state of a story, with what was found out of it. */
export interface StoredVersion {
  version: number;
  recorded: number;
  partial: boolean;
  brief: Brief;
}

/** A topic that a story matched; `owner` is the chat whose own it is. */
export interface StoredMatch {
  topic: string;
  tr: string;
  en: string;
  owner: string | null;
  relevance: number;
  hits: Pick<Hit, "keyword" | "field" | "start" | "end">[];
}

/** A delivery that brings a story, and where to. */
export type StoryDelivery = Pick<
  DeliveryRow,
  "id" | "kind" | "created" | "due" | "closes" | "intent" | "tries" | "sent" | "reference" | "dead" | "moot" | "why"
> & { address: string; platform: Platform };

const hits = z.array(
  z.looseObject({ keyword: z.string(), field: z.enum(["title", "body"]), start: z.number(), end: z.number() }),
);

/** The whole way of one story. */
export function createTrace({ db }: Database) {
  return {
    /** The item as its feed showed it; undefined if no feed did. */
    item: (id: string): Promise<Tables["items"] | undefined> =>
      db.selectFrom("items").selectAll().where("id", "=", id).executeTakeFirst(),

    /** Its versions, the newest first. */
    versions: async (story: string): Promise<StoredVersion[]> => {
      const rows = await db
        .selectFrom("versions as v")
        .innerJoin("briefs as b", (join) => join.onRef("b.story", "=", "v.story").onRef("b.version", "=", "v.version"))
        .select(["v.version", "v.recorded", "v.partial", "b.brief"])
        .where("v.story", "=", story)
        .orderBy("v.version", "desc")
        .execute();
      return rows.map(({ version, recorded, partial, brief }) => ({
        version,
        recorded,
        partial: partial !== null,
        brief: briefSchema.parse(JSON.parse(brief)),
      }));
    },

    /** What it matched, the most relevant first. */
    matches: async (story: string): Promise<StoredMatch[]> => {
      const rows = await db
        .selectFrom("matches as m")
        .innerJoin("topics as t", "t.id", "m.topic")
        .select(["m.topic", "m.relevance", "m.hits", "t.tr", "t.en", "t.owner"])
        .where("m.story", "=", story)
        .orderBy("m.relevance", "desc")
        .orderBy("m.topic")
        .execute();
      return rows.map((row) => ({ ...row, hits: hits.parse(JSON.parse(row.hits)) }));
    },

    /** What was and is owed of it, in the order it was owed. */
    deliveries: (story: string): Promise<StoryDelivery[]> =>
      db
        .selectFrom("delivery_stories as h")
        .innerJoin("deliveries as d", "d.id", "h.delivery")
        .innerJoin("chats as c", "c.id", "d.chat")
        .select(["d.id", "d.kind", "d.created", "d.due", "d.closes", "d.intent", "d.tries", "d.sent"])
        .select(["d.reference", "d.dead", "d.moot", "d.why", "c.address", "c.platform"])
        .where("h.story", "=", story)
        .orderBy("d.created")
        .orderBy("d.id")
        .execute(),
  };
}
