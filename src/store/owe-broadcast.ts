import { sql } from "kysely";
import { nextPlace } from "./outbox.js";
import type { Reader } from "./tables.js";

/** Owes an announcement to every chat that is not gone, at the lanes' pace like any post; how many those are comes back. */
export async function oweBroadcast(
  db: Reader,
  { id, text }: { id: string; text: string },
  now: number,
): Promise<number> {
  await db.insertInto("broadcasts").values({ id, text, created: now }).execute();
  const ref = `broadcast@${id}`;
  const result = await db
    .insertInto("deliveries")
    .columns(["id", "chat", "kind", "ref", "place", "created", "due", "tries", "fence"])
    .expression(
      db
        .selectFrom(db.selectFrom("chats").select("id as chat").where("gone", "is", null).as("s"))
        .select([
          sql<string>`s.chat || ':' || cast(${ref} as text)`.as("id"),
          "s.chat",
          sql<"broadcast">`'broadcast'`.as("kind"),
          sql<string>`cast(${ref} as text)`.as("ref"),
          nextPlace("s").as("place"),
          sql<number>`cast(${now} as bigint)`.as("created"),
          sql<number>`cast(${now} as bigint)`.as("due"),
          sql<number>`0`.as("tries"),
          sql<number>`0`.as("fence"),
        ]),
    )
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0n);
}

/** The words of an announcement, by its delivery's `ref`; null if they are no longer kept. */
export async function broadcastText(db: Reader, ref: string): Promise<string | null> {
  const id = ref.slice(ref.indexOf("@") + 1);
  const row = await db.selectFrom("broadcasts").select("text").where("id", "=", id).executeTakeFirst();
  return row?.text ?? null;
}
