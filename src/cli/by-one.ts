import { faultText, type Log } from "../app/log.js";
import type { Deaf } from "../core/message/ask.js";
import type { Lease } from "../store/leases.js";
import type { Store } from "../store/store.js";

export interface ByOneParts {
  leases: Pick<Store["leases"], "take" | "renew" | "end">;
  owner: string;
  clock: () => number;
  /** Waits so many ms, or until the signal. */
  wait: (span: number, signal: AbortSignal) => Promise<void>;
  log: Log;
}

/** Hears until the signal, as long as `isOurs` says that nobody else does. */
export type Hearing = (signal: AbortSignal, isOurs: () => boolean) => Promise<Deaf>;

/** How long what one process does stays its own without a word, and how often it says one, in ms. */
const span = 15_000;
const every = 3_000;
/** Who holds it looks at its own clock, and lets go before another's may say that it is over. */
const margin = 3_000;

/** What only one of all processes may do at a time, and another takes over when that one is gone. */
export function createByOne({ leases, owner, clock, wait, log }: ByOneParts) {
  /** Says again and again that a lease is ours; resolves when it is not, or at the signal. */
  async function keep(lease: Lease, hold: (until: number) => void, signal: AbortSignal): Promise<void> {
    let until = clock() + span;
    while (!signal.aborted) {
      await wait(every, signal);
      if (signal.aborted) return;
      const now = clock();
      try {
        if (!(await leases.renew(lease, span, now))) return;
        until = now + span;
        hold(until);
      } catch (error) {
        log.warn({ lease: lease.name, fault: faultText(error) }, "a lease could not be renewed");
        if (clock() > until - margin) return;
      }
    }
  }

  async function take(name: string): Promise<Lease | null> {
    try {
      return await leases.take(name, owner, span, clock());
    } catch (error) {
      log.warn({ lease: name, fault: faultText(error) }, "a lease could not be asked for");
      return null;
    }
  }

  /** Does something unless another process is at it. */
  async function once(name: string, work: () => Promise<void>): Promise<void> {
    const lease = await leases.take(name, owner, span, clock());
    if (lease === null) return;
    const done = new AbortController();
    const kept = keep(lease, () => {}, done.signal);
    try {
      await work();
    } finally {
      done.abort();
      await kept;
      await leases.end(lease);
    }
  }

  /** Hears as soon as no other process does, and as long as none has taken over. */
  function hearing(name: string, hear: Hearing): (signal: AbortSignal) => Promise<Deaf> {
    return async (signal) => {
      while (!signal.aborted) {
        const asked = clock();
        const lease = await take(name);
        if (lease === null) {
          await wait(every, signal);
          continue;
        }
        log.info({ lease: name }, "this process listens now");
        let until = asked + span;
        const over = new AbortController();
        const kept = keep(lease, (time) => (until = time), AbortSignal.any([signal, over.signal])).finally(() =>
          over.abort(),
        );
        const deaf = await hear(
          AbortSignal.any([signal, over.signal]),
          () => !over.signal.aborted && clock() < until - margin,
        );
        over.abort();
        await kept;
        await leases.end(lease).catch(() => false);
        if (deaf.kind === "closed") return deaf;
      }
      return { kind: "stopped" };
    };
  }

  return { once, hearing };
}
