import type { Database, Reader } from "./tables.js";
import type { Topic } from "../core/match/topic.js";
import type { ChatAddress } from "../core/message/messenger.js";

/** A topic with the chat whose own it is (its id); null for one that all may follow. */
export type OwnedTopic = Topic & { owner: string | null };

/** A topic as a chat sees it. `own`: it is the chat's own, and no other chat knows of it. */
export type SeenTopic = Pick<Topic, "id" | "name"> & { own: boolean };

/** The topics and their keywords. */
export function createTopics({ db }: Database) {
  return {
    /** The topics in force, each with its keywords in the order they were given. */
    list: () => listTopics(db),

    /** The topics that a chat may follow: those of all, and its own. */
    seenBy: (address: ChatAddress): Promise<SeenTopic[]> => seenBy(db, address),

    /** One topic in force with its keywords; null if there is none of that id. */
    find: async (id: string): Promise<OwnedTopic | null> =>
      (await listTopics(db)).find((topic) => topic.id === id) ?? null,

    /** How many chats follow a topic, gone ones left out. */
    followers: async (topic: string): Promise<number> => {
      const row = await db
        .selectFrom("subscriptions as s")
        .innerJoin("chats as c", "c.id", "s.chat")
        .select((eb) => eb.fn.countAll().as("count"))
        .where("s.topic", "=", topic)
        .where("c.gone", "is", null)
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
  };
}

/** The topics in force, each with its keywords. */
export async function listTopics(db: Reader): Promise<OwnedTopic[]> {
  const topics = await db.selectFrom("topics").selectAll().where("removed", "is", null).orderBy("id").execute();
  const keywords = await keywordsInOrder(db).execute();
  return topics.map(({ id, tr, en, owner }) => ({
    id,
    name: { tr, en },
    owner,
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
  for (const text of keywords) await putKeyword(db, { topic: id, text, position: null }, now);
}

/** Makes a topic with these keywords and no other, a removed one anew; false if there is one of that id. */
export async function putTopic(db: Reader, { id, name, owner, keywords }: OwnedTopic, now: number): Promise<boolean> {
  const result = await db
    .insertInto("topics")
    .values({ id, ...name, owner, created: now })
    .onConflict((on) =>
      on
        .column("id")
        .doUpdateSet({ ...name, owner, removed: null })
        .where("topics.removed", "is not", null),
    )
    .executeTakeFirst();
  if (result.numInsertedOrUpdatedRows !== 1n) return false;
  await db.deleteFrom("keywords").where("topic", "=", id).execute();
  for (const text of keywords) await putKeyword(db, { topic: id, text, position: null }, now);
  return true;
}

/** Adds a keyword, at the end unless its place among the others is given, from 1; false if the topic has it already or is not in force. */
export async function putKeyword(
  db: Reader,
  { topic, text, position }: { topic: string; text: string; position: number | null },
  now: number,
): Promise<boolean> {
  const known = await db.selectFrom("topics").select("removed").where("id", "=", topic).executeTakeFirst();
  if (known === undefined || known.removed !== null) return false;
  const last = await db
    .selectFrom("keywords")
    .select((eb) => eb.fn.max("position").as("position"))
    .where("topic", "=", topic)
    .executeTakeFirst();
  const result = await db
    .insertInto("keywords")
    .values({ topic, text, position: (last?.position ?? 0) + 1, created: now })
    .onConflict((on) => on.columns(["topic", "text"]).doNothing())
    .executeTakeFirst();
  const isNew = result.numInsertedOrUpdatedRows === 1n;
  if (isNew && position !== null) await placeKeyword(db, topic, text, position);
  return isNew;
}

async function placeKeyword(db: Reader, topic: string, text: string, place: number): Promise<void> {
  const rows = await keywordsInOrder(db).where("topic", "=", topic).execute();
  const others = rows.map((row) => row.text).filter((one) => one !== text);
  const order = [...others.slice(0, place - 1), text, ...others.slice(place - 1)];
  for (const [index, one] of order.entries()) {
    await db
      .updateTable("keywords")
      .set({ position: index + 1 })
      .where("topic", "=", topic)
      .where("text", "=", one)
      .execute();
  }
}

function keywordsInOrder(db: Reader) {
  return db.selectFrom("keywords").selectAll().orderBy("position").orderBy("text");
}

async function seenBy(db: Reader, address: ChatAddress): Promise<SeenTopic[]> {
  const rows = await db
    .selectFrom("topics as t")
    .leftJoin("chats as c", "c.id", "t.owner")
    .select(["t.id", "t.tr", "t.en", "t.owner"])
    .where("t.removed", "is", null)
    .where((eb) => eb.or([eb("t.owner", "is", null), eb("c.address", "=", address)]))
    .orderBy("t.id")
    .execute();
  return rows.map(({ id, tr, en, owner }) => ({ id, name: { tr, en }, own: owner !== null }));
}
