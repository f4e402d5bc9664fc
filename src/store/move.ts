import { open } from "./outbox.js";
import type { DeliveryRow, Reader, Tables } from "./tables.js";
import { readAddress } from "../core/lane.js";
import type { ChatAddress } from "../core/message/messenger.js";

/** A chat got another address. If we know a chat there already, that one takes over the subscriptions and what is owed. */
export async function moveChat(db: Reader, chat: Tables["chats"], to: ChatAddress, now: number): Promise<void> {
  const known = readAddress(to);
  if (known === null) throw new Error(`a messenger moved ${chat.address} to ${to}, which is no address`);
  const heir = await db.selectFrom("chats").select("id").where("address", "=", to).executeTakeFirst();
  if (heir === undefined || heir.id === chat.id) {
    await db
      .updateTable("chats")
      .set({ address: to, ...known })
      .where("id", "=", chat.id)
      .execute();
    return;
  }
  await takeOver(db, chat.id, heir.id);
  await db.updateTable("topics").set({ owner: heir.id }).where("owner", "=", chat.id).execute();
  await db.updateTable("audit").set({ owner: heir.id }).where("owner", "=", chat.id).execute();
  await db.updateTable("chats").set({ gone: null, why: null }).where("id", "=", heir.id).execute();
  await db
    .updateTable("chats")
    .set({ settings: chat.settings })
    .where("id", "=", heir.id)
    .where("settings", "=", "{}")
    .execute();
  const why = `moved to ${to}`;
  await db.updateTable("chats").set({ gone: now, why }).where("id", "=", chat.id).execute();
  await db
    .updateTable("deliveries")
    .set({ chat: heir.id })
    .where("chat", "=", chat.id)
    .where((eb) => open(eb))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("deliveries as h")
            .select("h.id")
            .where("h.chat", "=", heir.id)
            .whereRef("h.kind", "=", "deliveries.kind")
            .whereRef("h.ref", "=", "deliveries.ref"),
        ),
      ),
    )
    .execute();
  await joinDigests(db, chat.id, heir.id);
  await db
    .updateTable("deliveries")
    .set({ moot: now, why })
    .where("chat", "=", chat.id)
    .where((eb) => open(eb))
    .execute();
}

/** What a chat follows, the heir follows too, muted as it was; what it follows already stays as the heir has it. */
async function takeOver(db: Reader, from: string, to: string): Promise<void> {
  const rows = await db.selectFrom("subscriptions").selectAll().where("chat", "=", from).execute();
  for (const row of rows) {
    await db
      .insertInto("subscriptions")
      .values({ ...row, chat: to })
      .onConflict((on) => on.columns(["chat", "topic"]).doNothing())
      .execute();
  }
}

/**
 * What one chat's digests hold goes into those of the same times that another has, also where that one was given up. Where that one is
 * on its way or was sent, they come behind it, without what it told.
 */
async function joinDigests(db: Reader, from: string, to: string): Promise<void> {
  const digests = await db
    .selectFrom("deliveries")
    .selectAll()
    .where("chat", "=", from)
    .where("kind", "=", "digest")
    .where((eb) => open(eb))
    .execute();
  for (const digest of digests) {
    const heirs = await db
      .selectFrom("deliveries")
      .selectAll()
      .where("chat", "=", to)
      .where("kind", "=", "digest")
      .where("ref", "=", digest.ref)
      .executeTakeFirstOrThrow();
    if (isOver(heirs)) await follow(db, digest, to);
    else await join(db, digest, heirs);
  }
}

/** Nothing can be put into it any more. */
function isOver({ due, intent, sent, dead, moot }: DeliveryRow): boolean {
  return sent !== null || dead !== null || intent !== null || (moot === null && due !== null);
}

async function join(db: Reader, { id, reason, batch, closes, due }: DeliveryRow, heirs: DeliveryRow): Promise<void> {
  const again = heirs.moot === null ? {} : { moot: null, why: null, reason, batch, closes, due };
  await db
    .updateTable("deliveries")
    .set({ lease: null, ...again })
    .where("id", "=", heirs.id)
    .execute();
  await db
    .insertInto("delivery_stories")
    .columns(["delivery", "story", "position"])
    .expression((eb) =>
      eb
        .selectFrom("delivery_stories as h")
        .where("h.delivery", "=", id)
        .select((eb) => [eb.val(heirs.id).as("delivery"), "h.story", "h.position"]),
    )
    .onConflict((on) => on.columns(["delivery", "story"]).doNothing())
    .execute();
}

async function follow(db: Reader, { id, ref, chat }: DeliveryRow, to: string): Promise<void> {
  await db
    .deleteFrom("delivery_stories")
    .where("delivery", "=", id)
    .where("story", "in", (eb) =>
      eb
        .selectFrom("delivery_stories as h")
        .innerJoin("deliveries as d", "d.id", "h.delivery")
        .where("d.chat", "=", to)
        .where("d.moot", "is", null)
        .select("h.story"),
    )
    .execute();
  await db
    .updateTable("deliveries")
    .set({ chat: to, ref: `${ref}/${chat}` })
    .where("id", "=", id)
    .execute();
}
