import { afterEach, beforeEach, expect, test } from "vitest";
import { textReply } from "../../../src/core/message/reply.js";
import type { Mishap } from "../../world/slack/script.js";
import { answers, listening, until } from "./listening.js";

let world: Awaited<ReturnType<typeof listening>>;
let answered: Awaited<ReturnType<typeof answers>>;

beforeEach(async () => {
  world = await listening("socket", { patience: 1_200 });
  answered = await answers();
});
afterEach(async () => {
  await answered.close();
  await world.end();
});

async function connected(): Promise<void> {
  void world.begin();
  await until(() => world.slack.sockets.greeted() === 1);
}

let said = 0;
function say(text: string) {
  said += 1;
  return world.slack.sockets.deliver("slash_commands", {
    command: "/tellal",
    text,
    team_id: world.team.id,
    channel_id: world.channel.id,
    user_id: world.ayse.id,
    response_url: answered.url,
    trigger_id: `${said}`,
  });
}

function press(value: string) {
  return world.slack.sockets.deliver("interactive", {
    type: "block_actions",
    team: { id: world.team.id },
    user: { id: world.ayse.id, team_id: world.team.id },
    channel: { id: world.channel.id },
    response_url: answered.url,
    actions: [{ type: "button", action_id: "tellal:0", block_id: "b1", value }],
  });
}

test("connections that Slack greets and drops are not opened in a rush", async () => {
  await connected();
  for (let count = 1; count <= 4; count += 1) {
    // Slack has said its greeting before we have heard it; one that ends in between counts as failed.
    await until(() => world.lines.filter((line) => line.includes("Socket Mode is connected")).length === count);
    world.slack.sockets.cut();
  }
  await until(() => world.slack.sockets.greeted() === 5);
  expect(world.pauses).toEqual([1_000, 2_000, 4_000]);
});

type Retry = { retry_attempt: number; retry_reason: string };
function happen(id: string, event: object, retry?: Retry, team = world.team.id) {
  const payload = { type: "event_callback", event_id: id, team_id: team, event };
  return world.slack.sockets.deliver("events_api", payload, retry);
}

function opened(): number {
  return world.slack.calls.filter(({ method }) => method === "apps.connections.open").length;
}

test("a command is acknowledged before it is answered", async () => {
  await connected();
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  world.ears.reply = async () => {
    await held;
    return { messages: [], replaces: false };
  };
  expect(await say("topics")).toEqual({ payload: {} });
  release();
});

test("commands, buttons and mentions are heard and answered", async () => {
  await connected();
  await say("latest tdt");
  await until(() => answered.got.length === 1);
  await press("more people d1");
  await until(() => answered.got.length === 2);
  await happen("Ev1", { type: "app_mention", user: world.ayse.id, channel: world.channel.id, text: "<@U1> topics" });
  await until(() => world.channel.whispers(world.ayse).length === 1);
  expect(world.heard.map(({ words }) => words.join(" "))).toEqual(["latest tdt", "more people d1", "topics"]);
});

test("a button's answer takes its message's place, what follows is seen by who pressed alone", async () => {
  world.ears.reply = () => ({ messages: [textReply("tr", "Konular"), textReply("tr", "Haber")], replaces: true });
  await connected();
  expect(await press("subscribe tdt")).toEqual({ payload: {} });
  await until(() => answered.got.length === 2);
  expect(answered.got).toEqual([
    expect.objectContaining({ text: "Konular", replace_original: true }),
    expect.objectContaining({ text: "Haber", replace_original: false, response_type: "ephemeral" }),
  ]);
});

test("let in, we greet; put out or archived, it is told", async () => {
  world.ears.greeting = textReply("en", "Hello!");
  await connected();
  const me = { channel: world.channel.id, user: world.team.botUser };
  await happen("Ev1", { type: "member_joined_channel", ...me, inviter: world.ayse.id });
  await until(() => world.channel.seen().length === 1);
  await happen("Ev2", { type: "member_left_channel", ...me });
  await happen("Ev3", { type: "channel_archive", channel: world.channel.id });
  await until(() => world.news.length === 4);
  expect(world.news).toEqual([
    ["joined", world.chat, "en"],
    ["turn", world.chat],
    ["left", world.chat, "removed from the channel"],
    ["left", world.chat, "the channel was archived"],
  ]);
});

test("an event of another workspace is acknowledged and not heard", async () => {
  await connected();
  await happen("Ev1", { type: "channel_archive", channel: world.channel.id }, undefined, "T0OTHER");
  await happen("Ev2", { type: "channel_deleted", channel: world.channel.id });
  await until(() => world.news.length === 1);
  expect(world.news).toEqual([["left", world.chat, "the channel was deleted"]]);
});

test("an event that Slack sends again is acknowledged and not heard again", async () => {
  await connected();
  const event = { type: "channel_archive", channel: world.channel.id };
  await happen("Ev1", event);
  await happen("Ev1", event, { retry_attempt: 1, retry_reason: "timeout" });
  await happen("Ev2", { type: "channel_deleted", channel: world.channel.id });
  await until(() => world.news.length === 2);
  expect(world.news.map(([, , why]) => why)).toEqual(["the channel was archived", "the channel was deleted"]);
});

test("Slack renews a connection: the next one stands at once", async () => {
  await connected();
  world.slack.sockets.refresh();
  await until(() => world.slack.sockets.greeted() === 2);
  await say("topics");
  expect(world.pauses).toEqual([]);
});

test("a connection that breaks is followed by another one", async () => {
  await connected();
  for (const count of [2, 3, 4]) {
    world.slack.sockets.cut();
    await until(() => world.slack.sockets.greeted() === count);
  }
  await say("topics");
  await until(() => world.heard.length === 1);
});

test.each<[string, Mishap, number[]]>([
  ["an HTML 502", { html: "before" }, [1_000, 2_000, 4_000, 8_000]],
  ["a reset", { reset: "before" }, [1_000, 2_000, 4_000, 8_000]],
  ["internal_error", { error: "internal_error", when: "before" }, [1_000, 2_000, 4_000, 8_000]],
  ["a 429", { retryAfter: 5 }, [5_000, 5_000, 5_000, 8_000]],
])("a reconnect that fails is no end: %s, each time one call and a longer pause", async (_name, mishap, pauses) => {
  await connected();
  const times = pauses.length;
  const plan = world.slack.plan("apps.connections.open", mishap, { times });
  world.slack.sockets.cut();
  await until(() => world.slack.sockets.greeted() === 2);
  expect(world.pauses).toEqual(pauses);
  expect([plan.hits, opened()]).toEqual([times, times + 2]);
});

test("who is not greeted comes again", async () => {
  world.slack.sockets.fallSilent();
  void world.begin();
  await until(() => world.pauses.length === 2);
  expect(world.lines.join("")).toContain("Slack did not greet");
});

test.each<[string, Mishap | null, string]>([
  ["is dead", null, "the app token: invalid_auth"],
  ["belongs to a workspace that is gone", { error: "team_disabled", when: "before" }, "the app token: team_disabled"],
  ["lacks its scope", { error: "missing_scope", when: "before" }, "connections:write"],
])("an app token that %s ends the listening, with a reason", async (_name, mishap, why) => {
  if (mishap === null) world.slack.killApp();
  else world.slack.plan("apps.connections.open", mishap);
  expect(await world.begin()).toEqual({ kind: "closed", why: expect.stringContaining(why) });
});

test("an app token that dies later ends it, too", async () => {
  await connected();
  world.slack.killApp();
  world.slack.sockets.cut();
  expect((await world.begin()).kind).toBe("closed");
});

test("an app that is removed hangs up", async () => {
  await connected();
  await happen("Ev1", { type: "app_uninstalled" });
  expect(await world.begin()).toEqual({ kind: "closed", why: "the app was removed from the workspace" });
  await until(() => world.slack.sockets.connected() === 0);
});

test("a stop hangs up, whatever is under way, and is told as one", async () => {
  await connected();
  const { sockets } = world.slack;
  const deaf = world.end();
  expect(await deaf).toEqual({ kind: "stopped" });
  expect(sockets.connected()).toBe(0);
});

test("a stop does not wait for a peer that does not answer", async () => {
  await connected();
  world.slack.sockets.stall();
  expect(await world.end()).toEqual({ kind: "stopped" });
  world = await listening("socket");
});

test.each([["no JSON"], ["{}"], ['{"type":"tomorrow","envelope_id":"e1"}'], ["[]"], [Buffer.from([0, 255])]])(
  "a message that is none of Slack's is passed over: %j",
  async (text) => {
    await connected();
    world.slack.sockets.say(text);
    await say("topics");
    await until(() => world.heard.length === 1);
  },
);

test("a call of the listener's is made once: Bolt's Socket Mode gives it no retries of its own", async () => {
  await connected();
  world.slack.plan("users.info", { reset: "before" });
  await say("topics");
  await until(() => world.heard.length === 1);
  expect(world.slack.calls.filter(({ method }) => method === "users.info")).toHaveLength(1);
});

test("a connection that breaks under a command that is being answered loses no answer", async () => {
  await connected();
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const { reply } = world.ears;
  world.ears.reply = (ask) => held.then(() => reply(ask));
  await say("topics");
  world.slack.sockets.cut();
  release();
  await until(() => answered.got.length === 1);
});
