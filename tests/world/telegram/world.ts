import type { Args } from "./body.js";
import type { createRates } from "./rates.js";
import type { Chat, State, User } from "./state.js";
import type { Dropped } from "./text.js";
import type { Updates } from "./updates.js";
import type { Webhook } from "./webhook.js";

/** A press on a button that the bot has to answer. */
export interface Query {
  at: number;
  person: User;
  answer: { text: string; alert: boolean } | null;
}

/** A menu or a text that the bot gave itself. */
export interface Profile {
  /** Scope and language → commands with their descriptions. */
  menus: Map<string, { command: string; description: string }[]>;
  /** Language → text; "" is the text for all others. */
  descriptions: Map<string, string>;
  shortDescriptions: Map<string, string>;
}

/** What a method may look at and change. */
export interface World {
  state: State;
  updates: Updates;
  webhook: Webhook;
  rates: ReturnType<typeof createRates>;
  /** Epoch milliseconds. */
  clock: () => number;
  queries: Map<string, Query>;
  profile: Profile;
  /** Entities that Telegram left out without telling the bot. */
  dropped: (Dropped & { chat: Chat; message: number })[];
}

/** Carries out a method; what it returns is the result, what it throws through `refuse` the refusal. */
export type Handler = (world: World, args: Args, gone: AbortSignal) => unknown;
