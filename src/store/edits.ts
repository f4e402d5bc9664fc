import { sql } from "kysely";
import { linkStory, nextPlace, open } from "./outbox.js";
import type { Reader } from "./tables.js";

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
