import { sql } from "kysely";
import type { SelectQueryBuilder } from "kysely";
import { nextPlace, open } from "./outbox.js";
import type { DeliveryRow, Reader, Tables } from "./tables.js";
import { inDigestOrder } from "../core/message/digest-order.js";
import { storiesPerDigest, type DigestReason } from "../core/message/digest.js";
import type { ChatSettings } from "../core/chat-settings.js";

/** A digest as chats have it: `ref` names its batch or period. It collects until `closes`, or until its batch is read. */
export interface Digest {
  ref: string;
  reason: DigestReason;
  batch: string | null;
  closes: number | null;
}

/** The digest of a chat that closes at a time. */
export function digestOf(closes: number) {
  return { ref: `digest@${new Date(closes).toISOString()}`, batch: null, closes };
}

/** Why a chat of these settings gets a digest: it wants one, or it was quiet. */
export function reasonOf({ delivery }: ChatSettings): DigestReason {
  return delivery.kind === "immediate" ? "quiet" : delivery.kind;
}

interface Collected {
  story: string;
  digest: Digest;
  /** The chats (`s.chat`) that are to have the story in it. */
  takers: SelectQueryBuilder<Tables & { s: Tables["subscriptions"]; c: Tables["chats"] }, "s" | "c", object>;
}

/** Puts a story into the digest of every chat of `takers`, begun where there is none or it was given up; left out are those whose digest collects no more. */
export async function collect(db: Reader, { story, digest, takers }: Collected, now: number): Promise<number> {
  const { ref, reason, batch, closes } = digest;
  await db
    .insertInto("deliveries")
    .columns(["id", "chat", "kind", "ref", "place", "created", "reason", "batch", "closes", "tries", "fence"])
    .expression(
      takers.select([
        sql<string>`s.chat || ':digest:' || cast(${ref} as text)`.as("id"),
        "s.chat",
        sql<"digest">`'digest'`.as("kind"),
        sql<string>`cast(${ref} as text)`.as("ref"),
        nextPlace("s").as("place"),
        sql<number>`cast(${now} as bigint)`.as("created"),
        sql<DigestReason>`cast(${reason} as text)`.as("reason"),
        sql<string | null>`cast(${batch} as text)`.as("batch"),
        sql<number | null>`cast(${closes} as bigint)`.as("closes"),
        sql<number>`0`.as("tries"),
        sql<number>`0`.as("fence"),
      ]),
    )
    .onConflict((on) => on.columns(["chat", "kind", "ref"]).doNothing())
    .execute();
  await reopen(db, digest).where("chat", "in", takers.select("s.chat")).execute();
  const linked = await db
    .insertInto("delivery_stories")
    .columns(["delivery", "story", "position"])
    .expression(
      db
        .selectFrom("deliveries")
        .where("kind", "=", "digest")
        .where("ref", "=", ref)
        .where("due", "is", null)
        .where((eb) => open(eb))
        .where("chat", "in", takers.select("s.chat"))
        .select([
          "id",
          sql<string>`cast(${story} as text)`.as("story"),
          sql<number>`(select count(*) from delivery_stories as d where d.delivery = deliveries.id)`.as("position"),
        ]),
    )
    .onConflict((on) => on.columns(["delivery", "story"]).doNothing())
    .executeTakeFirst();
  return Number(linked.numInsertedOrUpdatedRows ?? 0n);
}

/** Lets digests collect again that were given up before they were due; chats have no two of one time. */
function reopen(db: Reader, { ref, reason, closes }: Digest) {
  return db
    .updateTable("deliveries")
    .set({ moot: null, why: null, reason, closes })
    .where("kind", "=", "digest")
    .where("ref", "=", ref)
    .where("moot", "is not", null)
    .where("due", "is", null)
    .where("intent", "is", null);
}

/** The digest of one chat, begun if it is new or was given up. */
export async function beginDigest(db: Reader, chat: string, digest: Digest, now: number): Promise<DeliveryRow> {
  const { ref } = digest;
  const last = await db
    .selectFrom("deliveries")
    .select((eb) => eb.fn.max("place").as("place"))
    .where("chat", "=", chat)
    .executeTakeFirst();
  const place = (last?.place ?? 0) + 1;
  await db
    .insertInto("deliveries")
    .values({ ...digest, id: `${chat}:digest:${ref}`, chat, kind: "digest", place, created: now, tries: 0, fence: 0 })
    .onConflict((on) => on.columns(["chat", "kind", "ref"]).doNothing())
    .execute();
  await reopen(db, digest).where("chat", "=", chat).execute();
  return db
    .selectFrom("deliveries")
    .selectAll()
    .where("chat", "=", chat)
    .where("kind", "=", "digest")
    .where("ref", "=", ref)
    .executeTakeFirstOrThrow();
}

/** Makes each digest due of whose batch no feed is still polled and no item still unread: one complete digest, not ten. */
export async function releaseDigests(db: Reader, now: number): Promise<void> {
  await db
    .updateTable("deliveries")
    .set({ due: now })
    .where("kind", "=", "digest")
    .where("due", "is", null)
    .where("closes", "is", null)
    .where("batch", "not in", (eb) => eb.selectFrom("items").select("items.batch").where("items.tried", "is", null))
    .where("batch", "not in", (eb) =>
      eb.selectFrom("feeds").select("feeds.batch").where("feeds.batch", "is not", null).$castTo<{ batch: string }>(),
    )
    .where("sent", "is", null)
    .execute();
}

/** Makes each digest due whose time has come, and each announcement whose chat is quiet no more. */
export async function closeDigests(db: Reader, now: number): Promise<void> {
  await db.updateTable("deliveries").set({ due: now }).where("due", "is", null).where("closes", "<=", now).execute();
}

/**
 * Puts the stories of a digest that is about to be sent in order, and what one message does not hold into further ones behind it. Stories
 * withdrawn meanwhile stay with the first part, which leaves them out; those of which the chat follows no topic any more, or has muted all
 * that it follows, leave it. False, and the digest is moot, if nothing is left.
 */
export async function arrange(db: Reader, digest: DeliveryRow, now: number): Promise<boolean> {
  const rows = await db
    .selectFrom("delivery_stories as h")
    .innerJoin("stories as y", "y.id", "h.story")
    .leftJoin("matches as m", "m.story", "h.story")
    .leftJoin("subscriptions as s", (join) => join.onRef("s.topic", "=", "m.topic").on("s.chat", "=", digest.chat))
    .select(["h.story", "y.withdrawn", "m.topic", "m.relevance", "s.chat", "s.muted"])
    .where("h.delivery", "=", digest.id)
    .orderBy("h.position")
    .execute();
  const withdrawn = new Set(rows.filter((row) => row.withdrawn !== null).map(({ story }) => story));
  const places = rows.map(({ story, topic, relevance, chat, muted }) => ({
    story,
    topic: topic ?? "",
    relevance: relevance ?? 0,
    follows: chat !== null && (muted === null || muted <= now),
  }));
  const followed = new Set(places.filter(({ follows }) => follows).map(({ story }) => story));
  const order = inDigestOrder(places.filter(({ story }) => followed.has(story) && !withdrawn.has(story)));
  if (order.length === 0) {
    const why = "the chat follows nothing of it any more";
    await db.updateTable("deliveries").set({ moot: now, lease: null, why }).where("id", "=", digest.id).execute();
    return false;
  }
  for (const { story } of rows) {
    if (followed.has(story) || withdrawn.has(story)) continue;
    await db.deleteFrom("delivery_stories").where("delivery", "=", digest.id).where("story", "=", story).execute();
  }
  for (let at = 0; at === 0 || at < order.length; at += storiesPerDigest) {
    const stories = order.slice(at, at + storiesPerDigest);
    const [first = ""] = stories;
    const delivery = at === 0 ? digest.id : await nextPart(db, digest, `${padded(at / storiesPerDigest + 1)}/${first}`);
    await place(db, { from: digest.id, delivery, stories: at === 0 ? [...stories, ...withdrawn] : stories });
  }
  return true;
}

async function place(
  db: Reader,
  { from, delivery, stories }: { from: string; delivery: string; stories: readonly string[] },
): Promise<void> {
  for (const [position, story] of stories.entries()) {
    await db
      .updateTable("delivery_stories")
      .set({ delivery, position })
      .where("delivery", "=", from)
      .where("story", "=", story)
      .execute();
  }
}

/** Behind the first part, since what has the same place in the chat's order goes by the id. */
async function nextPart(db: Reader, digest: DeliveryRow, part: string): Promise<string> {
  const { chat, kind, place, created, reason, batch, closes, due } = digest;
  const ref = `${digest.ref}/${part}`;
  const id = `${chat}:digest:${ref}`;
  await db
    .insertInto("deliveries")
    .values({ id, chat, kind, ref, place, created, reason, batch, closes, due, tries: 0, fence: 0 })
    .execute();
  return id;
}

function padded(part: number): string {
  return String(part).padStart(3, "0");
}
