import { z } from "zod";
import { mendClock, skew } from "./clock.js";
import { releaseDigests } from "./digests.js";
import { writeItems } from "./items.js";
import type { Shown } from "./items.js";
import { endLease, takeHost, takeLease } from "./leases.js";
import type { Lease } from "./leases.js";
import { isPostgres } from "./postgres.js";
import type { Database, Reader, Tables } from "./tables.js";
import { countHour } from "./watched.js";
import { hostOf } from "../core/host.js";
import { hourOf } from "../core/silence.js";

type FeedRow = Tables["feeds"];

/** A feed that this process polls now. `first`: it was never read before. */
export interface ClaimedFeed {
  feed: FeedRow;
  lease: Lease;
  batch: string;
  first: boolean;
  /** Ids of the items of the last good poll. */
  shown: string[];
}

/** The feed's own columns after a poll. */
export type FeedPatch = Partial<
  Pick<
    FeedRow,
    "moved" | "moving" | "moves" | "etag" | "modified" | "hash" | "good" | "why" | "newest" | "gap" | "reader" | "until"
  >
> &
  Pick<FeedRow, "due" | "failures">;

/** What a poll wrote; `stale` when another process had taken the feed over, and then nothing was written. */
export type PollResult = { kind: "settled"; fresh: number; changed: number } | { kind: "stale" };

const ids = z.array(z.string());

/** A poll joins the batch before it while that is still being read, but not for ever: its digest would never come. */
const batchSpan = 10 * 60_000;

/** Longer than one feed that hangs keeps its host busy. */
const turn = 30_000;

/** The batch of the items that a poll finds: its time as text. */
async function batchFor(db: Reader, now: number): Promise<string> {
  const open = await db
    .selectFrom("items")
    .select((eb) => eb.fn.min("batch").as("batch"))
    .where("tried", "is", null)
    .where("batch", ">", String(now - batchSpan))
    .executeTakeFirst();
  return open?.batch ?? String(now);
}

/** The feeds and their polls. */
export function createFeeds({ db, write }: Database) {
  return {
    /**
     * Claims every feed that is due, for `span` or, where there are many, for a turn of each: they may all wait for one host.
     * On a shared database only those whose host no other process asks. One that was polled in the future (the clock was set back) is due too. `all`: the schedule does not count, only a time
     * that the feed's site asked for.
     */
    claim: ({ owner, span, all }: { owner: string; span: number; all: boolean }, now: number) =>
      write(async (trx) => {
        await mendClock(trx, now);
        const batch = await batchFor(trx, now);
        const due = await trx
          .selectFrom("feeds")
          .selectAll()
          .where("removed", "is", null)
          .where("paused", "is", null)
          .where((eb) =>
            eb.or([
              eb("due", "<=", now),
              eb("polled", ">", now + skew),
              ...(all ? [eb("until", "is", null), eb("until", "<=", now)] : []),
            ]),
          )
          .orderBy("due")
          .orderBy("id")
          .execute();
        const claimed: ClaimedFeed[] = [];
        const until = now + Math.max(span, due.length * turn);
        for (const feed of due) {
          const host = hostOf(feed.moved ?? feed.url);
          if (isPostgres(trx) && !(await takeHost(trx, { host, owner, until }, now))) continue;
          const lease = await takeLease(trx, { name: `feed:${feed.id}`, owner, until }, now);
          if (lease === null) continue;
          const result = await trx
            .updateTable("feeds")
            .set({ batch })
            .where("id", "=", feed.id)
            .where("due", "=", feed.due)
            .executeTakeFirst();
          if (result.numUpdatedRows !== 1n) continue;
          const shown = feed.shown === null ? [] : ids.parse(JSON.parse(feed.shown));
          claimed.push({ feed, lease, batch, first: feed.good === null, shown });
        }
        return claimed;
      }),

    /** Writes what a poll brought: the items and the feed's state in one transaction, so that neither is without the other. */
    settle: (claimed: ClaimedFeed, patch: FeedPatch, items: Shown[] | null, now: number): Promise<PollResult> =>
      write(async (trx) => {
        if (!(await endLease(trx, claimed.lease))) return { kind: "stale" };
        const written = items === null ? { fresh: 0, changed: 0 } : await writeItems(trx, { claimed, items }, now);
        await trx
          .updateTable("feeds")
          .set({ ...patch, polled: now, batch: null })
          .$if(items !== null && items.length > 0, (query) =>
            query.set({ shown: JSON.stringify(items?.map((item) => item.id)) }),
          )
          .where("id", "=", claimed.feed.id)
          .execute();
        if (patch.failures === 0) await countHour(trx, claimed, items ?? [], hourOf(now));
        await releaseDigests(trx, now);
        return { kind: "settled", ...written };
      }),

    /** Counts the pages of a feed in a row whose structure we do not know; one that we know ends the row. */
    pageRead: (feed: string, strange: boolean) =>
      write(async (trx) => {
        await trx
          .updateTable("feeds")
          .set((eb) => ({ strange: strange ? eb("strange", "+", 1) : 0 }))
          .where("id", "=", feed)
          .execute();
      }),

    /** The feeds with their health, in the order of their ids. */
    list: () => db.selectFrom("feeds").selectAll().where("removed", "is", null).orderBy("id").execute(),
  };
}
