import { sql } from "kysely";
import { nextPlace } from "./outbox.js";
import { atOnce } from "./owe.js";
import type { Reader } from "./tables.js";
import { readChatSettings } from "../core/chat-settings.js";
import { afterQuiet } from "../core/when-due.js";

/**
 * Owes an announcement to every chat that is not gone, at the lanes' pace like any post; how many those are comes back. In a chat's quiet
 * hours it waits for their end, and holds back nothing that may come before.
 */
export async function oweBroadcast(
  db: Reader,
  { id, text }: { id: string; text: string },
  now: number,
): Promise<number> {
  await db.insertInto("broadcasts").values({ id, text, created: now }).execute();
  const rows = await db.selectFrom("chats").select("settings").distinct().where("gone", "is", null).execute();
  const groups = new Map<number, string[]>();
  for (const { settings } of rows) {
    const at = afterQuiet(readChatSettings(settings), now);
    groups.set(at, [...(groups.get(at) ?? []), settings]);
  }
  let owed = 0;
  for (const [at, settings] of groups) {
    for (let from = 0; from < settings.length; from += atOnce) {
      owed += await oweGroup(db, { id, at, settings: settings.slice(from, from + atOnce) }, now);
    }
  }
  return owed;
}

/** Owes it to the chats of some settings, now or when that time has come. */
async function oweGroup(
  db: Reader,
  { id, at, settings }: { id: string; at: number; settings: readonly string[] },
  now: number,
): Promise<number> {
  const ref = `broadcast@${id}`;
  const [due, closes] = at <= now ? [now, null] : [null, at];
  const chats = db.selectFrom("chats").select("id as chat").where("gone", "is", null).where("settings", "in", settings);
  const result = await db
    .insertInto("deliveries")
    .columns(["id", "chat", "kind", "ref", "place", "created", "due", "closes", "tries", "fence"])
    .expression(
      db
        .selectFrom(chats.as("s"))
        .select([
          sql<string>`s.chat || ':' || cast(${ref} as text)`.as("id"),
          "s.chat",
          sql<"broadcast">`'broadcast'`.as("kind"),
          sql<string>`cast(${ref} as text)`.as("ref"),
          nextPlace("s").as("place"),
          sql<number>`cast(${now} as bigint)`.as("created"),
          sql<number | null>`cast(${due} as bigint)`.as("due"),
          sql<number | null>`cast(${closes} as bigint)`.as("closes"),
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
