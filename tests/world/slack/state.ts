import type { Json } from "./shapes.js";

/** A post as Slack keeps it. Times of posts (`ts`) are text: seconds, a point, six digits; unique and rising in a workspace. */
export interface Post {
  ts: string;
  user: string;
  /** The bot that wrote it, if one did. */
  bot: string | null;
  text: string;
  blocks: Json[] | null;
  metadata: { event_type: string; event_payload: Json } | null;
  /** The first post of the thread that it answers. */
  thread: string | null;
  broadcast: boolean;
  edits: number;
  /** Slack reads names in it as mentions (`link_names`, `parse: full`). */
  linkNames: boolean;
}

export interface Ephemeral extends Post {
  /** The only one who sees it. */
  for: string;
}

export interface Channel {
  id: string;
  name: string;
  kind: "public" | "private" | "im";
  archived: boolean;
  members: Set<string>;
  posts: Post[];
  ephemerals: Ephemeral[];
}

export interface Person {
  id: string;
  name: string;
  locale: string;
  tz: string;
  admin: boolean;
  bot: boolean;
  deactivated: boolean;
  /** Seconds, when Slack last changed it. */
  updated: number;
}

/** A modal or home page as somebody sees it. */
export interface View {
  id: string;
  hash: string;
  user: string;
  body: { [key: string]: Json };
  root: string;
  previous: string | null;
}

export interface Workspace {
  id: string;
  name: string;
  appInstalled: boolean;
  /** The app's bot user, and its id as a bot. */
  bot: Person;
  botId: string;
  scopes: Set<string>;
  people: Map<string, Person>;
  channels: Map<string, Channel>;
  files: Map<string, { id: string; name: string; length: number; bytes: Buffer | null; shared: boolean }>;
  /** Each person's open modals, the top one last, and home page. */
  modals: Map<string, View[]>;
  homes: Map<string, View>;
  /** For how long a bot may edit what it posted, in ms; null for ever. */
  editWindow: number | null;
}

export type Token =
  | { kind: "app" }
  | { kind: "bot"; team: string; dead: "token_revoked" | "account_inactive" | null; expires: number | null };

/** What the whole fake remembers; workspaces by their id, tokens by their text. */
export interface State {
  now: () => number;
  app: {
    id: string;
    clientId: string;
    clientSecret: string;
    signingSecret: string;
    verification: string;
    scopes: string[];
    rotates: boolean;
    /** For how long a rotating token lives, in ms. */
    tokenLife: number;
    /** The addresses that Slack may send browsers back to; the first where none is asked for. */
    redirects: string[];
    /** Of the app-level token. */
    tokenScopes: Set<string>;
  };
  teams: Map<string, Workspace>;
  tokens: Map<string, Token>;
  nextId: (letter: string) => string;
  nextTs: () => string;
  /** Told when the bot goes into a channel by itself. */
  joined: (team: Workspace, channel: Channel) => void;
}

/** A new world without workspaces; `now` in epoch ms is the only clock that it looks at. */
export function createState(now: () => number, scopes: string[], rotates: boolean): State {
  let ids = 0;
  let lastTs = 0;
  return {
    now,
    app: {
      id: "A0TESTAPP1",
      clientId: "111.222",
      clientSecret: "0123456789abcdef0123456789abcdef",
      signingSecret: "8f742231b10e8888abcd99yyyzzz85a5",
      verification: "verification-token",
      scopes,
      rotates,
      tokenLife: 12 * 60 * 60_000,
      redirects: [],
      tokenScopes: new Set(["connections:write"]),
    },
    teams: new Map(),
    tokens: new Map(),
    nextId: (letter) => `${letter}0${(++ids).toString(36).toUpperCase().padStart(8, "0")}`,
    nextTs() {
      lastTs = Math.max(Math.round(now() * 1000), lastTs + 1);
      return `${Math.floor(lastTs / 1e6)}.${String(lastTs % 1e6).padStart(6, "0")}`;
    },
    joined: () => {},
  };
}

/** A `ts` as a number of microseconds, for comparing; null if it is none. */
export function micros(ts: string): number | null {
  const found = /^(\d{1,10})(?:\.(\d{1,6}))?$/.exec(ts);
  return found === null ? null : Number(found[1]) * 1e6 + Number((found[2] ?? "0").padEnd(6, "0"));
}

/** Ends every bot token of a workspace. */
export function killTokens(state: State, team: string, dead: "token_revoked" | "account_inactive"): void {
  for (const token of state.tokens.values()) if (token.kind === "bot" && token.team === team) token.dead = dead;
}
