import { expect, test } from "vitest";
import { happenings } from "../../../src/chat/slack/happenings.js";
import { briefShortcut, slashCommand } from "../../../src/chat/slack/dispatch.js";
import { botScopes } from "../../../src/chat/slack/scopes.js";
import { installedPath } from "../../../src/cli/workspaces.js";
import { deliveryRules } from "../../../src/app/delivery-rules.js";
import { createEars } from "../../../src/app/ears.js";
import { briefOf } from "../../app/plain-engine.js";
import { rig } from "../../app/rig.js";
import { words } from "../../core/message/locales.js";
import { manifest } from "./manifest.js";

const { features, oauth_config, settings } = manifest;

test("the app subscribes to the events that we hear, and to no other", () => {
  expect(settings.event_subscriptions.bot_events.toSorted()).toEqual(Object.keys(happenings).toSorted());
});

test("it asks for the scopes that our calls, events and the command need, and for no other", () => {
  expect(oauth_config.scopes.bot.toSorted()).toEqual(botScopes);
});

test("the command stands there, with the words of the command table in Slack's hint", async () => {
  const both = await rig();
  const rules = { telegram: { perSecond: 30, perChat: 1_000, perGroup: 3_000 }, slack: { perChat: 1_000 } };
  const { menu } = createEars({
    store: both.process.store,
    feeds: both.world.feeds,
    words,
    rules: deliveryRules({ uncertain: "resend", ...rules }),
    admins: [],
    clock: () => 0,
    until: async (at) => at,
    breathe: async () => {},
    brief: briefOf,
  });
  const names = menu
    .filter(({ who, only }) => who !== "admin" && (only ?? "slack") === "slack")
    .map(({ name }) => name);
  expect(features.slash_commands).toEqual([
    expect.objectContaining({ command: slashCommand, usage_hint: names.join(" | "), should_escape: true }),
  ]);
});

test("browsers come back from an installation to where we wait for them", () => {
  expect(oauth_config.redirect_urls.map((url) => new URL(url).pathname)).toEqual([installedPath]);
});

test("a message's menu has the brief of its link, and the app has a page of its own", () => {
  expect(features.shortcuts).toEqual([expect.objectContaining({ type: "message", callback_id: briefShortcut })]);
  expect(features.app_home.home_tab_enabled).toBe(true);
});

test("buttons are sent back, and Socket Mode is on", () => {
  expect(settings.interactivity.is_enabled).toBe(true);
  expect(settings.socket_mode_enabled).toBe(true);
});
