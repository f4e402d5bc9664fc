import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { faultText, type Log } from "../app/log.js";
import { beatEvery, createPresence } from "../app/presence.js";
import { openSign } from "../store/postgres.js";
import type { Store } from "../store/store.js";

/** How a process stands to others that might work on the same database. */
export interface Company {
  /** Whether what was claimed at a time is still this process's own; without that nothing is claimed or sent. */
  holds: (from: number) => boolean;
  /** Takes over what processes that are gone had in hand. */
  takeOver: (now: number) => Promise<void>;
  /** Whether there may be other processes. */
  isShared: boolean;
  leave: () => Promise<void>;
}

export interface CompanyParts {
  store: Pick<Store, "processes">;
  address: string;
  owner: string;
  clock: () => number;
  log: Log;
}

const largest = 2 ** 31;
/** The server frees the sign of a killed process a moment after its end: whoever runs once looks so often, and so long in between. */
const looks = 5;
const lookEvery = 200;

/** Who holds the lock of a data folder is alone, and takes over whatever it finds. */
export async function keepAlone(store: Pick<Store, "leases">, now: number): Promise<Company> {
  const takeOver = (at: number) => store.leases.endAll(at);
  await takeOver(now);
  return { holds: () => true, takeOver, isShared: false, leave: async () => {} };
}

/** On PostgreSQL processes work side by side, and each says every few seconds that it is there. */
export async function openCompany({ store, address, owner, clock, log }: CompanyParts): Promise<Company> {
  const number = randomInt(1, largest);
  const presence = createPresence({
    store,
    raise: () => openSign(address, number),
    number,
    owner,
    clock,
    log,
  });
  const over = new AbortController();
  await presence.beat();
  await store.processes.wakeLanes(clock());
  const beating = keepBeating();

  async function keepBeating(): Promise<void> {
    for (;;) {
      await sleep(beatEvery, undefined, { signal: over.signal }).catch(() => {});
      if (over.signal.aborted) return;
      try {
        await presence.beat();
      } catch (error) {
        log.warn({ fault: faultText(error) }, "this process could not say that it is there");
      }
    }
  }

  return {
    holds: presence.holds,
    async takeOver() {
      for (let look = 0; look < looks && (await presence.others()) > 0; look += 1) {
        await sleep(lookEvery);
        await presence.beat();
      }
    },
    isShared: true,
    async leave() {
      over.abort();
      await beating;
      await presence.leave();
    },
  };
}
