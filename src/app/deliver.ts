import type { Compose } from "./compose.js";
import { createDraft } from "./draft.js";
import type { DeliveryRules } from "./delivery-rules.js";
import type { Admins, Log } from "./log.js";
import { faultText } from "./log.js";
import { createRecovery } from "./recovery.js";
import { impossible } from "../core/impossible.js";
import { readAddress } from "../core/lane.js";
import type { Lane } from "../core/lane.js";
import type { Messenger, Outcome } from "../core/message/messenger.js";
import type { Claimed } from "../store/deliveries.js";
import type { Settlement } from "../store/settle.js";
import type { Store } from "../store/store.js";

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
}

/** What one round of a lane did. `next`: when the lane has something to do again; null if it is owed nothing. */
export interface DeliverReport {
  sent: number;
  later: number;
  unknown: number;
  /** Given up: refused, a gone chat, or too many tries. */
  failed: number;
  next: number | null;
}

/** How long a lane rests whose account takes no calls, in ms: a person has to mend it. */
const standstill = 15 * 60_000;

/** Longer than any messenger's time-out: a send that outlives its claim would be sent again beside itself. */
const span = 120_000;

/**
 * Sends what is due on one lane: each delivery is marked *sending* and committed, sent once, and settled. Those whose outcome
 * is unknown stay *sending* and are settled, after their grace, by a later call. Calls may overlap.
 */
export function createDeliver({ store, messengers, compose, rules, log, admins, owner }: DeliverParts) {
  const { draft, answers } = createDraft({ store, compose });
  const recover = createRecovery({ rules, answers, log });

  async function send(messenger: Messenger, claimed: Claimed, now: number): Promise<Settlement> {
    const { delivery, chat } = claimed;
    let post;
    try {
      post = await draft(claimed);
    } catch (error) {
      log.error({ delivery: delivery.id, fault: faultText(error) }, "making a message threw; nothing was sent");
      return { kind: "dead", why: "a fault of Tellal's own, see the log" };
    }
    if (post === null) return { kind: "moot", why: "there is nothing to edit" };
    try {
      return settlementOf(await messenger.send(post), now);
    } catch (error) {
      log.error({ delivery: delivery.id, chat: chat.address, fault: faultText(error) }, "a messenger threw");
      return { kind: "unknown", why: "the messenger threw" };
    }
  }

  async function settle(claimed: Claimed, settlement: Settlement, now: number, report: DeliverReport): Promise<void> {
    const { delivery, chat } = claimed;
    if (!(await store.deliveries.settle(claimed, settlement, now))) {
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
        return;
      case "later":
      case "moved":
      case "again":
        report.later += 1;
        return;
      case "moot":
        log.info({ ...facts, why: settlement.why }, "delivery is no longer needed");
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

  return async function deliver(lane: Lane, now: number): Promise<DeliverReport> {
    const report: DeliverReport = { sent: 0, later: 0, unknown: 0, failed: 0, next: null };
    const messenger = messengers.get(lane);
    const platform = platformOf(lane);
    if (messenger === undefined) return report;
    const { grace, ...pace } = rules.platforms[platform];

    async function finish(claimed: Claimed, work: Promise<Settlement>): Promise<void> {
      try {
        await settle(claimed, await work, now, report);
      } catch (error) {
        log.error({ delivery: claimed.delivery.id, fault: faultText(error) }, "a delivery could not be settled");
      }
    }

    const unknown = await store.deliveries.claimUnknown({ lane, owner, span }, grace, now);
    const due = await store.deliveries.claim({ lane, owner, span }, pace, now);
    await Promise.all([
      ...unknown.map((claimed) => finish(claimed, recover(messenger, claimed, now))),
      ...due.map((claimed) => finish(claimed, send(messenger, claimed, now))),
    ]);
    return { ...report, next: await store.deliveries.nextDue(lane, grace) };
  };
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
      return { kind: "later", at: now + standstill, why: outcome.why };
    default:
      return impossible(outcome);
  }
}

function platformOf(lane: Lane): keyof DeliveryRules["platforms"] {
  if (lane.startsWith("slack:")) return "slack";
  return lane === "telegram" ? "telegram" : "console";
}
