import { z } from "zod";
import type { Database, Reader } from "./tables.js";
import type { FeedbackKind } from "./words.js";
import type { ChatAddress } from "../core/message/messenger.js";

/** What somebody says of a story that a chat was told. */
export interface Said {
  kind: FeedbackKind;
  story: string;
  /** As in `ADMINS`. */
  person: string;
  chat: ChatAddress;
}

const hits = z.array(z.looseObject({ keyword: z.string() }));

/** What readers say of posts. */
export function createFeedback({ db, write }: Database) {
  return {
    /** Writes down what somebody says of a story; false if they said so before. An irrelevant one counts against the keywords that brought it. */
    give: ({ kind, story, person, chat }: Said, now: number): Promise<boolean> =>
      write(async (trx) => {
        const given = await trx
          .insertInto("feedback")
          .values({ kind, story, person, chat, at: now })
          .onConflict((on) => on.columns(["story", "person", "kind"]).doNothing())
          .executeTakeFirst();
        const isNew = given.numInsertedOrUpdatedRows === 1n;
        if (isNew && kind === "irrelevant") await countKeywords(trx, { story, person, chat });
        return isNew;
      }),

    /** How often each keyword, of one topic or of all, brought a story that somebody found irrelevant, most often first. */
    irrelevances: async (topic: string | null = null): Promise<{ topic: string; keyword: string; count: number }[]> => {
      const rows = await db
        .selectFrom("irrelevances")
        .select((eb) => ["topic", "keyword", eb.fn.countAll().as("count")])
        .$if(topic !== null, (query) => query.where("topic", "=", topic ?? ""))
        .groupBy(["topic", "keyword"])
        .orderBy("count", "desc")
        .orderBy("topic")
        .orderBy("keyword")
        .execute();
      return rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }));
    },
  };
}

/** The keywords that a story hit, of the topics that the chat follows. */
async function countKeywords(db: Reader, { story, person, chat }: Omit<Said, "kind">): Promise<void> {
  const matches = await db
    .selectFrom("matches as m")
    .innerJoin("subscriptions as s", "s.topic", "m.topic")
    .innerJoin("chats as c", "c.id", "s.chat")
    .select(["m.topic", "m.hits"])
    .where("m.story", "=", story)
    .where("c.address", "=", chat)
    .execute();
  for (const { topic, hits: text } of matches) {
    const keywords = new Set(hits.parse(JSON.parse(text)).map(({ keyword }) => keyword));
    for (const keyword of keywords) {
      await db
        .insertInto("irrelevances")
        .values({ story, person, topic, keyword })
        .onConflict((on) => on.columns(["story", "person", "topic", "keyword"]).doNothing())
        .execute();
    }
  }
}
