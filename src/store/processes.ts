import { open } from "./outbox.js";
import type { Database, Reader } from "./tables.js";

/** A process as the others see it. `number` names the lock that it holds as long as its connection lives. */
export interface Present {
  number: number;
  owner: string;
  until: number;
}

/** A lane whose next send is further away than this rests since its account takes no calls; no pace reaches so far. In ms. */
const rests = 60_000;

/**
 * The processes that work on one PostgreSQL. Claims last longer than any work may take; what a process has in hand when it is
 * no longer present is taken from it at once, and what it writes afterwards is refused by the fences of those who took it.
 */
export function createProcesses({ db, write }: Database) {
  return {
    /** Says that a process is present until a time. False if it was not present all the while: what it had is another's. */
    stay: async ({ number, owner, until }: Present, now: number): Promise<boolean> => {
      // Not in turn with all that waits to be written: who has much to write is there all the same.
      const kept = await db
        .updateTable("processes")
        .set({ until })
        .where("number", "=", number)
        .where("until", ">", now)
        .executeTakeFirst();
      if (kept.numUpdatedRows === 1n) return true;
      await write(async (trx) => {
        await giveBack(trx, owner, now);
        await trx
          .insertInto("processes")
          .values({ number, owner, until })
          .onConflict((on) => on.column("number").doUpdateSet({ owner, until }))
          .execute();
      });
      return false;
    },

    /** All that said they were present, also those that are no more. */
    list: (): Promise<Present[]> => db.selectFrom("processes").selectAll().orderBy("number").execute(),

    /** Takes all that a process has in hand from it; false, and nothing taken, if it said meanwhile that it is there. */
    bury: ({ number, owner, until }: Present, now: number): Promise<boolean> =>
      write(async (trx) => {
        const gone = await trx
          .deleteFrom("processes")
          .where("number", "=", number)
          .where("until", "=", until)
          .executeTakeFirst();
        if (gone.numDeletedRows !== 1n) return false;
        await giveBack(trx, owner, now);
        return true;
      }),

    /** Ends a process's presence in good order, and gives back what it still has. */
    leave: (owner: string, now: number): Promise<void> =>
      write(async (trx) => {
        await giveBack(trx, owner, now);
        await trx.deleteFrom("processes").where("owner", "=", owner).execute();
      }),

    /** Lanes that rest because of a dead token are tried again by whoever starts, perhaps with another one. */
    wakeLanes: (now: number): Promise<void> =>
      write(async (trx) => {
        await trx
          .updateTable("pacing")
          .set({ next: now })
          .where("key", "like", "lane:%")
          .where("next", ">", now + rests)
          .execute();
      }),
  };
}

/** Ends the leases of one owner. Deliveries left *sending* stay so, to be settled after their grace. */
async function giveBack(db: Reader, owner: string, now: number): Promise<void> {
  const ended = await db
    .updateTable("leases")
    .set({ until: 0 })
    .where("owner", "=", owner)
    .where("until", ">", 0)
    .returning("name")
    .execute();
  const feeds = ended.flatMap(({ name }) => (name.startsWith("feed:") ? [name.slice("feed:".length)] : []));
  if (feeds.length > 0) await db.updateTable("feeds").set({ batch: null }).where("id", "in", feeds).execute();
  await db
    .updateTable("items")
    .set({ lease: null, owner: null })
    .where("lease", "is not", null)
    .where("owner", "=", owner)
    .execute();
  await db
    .updateTable("deliveries")
    .set({ lease: now })
    .where("lease", ">", now)
    .where("owner", "=", owner)
    .where((eb) => open(eb))
    .execute();
}
