/** What the fake lets through; in calls and ms. */
export interface RateLimits {
  /** Between two posts of one channel. */
  channelGap: number;
  /** How much sooner than the gap a post may come: networks jitter. */
  jitter: number;
  /** Posts a minute in one workspace ("several hundred"). */
  workspacePerMinute: number;
  /** Slack lets apps outside its Marketplace read history once a minute, 15 posts at most. */
  marketplace: boolean;
  /** Multiplies the tiers of all methods. */
  tierFactor: number;
}

/** Slack's own limits. */
export const slackLimits: RateLimits = {
  channelGap: 1000,
  jitter: 50,
  workspacePerMinute: 600,
  marketplace: true,
  tierFactor: 1,
};

/** Counts calls as Slack does, on the clock that it is given. */
export function createRates(limits: RateLimits) {
  const times = new Map<string, number[]>();
  const waits = new Map<string, number>();
  const counted = { refused: 0, impatient: 0 };

  /** Ms until one more call of this key fits into `count` per `span`; 0 if it does now. */
  function wait(key: string, count: number, span: number, now: number): number {
    const recent = (times.get(key) ?? []).filter((time) => time > now - span);
    times.set(key, recent);
    const oldest = recent[recent.length - count];
    return oldest === undefined ? 0 : oldest + span - now;
  }

  return {
    counted,
    limits,
    /** Seconds to wait before this call, or null: it is let through and counted. Whoever calls again before is impatient. */
    refuse(key: string, rules: { key: string; count: number; span: number }[], now: number): number | null {
      const until = waits.get(key) ?? 0;
      if (now < until) {
        counted.refused += 1;
        counted.impatient += 1;
        return Math.ceil((until - now) / 1000);
      }
      const longest = Math.max(...rules.map((rule) => wait(rule.key, rule.count, rule.span, now)));
      if (longest > 0) return this.demand(key, Math.ceil(longest / 1000), now);
      for (const rule of rules) times.get(rule.key)?.push(now);
      return null;
    },
    /** Refuses this key from now on for so many seconds. */
    demand(key: string, seconds: number, now: number): number {
      counted.refused += 1;
      // A clock of whole ms and a client that waits to the second must not disagree by a hair.
      waits.set(key, now + seconds * 1000 - limits.jitter);
      return seconds;
    },
  };
}

export type Rates = ReturnType<typeof createRates>;
