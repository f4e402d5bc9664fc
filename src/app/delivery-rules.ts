import type { Lane } from "../core/lane.js";
import type { Platform } from "../core/message/messenger.js";
import type { Pace } from "../store/pacing.js";

/** How deliveries are made. Spans in ms. */
export interface DeliveryRules {
  /** What becomes of a delivery that may have arrived, on a platform that cannot be asked. */
  uncertain: "resend" | "skip";
  platforms: Record<Platform, PlatformRules>;
}

/**
 * `grace`: how long after its intent an unknown delivery may still turn up in the chat's history. `flying`: how many deliveries one
 * process may have in hand at once.
 */
interface PlatformRules extends Pace {
  grace: number;
  flying: number;
}

/** What the configuration says of pace; spans in ms. */
interface DeliverySettings {
  uncertain: "resend" | "skip";
  telegram: { perSecond: number; perChat: number; perGroup: number };
  slack: { perChat: number };
}

/**
 * Platforms count what arrives, and the way there is not always equally long: all paces are this much slower than what is
 * allowed, so that two sends do not come closer than they left.
 */
const margin = 1.012;
const second = 1_000;

/** The rules of the configuration's `delivery`. */
export function deliveryRules({ uncertain, telegram, slack }: DeliverySettings): DeliveryRules {
  return {
    uncertain,
    platforms: {
      console: { perChat: 0, perCrowd: 0, perSend: 0, burst: 1, grace: 0, flying: 1 },
      telegram: {
        perChat: margin * telegram.perChat,
        perCrowd: margin * Math.max(telegram.perGroup, telegram.perChat),
        perSend: (margin * second) / telegram.perSecond,
        // A quarter of a second's worth is reserved ahead: an answer to a person waits for no more than that.
        burst: Math.max(1, Math.floor(telegram.perSecond / 4)),
        grace: 5_000,
        flying: Math.max(4, 3 * telegram.perSecond),
      },
      slack: {
        perChat: margin * slack.perChat,
        perCrowd: margin * slack.perChat,
        perSend: 50,
        burst: 5,
        grace: 30_000,
        flying: 10,
      },
    },
  };
}

/** The platform of a lane. */
export function platformOf(lane: Lane): Platform {
  if (lane.startsWith("slack:")) return "slack";
  return lane === "telegram" ? "telegram" : "console";
}
