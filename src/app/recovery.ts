import type { DeliveryRules } from "./delivery-rules.js";
import type { Log } from "./log.js";
import { faultText } from "./log.js";
import type { Messenger } from "../core/message/messenger.js";
import type { Claimed } from "../store/deliveries.js";
import type { Settlement } from "../store/settle.js";

const minute = 60_000;
/**
 * How long after each send without an answer the next one is made; after the last it is given up. A new post may leave a copy
 * each time, so there are three sends at most, yet they span an outage of an hour; an edit made twice does no harm.
 */
const pauses = { post: [minute, 60 * minute], edit: [minute, 5 * minute, 30 * minute, 60 * minute] };
/** The platform's clock and ours may differ: history is asked from a little before the intent. */
const skew = 60_000;
/** When the platform could not be asked, it is asked again after this, and the less often the longer that lasts: its token may be dead. */
const pause = 30_000;
const longestPause = 30 * minute;

interface RecoveryParts {
  rules: DeliveryRules;
  /** The reference of the message that a delivery answers, null if it answers none. */
  answers: (claimed: Claimed) => Promise<string | null>;
  log: Log;
}

/**
 * Finds what is to be written of a delivery that may or may not have arrived. A platform with history is asked: what is there
 * was sent, what is not was not. Elsewhere `uncertain` decides. An edit may be made twice without harm, so it is made again.
 * What a killed process left is sent again at once; after an answer that said nothing, the platform is given time.
 */
export function createRecovery({ rules, answers, log }: RecoveryParts) {
  return async function recover(messenger: Messenger, claimed: Claimed, now: number): Promise<Settlement> {
    const { delivery, chat } = claimed;
    const why = delivery.why ?? "left sending";
    if (delivery.original === null) {
      try {
        const since = (delivery.intent ?? now) - skew;
        const known = await messenger.history({ chat: chat.address, since, replyTo: await answers(claimed) });
        const ref = known?.get(delivery.id);
        if (ref !== undefined) return { kind: "sent", ref };
        if (known !== null) return { kind: "later", at: now, why: `${why}; not in the chat's history` };
      } catch (error) {
        log.error({ delivery: delivery.id, chat: chat.address, fault: faultText(error) }, "history could not be asked");
        const lasting = now - (delivery.intent ?? now);
        return { kind: "unknown", why, at: now + Math.min(longestPause, Math.max(pause, Math.round(lasting / 4))) };
      }
      if (rules.uncertain === "skip") return { kind: "skipped", why: `${why}; skipped, as delivery.uncertain says` };
    }
    const wait = pauses[delivery.original === null ? "post" : "edit"][delivery.tries - 1];
    if (wait === undefined) return { kind: "dead", why: `${why}; sent ${delivery.tries} times without an answer` };
    const killed = delivery.why === null;
    return { kind: "again", at: killed ? now : Math.max(now, (delivery.intent ?? now) + wait), why };
  };
}
