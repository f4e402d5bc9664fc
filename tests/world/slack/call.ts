import { micros, type Channel, type Person, type State, type Token, type Workspace } from "./state.js";
import { words, isRecord, type Json } from "./shapes.js";
import type { Method, Type } from "./methods.js";

export type Answer = { ok: boolean; error?: string } & { [key: string]: unknown };

/** A call whose token and arguments hold. */
export interface Call {
  method: string;
  args: { [name: string]: Json };
  /** The workspace of a bot's token. */
  team: Workspace;
  state: State;
}

/** Refuses in Slack's way: HTTP 200 with `ok: false`. */
export const no = (error: string, more: Record<string, unknown> = {}): Answer => ({ ok: false, error, ...more });
/** Grants. */
export const yes = (more: Record<string, unknown> = {}): Answer => ({ ok: true, ...more });

/** Refuses with Slack's list of what is wrong. */
export const wrong = (error: string, messages: string[]): Answer => no(error, { response_metadata: { messages } });

/** The workspace of a token, `"app"` for the app's own, or Slack's error. */
export function bearer(state: State, token: string | null, wants: Method["token"]): Workspace | "app" | Answer {
  if (token === null || token === "") return no("not_authed");
  const known: Token | undefined = state.tokens.get(token);
  if (known === undefined) return no("invalid_auth");
  if (known.kind === "app") return wants === "app" ? "app" : no("not_allowed_token_type");
  if (wants === "app") return no("not_allowed_token_type");
  if (known.dead !== null) return no(known.dead);
  if (known.expires !== null && state.now() >= known.expires) return no("token_expired");
  const team = state.teams.get(known.team);
  if (team === undefined) return no("invalid_auth");
  return team.bot.deactivated ? no("account_inactive") : team;
}

/** Reads arguments as the method's table names them: typed values, or Slack's error. Forms bring text only, JSON bodies values. */
export function readArguments(method: Method, raw: Record<string, Json>): { args: Record<string, Json> } | Answer {
  const unknown = Object.keys(raw).filter((name) => method.args[name] === undefined);
  if (unknown.length > 0)
    return wrong(
      "invalid_arg_name",
      unknown.map((name) => `[ERROR] unknown argument: ${name}`),
    );
  const missing = method.needed.filter((name) => raw[name] === undefined || raw[name] === "");
  if (missing.length > 0) {
    return wrong(
      "invalid_arguments",
      missing.map((name) => `[ERROR] missing required field: ${name}`),
    );
  }
  const args: Record<string, Json> = {};
  const messages: string[] = [];
  for (const [name, value] of Object.entries(raw)) {
    const read = readers[method.args[name] ?? "string"](value);
    if (read === undefined && name === "metadata") return no("invalid_metadata_format");
    if (read === undefined && name === "blocks") return no("invalid_blocks_format");
    if (read === undefined && (name === "oldest" || name === "latest")) return no(`invalid_ts_${name}`);
    if (read === undefined) messages.push(`[ERROR] invalid value [json-pointer:/${name}]`);
    else args[name] = read;
  }
  return messages.length > 0 ? wrong("invalid_arguments", messages) : { args };
}

const text = (value: Json): Json | undefined => (typeof value === "string" ? value : undefined);
const fitting = (pattern: RegExp) => (value: Json) =>
  typeof value === "string" && pattern.test(value) ? value : undefined;

const readers: Record<Type, (value: Json) => Json | undefined> = {
  string: (value) => (typeof value === "number" ? words(value) : text(value)),
  boolean: (value) => ({ true: true, 1: true, false: false, 0: false })[words(value)],
  number: (value) => (/^\d{1,9}$/.test(words(value)) ? Number(value) : undefined),
  json: (value) =>
    typeof value === "string" ? parsed(value) : isRecord(value) || Array.isArray(value) ? value : undefined,
  list: (value) => (Array.isArray(value) ? value : typeof value === "string" ? value.split(",") : undefined),
  channel: fitting(/^#?[\p{L}\d_-]{1,80}$/u),
  user: fitting(/^[UWB][A-Z0-9]+$/),
  ts: (value) => (micros(words(value)) === null ? undefined : words(value)),
};

function parsed(value: string): Json | undefined {
  try {
    return JSON.parse(value) as Json;
  } catch {
    return undefined;
  }
}

/** Scopes by kind of channel: `channels:history`, `groups:history`, `im:history`. */
export const scopeFor = (channel: Channel, what: "history" | "read"): string =>
  `${{ public: "channels", private: "groups", im: "im" }[channel.kind]}:${what}`;

/** Says which scope is missing, and which are there. */
export const missingScope = (team: Workspace, needed: string): Answer =>
  no("missing_scope", { needed, provided: [...team.scopes].join(",") });

/** The channel of a call as the bot may know of it: by id, or a public one by name. Private ones it must be in. */
export function channelOf(team: Workspace, name: Json | undefined): Channel | null {
  const wanted = words(name ?? "").replace(/^#/, "");
  const channel =
    team.channels.get(wanted) ??
    [...team.channels.values()].find((one) => one.kind === "public" && one.name === wanted);
  if (channel === undefined) return null;
  return channel.kind === "public" || channel.members.has(team.bot.id) ? channel : null;
}

/** The direct conversation of the bot and a person; made when there is none. */
export function directOf({ team, state }: Pick<Call, "team" | "state">, person: Person): Channel {
  const known = [...team.channels.values()].find((one) => one.kind === "im" && one.members.has(person.id));
  if (known !== undefined) return known;
  const members = new Set([person.id, team.bot.id]);
  const id = state.nextId("D");
  const made: Channel = { id, name: "", kind: "im", archived: false, members, posts: [], ephemerals: [] };
  team.channels.set(id, made);
  return made;
}

/** One page of a list, by Slack's cursors; null if the cursor is none of ours. */
export function page<T>(all: T[], args: Call["args"], usual: number, most: number) {
  const asked = typeof args["limit"] === "number" && args["limit"] > 0 ? args["limit"] : usual;
  const limit = Math.min(asked, most);
  const cursor = words(args["cursor"] ?? "");
  const found = cursor === "" ? ["", "0"] : /^next:(\d+)$/.exec(Buffer.from(cursor, "base64").toString());
  if (found === null) return null;
  const start = Number(found[1]);
  const end = start + limit;
  const next = end < all.length ? Buffer.from(`next:${end}`).toString("base64") : "";
  return { items: all.slice(start, end), next };
}
