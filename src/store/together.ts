import { sql } from "kysely";
import type { Kysely, Transaction } from "kysely";
import { isBusy, retryBusy } from "./busy.js";
import { inTurn, isPostgres } from "./postgres.js";
import type { Database, Tables } from "./tables.js";

/** A write that waits for its turn; `run` works in a transaction, and returns what to call when that is committed. */
interface Waiting {
  run: (trx: Transaction<Tables>) => Promise<() => void>;
  fail: (error: unknown) => void;
}

type Work = (trx: Transaction<Tables>) => Promise<void>;

/** So few that a read, for which there is one connection, waits no longer for them than for one large write. */
const most = 32;

/**
 * What waits at one moment is committed together, since most of a small write's time is the disk's. Each is told only when
 * the commit is on the disk. One that throws is undone alone; what the rest wrote stands.
 */
export function createWriteTogether(db: Kysely<Tables>): Database["write"] {
  const waiting: Waiting[] = [];
  let busy = false;
  const shared = isPostgres(db);
  const write = shared ? inTurn(db) : (work: Work) => db.transaction().execute(work);

  async function alone({ run, fail }: Waiting): Promise<void> {
    try {
      let tell = () => {};
      await retryBusy(() => write(async (trx) => void (tell = await run(trx))));
      tell();
    } catch (error) {
      fail(error);
    }
  }

  /** All in one transaction. */
  async function commit(group: readonly Waiting[]): Promise<void> {
    let told: (() => void)[] = [];
    try {
      await retryBusy(() =>
        write(async (trx) => {
          told = [];
          for (const one of group) told.push(await apart(trx, one));
        }),
      );
    } catch (error) {
      // Of a connection that broke nobody knows whether it had committed.
      if (shared || isBusy(error)) for (const { fail } of group) fail(error);
      // A full disk undoes the whole transaction, whoever filled it: each learns its own fate.
      else for (const one of group) await alone(one);
      return;
    }
    for (const tell of told) tell();
  }

  async function drain(): Promise<void> {
    busy = true;
    while (waiting.length > 0) {
      // Lets all come that the event loop has ready.
      await new Promise((resolve) => setImmediate(resolve));
      const group = waiting.splice(0, most);
      const [first] = group;
      if (first !== undefined && group.length === 1) await alone(first);
      else await commit(group);
    }
    busy = false;
  }

  return (work) =>
    new Promise((resolve, reject) => {
      const run = async (trx: Transaction<Tables>) => {
        const result = await work(trx);
        return () => resolve(result);
      };
      waiting.push({ run, fail: reject });
      if (!busy) void drain();
    });
}

/** Runs one write so that it can be undone without the others. Throws what concerns them all. */
async function apart(trx: Transaction<Tables>, { run, fail }: Waiting): Promise<() => void> {
  await sql`savepoint apart`.execute(trx);
  try {
    const tell = await run(trx);
    await sql`release apart`.execute(trx);
    return tell;
  } catch (error) {
    if (isBusy(error)) throw error;
    await sql`rollback to apart`.execute(trx);
    await sql`release apart`.execute(trx);
    return () => fail(error);
  }
}
