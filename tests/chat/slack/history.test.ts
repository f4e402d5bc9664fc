import { afterEach, expect, test } from "vitest";
import { createSlack, type SlackOptions } from "../../world/slack/slack.js";
import { manifest } from "./manifest.js";
import { messengerOf, postTo } from "./rig.js";

let slack: Awaited<ReturnType<typeof createSlack>>;
let now: number;

async function world(options: SlackOptions = {}, scopes = manifest.oauth_config.scopes.bot) {
  now = Date.UTC(2025, 10, 19, 15);
  const rates = { channelGap: 0, jitter: 0, workspacePerMinute: 100_000, tierFactor: 100, ...options.rates };
  slack = await createSlack({ ...options, clock: () => now, rates });
  const team = slack.addTeam({ name: "kizilay", scopes });
  const channel = team.addChannel({ name: "haber", bot: true });
  const messenger = messengerOf({ token: team.token, apiUrl: slack.url, clock: () => now });
  const chat = `slack:${team.id}/${channel.id}`;
  async function send(delivery: string, more: object = {}): Promise<string> {
    const outcome = await messenger.send(postTo(team, channel, { delivery, ...more }));
    if (outcome.kind !== "sent") throw new Error(JSON.stringify(outcome));
    return outcome.ref;
  }
  const history = (since: number, replyTo: string | null = null) => messenger.history({ chat, since, replyTo });
  return { team, channel, messenger, chat, send, history };
}
afterEach(async () => {
  await slack.close();
  slack.check();
});

test("a post whose answer was lost is found by its delivery", async () => {
  const { team, channel, messenger, history } = await world();
  slack.plan("chat.postMessage", { reset: "after" });
  expect((await messenger.send(postTo(team, channel, { delivery: "d7" }))).kind).toBe("unknown");
  expect(await history(now - 60_000)).toEqual(new Map([["d7", channel.seen()[0]?.ts]]));
});

test("a post that never arrived is not there", async () => {
  const { team, channel, messenger, history } = await world();
  slack.plan("chat.postMessage", { reset: "before" });
  expect((await messenger.send(postTo(team, channel))).kind).toBe("unknown");
  expect(await history(now - 60_000)).toEqual(new Map());
});

test("only what our own bot posted since then counts, and only with our metadata", async () => {
  const { team, channel, send, history } = await world();
  await send("old");
  now += 600_000;
  const fresh = await send("fresh");
  const base = channel.state.posts[0]!;
  const forged = (change: object) => channel.state.posts.push({ ...base, ts: `${now / 1_000 + 1}.000000`, ...change });
  forged({ user: team.addUser("ayse").id, bot: null, metadata: marked("tellal_delivery", "of-a-person") });
  forged({ user: "U0OTHER", bot: "B0OTHER", metadata: marked("tellal_delivery", "of-another-app") });
  forged({ metadata: marked("task_created", "of-another-kind") });
  forged({ metadata: { event_type: "tellal_delivery", event_payload: { id: 7 } } });
  forged({ metadata: null });
  expect(await history(now - 60_000)).toEqual(new Map([["fresh", fresh]]));
});

function marked(event_type: string, delivery: string) {
  return { event_type, event_payload: { delivery } };
}

test("every page is read", async () => {
  const { channel, send, history } = await world();
  const first = await send("first");
  for (let index = 0; index < 450; index += 1) channel.write({ id: "U0PERSON" }, `${index}`);
  const last = await send("last");
  expect(await history(now - 60_000)).toEqual(
    new Map([
      ["first", first],
      ["last", last],
    ]),
  );
  expect(slack.calls.filter(({ method }) => method === "conversations.history")).toHaveLength(3);
});

test("an answer that stands in its thread only is found there", async () => {
  const { channel, send, history } = await world();
  const replyTo = await send("d1");
  const ts = await send("d2", { replyTo });
  channel.post(ts)!.broadcast = false;
  expect(await history(now - 60_000)).toEqual(new Map([["d1", replyTo]]));
  expect(await history(now - 60_000, replyTo)).toEqual(
    new Map([
      ["d1", replyTo],
      ["d2", ts],
    ]),
  );
});

test("a thread whose first message is gone has nothing to tell", async () => {
  const { history, send } = await world();
  const ts = await send("d1");
  expect(await history(now - 60_000, "1700000000.000100")).toEqual(new Map([["d1", ts]]));
});

test("nothing is known without the scope, outside the channel, or where there is no channel", async () => {
  const without = await world({}, ["chat:write"]);
  expect(await without.history(0)).toBeNull();
  await slack.close();
  const { team, messenger, channel, history } = await world();
  channel.state.members.clear();
  expect(await history(0)).toBeNull();
  expect(await messenger.history({ chat: `slack:${team.id}/C0NOWHERE`, since: 0, replyTo: null })).toBeNull();
});

test("a channel that is too long to be read to its end tells nothing", async () => {
  const { channel, history } = await world();
  for (let index = 0; index < 5_001; index += 1) channel.write({ id: "U0PERSON" }, "x");
  expect(await history(now - 60_000)).toBeNull();
  expect(slack.calls.filter(({ method }) => method === "conversations.history")).toHaveLength(25);
});

test.each([
  ["conversations.history", { reset: "before" }, "fetch failed"],
  ["conversations.history", { html: "before" }, "502"],
  ["conversations.history", { error: "internal_error", when: "before" }, "internal_error"],
  ["conversations.history", { retryAfter: 5 }, "rate-limit"],
  ["conversations.history", { token: "token_revoked" }, "token_revoked"],
  ["auth.test", { html: "before" }, "502"],
] as const)("Slack that does not answer is no answer: %s, %j", async (method, mishap, message) => {
  const { history } = await world();
  slack.plan(method, mishap);
  await expect(history(0)).rejects.toThrow(message);
});

test("an app outside the Marketplace reads a page of 15 a minute: it goes on where it stood, and never asks too soon", async () => {
  const { channel, send, history } = await world({ rates: { marketplace: false } });
  const since = now - 60_000;
  const ts = await send("d1");
  for (let index = 0; index < 40; index += 1) channel.write({ id: "U0PERSON" }, "x");
  await expect(history(since)).rejects.toThrow("rate-limit");
  now += 30_000;
  await expect(history(since)).rejects.toThrow("slower pace");
  now += 31_000;
  await expect(history(since)).rejects.toThrow("rate-limit");
  now += 61_000;
  expect(await history(since)).toEqual(new Map([["d1", ts]]));
  expect(slack.rates.impatient).toBe(0);
});
