import { sql } from "kysely";
import { addToDigests } from "./digests.js";
import { open } from "./outbox.js";
import type { Reader } from "./tables.js";

/** Owes a story's post to every chat subscribed to one of the topics. A chat that has it owed already gets no second. */
export async function owePosts(
  db: Reader,
  { story, topics }: { story: string; topics: string[] },
  now: number,
): Promise<number> {
  const result = await db
    .insertInto("deliveries")
    .columns(["id", "chat", "kind", "ref", "place", "created", "due", "tries", "fence"])
    .expression(
      db
        .selectFrom("subscriptions as s")
        .innerJoin("chats as c", "c.id", "s.chat")
        .where("s.topic", "in", topics)
        .where("c.gone", "is", null)
        .where("s.chat", "not in", holders(db, story))
        .groupBy("s.chat")
        .select([
          sql<string>`s.chat || ':post:' || cast(${story} as text)`.as("id"),
          "s.chat",
          sql<"post">`'post'`.as("kind"),
          sql<string>`cast(${story} as text)`.as("ref"),
          nextPlace("s").as("place"),
          sql<number>`cast(${now} as bigint)`.as("created"),
          sql<number>`cast(${now} as bigint)`.as("due"),
          sql<number>`0`.as("tries"),
          sql<number>`0`.as("fence"),
        ]),
    )
    .onConflict((on) => on.columns(["chat", "kind", "ref"]).doNothing())
    .executeTakeFirst();
  await linkStory(db, "post", story, story);
  return Number(result.numInsertedOrUpdatedRows ?? 0n);
}

/** Chats that have a story posted or in a digest, or are owed it. */
function holders(db: Reader, story: string) {
  return db
    .selectFrom("delivery_stories as h")
    .innerJoin("deliveries as o", "o.id", "h.delivery")
    .select("o.chat")
    .where("h.story", "=", story)
    .where("o.kind", "in", ["post", "digest"]);
}

/** Owes a late story to the subscribed chats that have it not yet, in the digest of its batch. */
export async function oweLate(
  db: Reader,
  { story, topics, batch }: { story: string; topics: string[]; batch: string },
  now: number,
): Promise<number> {
  const rows = await db
    .selectFrom("subscriptions as s")
    .innerJoin("chats as c", "c.id", "s.chat")
    .select("s.chat")
    .distinct()
    .where("s.topic", "in", topics)
    .where("c.gone", "is", null)
    .where("s.chat", "not in", holders(db, story))
    .orderBy("s.chat")
    .execute();
  return addToDigests(db, { story, batch, chats: rows.map((row) => row.chat) }, now);
}

/**
 * Owes an edit of what chats have of a story. Where the original is not sent yet it will bring the newest version by itself
 * and no edit is owed; an edit that still waits is moot, because the new one says more.
 */
export async function oweEdits(
  db: Reader,
  { kind, story, version }: { kind: "update" | "withdrawal"; story: string; version: number },
  now: number,
): Promise<number> {
  const ref = `${story}@${version}`;
  await db
    .updateTable("deliveries")
    .set({ moot: now, why: `overtaken by ${ref}` })
    .where("kind", "in", ["update", "withdrawal"])
    .where("id", "in", (eb) => eb.selectFrom("delivery_stories").select("delivery").where("story", "=", story))
    .where("intent", "is", null)
    .where("sent", "is", null)
    .where("dead", "is", null)
    .where("moot", "is", null)
    .execute();
  const result = await db
    .insertInto("deliveries")
    .columns(["id", "chat", "kind", "ref", "place", "created", "original", "due", "tries", "fence"])
    .expression(
      db
        .selectFrom("deliveries as o")
        .innerJoin("delivery_stories as h", "h.delivery", "o.id")
        .innerJoin("chats as c", "c.id", "o.chat")
        .where("h.story", "=", story)
        .where("o.kind", "in", ["post", "digest"])
        .where("o.dead", "is", null)
        .where("o.moot", "is", null)
        .where((eb) => eb.or([eb("o.sent", "is not", null), eb("o.intent", "is not", null)]))
        .where("c.gone", "is", null)
        .select([
          sql<string>`o.chat || ${sql.lit(`:${kind}:`)} || cast(${ref} as text)`.as("id"),
          "o.chat",
          sql<"update">`${sql.lit(kind)}`.as("kind"),
          sql<string>`cast(${ref} as text)`.as("ref"),
          nextPlace("o").as("place"),
          sql<number>`cast(${now} as bigint)`.as("created"),
          "o.id as original",
          sql<number>`cast(${now} as bigint)`.as("due"),
          sql<number>`0`.as("tries"),
          sql<number>`0`.as("fence"),
        ]),
    )
    .onConflict((on) => on.columns(["chat", "kind", "ref"]).doNothing())
    .executeTakeFirst();
  await linkStory(db, kind, ref, story);
  return Number(result.numInsertedOrUpdatedRows ?? 0n);
}

const unsentWhy = "withdrawn before it was sent";

/**
 * Nobody is told of the end of a story that he was never told of: what waits to bring it, and nothing else, is moot. What may
 * have arrived stays, to say so.
 */
export async function dropUnsent(db: Reader, story: string, now: number): Promise<void> {
  await db
    .updateTable("deliveries")
    .set({ moot: now, why: unsentWhy })
    .where("kind", "in", ["post", "digest"])
    .where("id", "in", (eb) => eb.selectFrom("delivery_stories").select("delivery").where("story", "=", story))
    .where("id", "not in", (eb) =>
      eb
        .selectFrom("delivery_stories as o")
        .innerJoin("stories as s", "s.id", "o.story")
        .select("o.delivery")
        .where("s.withdrawn", "is", null),
    )
    .where("intent", "is", null)
    .where("tries", "=", 0)
    .where((eb) => open(eb))
    .execute();
}

/** The story came back: what `dropUnsent` took is owed again. */
export async function oweUnsent(db: Reader, story: string): Promise<number> {
  const result = await db
    .updateTable("deliveries")
    .set({ moot: null, why: null })
    .where("id", "in", (eb) => eb.selectFrom("delivery_stories").select("delivery").where("story", "=", story))
    .where("chat", "in", (eb) => eb.selectFrom("chats").select("id").where("gone", "is", null))
    .where("moot", "is not", null)
    .where("why", "=", unsentWhy)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** The next place in a chat's order of recording, inside an `insert … select`. */
function nextPlace(table: "s" | "o") {
  const chat = sql.ref(`${table}.chat`);
  return sql<number>`(select coalesce(max(p.place), 0) + 1 from deliveries as p where p.chat = ${chat})`;
}

async function linkStory(
  db: Reader,
  kind: "post" | "update" | "withdrawal",
  ref: string,
  story: string,
): Promise<void> {
  await db
    .insertInto("delivery_stories")
    .columns(["delivery", "story", "position"])
    .expression(
      db
        .selectFrom("deliveries as d")
        .where("d.kind", "=", kind)
        .where("d.ref", "=", ref)
        .select(["d.id", sql<string>`cast(${story} as text)`.as("story"), sql<number>`0`.as("position")]),
    )
    .onConflict((on) => on.columns(["delivery", "story"]).doNothing())
    .execute();
}
