import { setTimeout as sleep } from "node:timers/promises";
import type { State, Workspace } from "./state.js";
import type { Again, Taken, Way } from "./way.js";

/** Scopes of which one is needed to be told of an event; none: every app is. */
const scopes: Record<string, string[]> = {
  app_home_opened: [],
  app_mention: ["app_mentions:read"],
  app_uninstalled: [],
  channel_archive: ["channels:read"],
  channel_deleted: ["channels:read"],
  channel_id_changed: ["channels:read", "groups:read"],
  channel_left: ["channels:read"],
  channel_unarchive: ["channels:read"],
  group_archive: ["groups:read"],
  group_deleted: ["groups:read"],
  group_left: ["groups:read"],
  group_unarchive: ["groups:read"],
  member_joined_channel: ["channels:read", "groups:read"],
  member_left_channel: ["channels:read", "groups:read"],
  tokens_revoked: [],
};

export type Event = { type: string } & Record<string, unknown>;

/** An event that the app was told, each time with how it took it. */
export interface Told {
  id: string;
  event: Event;
  attempts: Taken[];
  /** Resolves when the app was told for the first time, however it took it. */
  first: Promise<unknown>;
  /** Resolves when the app took it, or Slack gave up. */
  settled: Promise<void>;
  payload: object;
}

/** Tells events; one that is not taken comes again after each of these pauses in ms, then no more. */
export function createEvents(state: State, way: Way, pauses: readonly number[], subscribed: readonly string[] | null) {
  const told: Told[] = [];
  const stop = new AbortController();

  async function once(one: Told, again: Again | null): Promise<Taken> {
    const taken = await way("events_api", one.payload, again);
    one.attempts.push(taken);
    return taken;
  }

  async function tell(one: Told, first: Promise<Taken>): Promise<void> {
    let taken = await first;
    for (const [index, pause] of pauses.entries()) {
      if (taken.kind === "taken" || taken.enough) return;
      const reason = taken.reason;
      await sleep(pause, undefined, { signal: stop.signal, ref: false }).catch(() => {});
      if (stop.signal.aborted) return;
      taken = await once(one, { attempt: index + 1, reason });
    }
  }

  return {
    told,
    /** Tells the app, if it subscribed to this and may know it; else null. */
    tell(team: Workspace, event: Event): Told | null {
      const needed = scopes[event.type];
      if (needed === undefined) throw new Error(`no such event: ${event.type}`);
      if (subscribed !== null && !subscribed.includes(event.type)) return null;
      if (needed.length > 0 && !needed.some((scope) => team.scopes.has(scope))) return null;
      if (!team.appInstalled && needed.length > 0) return null;
      const id = state.nextId("Ev");
      const dated = { event_ts: state.nextTs(), ...event };
      const payload = {
        token: state.app.verification,
        team_id: team.id,
        context_team_id: team.id,
        context_enterprise_id: null,
        api_app_id: state.app.id,
        event: dated,
        type: "event_callback",
        event_id: id,
        event_time: Math.floor(state.now() / 1000),
        authorizations: [
          { enterprise_id: null, team_id: team.id, user_id: team.bot.id, is_bot: true, is_enterprise_install: false },
        ],
        is_ext_shared_channel: false,
        event_context: `4-${id}`,
      };
      const never = Promise.resolve();
      const one: Told = { id, event: dated, attempts: [], first: never, settled: never, payload };
      const first = once(one, null);
      one.first = first;
      one.settled = tell(one, first);
      told.push(one);
      return one;
    },
    /** Tells the same event once more, as Slack does where it lost the acknowledgement. */
    async tellAgain(one: Told, reason = "timeout"): Promise<void> {
      await once(one, { attempt: one.attempts.length, reason });
    },
    close: () => stop.abort(),
  };
}
