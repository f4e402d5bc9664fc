import { afterEach, beforeEach, expect, test } from "vitest";
import type { Reply } from "../../../src/core/message/ask.js";
import { textReply } from "../../../src/core/message/reply.js";
import { answers, caller, listening, signingSecret, until } from "./listening.js";

let world: Awaited<ReturnType<typeof listening>>;
let slack: Awaited<ReturnType<typeof caller>>;
let answered: Awaited<ReturnType<typeof answers>>;
let events: number;

beforeEach(async () => {
  world = await listening({ signingSecret });
  answered = await answers();
  slack = await caller(world.listener.handle!);
  events = 0;
  void world.begin();
  while ((await slack.form({ command: "/other", text: "" })).status !== 404) await Promise.resolve();
});
afterEach(async () => {
  await slack.close();
  await answered.close();
  await world.end();
});

function say(text: string, more: Record<string, string> = {}) {
  return slack.form({
    command: "/tellal",
    text,
    team_id: world.team.id,
    channel_id: world.channel.id,
    user_id: world.ayse.id,
    response_url: answered.url,
    ...more,
  });
}

function press(value: string | null, more: object = {}) {
  const payload = {
    type: "block_actions",
    team: { id: world.team.id, domain: "kizilay" },
    user: { id: world.ayse.id, team_id: world.team.id },
    channel: { id: world.channel.id, name: "haber" },
    response_url: answered.url,
    actions: [{ type: "button", action_id: "a1", block_id: "b1", ...(value === null ? {} : { value }) }],
    ...more,
  };
  return slack.form({ payload: JSON.stringify(payload) });
}

function happen(event: object, more: object = {}) {
  events += 1;
  return slack.json({ type: "event_callback", event_id: `Ev${events}`, team_id: world.team.id, event, ...more });
}

function reply(text: string, replaces = false): Reply {
  return { messages: [textReply("tr", text)], replaces };
}

test.each([
  ["", []],
  ["help", ["help"]],
  ["  subscribe   kizilay ", ["subscribe", "kizilay"]],
  ["keyword test tdt &lt;A &amp; B&gt;", ["keyword", "test", "tdt", "<A", "&", "B>"]],
])("/tellal %j is heard as %j", async (text, words) => {
  await say(text);
  await until(() => answered.got.length === 1);
  expect(world.heard.flatMap((ask) => ask.words)).toEqual(words);
});

test("who is mentioned comes by number, an address bare, and the rest of the text with its lines", async () => {
  await say("admin add &lt;x&gt; <@U0ABC|can>");
  await say("broadcast  Bir &amp;\n<https://a.example/x?a=1|a.example>  iki");
  await until(() => world.heard.length === 2);
  expect(world.heard[0]).toMatchObject({ behind: "add <x> <@U0ABC|can>", people: [`slack:${world.team.id}/U0ABC`] });
  expect(world.heard[1]).toMatchObject({ behind: "Bir &\nhttps://a.example/x?a=1  iki", people: [] });
});

test.each([
  ["tr-TR", "tr"],
  ["en-GB", "en"],
  ["de-DE", null],
])("somebody whose Slack speaks %s speaks %s, which is asked once", async (locale, language) => {
  const one = world.team.addUser("mehmet", { locale });
  for (const count of [1, 2]) {
    await say(`topics ${count}`, { user_id: one.id });
    await until(() => world.heard.length === count);
  }
  expect(world.heard.map((ask) => ask.language)).toEqual([language, language]);
  expect(world.slack.calls.filter(({ method }) => method === "users.info")).toHaveLength(1);
});

test("a language that Slack does not tell is no language", async () => {
  world.slack.plan("users.info", { html: "before" });
  await say("topics");
  await until(() => world.heard.length === 1);
  expect(world.heard[0]?.language).toBeNull();
});

test("a button's value is heard like a command; its answer takes the message's place", async () => {
  world.ears.reply = () => reply("Takip ediliyor", true);
  expect(await press("subscribe kizilay")).toEqual({ status: 200, text: "" });
  await until(() => answered.got.length === 1);
  expect(world.heard[0]?.words).toEqual(["subscribe", "kizilay"]);
  expect(answered.got[0]).toMatchObject({ replace_original: true });
  expect(answered.got[0]).not.toHaveProperty("response_type");
});

test("an answer that replaces nothing is seen by who pressed alone", async () => {
  await press("more d1");
  await until(() => answered.got.length === 1);
  expect(answered.got[0]).toMatchObject({ replace_original: false, response_type: "ephemeral" });
});

test("of a reply's messages the first takes the place, and Slack gets five at most", async () => {
  world.ears.reply = () => ({ messages: [1, 2, 3, 4, 5, 6].map((n) => textReply("tr", `${n}`)), replaces: true });
  await press("latest");
  await until(() => answered.got.length === 5);
  expect(answered.got.map((one) => one["replace_original"])).toEqual([true, false, false, false, false]);
  expect(world.lines.join("")).toContain("more messages than Slack takes");
});

test.each([["subscribe kizilay"], ["latest 5"]])(
  "all that answers /tellal %s goes to who typed it alone",
  async (text) => {
    world.ears.reply = () => ({ messages: [1, 2, 3, 4, 5].map((n) => textReply("tr", `${n}`)), replaces: true });
    await say(text);
    await until(() => answered.got.length === 5);
    expect(answered.got.map((one) => one["text"])).toEqual(["1", "2", "3", "4", "5"]);
    for (const one of answered.got) expect(one).toMatchObject({ replace_original: false, response_type: "ephemeral" });
  },
);

test("a button that opens an address is acknowledged, and nothing else", async () => {
  expect((await press(null)).status).toBe(200);
  expect(world.heard).toEqual([]);
});

test("where silence is right there is silence", async () => {
  world.ears.reply = () => null;
  await say("what");
  await until(() => world.heard.length === 1);
  expect(answered.got).toEqual([]);
});

test("a use case that throws is logged, and one sentence says sorry", async () => {
  world.ears.reply = () => Promise.reject(new Error("the database is gone"));
  await say("topics");
  await until(() => answered.got.length === 1);
  expect(JSON.stringify(answered.got)).toContain("Something went wrong on our side.");
  expect(JSON.stringify(answered.got)).not.toContain("database");
  expect(world.lines.join("")).toContain("the database is gone");
});

test("an answer that cannot be handed over is logged, and the next command is heard", async () => {
  answered.refuse(500);
  await say("topics");
  await until(() => world.lines.join("").includes("could not be taken in"));
  answered.refuse(200);
  await say("topics again");
  await until(() => answered.got.length === 1);
});

test.each([
  ["a command", () => say("topics", { team_id: "T0OTHER" })],
  ["a button", () => press("topics", { team: { id: "T0OTHER" } })],
  ["an event", () => happen({ type: "channel_archive", channel: "C0OTHER" }, { team_id: "T0OTHER" })],
  ["a mention", () => happen({ type: "app_mention", user: "U1", channel: "C1", text: "x" }, { team_id: "T0OTHER" })],
])("another workspace is not heard: %s", async (_name, come) => {
  expect((await come()).status).toBe(200);
  await until(() => /another workspace/u.test(world.lines.join("")));
  expect([world.heard, world.news, answered.got]).toEqual([[], [], []]);
});

test("an event of a shared channel is ours if it is seen through our installation", async () => {
  const authorizations = [{ team_id: world.team.id, user_id: world.team.botUser, is_bot: true }];
  await happen({ type: "channel_archive", channel: world.channel.id }, { team_id: "T0OTHER", authorizations });
  await until(() => world.news.length === 1);
});

test("a place that is no chat of ours is not heard", async () => {
  expect((await say("topics", { channel_id: "../C1" })).status).toBe(200);
  await until(() => world.lines.join("").includes("from no chat"));
  expect(world.heard).toEqual([]);
});

type Who = { deactivated?: boolean; member?: boolean; home?: string; unknown?: boolean };
test.each<[string, "command" | "button", Who, boolean]>([
  ["a member's command", "command", { member: true }, true],
  ["a command in a channel that we cannot look into", "command", { member: false }, true],
  ["a member's button", "button", { member: true }, true],
  ["a button pressed by who only looks in", "button", { member: false }, false],
  ["somebody deactivated", "button", { member: true, deactivated: true }, false],
  ["somebody of another workspace", "button", { member: true, home: "T0OTHER" }, false],
  ["somebody whom Slack does not know", "command", { unknown: true }, false],
])("administers the chat: %s, by %s", async (_name, way, { deactivated = false, member, home, unknown }, may) => {
  const one = world.team.addUser("mehmet", { deactivated });
  if (member === true) world.channel.state.members.add(one.id);
  const id = unknown === true ? "U0NOBODY" : one.id;
  if (way === "command") await say("subscribe tdt", { user_id: id });
  else await press("subscribe tdt", { user: { id, team_id: home ?? world.team.id } });
  await until(() => world.heard.length === 1);
  expect(await world.heard[0]?.isAdmin()).toBe(may);
  expect(world.heard[0]?.from).toBe(`slack:${home ?? world.team.id}/${id}`);
});

test("a Slack that does not say who is in the channel makes nobody its administrator", async () => {
  world.slack.plan("conversations.members", { error: "fetch_members_failed", when: "before" });
  await press("subscribe tdt");
  await until(() => world.heard.length === 1);
  await expect(world.heard[0]?.isAdmin()).rejects.toThrow("fetch_members_failed");
});

test.each([
  ["nothing", "", ["help"]],
  ["talk", " çok işe yarıyor, teşekkürler", ["help"]],
  ["a command", " topics", ["topics"]],
])("a mention with %s is answered to who wrote it, when it is our turn", async (_name, text, words) => {
  const ts = world.channel.write(world.ayse, "x");
  const event = { type: "app_mention", channel: world.channel.id, user: world.ayse.id, thread_ts: ts };
  await happen({ ...event, text: `<@${world.team.botUser}>${text}` });
  await until(() => world.channel.whispers(world.ayse).length === 1);
  expect(world.heard.flatMap((ask) => ask.words)).toEqual(words);
  expect(world.news).toEqual([["turn", world.chat]]);
  expect(world.channel.whispers(world.ayse)[0]?.thread).toBe(ts);
  expect(JSON.stringify(world.channel.whispers(world.ayse))).toContain("Yanıt");
});

test("a bot that mentions us is left alone", async () => {
  await happen({ type: "app_mention", channel: world.channel.id, user: "U1", bot_id: "B1", text: "x" });
  await happen({ type: "channel_archive", channel: world.channel.id });
  await until(() => world.news.length === 1);
  expect(world.heard).toEqual([]);
});

test("let into a channel we greet, in the language of who let us in, when it is our turn", async () => {
  world.ears.greeting = textReply("en", "Hello!");
  const me = { type: "member_joined_channel", channel: world.channel.id, user: world.team.botUser };
  await happen({ ...me, inviter: world.ayse.id });
  await until(() => world.channel.seen().length === 1);
  expect(world.news).toEqual([
    ["joined", world.chat, "en"],
    ["turn", world.chat],
  ]);
  expect(world.channel.seen()[0]).toMatchObject({ metadata: null, thread: null });
});

test("nothing is said where the use case says nothing", async () => {
  await happen({ type: "member_joined_channel", channel: world.channel.id, user: world.team.botUser });
  await happen({ type: "channel_archive", channel: world.channel.id });
  await until(() => world.news.length === 2);
  expect(world.news[0]).toEqual(["joined", world.chat, null]);
  expect(world.channel.seen()).toEqual([]);
});

test.each([
  [{ type: "member_left_channel" }, "removed from the channel"],
  [{ type: "channel_left" }, "removed from the channel"],
  [{ type: "group_left" }, "removed from the channel"],
  [{ type: "channel_archive" }, "the channel was archived"],
  [{ type: "group_archive" }, "the channel was archived"],
  [{ type: "channel_deleted" }, "the channel was deleted"],
  [{ type: "group_deleted" }, "the channel was deleted"],
])("we cannot post there any more: %j", async (event, why) => {
  await happen({ channel: world.channel.id, user: world.team.botUser, ...event });
  await until(() => world.news.length === 1);
  expect(world.news).toEqual([["left", world.chat, why]]);
});

test("others' coming and going is no news", async () => {
  await happen({ type: "member_left_channel", channel: world.channel.id, user: world.ayse.id });
  await happen({ type: "member_joined_channel", channel: world.channel.id, user: world.ayse.id });
  await happen({ type: "channel_archive", channel: world.channel.id });
  await until(() => world.news.length > 0);
  expect(world.news).toEqual([["left", world.chat, "the channel was archived"]]);
});

test("a channel that got another id has moved", async () => {
  await happen({ type: "channel_id_changed", old_channel_id: world.channel.id, new_channel_id: "C0NEW" });
  await until(() => world.news.length === 1);
  expect(world.news).toEqual([["moved", world.chat, `slack:${world.team.id}/C0NEW`]]);
});

test.each([
  [{ type: "app_uninstalled" }, "the app was removed from the workspace"],
  [{ type: "tokens_revoked" }, "the app's token was revoked"],
])("the account takes no calls any more: %j ends the listening", async (event, why) => {
  await happen({ ...event, tokens: { oauth: [], bot: [world.team.botUser] } });
  expect(await world.begin()).toEqual({ kind: "closed", why });
});

test("somebody else's revoked token is no news", async () => {
  await happen({ type: "tokens_revoked", tokens: { oauth: ["U1"], bot: ["U2"] } });
  await say("topics");
  await until(() => world.heard.length === 1);
  expect(await world.end()).toEqual({ kind: "stopped" });
  world = await listening({ signingSecret });
});
