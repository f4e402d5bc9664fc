import type { Reader } from "./tables.js";

const hour = 60 * 60_000;
/** No page is read again, and none tried again, later than this from now. */
const longestWait = 24 * hour;
/** No claim holds longer than this. */
const longestClaim = 5 * 60_000;
/** The clocks of two machines may differ by so much, in ms: that is no clock that was set back. */
export const skew = 10_000;

/**
 * Makes good for a clock that was set back, told by a feed that was polled in the future: what was to happen at once happens at
 * once, no pace or claim reaches further than it can. Without it, posts and pages would stand still until the old time is
 * reached again. A platform's *later* is forgotten; it will say it again.
 */
export async function mendClock(db: Reader, now: number): Promise<void> {
  const ahead = await db
    .selectFrom("feeds")
    .select("id")
    .where("polled", ">", now + skew)
    .where("removed", "is", null)
    .executeTakeFirst();
  if (ahead === undefined) return;
  const claimed = now + longestClaim;
  await db.updateTable("pacing").set({ next: now }).where("next", ">", now).execute();
  await db.updateTable("leases").set({ until: claimed }).where("until", ">", claimed).execute();
  await db.updateTable("items").set({ lease: claimed }).where("lease", ">", claimed).execute();
  await db
    .updateTable("items")
    .set({ due: now })
    .where("due", ">", now)
    .where((eb) => eb.or([eb("read", "is", null), eb("due", ">", now + longestWait)]))
    .execute();
  const open = db
    .selectFrom("deliveries")
    .select("id")
    .where("sent", "is", null)
    .where("dead", "is", null)
    .where("moot", "is", null);
  await db.updateTable("deliveries").set({ due: now }).where("due", ">", now).where("id", "in", open).execute();
  await db.updateTable("deliveries").set({ intent: now }).where("intent", ">", now).where("id", "in", open).execute();
  await db
    .updateTable("deliveries")
    .set({ lease: claimed })
    .where("lease", ">", claimed)
    .where("id", "in", open)
    .execute();
}
