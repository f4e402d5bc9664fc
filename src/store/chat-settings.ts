import { ensureChat } from "./chats.js";
import { beginDigest, digestOf, reasonOf } from "./digests.js";
import { open } from "./outbox.js";
import type { Database, Reader } from "./tables.js";
import { changedSettings, chatSettingsText, readChatSettings, type ChatSettings } from "../core/chat-settings.js";
import type { ChatAddress } from "../core/message/messenger.js";
import { afterQuiet, whenDue } from "../core/when-due.js";

type Tongue = "tr" | "en";

/** A topic that a chat has muted, and until when. */
export interface Mute {
  topic: string;
  until: number;
}

/** How chats want their stories. */
export function createChatSettings({ db, write }: Database) {
  return {
    /** The settings of the chat at an address; the defaults if it never chose. */
    of: async (address: ChatAddress): Promise<ChatSettings> => {
      const chat = await db.selectFrom("chats").select("settings").where("address", "=", address).executeTakeFirst();
      return readChatSettings(chat?.settings ?? "{}");
    },

    /**
     * Changes settings of a chat, which is made in that language if it is new; null, and nothing changed, if settings cannot be so. What
     * was collected for a digest, or waits for the end of quiet hours, comes when the new settings say.
     */
    change: (address: ChatAddress, language: Tongue, change: Partial<ChatSettings>, now: number) =>
      write(async (trx): Promise<ChatSettings | null> => {
        const row = await trx.selectFrom("chats").select("settings").where("address", "=", address).executeTakeFirst();
        const settings = changedSettings(readChatSettings(row?.settings ?? "{}"), change);
        if (settings === null) return null;
        const chat = await ensureChat(trx, address, language, now);
        await trx
          .updateTable("chats")
          .set({ settings: chatSettingsText(settings) })
          .where("id", "=", chat)
          .execute();
        await retime(trx, chat, settings, now);
        return settings;
      }),

    /** The language that we speak to a chat, which is made if it is new. */
    speak: (address: ChatAddress, language: Tongue, now: number): Promise<void> =>
      write(async (trx) => {
        const chat = await ensureChat(trx, address, language, now);
        await trx.updateTable("chats").set({ language }).where("id", "=", chat).execute();
      }),

    /** Mutes a topic that a chat follows until a time, or no longer (null); false if it does not follow it. */
    mute: (address: ChatAddress, topic: string, until: number | null): Promise<boolean> =>
      write(async (trx) => {
        const result = await trx
          .updateTable("subscriptions")
          .set({ muted: until })
          .where("topic", "=", topic)
          .where("chat", "in", (eb) => eb.selectFrom("chats").select("id").where("address", "=", address))
          .executeTakeFirst();
        return result.numUpdatedRows > 0n;
      }),

    /** What the chat at an address has muted now. */
    mutes: async (address: ChatAddress, now: number): Promise<Mute[]> => {
      const rows = await db
        .selectFrom("subscriptions as s")
        .innerJoin("chats as c", "c.id", "s.chat")
        .select(["s.topic", "s.muted"])
        .where("c.address", "=", address)
        .where("s.muted", ">", now)
        .orderBy("s.topic")
        .execute();
      return rows.map(({ topic, muted }) => ({ topic, until: muted ?? now }));
    },
  };
}

/** Moves what a chat's digests have collected to the time that its settings say now. */
async function retime(db: Reader, chat: string, settings: ChatSettings, now: number): Promise<void> {
  await db
    .updateTable("deliveries")
    .set({ closes: afterQuiet(settings, now) })
    .where("chat", "=", chat)
    .where("kind", "=", "broadcast")
    .where("due", "is", null)
    .where((eb) => open(eb))
    .execute();
  const digests = await db
    .selectFrom("deliveries")
    .select(["id", "closes"])
    .where("chat", "=", chat)
    .where("kind", "=", "digest")
    .where("due", "is", null)
    .where("closes", "is not", null)
    .where((eb) => open(eb))
    .orderBy("place")
    .execute();
  const closes = whenDue(settings, now, "news");
  for (const { id } of digests.filter((digest) => digest.closes !== closes)) {
    const target = closes <= now ? null : await targetOf(db, chat, settings, closes, now);
    if (target === null || target === id) {
      await db.updateTable("deliveries").set({ closes }).where("id", "=", id).execute();
      continue;
    }
    await db
      .insertInto("delivery_stories")
      .columns(["delivery", "story", "position"])
      .expression((eb) =>
        eb
          .selectFrom("delivery_stories")
          .where("delivery", "=", id)
          .select((eb) => [eb.val(target).as("delivery"), "story", "position"]),
      )
      .onConflict((on) => on.columns(["delivery", "story"]).doNothing())
      .execute();
    // It may collect again, when the chat goes back to its time.
    await db.deleteFrom("delivery_stories").where("delivery", "=", id).execute();
    await db
      .updateTable("deliveries")
      .set({ moot: now, why: `joined to ${target}` })
      .where("id", "=", id)
      .execute();
  }
}

/** The digest of a chat that closes then and still collects; null if that time's is on its way. */
async function targetOf(
  db: Reader,
  chat: string,
  settings: ChatSettings,
  closes: number,
  now: number,
): Promise<string | null> {
  const digest = { ...digestOf(closes), reason: reasonOf(settings) };
  const row = await beginDigest(db, chat, digest, now);
  return row.due === null && row.sent === null && row.dead === null && row.moot === null ? row.id : null;
}
