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

/** The first delivery that each chat of a lane waits for, unless it is being sent: later ones keep behind it. */
export function head(db: Reader, lane: Lane) {
  return owed(db, lane)
    .leftJoin("pacing as p", (join) => join.on((eb) => eb("p.key", "=", sql<string>`'chat:' || c.id`)))
    .where("d.intent", "is", null)
    .where("d.due", "is not", null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("deliveries as e")
            .select("e.id")
            .whereRef("e.chat", "=", "d.chat")
            .where("e.sent", "is", null)
            .where("e.dead", "is", null)
            .where("e.moot", "is", null)
            .where("e.due", "is not", null)
            .where((eb) =>
              eb.or([
                eb("e.place", "<", eb.ref("d.place")),
                eb.and([eb("e.place", "=", eb.ref("d.place")), eb("e.id", "<", eb.ref("d.id"))]),
                eb("e.intent", "is not", null),
              ]),
            ),
        ),
      ),
    );
}

/** Those of them that may be sent now. */
export function awaiting(db: Reader, lane: Lane, now: number) {
  return head(db, lane)
    .where("d.due", "<=", now)
    .where((eb) => eb.or([eb("p.next", "is", null), eb("p.next", "<=", now)]));
}

/** The deliveries that were marked *sending* and not settled. */
export function leftSending(db: Reader, lane: Lane) {
  return owed(db, lane).where("d.intent", "is not", null);
}
