import { messageFaults, metadataFault, overTotal } from "./blocks.js";
import { channelOf, directOf, missingScope, no, wrong, yes, type Answer, type Call } from "./call.js";
import { micros, type Channel, type Post, type Workspace } from "./state.js";
import { words, isRecord, type Json } from "./shapes.js";

type Handler = (call: Call) => Answer;

/** What is wrong with the words of a post, in the order in which Slack looks; null if nothing. */
export function contentFault(method: string, args: Call["args"]): Answer | null {
  const { text, blocks, attachments, metadata, markdown_text: markdown } = args;
  if (markdown !== undefined && (text !== undefined || blocks !== undefined)) return no("markdown_text_conflict");
  if (typeof text === "string" && text.length > 40_000) return no("msg_too_long");
  if (typeof markdown === "string" && markdown.length > 12_000) return no("msg_too_long");
  if (blocks !== undefined) {
    if (!Array.isArray(blocks)) return no("invalid_blocks_format");
    const faults = messageFaults(blocks);
    if (faults.length > 0) return wrong("invalid_blocks", faults);
    if (overTotal(blocks)) return no(method === "chat.postMessage" ? "msg_blocks_too_long" : "msg_too_long");
  }
  const emptyMetadata = isRecord(metadata) && Object.keys(metadata).length === 0;
  const fault = metadata === undefined || emptyMetadata ? null : metadataFault(metadata);
  if (fault !== null) return no(fault);
  const says = (list: Json | undefined) => Array.isArray(list) && list.length > 0;
  const spoken = typeof text === "string" && text.trim() !== "";
  return spoken || says(blocks) || says(attachments) || (typeof markdown === "string" && markdown !== "")
    ? null
    : no("no_text");
}

/** The words of a post as Slack keeps them. */
export function content(args: Call["args"]): Pick<Post, "text" | "blocks" | "metadata" | "linkNames"> {
  const metadata = args["metadata"];
  return {
    text: words(args["text"] ?? args["markdown_text"] ?? ""),
    blocks: Array.isArray(args["blocks"]) && args["blocks"].length > 0 ? args["blocks"] : null,
    metadata:
      isRecord(metadata) && typeof metadata["event_type"] === "string"
        ? { event_type: metadata["event_type"], event_payload: metadata["event_payload"] ?? {} }
        : null,
    linkNames: args["link_names"] === true || args["parse"] === "full",
  };
}

function place(call: Call): Channel | Answer {
  const { team, args } = call;
  const person = team.people.get(words(args["channel"]));
  const channel =
    person === undefined || person.deactivated ? channelOf(team, args["channel"]) : directOf(call, person);
  if (channel === null) return no("channel_not_found");
  if (channel.archived) return no("is_archived");
  const inside = channel.members.has(team.bot.id);
  return inside || (call.method === "chat.postMessage" && team.scopes.has("chat:write.public"))
    ? channel
    : no("not_in_channel");
}

/** The post of that time in a channel, whoever wrote it. */
export const postAt = (channel: Channel, ts: Json | undefined): Post | undefined =>
  channel.posts.find((post) => post.ts === ts);

/** A post as the API shows it. */
export function shown(post: Post, channel: Channel, team: Workspace, allMetadata: boolean) {
  const answers = channel.posts.filter((one) => one.thread === post.ts);
  return {
    type: "message",
    ...(post.thread !== null && post.broadcast ? { subtype: "thread_broadcast" } : {}),
    user: post.user,
    ...(post.bot === null ? {} : { bot_id: post.bot, app_id: "A0TESTAPP1" }),
    text: post.text,
    ts: post.ts,
    team: team.id,
    ...(post.blocks === null ? {} : { blocks: post.blocks }),
    ...(post.edits === 0 ? {} : { edited: { user: post.user, ts: post.ts } }),
    ...(post.thread === null ? {} : { thread_ts: post.thread }),
    ...(answers.length === 0
      ? {}
      : { thread_ts: post.ts, reply_count: answers.length, latest_reply: answers.at(-1)?.ts ?? post.ts }),
    ...(post.metadata === null
      ? {}
      : { metadata: allMetadata ? post.metadata : { event_type: post.metadata.event_type } }),
  };
}

const dressed = (args: Call["args"]) => ["username", "icon_emoji", "icon_url"].some((name) => args[name] !== undefined);

const postMessage: Handler = (call) => {
  const { team, args, state } = call;
  if (dressed(args) && !team.scopes.has("chat:write.customize")) return missingScope(team, "chat:write.customize");
  const channel = place(call);
  if ("ok" in channel) return channel;
  const fault = contentFault(call.method, args);
  if (fault !== null) return fault;
  const asked = args["thread_ts"] === undefined ? null : postAt(channel, args["thread_ts"]);
  if (asked === undefined) return no("thread_not_found");
  const post: Post = {
    ...content(args),
    ts: state.nextTs(),
    user: team.bot.id,
    bot: team.botId,
    thread: asked === null ? null : (asked.thread ?? asked.ts),
    broadcast: asked !== null && args["reply_broadcast"] === true,
    edits: 0,
  };
  channel.posts.push(post);
  return yes({ channel: channel.id, ts: post.ts, message: shown(post, channel, team, true) });
};

/** The bot's own post that a call names, or why it may not be touched. */
function own(call: Call, cannot: string): { channel: Channel; post: Post } | Answer {
  const channel = channelOf(call.team, call.args["channel"]);
  if (channel === null) return no("channel_not_found");
  const post = postAt(channel, call.args["ts"]);
  if (post === undefined) return no("message_not_found");
  return post.bot === call.team.botId ? { channel, post } : no(cannot);
}

const update: Handler = (call) => {
  const { team, args, state } = call;
  const found = own(call, "cant_update_message");
  if ("ok" in found) return found;
  const { channel, post } = found;
  if (channel.archived) return no("is_inactive");
  const age = state.now() * 1000 - (micros(post.ts) ?? 0);
  if (team.editWindow !== null && age > team.editWindow * 1000) return no("edit_window_closed");
  // What is not named stays: a text alone leaves the blocks of before.
  const kept = args["blocks"] === undefined && post.blocks !== null ? { blocks: post.blocks } : {};
  const fault = contentFault(call.method, { ...kept, ...args });
  if (fault !== null) return fault;
  const next = content(args);
  if (args["text"] !== undefined || args["markdown_text"] !== undefined) post.text = next.text;
  if (args["blocks"] !== undefined) post.blocks = next.blocks;
  if (args["metadata"] !== undefined) post.metadata = next.metadata;
  post.linkNames = next.linkNames;
  post.edits += 1;
  return yes({ channel: channel.id, ts: post.ts, text: post.text, message: shown(post, channel, team, true) });
};

const remove: Handler = (call) => {
  const found = own(call, "cant_delete_message");
  if ("ok" in found) return found;
  found.channel.posts.splice(found.channel.posts.indexOf(found.post), 1);
  return yes({ channel: found.channel.id, ts: found.post.ts });
};

const postEphemeral: Handler = (call) => {
  const { team, args, state } = call;
  if (dressed(args) && !team.scopes.has("chat:write.customize")) return missingScope(team, "chat:write.customize");
  const channel = place(call);
  if ("ok" in channel) return channel;
  const user = words(args["user"]);
  if (!channel.members.has(user)) return no("user_not_in_channel");
  const fault = contentFault(call.method, args);
  if (fault !== null) return fault;
  const ts = state.nextTs();
  const thread = args["thread_ts"] === undefined ? null : words(args["thread_ts"]);
  const from = { user: team.bot.id, bot: team.botId };
  channel.ephemerals.push({ ...content(args), ...from, ts, thread, broadcast: false, edits: 0, for: user });
  return yes({ message_ts: ts });
};

const getPermalink: Handler = ({ team, args }) => {
  const channel = channelOf(team, args["channel"]);
  if (channel === null) return no("channel_not_found");
  const post = postAt(channel, args["message_ts"]);
  if (post === undefined) return no("message_not_found");
  const permalink = `https://${team.name}.slack.com/archives/${channel.id}/p${post.ts.replace(".", "")}`;
  return yes({ channel: channel.id, permalink });
};

/** The methods of `chat.…`. */
export const chat: Record<string, Handler> = {
  "chat.postMessage": postMessage,
  "chat.update": update,
  "chat.delete": remove,
  "chat.postEphemeral": postEphemeral,
  "chat.getPermalink": getPermalink,
};
