import type { Args } from "./body.js";
import type { Refused } from "./refuse.js";

/** One request as it came in, and how it was answered. */
export interface Call {
  method: string;
  args: Args;
  /** Epoch milliseconds of the fake's clock. */
  at: number;
  /** Undefined while nothing was answered, and for ever where the connection was reset. */
  answer?: { ok: true; result: unknown } | ({ ok: false } & Refused);
  /** Whether Telegram carried the call out, whatever the caller heard of it. */
  accepted: boolean;
  /** Whether the caller hung up before it was answered. */
  gone: boolean;
  /** Whether a planned fault spoilt the answer. */
  spoilt: boolean;
}

/** What goes wrong with a call. With `accepted` it is carried out first, without it nothing happens. */
export type Fault =
  | { kind: "reset"; accepted: boolean }
  | { kind: "half an answer"; accepted: boolean }
  | { kind: "bad gateway"; accepted: boolean }
  | { kind: "server error"; accepted: boolean }
  | { kind: "hang"; accepted: boolean }
  | { kind: "slow"; milliseconds: number }
  | { kind: "too many"; retryAfter: number }
  | ({ kind: "refused" } & Refused);

/** Which calls a fault meets: of that method, for which `when` holds, from the n-th of these on, that many times. */
export interface Aim {
  method?: string;
  when?: (call: Call) => boolean;
  /** 1 is the next one. */
  nth?: number;
  /** 1 unless said otherwise. */
  times?: number;
}

/** A fault that waits for its calls. */
export interface Plan {
  /** The calls that met it so far. */
  calls: Call[];
  /** Resolves with the first one. */
  met: Promise<Call>;
  /** Lets hanging calls go on, those still to come too. */
  release(): void;
  /** No further call meets it. */
  cancel(): void;
}

/** A fault on its way to a call; `released` ends a hanging. */
export interface Struck {
  fault: Fault;
  released: Promise<void>;
}

/** What shall go wrong, in the order it was planned. */
export function createScript() {
  const plans: { aim: Aim; struck: Struck; seen: number; left: number; met: (call: Call) => void; calls: Call[] }[] =
    [];

  return {
    plan(aim: Aim, fault: Fault): Plan {
      let met = (_call: Call) => {};
      let release = () => {};
      const first = new Promise<Call>((resolve) => (met = resolve));
      const released = new Promise<void>((resolve) => (release = resolve));
      const plan = { aim, struck: { fault, released }, seen: 0, left: aim.times ?? 1, met, calls: [] as Call[] };
      plans.push(plan);
      const cancel = () => {
        plan.left = 0;
      };
      return { calls: plan.calls, met: first, release, cancel };
    },
    /** The fault that this call meets, or null. */
    pick(call: Call): Struck | null {
      let found: Struck | null = null;
      for (const plan of plans) {
        const { method, when, nth = 1 } = plan.aim;
        if (plan.left === 0 || (method !== undefined && method !== call.method) || when?.(call) === false) continue;
        plan.seen += 1;
        if (plan.seen < nth || found !== null) continue;
        plan.left -= 1;
        plan.calls.push(call);
        plan.met(call);
        found = plan.struck;
      }
      return found;
    },
  };
}
