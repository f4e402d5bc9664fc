import type { Compose } from "./compose.js";
import { createDraft } from "./draft.js";
import type { DeliveryRules } from "./delivery-rules.js";
import { platformOf } from "./delivery-rules.js";
import type { Admins, Log } from "./log.js";
import { faultText } from "./log.js";
import { createRecovery } from "./recovery.js";
import { impossible } from "../core/impossible.js";
import { readAddress } from "../core/lane.js";
import type { Lane } from "../core/lane.js";
import type { Messenger, Outcome, Post } from "../core/message/messenger.js";
import type { Claimed, Turn } from "../store/deliveries.js";
import type { Settlement } from "../store/settle.js";
import type { Pace } from "../store/pacing.js";
import type { Store } from "../store/store.js";
import { createWindow } from "./window.js";

export interface DeliverParts {
  store: Pick<Store, "deliveries" | "views">;
  /** The messengers that this process has, by lane. A lane without one keeps what it is owed. */
  messengers: ReadonlyMap<Lane, Messenger>;
  compose: Compose;
  rules: DeliveryRules;
  log: Log;
  admins?: Admins;
  /** Names this process in claims. */
  owner: string;
  /** Resolves at a time, or at once when it is past or the process stops, and says what time it is then. */
  until: (at: number) => Promise<number>;
  /** Whether what this process claimed or intended at a time is still its own; always, unless it is given. */
  holds?: (from: number) => boolean;
  /** When it aborts, nothing more is sent; what is on its way is settled. */
  signal?: AbortSignal;
}

/** What one round of a lane did. */
export interface DeliverReport {
  sent: number;
  later: number;
  unknown: number;
  /** Given up: refused, a gone chat, or too many tries. */
  failed: number;
  /** Deliveries that may not have arrived and are not sent again, as `delivery.uncertain: skip` wishes. */
  skipped: string[];
  /** Why the account takes no calls any more, so that the lane rests; null if it does. */
  closed: string | null;
}

/** A round under way. */
export interface Round {
  /** Deliveries in hand. */
  started: number;
  /** When the lane has something to do again, as far as is known now; null if it is owed nothing. */
  next: number | null;
  /** Resolves when all of them are settled; never rejects. */
  done: Promise<DeliverReport>;
}

const second = 1_000;
/** How long a lane rests whose account takes no calls, in ms: a person has to mend it. */
const standstill = 15 * 60_000;
/** A chat that must wait slows its lane by the time of so many sends: a platform in trouble gets a little peace. */
const slowedBy = 10;
/** So many different chats in a row that must wait, and the longest that all then wait, in ms. */
const tooMany = 4;
const longestRest = 30_000;
/** Longer than any messenger's time-out: a send that outlives its claim would be sent again beside itself. */
const span = 120_000;

/**
 * Begins a round of a lane: turns are reserved, and when its turn comes each delivery is marked *sending* and committed, sent
 * once, and settled. Those whose outcome is unknown stay *sending* and are settled, after their grace, by a later round.
 * Rounds may overlap; `most` bounds what this one takes in hand.
 */
export function createDeliver(parts: DeliverParts) {
  const { store, messengers, compose, rules, log, admins, owner, until, signal, holds = () => true } = parts;
  const { draft, answers } = createDraft({ store, compose });
  const recover = createRecovery({ rules, answers, log });
  /** Accounts that were closed, and until when: turns reserved before that was known are given back. */
  const resting = new WeakMap<Messenger, number>();
  /** The chats of each lane that had to wait, since the last send that had not. */
  const waits = new Map<Lane, Set<string>>();
  /** What this process sent on each lane lately. */
  const windows = new Map<Lane, ReturnType<typeof createWindow>>();

  /** The post of a delivery, or what is written of it where there is none to send. */
  async function make(claimed: Claimed): Promise<Post | Settlement> {
    try {
      return (await draft(claimed)) ?? { kind: "moot", why: "there is nothing to edit" };
    } catch (error) {
      log.error({ delivery: claimed.delivery.id, fault: faultText(error) }, "making a message threw; nothing was sent");
      return { kind: "dead", why: "a fault of Tellal's own, see the log" };
    }
  }

  async function send(messenger: Messenger, post: Post, now: number, intent: number): Promise<Settlement> {
    // Who stood still meanwhile is taken for dead, and another has the delivery: nothing may lie between this look and the call.
    if (!holds(intent)) return { kind: "later", at: now, why: "this process stood still before it was sent" };
    try {
      return settlementOf(await messenger.send(post), await until(now));
    } catch (error) {
      log.error({ delivery: post.delivery, chat: post.chat, fault: faultText(error) }, "a messenger threw");
      return { kind: "unknown", why: "the messenger threw" };
    }
  }

  async function settle(
    messenger: Messenger,
    claimed: Claimed,
    settlement: Settlement,
    now: number,
    report: DeliverReport,
    pace?: Pace,
  ): Promise<void> {
    const { delivery, chat } = claimed;
    if (!(await store.deliveries.settle(claimed, settlement, now, pace))) {
      log.warn(
        { delivery: delivery.id, kind: settlement.kind },
        "this delivery was taken over; its outcome is dropped",
      );
      return;
    }
    const facts = { delivery: delivery.id, chat: chat.address };
    switch (settlement.kind) {
      case "sent":
        report.sent += 1;
        log.info({ ...facts, kind: delivery.kind, ref: delivery.ref, reference: settlement.ref }, "delivered");
        return;
      case "later":
        log.warn({ ...facts, why: settlement.why }, "delivery has to wait");
        report.later += 1;
        return;
      case "moved":
      case "again":
        report.later += 1;
        return;
      case "closed":
        report.later += 1;
        report.closed = settlement.why;
        if ((resting.get(messenger) ?? 0) <= now) {
          log.error({ lane: chat.lane, why: settlement.why }, "this account takes no calls any more; its lane rests");
          admins?.({ kind: "closed", lane: chat.lane, why: settlement.why });
        }
        resting.set(messenger, settlement.at);
        return;
      case "moot":
        log.info({ ...facts, why: settlement.why }, "delivery is no longer needed");
        return;
      case "skipped":
        report.skipped.push(delivery.id);
        log.warn({ ...facts, why: settlement.why }, "delivery was skipped: it may not have arrived");
        return;
      case "unknown":
        report.unknown += 1;
        log.warn({ ...facts, why: settlement.why }, "nobody knows whether this delivery arrived");
        return;
      case "gone":
      case "dead":
        report.failed += 1;
        log.error({ ...facts, why: settlement.why }, "delivery was given up");
        admins?.(
          settlement.kind === "gone"
            ? { kind: "gone", chat: chat.address, why: settlement.why }
            : { kind: "dead", delivery: delivery.id, chat: chat.address, why: settlement.why },
        );
        return;
      default:
        impossible(settlement);
    }
  }

  /** Waits until the next send of a lane may leave; what comes back is told when it is answered. */
  async function leave(lane: Lane, { perSend }: Pace, from: number): Promise<(then: number) => void> {
    if (perSend === 0) return () => {};
    const count = Math.max(1, Math.round(second / perSend));
    const window = windows.get(lane) ?? createWindow({ count, span: count * perSend });
    windows.set(lane, window);
    let now = await until(from);
    for (let free = window.free(now); free > now; free = window.free(now)) {
      if (signal?.aborted === true) break;
      now = await until(free);
    }
    return window.leave(now);
  }

  /** A chat that must wait slows its lane a little; several in a row say that it is the account which must wait. */
  async function slow(chat: Turn["chat"], settlement: Settlement, { perSend }: Pace, now: number): Promise<void> {
    const { lane, peer } = chat;
    if (settlement.kind !== "later") {
      waits.delete(lane);
      return;
    }
    // One chat that must wait again and again says nothing of the others.
    const inRow = (waits.get(lane) ?? new Set()).add(peer);
    waits.set(lane, inRow);
    const all = inRow.size < tooMany ? now : Math.min(settlement.at, now + longestRest);
    await store.deliveries.rest(lane, Math.max(all, now + slowedBy * perSend));
  }

  /** Waits for the turn of a delivery, sends it and settles it. */
  async function take(messenger: Messenger, turn: Turn, pace: Pace, report: DeliverReport): Promise<void> {
    const { lane } = turn.chat;
    const due = await until(turn.at);
    const made = await make(turn);
    const now = await until(due);
    if (signal?.aborted === true || (resting.get(messenger) ?? 0) > now) return store.deliveries.release(turn);
    const intended = await store.deliveries.intend(turn, pace, now);
    if (intended === null) return;
    let settlement: Settlement;
    if ("message" in made) {
      const answered = await leave(lane, pace, now);
      settlement = editOf(made, await send(messenger, made, now, intended.delivery.intent ?? now));
      answered(await until(now));
    } else settlement = made;
    const then = await until(now);
    await settle(messenger, intended, settlement, then, report, pace);
    await slow(turn.chat, settlement, pace, then);
  }

  return async function begin(lane: Lane, now: number, most = Infinity): Promise<Round> {
    const report: DeliverReport = { sent: 0, later: 0, unknown: 0, failed: 0, skipped: [], closed: null };
    const messenger = messengers.get(lane);
    if (messenger === undefined || !holds(now)) return { started: 0, next: null, done: Promise.resolve(report) };
    const { grace, ...pace } = rules.platforms[platformOf(lane)];

    async function finish({ delivery }: Claimed, work: Promise<void>): Promise<void> {
      try {
        await work;
      } catch (error) {
        log.error({ delivery: delivery.id, fault: faultText(error) }, "a delivery could not be settled");
      }
    }

    const claim = { lane, owner, span };
    const unknown = await store.deliveries.claimUnknown(claim, grace, now);
    const due = await store.deliveries.claim(claim, pace, now, most);
    const work = [
      ...unknown.map((claimed) =>
        finish(
          claimed,
          recover(messenger, claimed, now).then((settlement) => settle(messenger, claimed, settlement, now, report)),
        ),
      ),
      ...due.map((turn) => finish(turn, take(messenger, turn, pace, report))),
    ];
    const full = due.length > 0 && due.length >= Math.min(most, pace.burst);
    return {
      started: work.length,
      next: full ? Math.ceil(now + due.length * pace.perSend) : await store.deliveries.nextDue(lane, grace, now),
      done: Promise.all(work).then(() => report),
    };
  };
}

/** An edit that the platform refuses is no loss: the first post stands, as it was. */
function editOf({ edits }: Post, settlement: Settlement): Settlement {
  if (edits === null || settlement.kind !== "dead") return settlement;
  return { kind: "moot", why: `could not be edited: ${settlement.why}` };
}

/** Each outcome of a send as what is written of it. */
function settlementOf(outcome: Outcome, now: number): Settlement {
  switch (outcome.kind) {
    case "sent":
    case "later":
    case "gone":
      return outcome;
    case "moved":
      return readAddress(outcome.to) === null
        ? { kind: "dead", why: `moved to ${outcome.to}, no address of ours` }
        : outcome;
    case "refused":
      return { kind: "dead", why: outcome.why };
    case "unknown":
      return { kind: "unknown", why: outcome.cause };
    case "closed":
      return { kind: "closed", at: now + standstill, why: outcome.why };
    default:
      return impossible(outcome);
  }
}
