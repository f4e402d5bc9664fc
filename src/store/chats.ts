import { randomUUID } from "node:crypto";
import type { ExpressionBuilder } from "kysely";
import { moveChat } from "./move.js";
import { open } from "./outbox.js";
import type { Database, Reader, Tables } from "./tables.js";
import { readAddress } from "../core/lane.js";
import type { Lane } from "../core/lane.js";
import type { ChatAddress } from "../core/message/messenger.js";
import { Refusal } from "../core/refusal.js";

/** The chats and what they subscribed to. */
export function createChats({ db, write }: Database) {
  return {
    /** The chat at an address, made if it is new; its id comes back. An address we cannot read is a `Refusal`. */
    ensure: (address: ChatAddress, language: "tr" | "en", now: number) =>
      write((trx) => ensureChat(trx, address, language, now)),

    find: (address: ChatAddress) => chatAt(db, address),

    list: () => db.selectFrom("chats").selectAll().orderBy("address").execute(),

    /** The lanes that some chat needs, gone chats left out. */
    lanes: () =>
      db
        .selectFrom("chats")
        .select(["lane", "platform"])
        .distinct()
        .where("gone", "is", null)
        .orderBy("lane")
        .execute(),

    /** Ids of the topics that the chat at an address follows; none if it is gone or unknown. */
    topicsOf: async (address: ChatAddress): Promise<string[]> => {
      const rows = await db
        .selectFrom("subscriptions as s")
        .innerJoin("chats as c", "c.id", "s.chat")
        .innerJoin("topics as t", "t.id", "s.topic")
        .select("s.topic")
        .where("c.address", "=", address)
        .where("c.gone", "is", null)
        .where("t.removed", "is", null)
        .orderBy("s.topic")
        .execute();
      return rows.map(({ topic }) => topic);
    },

    /**
     * A chat that was gone let us in again, and so did its threads: what they follow is posted to them from now on. Nothing happens if we
     * do not know it.
     */
    welcome: (address: ChatAddress) =>
      write(async (trx) => {
        await trx
          .updateTable("chats")
          .set({ gone: null, why: null })
          .where((eb) => eb.or([eb("address", "=", address), eb("peer", "=", address)]))
          .execute();
      }),

    /** A chat takes no posts any more: it is owed none. Nothing happens if we do not know it. */
    lose: (address: ChatAddress, why: string, now: number) =>
      write(async (trx) => {
        const chat = await chatAt(trx, address);
        if (chat !== undefined) await loseChat(trx, chat.id, why, now);
      }),

    /** A whole lane takes no posts any more: none of its chats is owed any. */
    loseLane: (lane: Lane, why: string, now: number) =>
      write(async (trx) => {
        const chats = await trx
          .selectFrom("chats")
          .select("id")
          .where("lane", "=", lane)
          .where("gone", "is", null)
          .execute();
        for (const { id } of chats) await loseChat(trx, id, why, now);
      }),

    /** A chat got another address, and its threads with it. Nothing happens if we do not know it. */
    move: (from: ChatAddress, to: ChatAddress, now: number) =>
      write(async (trx) => {
        const chats = await trx.selectFrom("chats").selectAll().where("peer", "=", from).execute();
        for (const chat of chats) await moveChat(trx, chat, to + chat.address.slice(from.length), now);
      }),

    /** Slack chats that were written without their workspace belong to this one. */
    complete: (lane: Lane, now: number) =>
      write(async (trx) => {
        const chats = await trx.selectFrom("chats").selectAll().where("lane", "=", "slack:").execute();
        for (const chat of chats) await moveChat(trx, chat, chat.address.replace("slack:", lane), now);
      }),

    subscribe: (chat: string, topic: string, now: number) => write((trx) => subscribeChat(trx, chat, topic, now)),

    /** The chat at an address follows a topic no more; a post that it is owed already still comes. */
    unsubscribe: (address: ChatAddress, topic: string) =>
      write(async (trx) => {
        const chat = (eb: ExpressionBuilder<Tables, "subscriptions">) =>
          eb.selectFrom("chats").select("id").where("address", "=", address);
        await trx.deleteFrom("subscriptions").where("chat", "=", chat).where("topic", "=", topic).execute();
      }),
  };
}

function chatAt(db: Reader, address: ChatAddress) {
  return db.selectFrom("chats").selectAll().where("address", "=", address).executeTakeFirst();
}

/** The id of the chat at an address, made if it is new; one that was gone is taken up again. */
export async function ensureChat(
  db: Reader,
  address: ChatAddress,
  language: "tr" | "en",
  now: number,
): Promise<string> {
  const known = readAddress(address);
  if (known === null) {
    throw new Refusal(
      `${address} is no address of a chat. Write console, telegram:<chat id>[/<thread id>] or slack:<team id>/<channel id>.`,
    );
  }
  await db
    .insertInto("chats")
    .values({ id: `c-${randomUUID()}`, address, ...known, language, created: now, settings: "{}" })
    .onConflict((on) => on.column("address").doUpdateSet({ gone: null, why: null }))
    .execute();
  const row = await db.selectFrom("chats").select("id").where("address", "=", address).executeTakeFirstOrThrow();
  return row.id;
}

/** Subscribes a chat to a topic; nothing happens if it is already. */
export async function subscribeChat(db: Reader, chat: string, topic: string, now: number): Promise<void> {
  await db
    .insertInto("subscriptions")
    .values({ chat, topic, created: now, settings: "{}" })
    .onConflict((on) => on.columns(["chat", "topic"]).doNothing())
    .execute();
}

/** A chat that takes no posts any more is owed none; nothing waits in the outbox for it. */
export async function loseChat(db: Reader, chat: string, why: string, now: number): Promise<void> {
  await db.updateTable("chats").set({ gone: now, why }).where("id", "=", chat).execute();
  await db
    .updateTable("deliveries")
    .set({ moot: now, why: `chat is gone: ${why}` })
    .where("chat", "=", chat)
    .where((eb) => open(eb))
    .execute();
}
