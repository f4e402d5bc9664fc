import type { DeliverReport } from "./deliver.js";
import type { createLane } from "./lane.js";
import type { PagesReport } from "./pages.js";
import type { PollReport } from "./poll.js";
import type { Lane } from "../core/lane.js";
import type { Store } from "../store/store.js";

export interface RunParts {
  store: Pick<Store, "summary">;
  /** Takes over what processes that are gone had in hand. */
  takeOver: (now: number) => Promise<void>;
  poll: (now: number, all?: boolean) => Promise<PollReport>;
  pages: (now: number) => Promise<PagesReport>;
  keep: ReturnType<typeof createLane>;
  /** The lanes that have a messenger. */
  lanes: readonly Lane[];
  clock: () => number;
  /** Hears of each step of `once`, for a progress line. */
  progress?: (step: { polled: number } | { page: number } | { sent: number }) => void;
  /** Interrupts the run: it rejects with the signal's reason, and what is left is taken up by the next one. */
  signal?: AbortSignal;
}

/** What a whole run did. `owed` deliveries could not be sent yet; `unknown` ones may have arrived. */
export interface RunReport {
  poll: PollReport;
  pages: PagesReport;
  /** Feeds that were not asked, because their sites asked for peace. */
  waiting: number;
  failedFeeds: string[];
  failedDeliveries: number;
  /** Deliveries that may not have arrived and are not sent again. */
  skipped: string[];
  /** Lanes whose account takes no calls. */
  closed: { lane: Lane; why: string }[];
  owed: number;
  unknown: number;
}

/** `once` waits this long for a chat's pace or a platform's *later*; what is due after it stays owed. */
const patience = 120_000;
/** A lane that is due but does nothing is looked at again so often. */
const idleRounds = 20;

/** The whole journey, once, because somebody wants it now: all feeds, all pages that they owe, all deliveries. */
export function createRun({ store, takeOver, poll, pages, keep, lanes, clock, progress, signal }: RunParts) {
  async function readAll(): Promise<PagesReport> {
    const all: PagesReport = { tried: 0, recorded: 0, changed: 0, failed: 0 };
    for (;;) {
      const round = await pages(clock());
      signal?.throwIfAborted();
      if (round.tried === 0) return all;
      all.tried += round.tried;
      all.recorded += round.recorded;
      all.changed += round.changed;
      all.failed += round.failed;
      progress?.({ page: all.tried });
    }
  }

  /** Sends what is due within our patience. */
  function sendAll(lane: Lane): Promise<DeliverReport> {
    const end = clock() + patience;
    return keep(
      lane,
      ({ now, next, idle }) => next === null || next > end || now > end || idle >= idleRounds,
      (count) => count > 0 && progress?.({ sent: count }),
    );
  }

  return async function once(): Promise<RunReport> {
    await takeOver(clock());
    const polled = await poll(clock(), true);
    signal?.throwIfAborted();
    progress?.({ polled: polled.polled });
    const read = await readAll();
    const rounds = await Promise.all(lanes.map(async (lane) => ({ lane, ...(await sendAll(lane)) })));
    signal?.throwIfAborted();
    const { feeds, deliveries } = await store.summary();
    return {
      waiting: feeds - polled.polled,
      poll: polled,
      pages: read,
      failedFeeds: polled.failed,
      failedDeliveries: rounds.reduce((sum, { failed }) => sum + failed, 0),
      skipped: rounds.flatMap(({ skipped }) => skipped),
      closed: rounds.flatMap(({ lane, closed }) => (closed === null ? [] : [{ lane, why: closed }])),
      owed: deliveries.owed,
      unknown: deliveries.sending,
    };
  };
}
