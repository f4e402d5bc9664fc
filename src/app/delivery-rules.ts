import type { Platform } from "../core/message/messenger.js";
import type { Pace } from "../store/pacing.js";

/** How deliveries are made. Spans in ms. */
export interface DeliveryRules {
  /** What becomes of a delivery that may have arrived, on a platform that cannot be asked. */
  uncertain: "resend" | "skip";
  platforms: Record<Platform, PlatformRules>;
}

/** `grace`: how long after its intent an unknown delivery may still turn up in the chat's history. */
interface PlatformRules extends Pace {
  grace: number;
}

/** The rules of the configuration's `delivery`. */
export function deliveryRules({
  uncertain,
  telegram,
  slack,
}: {
  uncertain: "resend" | "skip";
  telegram: { perSecond: number; perChat: number };
  slack: { perChat: number };
}): DeliveryRules {
  return {
    uncertain,
    platforms: {
      console: { perChat: 0, perSend: 0, burst: 1, grace: 0 },
      telegram: {
        perChat: telegram.perChat,
        perSend: Math.ceil(1_000 / telegram.perSecond),
        // A burst is paid for afterwards; a quarter of a second's worth keeps any one second near the limit.
        burst: Math.max(1, Math.floor(telegram.perSecond / 4)),
        grace: 5_000,
      },
      slack: { perChat: slack.perChat, perSend: 50, burst: 5, grace: 30_000 },
    },
  };
}
