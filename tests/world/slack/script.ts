/** What goes wrong with a call. `before`: Slack did not do it; `after`: it did. */
export type Mishap =
  | { reset: "before" | "after" }
  | { html: "before" | "after"; status?: number }
  | { error: string; when: "before" | "after" }
  /** 429 with so many seconds. */
  | { retryAfter: number }
  /** No answer until released; then Slack does it. With `after` it is done at once and only the answer waits. */
  | { hang: "before" | "after" }
  | { slow: number }
  /** The token is dead from now on. */
  | { token: "token_revoked" | "account_inactive" };

/** A call as the script sees it. */
export interface Heard {
  method: string;
  args: Record<string, unknown>;
  team: string | null;
}

/** A planned mishap: how often it happened, and what its test may do. */
export interface Plan {
  hits: number;
  /** Resolves when it happens for the first time. */
  arrived: Promise<void>;
  /** Lets hanging calls go on, and ends the plan. */
  release(): void;
}

interface Planned {
  plan: Plan;
  mishap: Mishap;
  matches: (call: Heard) => boolean;
  skip: number;
  left: number;
  reached: () => void;
  released: Promise<void>;
}

/** The list of what shall go wrong, in the order of planning; the first that fits a call happens. */
export function createScript() {
  const planned: Planned[] = [];
  return {
    /** Plans a mishap for a method: at the n-th fitting call (from 1), so many times (once), only where `when` says so. */
    plan(
      method: string | null,
      mishap: Mishap,
      { nth = 1, times = 1, when = () => true }: { nth?: number; times?: number; when?: (call: Heard) => boolean } = {},
    ): Plan {
      let reached = () => {};
      let open = () => {};
      const arrived = new Promise<void>((resolve) => (reached = resolve));
      const released = new Promise<void>((resolve) => (open = resolve));
      const plan: Plan = {
        hits: 0,
        arrived,
        release() {
          const index = planned.findIndex((one) => one.plan === plan);
          if (index >= 0) planned.splice(index, 1);
          open();
        },
      };
      const matches = (call: Heard) => (method === null || call.method === method) && when(call);
      planned.push({ plan, mishap, matches, skip: nth - 1, left: times, reached, released });
      return plan;
    },
    /** The mishap of this call, if one is due. */
    next(call: Heard): { mishap: Mishap; released: Promise<void> } | null {
      for (const one of planned) {
        if (!one.matches(call)) continue;
        if (one.skip > 0) {
          one.skip -= 1;
          continue;
        }
        if (one.left <= 0) continue;
        one.left -= 1;
        one.plan.hits += 1;
        one.reached();
        return one;
      }
      return null;
    },
    releaseAll() {
      for (const one of planned.splice(0)) one.plan.release();
    },
  };
}

export type Script = ReturnType<typeof createScript>;
