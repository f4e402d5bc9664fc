import { setTimeout as sleep } from "node:timers/promises";
import { seenBy, type Seen } from "./seen.js";
import type { Channel, Person, View, Workspace } from "./state.js";
import type { Taken } from "./way.js";

/** What a person sees of what they did. */
export interface Answered {
  /** What Slack itself says, where the app did not take it: `operation_timeout` and the like; null if it did. */
  failure: string | null;
  /** What is new or changed in the channel for this person: whispers, posts and edits, oldest first. */
  shown: Seen[];
  /** The modal that stands open. */
  modal: View | null;
}

export interface Patience {
  /** How many new things the person waits for; as many as come, if time is over. */
  answers?: number;
  /** For how long, in ms. */
  within?: number;
}

/** Begins to look at a channel with the eyes of a person. */
export function watch(team: Workspace, person: Person, channel: Channel | null) {
  const seen = () => (channel === null ? [] : seenBy(person, channel));
  const before = new Map(seen().map((one) => [one.ts, one.edits]));
  const open = hashOf(team, person);
  const fresh = () => seen().filter((one) => one.user === team.bot.id && before.get(one.ts) !== one.edits);

  /** Looks until the answers are there, or the app failed. */
  return async function looks(taken: Taken, { answers = 1, within = 3_000 }: Patience = {}): Promise<Answered> {
    const until = Date.now() + within;
    const waits = () => fresh().length + (hashOf(team, person) === open ? 0 : 1) < answers;
    while (taken.kind === "taken" && waits() && Date.now() < until) await sleep(5);
    const modal = team.modals.get(person.id)?.at(-1) ?? null;
    return { failure: taken.kind === "failed" ? taken.error : null, shown: fresh(), modal };
  };
}

const hashOf = (team: Workspace, person: Person) => team.modals.get(person.id)?.at(-1)?.hash;
