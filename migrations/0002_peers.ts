import type { Kysely } from "kysely";

interface Tables {
  chats: { id: string; address: string; platform: string; peer: string };
  pacing: { key: string; next: number };
}

/**
 * `chats.peer`: the chat as its platform counts it, which the threads of a Telegram forum share. Pace is kept by it, no longer by
 * the chat's id; the old rows reach a few seconds ahead at most.
 */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable("chats")
    .addColumn("peer", "text", (c) => c.notNull().defaultTo(""))
    .execute();
  for (const { id, address, platform } of await db
    .selectFrom("chats")
    .select(["id", "address", "platform"])
    .execute()) {
    const peer = platform === "telegram" ? (address.split("/", 1)[0] ?? address) : address;
    await db.updateTable("chats").set({ peer }).where("id", "=", id).execute();
  }
  await db.deleteFrom("pacing").where("key", "like", "chat:%").execute();
}
