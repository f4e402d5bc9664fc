import { mendClock } from "./clock.js";
import type { Database, Reader } from "./tables.js";

/** Work that one process has claimed until a time. `fence` grows with each claim: a late owner is told by it. */
export interface Lease {
  name: string;
  fence: number;
}

/** Takes a lease that nobody holds, or whose time is over; null while another holds it. */
export async function takeLease(
  db: Reader,
  { name, owner, until }: { name: string; owner: string; until: number },
  now: number,
): Promise<Lease | null> {
  const row = await db
    .insertInto("leases")
    .values({ name, owner, until, fence: 1 })
    .onConflict((on) =>
      on
        .column("name")
        .doUpdateSet((eb) => ({ owner, until, fence: eb("leases.fence", "+", 1) }))
        .where("leases.until", "<=", now),
    )
    .returning("fence")
    .executeTakeFirst();
  return row === undefined ? null : { name, fence: row.fence };
}

/** Gives a lease back; false if it was taken over meanwhile, and then nothing of the work may be written. */
export async function endLease(db: Reader, { name, fence }: Lease): Promise<boolean> {
  const result = await db
    .updateTable("leases")
    .set({ until: 0 })
    .where("name", "=", name)
    .where("fence", "=", fence)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/**
 * Takes the turn to ask a host, which is asked by one process at a time: our politeness is counted in that process. False while
 * another has it. Whoever has it keeps it by asking again.
 */
export async function takeHost(
  db: Reader,
  { host, owner, until }: { host: string; owner: string; until: number },
  now: number,
): Promise<boolean> {
  const row = await db
    .insertInto("leases")
    .values({ name: `host:${host}`, owner, until, fence: 1 })
    .onConflict((on) =>
      on
        .column("name")
        .doUpdateSet((eb) => ({
          owner,
          until: eb.case().when("leases.until", ">", until).then(eb.ref("leases.until")).else(until).end(),
          fence: eb("leases.fence", "+", 1),
        }))
        .where((eb) => eb.or([eb("leases.until", "<=", now), eb("leases.owner", "=", owner)])),
    )
    .returning("fence")
    .executeTakeFirst();
  return row !== undefined;
}

/** Leases by name, and the end of all that a dead process held. */
export function createLeases({ write }: Database) {
  return {
    /** Takes a lease for `span` ms; null while another process holds it. */
    take: (name: string, owner: string, span: number, now: number) =>
      write((trx) => takeLease(trx, { name, owner, until: now + span }, now)),

    /** Keeps a lease for `span` ms from now; false if it was taken over meanwhile. */
    renew: ({ name, fence }: Lease, span: number, now: number): Promise<boolean> =>
      write(async (trx) => {
        const result = await trx
          .updateTable("leases")
          .set({ until: now + span })
          .where("name", "=", name)
          .where("fence", "=", fence)
          .where("until", ">", 0)
          .executeTakeFirst();
        return result.numUpdatedRows === 1n;
      }),

    /** Gives a lease back; false if it was taken over meanwhile. */
    end: (lease: Lease) => write((trx) => endLease(trx, lease)),

    /**
     * Ends every lease, on feeds, items and deliveries: what a killed process had in hand is free at once, not only
     * when its leases end. Only for the holder of the data folder's lock; on a shared database see `processes.ts`. Deliveries left *sending* stay so, to be settled.
     */
    endAll: (now: number) =>
      write(async (trx) => {
        await mendClock(trx, now);
        await trx.updateTable("leases").set({ until: 0 }).where("until", ">", 0).execute();
        await trx.updateTable("items").set({ lease: null }).where("lease", "is not", null).execute();
        await trx.updateTable("deliveries").set({ lease: now }).where("lease", ">", now).execute();
        // A lane that rests because of a dead token is tried again by whoever starts anew, perhaps with another one.
        await trx
          .updateTable("pacing")
          .set({ next: now })
          .where("key", "like", "lane:%")
          .where("next", ">", now)
          .execute();
        await trx.updateTable("feeds").set({ batch: null }).where("batch", "is not", null).execute();
      }),
  };
}
