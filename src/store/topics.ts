import type { Database, Reader } from "./tables.js";
import type { Topic } from "../core/match/topic.js";
import type { ChatAddress } from "../core/message/messenger.js";

/** The topics and their keywords. */
export function createTopics({ db, write }: Database) {
  return {
    /** The topics in force, each with its keywords in the order they were given. */
    list: () => listTopics(db),

    /** The topics that a chat may follow: those of all, and its own. */
    seenBy: (address: ChatAddress): Promise<Pick<Topic, "id" | "name">[]> => seenBy(db, address),

    /** Adds a topic, or gives it another name; keywords are added, none is taken away. */
    merge: (topic: Topic, now: number) => write((trx) => mergeTopic(trx, topic, now)),

    addKeyword: (topic: string, text: string, now: number) => write((trx) => addKeyword(trx, topic, text, now)),

    removeKeyword: (topic: string, text: string) =>
      write(async (trx) => {
        await trx.deleteFrom("keywords").where("topic", "=", topic).where("text", "=", text).execute();
      }),
  };
}

/** The topics in force, each with its keywords. */
export async function listTopics(db: Reader): Promise<Topic[]> {
  const topics = await db.selectFrom("topics").selectAll().where("removed", "is", null).orderBy("id").execute();
  const keywords = await db.selectFrom("keywords").selectAll().orderBy("position").orderBy("text").execute();
  return topics.map(({ id, tr, en }) => ({
    id,
    name: { tr, en },
    keywords: keywords.filter((keyword) => keyword.topic === id).map((keyword) => keyword.text),
  }));
}

/** Adds a topic, or gives it another name; keywords are added, none is taken away. */
export async function mergeTopic(db: Reader, { id, name, keywords }: Topic, now: number): Promise<void> {
  await db
    .insertInto("topics")
    .values({ id, ...name, created: now })
    .onConflict((on) => on.column("id").doUpdateSet({ ...name, removed: null }))
    .execute();
  for (const text of keywords) await addKeyword(db, id, text, now);
}

async function addKeyword(db: Reader, topic: string, text: string, now: number): Promise<void> {
  const last = await db
    .selectFrom("keywords")
    .select((eb) => eb.fn.max("position").as("position"))
    .where("topic", "=", topic)
    .executeTakeFirst();
  await db
    .insertInto("keywords")
    .values({ topic, text, position: (last?.position ?? 0) + 1, created: now })
    .onConflict((on) => on.columns(["topic", "text"]).doNothing())
    .execute();
}

async function seenBy(db: Reader, address: ChatAddress): Promise<Pick<Topic, "id" | "name">[]> {
  const rows = await db
    .selectFrom("topics as t")
    .leftJoin("chats as c", "c.id", "t.owner")
    .select(["t.id", "t.tr", "t.en"])
    .where("t.removed", "is", null)
    .where((eb) => eb.or([eb("t.owner", "is", null), eb("c.address", "=", address)]))
    .orderBy("t.id")
    .execute();
  return rows.map(({ id, tr, en }) => ({ id, name: { tr, en } }));
}
