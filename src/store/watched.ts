import type { FeedHour } from "../core/silence.js";
import type { ClaimedFeed } from "./feeds.js";
import type { Database, Reader, Tables } from "./tables.js";

/** A lane that is owed to and sends nothing. */
export interface StillLane {
  lane: string;
  waiting: number;
  oldest: number;
}

/** What tells whether feeds and lanes are well, and what admins were told of it. */
export function createWatched({ db, write }: Database) {
  return {
    /** What a feed brought hour by hour since some hour. */
    hours: (feed: string, since: number): Promise<FeedHour[]> =>
      db
        .selectFrom("feed_hours")
        .select(["hour", "items"])
        .where("feed", "=", feed)
        .where("hour", ">=", since)
        .execute(),

    /** Lanes of which something is due since `before`, and which sent nothing since then. */
    still: async (before: number): Promise<StillLane[]> => {
      const rows = await db
        .selectFrom("deliveries as d")
        .innerJoin("chats as c", "c.id", "d.chat")
        .select((eb) => ["c.lane", eb.fn.countAll().as("waiting"), eb.fn.min("d.due").as("oldest")])
        .where("c.gone", "is", null)
        .where("d.sent", "is", null)
        .where("d.dead", "is", null)
        .where("d.moot", "is", null)
        .where("d.intent", "is", null)
        .where("d.due", "<=", before)
        .groupBy("c.lane")
        .execute();
      const still: StillLane[] = [];
      for (const { lane, waiting, oldest } of rows) {
        const sent = await sentSince(db, lane, before);
        if (!sent) still.push({ lane, waiting: Number(waiting), oldest: oldest ?? before });
      }
      return still;
    },

    /** Whether a lane, or one of a platform, sent something since a time. */
    sentSince: (lane: string, since: number): Promise<boolean> => sentSince(db, lane, since),

    /** What admins were or are to be told of. */
    notices: (): Promise<Tables["notices"][]> => db.selectFrom("notices").selectAll().orderBy("key").execute(),

    /** Notes that something is so, from its first time on. */
    begin: (key: string, now: number) =>
      write(async (trx) => {
        await trx
          .insertInto("notices")
          .values({ key, since: now, told: null })
          .onConflict((on) => on.column("key").doNothing())
          .execute();
      }),

    /** Notes that admins were told; false if they were told later than `before` already, and then nothing is noted. */
    told: (key: string, before: number, now: number): Promise<boolean> =>
      write(async (trx) => {
        const result = await trx
          .insertInto("notices")
          .values({ key, since: now, told: now })
          .onConflict((on) =>
            on
              .column("key")
              .doUpdateSet({ told: now })
              .where((eb) => eb.or([eb("notices.told", "is", null), eb("notices.told", "<=", before)])),
          )
          .executeTakeFirst();
        return result.numInsertedOrUpdatedRows === 1n;
      }),

    /** It is no longer so. */
    end: (key: string) =>
      write(async (trx) => {
        await trx.deleteFrom("notices").where("key", "=", key).execute();
      }),
  };
}

async function sentSince(db: Reader, lane: string, since: number): Promise<boolean> {
  const row = await db
    .selectFrom("deliveries as d")
    .innerJoin("chats as c", "c.id", "d.chat")
    .select("d.id")
    .where((eb) => eb.or([eb("c.lane", "=", lane), eb("c.platform", "=", lane as "slack")]))
    .where("d.sent", ">", since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Counts what a good poll showed newly. A first poll shows all that there is, which is no measure. */
export async function countHour(
  db: Reader,
  { feed, shown, first }: ClaimedFeed,
  items: readonly { id: string }[],
  hour: number,
): Promise<void> {
  if (first) return;
  const known = new Set(shown);
  const fresh = items.filter(({ id }) => !known.has(id)).length;
  await db
    .insertInto("feed_hours")
    .values({ feed: feed.id, hour, items: fresh })
    .onConflict((on) =>
      on.columns(["feed", "hour"]).doUpdateSet((eb) => ({ items: eb("feed_hours.items", "+", fresh) })),
    )
    .execute();
}
