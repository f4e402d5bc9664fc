import type { DeliveryRules } from "./delivery-rules.js";
import type { Log } from "./log.js";
import { faultText } from "./log.js";
import type { Messenger } from "../core/message/messenger.js";
import type { Claimed } from "../store/deliveries.js";
import type { Settlement } from "../store/settle.js";

/** How often a message may have been sent before it is given up: copies in a crash loop end here. */
const mostTries = 3;
/** The platform's clock and ours may differ: history is asked from a little before the intent. */
const skew = 60_000;
/** When the platform could not be asked, it is asked again after this. */
const pause = 30_000;

/**
 * Finds what is to be written of a delivery that may or may not have arrived. A platform with history is asked: what is there
 * was sent, what is not was not. Elsewhere `uncertain` decides. An edit may be made twice without harm, so it is made again.
 */
export function createRecovery({ rules, log }: { rules: DeliveryRules; log: Log }) {
  return async function recover(messenger: Messenger, { delivery, chat }: Claimed, now: number): Promise<Settlement> {
    const why = delivery.why ?? "left sending";
    if (delivery.original === null) {
      try {
        const known = await messenger.history(chat.address, (delivery.intent ?? now) - skew);
        const ref = known?.get(delivery.id);
        if (ref !== undefined) return { kind: "sent", ref };
        if (known !== null) return { kind: "later", at: now, why: `${why}; not in the chat's history` };
      } catch (error) {
        log.error({ delivery: delivery.id, chat: chat.address, fault: faultText(error) }, "history could not be asked");
        return { kind: "unknown", why, at: now + pause };
      }
      if (rules.uncertain === "skip") return { kind: "moot", why: `${why}; skipped, as delivery.uncertain says` };
    }
    if (delivery.tries >= mostTries)
      return { kind: "dead", why: `${why}; sent ${delivery.tries} times without an answer` };
    return { kind: "again", why };
  };
}
