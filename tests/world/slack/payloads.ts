import { shown } from "./chat.js";
import type { Pressable } from "./seen.js";
import type { Json } from "./shapes.js";
import type { Channel, Person, Post, View, Workspace } from "./state.js";
import { shownView } from "./views.js";
import type { World } from "./world.js";

/** Where and by whom something is done. */
export interface Doing {
  team: Workspace;
  person: Person;
  channel: Channel;
}

/** What Slack writes of typed text: three signs as entities. */
export const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

const named = (channel: Channel): string =>
  channel.kind === "im" ? "directmessage" : channel.kind === "private" ? "privategroup" : channel.name;

/** A slash command, as a form's fields. */
export function commandPayload(world: World, { team, person, channel }: Doing, command: string, text: string) {
  return {
    token: world.state.app.verification,
    team_id: team.id,
    team_domain: team.name,
    channel_id: channel.id,
    channel_name: named(channel),
    user_id: person.id,
    user_name: person.name,
    command,
    text: escaped(text),
    api_app_id: world.state.app.id,
    is_enterprise_install: "false",
    response_url: world.responses.issue("commands", { team, channel, user: person.id, original: null }),
    trigger_id: world.triggers.issue(team.id, person.id),
  };
}

/** What every interaction carries. */
function common(world: World, team: Workspace, person: Person) {
  return {
    user: { id: person.id, username: person.name, name: person.name, team_id: team.id },
    api_app_id: world.state.app.id,
    token: world.state.app.verification,
    trigger_id: world.triggers.issue(team.id, person.id),
    team: { id: team.id, domain: team.name },
    enterprise: null,
    is_enterprise_install: false,
  };
}

function actionOf(world: World, { block, element }: Pressable) {
  const { action_id, value, text, url, style } = element;
  return {
    action_id: action_id ?? world.state.nextId("a"),
    block_id: block["block_id"] ?? world.state.nextId("b"),
    ...(text === undefined ? {} : { text }),
    ...(value === undefined ? {} : { value }),
    ...(url === undefined ? {} : { url }),
    ...(style === undefined ? {} : { style }),
    type: "button",
    action_ts: world.state.nextTs(),
  };
}

const placeOf = (channel: Channel) => ({ id: channel.id, name: named(channel) });

/** A button that was pressed under a message. Of a whispered one the app gets no message back, only its time. */
export function pressPayload(world: World, { team, person, channel }: Doing, post: Post, pressed: Pressable) {
  const whispered = "for" in post;
  return {
    type: "block_actions",
    ...common(world, team, person),
    container: { type: "message", message_ts: post.ts, channel_id: channel.id, is_ephemeral: whispered },
    channel: placeOf(channel),
    ...(whispered ? {} : { message: shown(post, channel, team, true) }),
    state: { values: {} },
    response_url: world.responses.issue("actions", { team, channel, user: person.id, original: post }),
    actions: [actionOf(world, pressed)],
  };
}

/** A button that was pressed in a modal or on the home page: there is no address for answers. */
export function pressInViewPayload(world: World, { team, person }: Omit<Doing, "channel">, view: View, at: Pressable) {
  return {
    type: "block_actions",
    ...common(world, team, person),
    container: { type: "view", view_id: view.id },
    view: shownView(view, team),
    actions: [actionOf(world, at)],
  };
}

/** A shortcut from a message's menu. */
export function messageShortcutPayload(world: World, { team, person, channel }: Doing, post: Post, id: string) {
  return {
    type: "message_action",
    ...common(world, team, person),
    callback_id: id,
    action_ts: world.state.nextTs(),
    channel: placeOf(channel),
    message_ts: post.ts,
    message: shown(post, channel, team, true),
    response_url: world.responses.issue("actions", { team, channel, user: person.id, original: post }),
  };
}

/** A shortcut from everywhere: there is no channel, and no address for answers. */
export function shortcutPayload(world: World, { team, person }: Omit<Doing, "channel">, id: string) {
  return {
    type: "shortcut",
    ...common(world, team, person),
    callback_id: id,
    action_ts: world.state.nextTs(),
  };
}

/** A modal that was sent off, with what was filled in; or one that was closed. */
export function viewPayload(
  world: World,
  { team, person }: Omit<Doing, "channel">,
  view: View,
  values: { [block: string]: Json } | null,
) {
  const { trigger_id, ...rest } = common(world, team, person);
  return values === null
    ? { type: "view_closed", ...rest, view: shownView(view, team), is_cleared: false }
    : { type: "view_submission", ...rest, trigger_id, view: shownView(view, team, values), response_urls: [] };
}
