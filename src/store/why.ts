import { z } from "zod";
import type { Database, Tables } from "./tables.js";
import { readChatSettings, type ChatSettings } from "../core/chat-settings.js";
import type { Hit } from "../core/match/topic.js";
import type { ChatAddress } from "../core/message/messenger.js";

/** What is known of a story and a chat: why it came there, or why not. */
export interface Traced {
  /** The topics that the chat may see and the story matched, the most relevant first. */
  matches: { topic: string; relevance: number; hits: Pick<Hit, "keyword" | "field" | "start" | "end">[] }[];
  /** The first post or digest that brings it; null if nothing does. */
  delivery: Pick<Tables["deliveries"], "kind" | "due" | "closes" | "sent" | "dead" | "moot" | "why"> | null;
  /** What the chat follows, since when, and until when that is muted. */
  follows: Pick<Tables["subscriptions"], "topic" | "created" | "muted">[];
  settings: ChatSettings;
}

const hits = z.array(
  z.looseObject({ keyword: z.string(), field: z.enum(["title", "body"]), start: z.number(), end: z.number() }),
);

/** Traces a story to the chat at an address. */
export function createWhy({ db }: Database) {
  return async (address: ChatAddress, story: string): Promise<Traced> => {
    const matches = await db
      .selectFrom("matches as m")
      .innerJoin("topics as t", "t.id", "m.topic")
      .leftJoin("chats as c", "c.id", "t.owner")
      .select(["m.topic", "m.relevance", "m.hits"])
      .where("m.story", "=", story)
      .where("t.removed", "is", null)
      .where((eb) => eb.or([eb("t.owner", "is", null), eb("c.address", "=", address)]))
      .orderBy("m.relevance", "desc")
      .orderBy("m.topic")
      .execute();
    const delivery = await db
      .selectFrom("deliveries as d")
      .innerJoin("delivery_stories as h", "h.delivery", "d.id")
      .innerJoin("chats as c", "c.id", "d.chat")
      .select(["d.kind", "d.due", "d.closes", "d.sent", "d.dead", "d.moot", "d.why"])
      .where("h.story", "=", story)
      .where("c.address", "=", address)
      .where("d.kind", "in", ["post", "digest"])
      // What was folded into a digest came with that.
      .orderBy((eb) => eb.case().when("d.moot", "is", null).then(0).else(1).end())
      .orderBy("d.created")
      .executeTakeFirst();
    const follows = await db
      .selectFrom("subscriptions as s")
      .innerJoin("chats as c", "c.id", "s.chat")
      .select(["s.topic", "s.created", "s.muted"])
      .where("c.address", "=", address)
      .where("c.gone", "is", null)
      .execute();
    const chat = await db.selectFrom("chats").select("settings").where("address", "=", address).executeTakeFirst();
    return {
      matches: matches.map((match) => ({ ...match, hits: hits.parse(JSON.parse(match.hits)) })),
      delivery: delivery ?? null,
      follows,
      settings: readChatSettings(chat?.settings ?? "{}"),
    };
  };
}
