import type { Bell } from "./bell.js";
import type { DeliverReport, Round } from "./deliver.js";
import type { DeliveryRules } from "./delivery-rules.js";
import { platformOf } from "./delivery-rules.js";
import { faultText, type Log } from "./log.js";
import type { Lane } from "../core/lane.js";
import type { Store } from "../store/store.js";

export interface LaneParts {
  store: Pick<Store, "deliveries">;
  begin: (lane: Lane, now: number, most?: number) => Promise<Round>;
  rules: DeliveryRules;
  /** As in `DeliverParts`; `cut` ends the waiting. */
  until: (at: number, cut?: AbortSignal) => Promise<number>;
  log: Log;
  signal?: AbortSignal;
  /** Rung when something is owed that was not before. */
  bell?: Pick<Bell, "hear">;
  /** An idle lane is looked at again after this, for what another process or a command owes. In ms. */
  lookAgain?: number;
}

/** How a lane stands between two rounds: `next` is when it has something to do, null if it is owed nothing. */
export interface LaneState {
  now: number;
  next: number | null;
  /** Deliveries that are on their way. */
  flying: number;
  /** Rounds in a row that found nothing to begin though something was due. */
  idle: number;
}

const idlePause = 100;
/** More than this on one lane is worth a line that says when it will be through, and again after each such time (ms). */
const crowd = 100;
const tellAgain = 60_000;

/**
 * Keeps a lane sending at its pace, rounds overlapping while the platform is slow, until `enough` of its state or the process stops;
 * then waits for what is on its way. Returns what all rounds did. A round that throws is logged, and the lane goes on.
 */
export function createLane({ store, begin, rules, until, log, signal, bell, lookAgain = 1_000 }: LaneParts) {
  return async function keep(
    lane: Lane,
    enough: (state: LaneState) => boolean,
    sent?: (count: number) => void,
  ): Promise<DeliverReport> {
    const total: DeliverReport = { sent: 0, later: 0, unknown: 0, failed: 0, skipped: [], closed: null };
    const { flying: most, perSend } = rules.platforms[platformOf(lane)];
    const open = new Set<Promise<void>>();
    const state: LaneState = { now: await until(0), next: null, flying: 0, idle: 0 };
    let told = -Infinity;

    async function follow({ started, done }: Round): Promise<void> {
      state.flying += started;
      const report = await done;
      state.flying -= started;
      total.sent += report.sent;
      total.later += report.later;
      total.unknown += report.unknown;
      total.failed += report.failed;
      total.skipped.push(...report.skipped);
      total.closed = report.closed ?? total.closed;
      sent?.(report.sent);
    }

    function begun(round: Round): void {
      const landing = follow(round);
      open.add(landing);
      void landing.finally(() => open.delete(landing));
    }

    /** Says when a large fan-out will be through. */
    async function tell(): Promise<void> {
      if (state.now < told + tellAgain) return;
      told = state.now;
      const waiting = await store.deliveries.waiting(lane);
      if (waiting < crowd) return;
      const through = new Date(state.now + waiting * perSend).toISOString();
      log.info({ lane, waiting, through }, "many deliveries wait; at this lane's pace they are through by then");
    }

    async function step(): Promise<number> {
      const round = state.flying < most ? await begin(lane, state.now, most - state.flying) : null;
      if (round === null) return state.now + lookAgain;
      if (round.started > 0) begun(round);
      state.next = round.next;
      const due = round.next !== null && round.next <= state.now;
      const idle = round.started === 0 && due;
      state.idle = idle && state.flying === 0 ? state.idle + 1 : 0;
      await tell();
      return idle ? state.now + idlePause : Math.min(round.next ?? Infinity, state.now + lookAgain);
    }

    for (;;) {
      if (signal?.aborted === true) break;
      const woken = new AbortController();
      // Heard from before the look on: what is owed in the middle of it may be missed by it.
      const unhear = bell?.hear(() => woken.abort());
      let again = state.now + lookAgain;
      try {
        again = await step();
      } catch (error) {
        log.error({ lane, fault: faultText(error) }, "a round of this lane failed");
        state.idle += 1;
      }
      const isOver = state.flying === 0 && enough(state);
      // What lands may free a chat's next post earlier than the clock would tell.
      if (!isOver) await Promise.race([until(again, woken.signal), ...open]);
      unhear?.();
      woken.abort();
      if (isOver) break;
      state.now = await until(0);
    }
    await Promise.all(open);
    return total;
  };
}
