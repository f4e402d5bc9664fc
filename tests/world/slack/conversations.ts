import { channelOf, directOf, missingScope, no, page, scopeFor, yes, type Answer, type Call } from "./call.js";
import { postAt, shown } from "./chat.js";
import { words } from "./shapes.js";
import { micros, type Channel, type Post } from "./state.js";

type Handler = (call: Call) => Answer;

/** The channel of a call whose scope for its kind is granted. */
function permitted(call: Call, what: "history" | "read"): Channel | Answer {
  const channel = channelOf(call.team, call.args["channel"]);
  if (channel === null) return no("channel_not_found");
  const scope = scopeFor(channel, what);
  return call.team.scopes.has(scope) ? channel : missingScope(call.team, scope);
}

/** Newest first or oldest first, between `oldest` and `latest`, a page at a time. */
function spoken({ args, team, method }: Call, channel: Channel, posts: Post[], most: number): Answer {
  const inclusive = args["inclusive"] === true;
  const oldest = args["oldest"] === undefined ? null : micros(words(args["oldest"]));
  const latest = args["latest"] === undefined ? null : micros(words(args["latest"]));
  const within = posts.filter((post) => {
    const at = micros(post.ts) ?? 0;
    if (method === "conversations.replies" && post.thread === null) return true;
    const late = oldest === null || at > oldest || (inclusive && at === oldest);
    const early = latest === null || at < latest || (inclusive && at === latest);
    return late && early;
  });
  const found = page(within, args, Math.min(100, most), most);
  if (found === null) return no("invalid_cursor");
  const all = args["include_all_metadata"] === true;
  return yes({
    messages: found.items.map((post) => shown(post, channel, team, all)),
    has_more: found.next !== "",
    ...(method === "conversations.history" ? { pin_count: 0 } : {}),
    response_metadata: { next_cursor: found.next },
  });
}

/** The methods of `conversations.…`; `most` is how many posts one call may read. */
export function conversations(most: number): Record<string, Handler> {
  return {
    "conversations.history": (call) => {
      const channel = permitted(call, "history");
      if ("ok" in channel) return channel;
      if (!channel.members.has(call.team.bot.id)) return no("not_in_channel");
      const posts = channel.posts.filter((post) => post.thread === null || post.broadcast);
      return spoken(call, channel, posts.toReversed(), most);
    },
    "conversations.replies": (call) => {
      const channel = permitted(call, "history");
      if ("ok" in channel) return channel;
      if (!channel.members.has(call.team.bot.id)) return no("channel_not_found");
      const asked = postAt(channel, call.args["ts"]);
      if (asked === undefined) return no("thread_not_found");
      const first = asked.thread ?? asked.ts;
      const posts = channel.posts.filter((post) => post.ts === first || post.thread === first);
      return spoken(call, channel, posts, most);
    },
    "conversations.info": (call) => {
      const channel = permitted(call, "read");
      if ("ok" in channel) return channel;
      const counted = call.args["include_num_members"] === true ? { num_members: channel.members.size } : {};
      return yes({ channel: { ...described(call, channel), ...counted } });
    },
    "conversations.join": (call) => {
      const channel = channelOf(call.team, call.args["channel"]);
      if (channel === null) return no("channel_not_found");
      if (channel.kind !== "public") return no("method_not_supported_for_channel_type");
      if (channel.archived) return no("is_archived");
      if (!channel.members.has(call.team.bot.id)) {
        channel.members.add(call.team.bot.id);
        call.state.joined(call.team, channel);
      }
      return yes({ channel: described(call, channel) });
    },
    "conversations.list": (call) => listed(call, (channel) => channelOf(call.team, channel.id) !== null),
    "users.conversations": (call) => {
      const user = words(call.args["user"] ?? call.team.bot.id);
      return listed(call, (channel) => channel.members.has(user) && channelOf(call.team, channel.id) !== null);
    },
    "conversations.members": (call) => {
      const channel = permitted(call, "read");
      if ("ok" in channel) return channel;
      const found = page([...channel.members], call.args, 100, 1000);
      if (found === null) return no("invalid_cursor");
      return yes({ members: found.items, response_metadata: { next_cursor: found.next } });
    },
    "conversations.open": (call) => {
      const { team, args, state } = call;
      if (args["users"] === undefined && args["channel"] === undefined) return no("users_list_not_supplied");
      const users = words(args["users"] ?? "").split(",");
      if (users.length > 1) return no("method_not_supported_for_channel_type");
      const person = team.people.get(users[0] ?? "");
      if (person === undefined) return no("user_not_found");
      if (person.deactivated) return no("user_disabled");
      return yes({ channel: { id: directOf({ team, state }, person).id } });
    },
  };
}

function described({ team }: Call, channel: Channel) {
  const named = channel.kind === "im" ? { user: [...channel.members].find((one) => one !== team.bot.id) } : {};
  return {
    id: channel.id,
    ...(channel.kind === "im" ? named : { name: channel.name, name_normalized: channel.name }),
    is_channel: channel.kind === "public",
    is_group: false,
    is_im: channel.kind === "im",
    is_mpim: false,
    is_private: channel.kind === "private",
    is_archived: channel.archived,
    is_general: false,
    is_member: channel.members.has(team.bot.id),
    context_team_id: team.id,
  };
}

function listed(call: Call, known: (channel: Channel) => boolean): Answer {
  const { team, args } = call;
  const kinds: Record<string, Channel["kind"]> = { public_channel: "public", private_channel: "private", im: "im" };
  const types = words(args["types"] ?? "public_channel")
    .split(",")
    .filter((type) => type !== "mpim");
  const wanted: Channel["kind"][] = [];
  for (const type of types) {
    const kind = kinds[type];
    if (kind === undefined) return no("invalid_types");
    wanted.push(kind);
  }
  const scopes = wanted.map((kind) => scopeFor({ kind } as Channel, "read"));
  const missing = scopes.find((scope) => !team.scopes.has(scope));
  if (missing !== undefined) return missingScope(team, missing);
  const found = page(
    [...team.channels.values()].filter(
      (channel) =>
        wanted.includes(channel.kind) && known(channel) && !(args["exclude_archived"] === true && channel.archived),
    ),
    args,
    100,
    1000,
  );
  if (found === null) return no("invalid_cursor");
  return yes({
    channels: found.items.map((channel) => described(call, channel)),
    response_metadata: { next_cursor: found.next },
  });
}
