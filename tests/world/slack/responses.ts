import type { IncomingMessage, ServerResponse } from "node:http";
import { content, contentFault } from "./chat.js";
import { isRecord, type Json } from "./shapes.js";
import type { Channel, Ephemeral, Post, State, Workspace } from "./state.js";

/** For how long, in ms, and how often an address takes answers. */
const life = 30 * 60_000;
const uses = 5;

/** What an answer may say; Slack passes over anything else, which no test should miss. */
const fields = new Set(
  "text blocks attachments response_type replace_original delete_original thread_ts mrkdwn unfurl_links unfurl_media metadata parse link_names".split(
    " ",
  ),
);

interface Address {
  team: Workspace;
  channel: Channel;
  user: string;
  /** What the button stands under, or the shortcut was for; null for a typed command. */
  original: Post | null;
  until: number;
  used: number;
}

/** An answer that came, and what Slack said to it. */
interface Came {
  status: number;
  /** `ok` or Slack's error. */
  outcome: string;
  body: string;
}

/** The addresses to which an app answers commands and buttons: five times in thirty minutes. */
export function createResponses(state: State, faults: string[]) {
  const addresses = new Map<string, Address>();
  const came: Came[] = [];
  let origin = "";

  function answer(path: string, args: Record<string, Json>): [status: number, error: string | null] {
    const address = addresses.get(path);
    if (address === undefined || !address.team.appInstalled) return [404, "no_service"];
    if (state.now() >= address.until) return [404, "expired_url"];
    if (address.used >= uses) return [404, "used_url"];
    const refused = say(state, address, args);
    if (refused !== null) return refused;
    address.used += 1;
    for (const name of Object.keys(args)) if (!fields.has(name)) faults.push(`response_url: ${name} is no argument`);
    return [200, null];
  }

  return {
    came,
    /** Where this Slack is reached, once that is known. */
    at(url: string): void {
      origin = url;
    },
    issue(path: "commands" | "actions", place: Pick<Address, "team" | "channel" | "user" | "original">): string {
      const key = `/${path}/${place.team.id}/${state.nextId("").slice(1)}/${state.nextId("X").toLowerCase()}`;
      addresses.set(key, { ...place, until: state.now() + life, used: 0 });
      return `${origin}${key}`;
    },
    /** Shows a message that came as the acknowledgement of a command; null, or why not. */
    acknowledge: (place: Pick<Address, "team" | "channel" | "user">, message: Json): string | null =>
      say(
        state,
        { ...place, original: null },
        typeof message === "string" ? { text: message } : asArgs(message),
      )?.[1] ?? null,
    /** Takes what is posted to an address. */
    route: (request: IncomingMessage, response: ServerResponse, url: URL, body: Buffer): void => {
      const args = request.method === "POST" ? argsOf(request, body.toString()) : null;
      const [status, error] = args === null ? [400, "invalid_payload"] : answer(url.pathname, args);
      came.push({ status, outcome: error ?? "ok", body: body.toString() });
      response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
      response.end(JSON.stringify(error === null ? { ok: true } : { ok: false, error }));
    },
  };
}

export type Responses = ReturnType<typeof createResponses>;

const asArgs = (message: Json): Record<string, Json> => (isRecord(message) ? message : {});

function argsOf(request: IncomingMessage, body: string): Record<string, Json> | null {
  const form = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") === true;
  try {
    const value: unknown = JSON.parse(form ? (new URLSearchParams(body).get("payload") ?? "") : body);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

/** Shows an answer; null, or the status and error of its refusal. */
function say(
  state: State,
  { team, channel, user, original }: Pick<Address, "team" | "channel" | "user" | "original">,
  args: Record<string, Json>,
): [number, string] | null {
  if (!team.channels.has(channel.id)) return [404, "channel_not_found"];
  if (channel.archived) return [410, "channel_is_archived"];
  const type = args["response_type"] ?? "ephemeral";
  if (type !== "ephemeral" && type !== "in_channel") return [400, "invalid_payload"];
  const removes = args["delete_original"] === true;
  const replaces = args["replace_original"] === true && original !== null;
  if (removes && original === null) return [400, "invalid_payload"];
  if ((removes || replaces) && original !== null) {
    if (!shelfOf(channel, original).includes(original)) return [404, "message_not_found"];
    if (original.bot !== team.botId) return [403, "cant_update_message"];
  }
  if (removes && original !== null) {
    const shelf = shelfOf(channel, original);
    shelf.splice(shelf.indexOf(original), 1);
    return null;
  }
  const refused = contentFault("response_url", args);
  if (refused !== null) return [400, refused.error ?? "invalid_payload"];
  if (replaces) {
    Object.assign(original, content(args), { edits: original.edits + 1 });
    return null;
  }
  const thread = typeof args["thread_ts"] === "string" ? args["thread_ts"] : null;
  const from = { user: team.bot.id, bot: team.botId };
  const post: Post = { ...content(args), ...from, ts: state.nextTs(), thread, broadcast: false, edits: 0 };
  if (type === "in_channel") channel.posts.push(post);
  else channel.ephemerals.push({ ...post, for: user });
  return null;
}

/** The list in which a post is kept. */
const shelfOf = (channel: Channel, post: Post): Post[] =>
  "for" in post ? (channel.ephemerals satisfies Ephemeral[]) : channel.posts;
