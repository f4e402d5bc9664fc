import { afterEach, beforeEach, expect, test } from "vitest";
import { client, said } from "./client.js";
import { createSlack } from "./slack.js";

type World = Awaited<ReturnType<typeof createWorld>>;

async function createWorld() {
  let now = Date.UTC(2026, 9, 8, 9);
  const slack = await createSlack({ clock: () => now });
  const team = slack.addTeam({ name: "yardim", editWindow: 3_600_000 });
  const ayse = team.addUser("ayse");
  const gone = team.addUser("gone", { deactivated: true });
  const open = team.addChannel({ name: "haberler", bot: true, members: [ayse] });
  const strange = team.addChannel({ name: "strange" });
  const hidden = team.addChannel({ name: "hidden", kind: "private" });
  const archived = team.addChannel({ name: "eski", bot: true, archived: true });
  const as = (token?: string) => client(slack, token);
  return {
    slack,
    team,
    ayse,
    gone,
    open,
    strange,
    hidden,
    archived,
    as,
    web: as(team.token),
    later: (ms: number) => (now += ms),
    post: async (text = "ilk") => String((await as(team.token).chat.postMessage({ channel: open.id, text })).ts),
  };
}

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.slack.close());

const section = (length: number) => ({ type: "section", text: { type: "mrkdwn", text: "a".repeat(length) } });
const many = (count: number) => Array.from({ length: count }, () => ({ type: "divider" }));

test.each<[what: string, call: (world: World) => Promise<unknown>, said: string]>([
  ["no token", (w) => w.as(undefined).auth.test(), "not_authed"],
  ["a strange token", (w) => w.as("xoxb-strange").auth.test(), "invalid_auth"],
  ["the bot's token", (w) => w.web.auth.test(), "ok"],
  [
    "a revoked token",
    (w) => {
      w.team.kill("token_revoked");
      return w.web.auth.test();
    },
    "token_revoked",
  ],
  [
    "an app that was removed",
    (w) => {
      w.team.kill("account_inactive");
      return w.web.chat.postMessage({ channel: w.open.id, text: "a" });
    },
    "account_inactive",
  ],
  ["a revoked token after auth.revoke", (w) => w.web.auth.revoke().then(() => w.web.auth.test()), "token_revoked"],
  ["a bot's token for Socket Mode", (w) => w.web.apps.connections.open(), "not_allowed_token_type"],
  ["an unknown method", (w) => w.web.apiCall("chat.shout"), "unknown_method"],
  [
    "an unknown argument",
    (w) => w.web.apiCall("chat.postMessage", { channel: w.open.id, text: "a", colour: "red" }),
    "invalid_arg_name",
  ],
  ["a missing argument", (w) => w.web.apiCall("chat.postMessage", { text: "a" }), "invalid_arguments"],
  [
    "an argument of the wrong type",
    (w) => w.web.apiCall("chat.postMessage", { channel: w.open.id, text: "a", unfurl_links: "maybe" }),
    "invalid_arguments",
  ],
  [
    "a scope that was not granted",
    (w) => {
      w.team.state.scopes.delete("chat:write");
      return w.web.chat.postMessage({ channel: w.open.id, text: "a" });
    },
    "missing_scope",
  ],
  [
    "history without its scope",
    (w) => {
      w.team.state.scopes.delete("channels:history");
      return w.web.conversations.history({ channel: w.open.id });
    },
    "missing_scope",
  ],
  [
    "another name for the bot",
    (w) => w.web.chat.postMessage({ channel: w.open.id, text: "a", username: "AA" }),
    "missing_scope",
  ],
  ["a strange channel", (w) => w.web.chat.postMessage({ channel: "C0NOWHERE", text: "a" }), "channel_not_found"],
  [
    "a private one without the bot",
    (w) => w.web.chat.postMessage({ channel: w.hidden.id, text: "a" }),
    "channel_not_found",
  ],
  [
    "a public one without the bot",
    (w) => w.web.chat.postMessage({ channel: w.strange.id, text: "a" }),
    "not_in_channel",
  ],
  [
    "the same with chat:write.public",
    (w) => {
      w.team.state.scopes.add("chat:write.public");
      return w.web.chat.postMessage({ channel: w.strange.id, text: "a" });
    },
    "ok",
  ],
  [
    "the same after joining",
    (w) =>
      w.web.conversations
        .join({ channel: w.strange.id })
        .then(() => w.web.chat.postMessage({ channel: w.strange.id, text: "a" })),
    "ok",
  ],
  ["joining a private one", (w) => w.web.conversations.join({ channel: w.hidden.id }), "channel_not_found"],
  ["joining an archived one", (w) => w.web.conversations.join({ channel: w.archived.id }), "is_archived"],
  ["an archived one", (w) => w.web.chat.postMessage({ channel: w.archived.id, text: "a" }), "is_archived"],
  ["40,000 characters", (w) => w.web.chat.postMessage({ channel: w.open.id, text: "a".repeat(40_000) }), "ok"],
  [
    "40,001 characters",
    (w) => w.web.chat.postMessage({ channel: w.open.id, text: "a".repeat(40_001) }),
    "msg_too_long",
  ],
  ["nothing said", (w) => w.web.chat.postMessage({ channel: w.open.id, text: "" }), "no_text"],
  ["50 blocks", (w) => w.web.chat.postMessage({ channel: w.open.id, text: "a", blocks: many(50) }), "ok"],
  ["51 blocks", (w) => w.web.chat.postMessage({ channel: w.open.id, text: "a", blocks: many(51) }), "invalid_blocks"],
  [
    "blocks that are no list",
    (w) => w.web.apiCall("chat.postMessage", { channel: w.open.id, blocks: "{}" }),
    "invalid_blocks_format",
  ],
  [
    "blocks over the total",
    (w) => w.web.chat.postMessage({ channel: w.open.id, text: "a", blocks: [1, 2, 3, 4, 5].map(() => section(2700)) }),
    "msg_blocks_too_long",
  ],
  [
    "metadata of 16 kB",
    (w) =>
      w.web.chat.postMessage({
        channel: w.open.id,
        text: "a",
        metadata: { event_type: "d", event_payload: { id: "a".repeat(16_000) } },
      }),
    "metadata_too_large",
  ],
  [
    "metadata without a type",
    (w) => w.web.apiCall("chat.postMessage", { channel: w.open.id, text: "a", metadata: { event_payload: {} } }),
    "invalid_metadata_format",
  ],
  [
    "an answer to nothing",
    (w) => w.web.chat.postMessage({ channel: w.open.id, text: "a", thread_ts: "1.000001" }),
    "thread_not_found",
  ],
  [
    "editing what a person wrote",
    (w) => w.web.chat.update({ channel: w.open.id, ts: w.open.write(w.ayse, "a"), text: "b" }),
    "cant_update_message",
  ],
  ["editing nothing", (w) => w.web.chat.update({ channel: w.open.id, ts: "1.000001", text: "b" }), "message_not_found"],
  [
    "editing too late",
    async (w) => {
      const ts = await w.post();
      w.later(3_600_001);
      return w.web.chat.update({ channel: w.open.id, ts, text: "b" });
    },
    "edit_window_closed",
  ],
  [
    "editing in an archived channel",
    async (w) => {
      const ts = await w.post();
      w.open.state.archived = true;
      return w.web.chat.update({ channel: w.open.id, ts, text: "b" });
    },
    "is_inactive",
  ],
  [
    "deleting what a person wrote",
    (w) => w.web.chat.delete({ channel: w.open.id, ts: w.open.write(w.ayse, "a") }),
    "cant_delete_message",
  ],
  [
    "whispering to somebody outside",
    (w) => w.web.chat.postEphemeral({ channel: w.open.id, user: w.gone.id, text: "a" }),
    "user_not_in_channel",
  ],
  [
    "a thread of nothing",
    (w) => w.web.conversations.replies({ channel: w.open.id, ts: "1.000001" }),
    "thread_not_found",
  ],
  ["history of a strange channel", (w) => w.web.conversations.history({ channel: w.strange.id }), "not_in_channel"],
  ["history of a hidden one", (w) => w.web.conversations.history({ channel: w.hidden.id }), "channel_not_found"],
  ["a cursor of nobody", (w) => w.web.conversations.history({ channel: w.open.id, cursor: "abc" }), "invalid_cursor"],
  [
    "a time that is none",
    (w) => w.web.conversations.history({ channel: w.open.id, oldest: "yesterday" }),
    "invalid_ts_oldest",
  ],
  ["a strange person", (w) => w.web.users.info({ user: "U0NOBODY" }), "user_not_found"],
  ["a conversation with one who left", (w) => w.web.conversations.open({ users: w.gone.id }), "user_disabled"],
  ["a conversation with nobody", (w) => w.web.apiCall("conversations.open"), "users_list_not_supplied"],
])("%s", async (_what, call, expected) => {
  expect(await said(call(world))).toBe(expected);
});

test("a refusal names what is missing: scopes, and the place in the blocks", async () => {
  const { team, web, open } = world;
  const blocks = [{ type: "header", text: { type: "plain_text", text: "a".repeat(151) } }];
  const tooLong = await web.chat.postMessage({ channel: open.id, text: "a", blocks }).catch((error: unknown) => error);
  expect(tooLong).toMatchObject({
    data: {
      response_metadata: { messages: ["[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]"] },
    },
  });
  team.state.scopes = new Set(["users:read"]);
  const scope = await web.chat.postMessage({ channel: open.id, text: "a" }).catch((error: unknown) => error);
  expect(scope).toMatchObject({ data: { needed: "chat:write", provided: "users:read" } });
});

test("an argument that Slack does not know fails the test that made it", async () => {
  const { web, open, slack } = world;
  slack.check();
  await said(web.apiCall("chat.postMessage", { channel: open.id, text: "a", colour: "red" }));
  expect(() => slack.check()).toThrow("colour");
});
