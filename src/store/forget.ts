import type { Database } from "./tables.js";
import type { ChatAddress } from "../core/message/messenger.js";

/** Forgetting chats. */
export function createForget({ write }: Database) {
  /**
   * Deletes all that is kept of a chat: what it follows and how, what was and is owed to it, its own topics with what they found, what
   * was said and asked in it, and its name. False if nothing was known of it. What platforms show stays there.
   */
  return (address: ChatAddress): Promise<boolean> =>
    write(async (trx) => {
      const chat = await trx
        .selectFrom("chats")
        .select(["id", "peer"])
        .where("address", "=", address)
        .executeTakeFirst();
      await trx.deleteFrom("searches").where("chat", "=", address).execute();
      await trx.deleteFrom("confirmations").where("chat", "=", address).execute();
      await trx.deleteFrom("names").where("address", "=", address).execute();
      const said = trx.selectFrom("feedback").select(["story", "person"]).where("chat", "=", address);
      for (const { story, person } of await said.execute()) {
        await trx.deleteFrom("irrelevances").where("story", "=", story).where("person", "=", person).execute();
      }
      await trx.deleteFrom("feedback").where("chat", "=", address).execute();
      if (chat === undefined) return false;
      const { id, peer } = chat;
      const own = trx.selectFrom("topics").select("id").where("owner", "=", id);
      for (const table of ["keywords", "matches", "subscriptions"] as const) {
        await trx.deleteFrom(table).where("topic", "in", own).execute();
      }
      await trx.deleteFrom("irrelevances").where("topic", "in", own).execute();
      await trx.deleteFrom("topics").where("owner", "=", id).execute();
      await trx.deleteFrom("audit").where("owner", "=", id).execute();
      await trx.deleteFrom("subscriptions").where("chat", "=", id).execute();
      const owed = trx.selectFrom("deliveries").select("id").where("chat", "=", id);
      await trx.deleteFrom("delivery_stories").where("delivery", "in", owed).execute();
      // What edits another goes before that.
      await trx.deleteFrom("deliveries").where("chat", "=", id).where("original", "is not", null).execute();
      await trx.deleteFrom("deliveries").where("chat", "=", id).execute();
      await trx.deleteFrom("chats").where("id", "=", id).execute();
      const others = await trx.selectFrom("chats").select("id").where("peer", "=", peer).executeTakeFirst();
      if (others === undefined) await trx.deleteFrom("pacing").where("key", "=", `chat:${peer}`).execute();
      return true;
    });
}
