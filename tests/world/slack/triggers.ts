import type { State } from "./state.js";

/** For how long a person waits for a modal, in ms. */
const life = 3_000;

interface Trigger {
  team: string;
  user: string;
  until: number;
  used: boolean;
}

/** Tickets for opening a modal: each good once, for three seconds, in its workspace. */
export function createTriggers(state: State) {
  const issued = new Map<string, Trigger>();
  return {
    issue(team: string, user: string): string {
      const id = `${state.nextId("").slice(1)}.${team}.${state.nextId("").toLowerCase()}`;
      issued.set(id, { team, user, until: state.now() + life, used: false });
      return id;
    },
    /** Who may be shown a modal now, or Slack's error. */
    exchange(id: string, team: string): { user: string } | { error: string } {
      const known = issued.get(id);
      if (known === undefined || known.team !== team) return { error: "invalid_trigger_id" };
      if (known.used) return { error: "exchanged_trigger_id" };
      if (state.now() >= known.until) return { error: "expired_trigger_id" };
      known.used = true;
      return { user: known.user };
    },
  };
}

export type Triggers = ReturnType<typeof createTriggers>;
