import type { Log } from "./log.js";
import { faultText } from "./log.js";
import type { Present } from "../store/processes.js";
import type { Sign } from "../store/postgres.js";
import type { Store } from "../store/store.js";

export interface PresenceParts {
  store: Pick<Store, "processes">;
  /** Puts up this process's sign, which comes down when its connection to the database ends. */
  raise: () => Promise<Sign>;
  number: number;
  /** Names this process in claims. */
  owner: string;
  clock: () => number;
  log: Log;
}

/** How often a process says that it is there, and for how long each time: who says nothing for so long is gone. In ms. */
export const beatEvery = 3_000;
const lasts = 12_000;
/** A process that was silent takes itself for gone so much earlier than the others do: clocks differ a little. */
const margin = 3_000;

/**
 * Tells the other processes on a database that this one is there, and takes over from those that are not: killed ones, whose sign
 * is down, and those that stand still or are cut off, which say nothing any more. What one of these sends afterwards would be
 * sent twice, so it asks `holds` before it sends.
 */
export function createPresence({ store, raise, number, owner, clock, log }: PresenceParts) {
  let sign: Sign | null = null;
  let since = Infinity;
  let until = -Infinity;

  async function stay(now: number): Promise<void> {
    const kept = await store.processes.stay({ number, owner, until: now + lasts }, now);
    until = now + lasts;
    if (kept && since < Infinity) return;
    if (since < Infinity) log.warn({ owner }, "this process was silent for too long: others have taken what it had");
    since = clock();
  }

  async function isGone({ number: theirs, until: present }: Present, now: number): Promise<boolean> {
    return theirs !== number && (present <= now || (await sign?.others())?.has(theirs) === false);
  }

  return {
    /** Says that this process is there, and takes over from those that are gone. Throws if the database cannot be reached. */
    async beat(): Promise<void> {
      if (sign?.isUp() !== true) {
        since = Infinity;
        sign = await raise();
      }
      await stay(clock());
      for (const present of await store.processes.list()) {
        const now = clock();
        if (!(await isGone(present, now)) || !(await store.processes.bury(present, now))) continue;
        log.warn(
          { gone: present.owner, silent: now - (present.until - lasts) },
          "a process is gone; its work is taken over",
        );
      }
    },

    /** How many other processes are there, as far as they said. */
    others: async (): Promise<number> => (await store.processes.list()).filter((one) => one.number !== number).length,

    /** Whether this process has been there without a break since a time, so that what it claimed then is still its own. */
    holds: (from: number): boolean => from >= since && clock() < until - margin && sign?.isUp() === true,

    /** Gives back all that this process has, and takes its sign down. */
    async leave(): Promise<void> {
      since = Infinity;
      try {
        await store.processes.leave(owner, clock());
      } catch (error) {
        log.warn({ fault: faultText(error) }, "what this process had could not be given back; others take it over");
      }
      await sign?.end();
    },
  };
}
