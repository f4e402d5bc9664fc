/** What the fake knows of a method before it looks at what is asked. */
export interface Method {
  /** Arguments by name and type; `!` at the end: must be there. */
  args: Record<string, Type>;
  needed: string[];
  /** Scopes of which one is needed; none: any token will do. */
  scopes: string[];
  /** Calls a minute that Slack always lets through. */
  perMinute: number;
  token: "bot" | "app" | "none";
}

export type Type = "string" | "boolean" | "number" | "json" | "channel" | "user" | "ts" | "list";

/** Slack's tiers, in calls a minute; the first one with the burst that it tolerates. */
const tiers = { 1: 10, 2: 20, 3: 50, 4: 100, special: 300 };

const types: Record<string, Type> = {
  channel: "channel",
  user: "user",
  ts: "ts",
  thread_ts: "ts",
  message_ts: "ts",
  oldest: "ts",
  latest: "ts",
  limit: "number",
  length: "number",
  blocks: "json",
  attachments: "json",
  metadata: "json",
  unfurled_attachments: "json",
  view: "json",
  files: "json",
  file_ids: "list",
};
for (const name of [
  "as_user",
  "link_names",
  "mrkdwn",
  "reply_broadcast",
  "unfurl_links",
  "unfurl_media",
  "include_all_metadata",
  "inclusive",
  "include_locale",
  "include_num_members",
  "exclude_archived",
  "exclude_muted",
  "prevent_creation",
  "return_im",
  "test",
]) {
  types[name] = "boolean";
}

function method(args: string, scopes: string, tier: keyof typeof tiers, token: Method["token"] = "bot"): Method {
  const names = args.split(" ").filter((name) => name !== "");
  return {
    args: Object.fromEntries(names.map((name) => name.replace("!", "")).map((name) => [name, types[name] ?? "string"])),
    needed: names.filter((name) => name.endsWith("!")).map((name) => name.slice(0, -1)),
    scopes: scopes.split(" ").filter((scope) => scope !== ""),
    perMinute: tiers[tier],
    token,
  };
}

const said = "text blocks attachments markdown_text metadata parse link_names as_user";
const dressed = "username icon_emoji icon_url";
const paged = "cursor limit";
const spoken = `channel! oldest latest inclusive include_all_metadata ${paged}`;
const histories = "channels:history groups:history im:history mpim:history";
const reads = "channels:read groups:read im:read mpim:read";

/** Every method that the fake plays; what is not here is an `unknown_method`. */
export const methods: Record<string, Method> = {
  "api.test": method("error", "", 4, "none"),
  "auth.test": method("", "", "special"),
  "auth.revoke": method("test", "", 3),
  "team.info": method("team domain", "team:read", 3),
  "bots.info": method("bot team_id", "users:read", 3),
  "users.info": method("user! include_locale", "users:read", 4),
  "users.list": method(`include_locale team_id ${paged}`, "users:read", 2),
  "users.conversations": method(`user types exclude_archived exclude_muted team_id ${paged}`, reads, 3),
  "chat.postMessage": method(
    `channel! thread_ts reply_broadcast mrkdwn unfurl_links unfurl_media current_draft_last_updated_ts ${dressed} ${said}`,
    "chat:write",
    "special",
  ),
  "chat.update": method(`channel! ts! reply_broadcast file_ids unfurled_attachments ${said}`, "chat:write", 3),
  "chat.delete": method("channel! ts! as_user", "chat:write", 3),
  "chat.postEphemeral": method(`channel! user! thread_ts ${dressed} ${said}`, "chat:write", 4),
  "chat.getPermalink": method("channel! message_ts!", "", "special"),
  "conversations.history": method(spoken, histories, 3),
  "conversations.replies": method(`${spoken} ts!`, histories, 3),
  "conversations.info": method("channel! include_locale include_num_members", reads, 3),
  "conversations.join": method("channel!", "channels:join", 3),
  "conversations.list": method(`types exclude_archived team_id ${paged}`, reads, 2),
  "conversations.members": method(`channel! ${paged}`, reads, 4),
  "conversations.open": method("channel users prevent_creation return_im", "im:write mpim:write", 3),
  "views.open": method("view! trigger_id interactivity_pointer", "", 4),
  "views.push": method("view! trigger_id interactivity_pointer", "", 4),
  "views.update": method("view! view_id external_id hash", "", 4),
  "views.publish": method("view! user_id! hash interactivity_pointer", "", 4),
  "files.getUploadURLExternal": method("filename! length! alt_txt snippet_type", "files:write", 4),
  "files.completeUploadExternal": method(
    `files! channel_id channels initial_comment thread_ts blocks ${dressed}`,
    "files:write",
    4,
  ),
  "apps.connections.open": method("", "connections:write", 1, "app"),
  "oauth.v2.access": method(
    "client_id client_secret code redirect_uri grant_type refresh_token assertion code_verifier",
    "",
    4,
    "none",
  ),
};
