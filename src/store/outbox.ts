import { sql } from "kysely";
import type { ExpressionBuilder } from "kysely";
import type { DeliveryRow, Reader } from "./tables.js";
import type { Lane } from "../core/lane.js";

/** What is still to be settled, as a condition on the table's own columns. */
export function open(eb: ExpressionBuilder<{ deliveries: DeliveryRow }, "deliveries">) {
  return eb.and([eb("sent", "is", null), eb("dead", "is", null), eb("moot", "is", null)]);
}

/** The open deliveries of a lane's chats. */
function owed(db: Reader, lane: Lane) {
  return db
    .selectFrom("deliveries as d")
    .innerJoin("chats as c", "c.id", "d.chat")
    .where("c.lane", "=", lane)
    .where("c.gone", "is", null)
    .where("d.sent", "is", null)
    .where("d.dead", "is", null)
    .where("d.moot", "is", null);
}

/**
 * The first delivery that each chat of a lane waits for, unless one is reserved or being sent: later ones keep behind it. Ranked over the
 * open deliveries only, which are few: asking of each whether another precedes it would look through all that a chat ever got.
 */
export function head(db: Reader, lane: Lane, now: number) {
  const queue = owed(db, lane)
    .where("d.due", "is not", null)
    .select((eb) => [
      "d.id",
      "d.chat",
      "d.due",
      "d.created",
      "d.place",
      "c.address",
      "c.peer",
      eb.fn
        .agg<number>("row_number")
        .over((over) => over.partitionBy("d.chat").orderBy("d.place").orderBy("d.id"))
        .as("rank"),
      eb.fn
        .sum<number>(
          eb
            .case()
            .when(eb.or([eb("d.intent", "is not", null), eb("d.lease", ">", now)]))
            .then(1)
            .else(0)
            .end(),
        )
        .over((over) => over.partitionBy("d.chat"))
        .as("flying"),
    ]);
  return db
    .selectFrom(queue.as("d"))
    .leftJoin("pacing as p", (join) => join.on((eb) => eb("p.key", "=", sql<string>`'chat:' || d.peer`)))
    .where("d.rank", "=", 1)
    .where("d.flying", "=", 0);
}

/** Those of them that may be sent now. */
export function awaiting(db: Reader, lane: Lane, now: number) {
  return head(db, lane, now)
    .where("d.due", "<=", now)
    .where((eb) => eb.or([eb("p.next", "is", null), eb("p.next", "<=", now)]));
}

/** All deliveries of a lane that wait to be sent, in their turn or behind another. */
export function waiting(db: Reader, lane: Lane) {
  return owed(db, lane).where("d.due", "is not", null).where("d.intent", "is", null);
}

/** The digests of a lane that collect until a time. */
export function collecting(db: Reader, lane: Lane) {
  return owed(db, lane).where("d.due", "is", null).where("d.closes", "is not", null);
}

/** The deliveries that somebody has in hand or left there: *sending* and not settled, or with a turn reserved. */
export function inHand(db: Reader, lane: Lane) {
  return owed(db, lane).where("d.lease", "is not", null);
}

/** Those of them that were marked *sending*. */
export function leftSending(db: Reader, lane: Lane) {
  return inHand(db, lane).where("d.intent", "is not", null);
}

/** The posts that wait for their turn in a lane's chats, edits and digests left out. */
export function waitingPosts(db: Reader, lane: Lane, now: number) {
  return waiting(db, lane)
    .where("d.kind", "=", "post")
    .where("d.due", "<=", now)
    .where("d.tries", "=", 0)
    .where((eb) => eb.or([eb("d.lease", "is", null), eb("d.lease", "<=", now)]));
}

/** The next place in a chat's order of recording, inside an `insert … select`. */
export function nextPlace(table: "s" | "o") {
  const chat = sql.ref(`${table}.chat`);
  return sql<number>`(select coalesce(max(p.place), 0) + 1 from deliveries as p where p.chat = ${chat})`;
}

/** Links a story to its deliveries of one kind. */
export async function linkStory(
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
