import { afterEach, beforeEach, expect, test } from "vitest";
import type { Outcome, Post } from "../../../src/core/message/messenger.js";
import { createSlack } from "../../world/slack/slack.js";
import type { Mishap } from "../../world/slack/script.js";
import { manifest } from "./manifest.js";
import { messengerOf, postTo, serverThat } from "./rig.js";

type Slack = Awaited<ReturnType<typeof createSlack>>;
type Team = ReturnType<Slack["addTeam"]>;

let slack: Slack;
let team: Team;

beforeEach(async () => {
  slack = await createSlack({ rates: { channelGap: 0, jitter: 0 } });
  team = slack.addTeam({ name: "kizilay", scopes: manifest.oauth_config.scopes.bot });
});
afterEach(async () => {
  await slack.close();
  slack.check();
});

function messenger(more: { token?: string } = {}) {
  return messengerOf({ token: team.token, apiUrl: slack.url, ...more });
}

function methods(): string[] {
  return slack.calls.map((call) => call.method);
}

async function sent(post: Post): Promise<string> {
  const outcome = await messenger().send(post);
  if (outcome.kind !== "sent") throw new Error(JSON.stringify(outcome));
  return outcome.ref;
}

test("a post is one message with its delivery as metadata and without previews; its ts is the reference", async () => {
  const channel = team.addChannel({ name: "haber", bot: true });
  const ref = await sent(postTo(team, channel));
  const [seen] = channel.seen();
  expect(seen).toMatchObject({
    ts: ref,
    thread: null,
    metadata: { event_type: "tellal_delivery", event_payload: { delivery: "d1" } },
  });
  expect(seen?.text).toContain("Kızılay heyeti Bakü'de bir araya geldi.");
  expect(slack.calls[0]?.args).toMatchObject({ unfurl_links: "false", unfurl_media: "false" });
});

test("an edit changes the message in place and keeps its metadata", async () => {
  const channel = team.addChannel({ name: "haber", bot: true });
  const edits = await sent(postTo(team, channel));
  const ref = await sent({ ...postTo(team, channel), delivery: "d2", edits });
  expect(ref).toBe(edits);
  expect(channel.seen().map(({ edits, metadata }) => [edits, metadata?.event_payload])).toEqual([
    [1, { delivery: "d1" }],
  ]);
});

test("an answer stands in the thread and is shown in the channel too", async () => {
  const channel = team.addChannel({ name: "haber", bot: true });
  const replyTo = await sent(postTo(team, channel));
  await sent(postTo(team, channel, { delivery: "d2", replyTo }));
  expect(channel.seen().map(({ thread, post }) => [thread, post.broadcast])).toEqual([
    [null, false],
    [replyTo, true],
  ]);
});

test("what answers a message that is gone stands alone: the story is not lost", async () => {
  const channel = team.addChannel({ name: "haber", bot: true });
  await sent(postTo(team, channel, { replyTo: "1700000000.000100" }));
  expect(channel.seen().map(({ thread }) => thread)).toEqual([null]);
});

test.each([
  ["a new post that is sent again says so first", { repeat: true }, true],
  ["a post that is sent once does not", { repeat: false }, false],
])("%s", async (_name, more, marked) => {
  const channel = team.addChannel({ name: "haber", bot: true });
  await sent(postTo(team, channel, more));
  expect(JSON.stringify(channel.seen()).includes("Bu ileti ikinci kez gelmiş olabilir")).toBe(marked);
});

test("an edit that is sent again says nothing of it: it is seen once", async () => {
  const channel = team.addChannel({ name: "haber", bot: true });
  const edits = await sent(postTo(team, channel));
  await sent(postTo(team, channel, { edits, repeat: true }));
  expect(JSON.stringify(channel.seen())).not.toContain("ikinci kez");
});

test("a public channel that we are not in is joined, and the post goes out at once", async () => {
  const channel = team.addChannel({ name: "haber" });
  await sent(postTo(team, channel));
  expect(methods()).toEqual(["chat.postMessage", "conversations.join", "chat.postMessage"]);
  expect(channel.seen()).toHaveLength(1);
});

test("a private channel without us is gone, and the reason names the cure", async () => {
  const channel = team.addChannel({ name: "gizli", kind: "private" });
  const outcome = await messenger().send(postTo(team, channel));
  expect(outcome).toMatchObject({ kind: "gone", why: expect.stringContaining("/invite @Tellal") });
});

test.each<[string, Mishap, Outcome["kind"]]>([
  ["a join that is too fast", { retryAfter: 7 }, "later"],
  ["a join without an answer", { reset: "after" }, "later"],
  ["a join with a dead token", { token: "token_revoked" }, "closed"],
  ["a join that lacks its scope", { error: "missing_scope", when: "before" }, "gone"],
])("the post was not sent: %s", async (_name, mishap, kind) => {
  const channel = team.addChannel({ name: "haber" });
  slack.plan("conversations.join", mishap);
  expect((await messenger().send(postTo(team, channel))).kind).toBe(kind);
  expect(channel.seen()).toEqual([]);
});

test("a channel that lets nobody in by joining is asked twice at most", async () => {
  const channel = team.addChannel({ name: "haber", bot: true });
  slack.plan("chat.postMessage", { error: "not_in_channel", when: "before" }, { times: 9 });
  expect((await messenger().send(postTo(team, channel))).kind).toBe("gone");
  expect(methods()).toEqual(["chat.postMessage", "conversations.join", "chat.postMessage"]);
});

test.each<[string, Mishap]>([
  ["a reset before", { reset: "before" }],
  ["a reset after", { reset: "after" }],
  ["an HTML 502 after", { html: "after" }],
  ["an HTML page with 200", { html: "after", status: 200 }],
  ["fatal_error after", { error: "fatal_error", when: "after" }],
  ["a 429", { retryAfter: 1 }],
])("one post is one request, whatever comes back: %s", async (_name, mishap) => {
  const channel = team.addChannel({ name: "haber", bot: true });
  slack.plan("chat.postMessage", mishap);
  await messenger().send(postTo(team, channel));
  expect(methods()).toEqual(["chat.postMessage"]);
});

test("no answer within the patience is unknown, after one request", async () => {
  const channel = team.addChannel({ name: "haber", bot: true });
  const plan = slack.plan("chat.postMessage", { hang: "after" });
  const outcome = await messengerOf({ token: team.token, apiUrl: slack.url, patience: 500 }).send(
    postTo(team, channel),
  );
  plan.release();
  expect(outcome.kind).toBe("unknown");
  expect(methods()).toEqual(["chat.postMessage"]);
});

test("a 429 holds back its channel only: another one is served meanwhile", async () => {
  const [slow, free] = [team.addChannel({ name: "bir", bot: true }), team.addChannel({ name: "iki", bot: true })];
  const one = messenger();
  slack.plan("chat.postMessage", { retryAfter: 30 }, { when: ({ args }) => args["channel"] === slow.id });
  expect(await one.send(postTo(team, slow))).toEqual({
    kind: "later",
    at: 31_000,
    why: "Slack asks for a slower pace",
    slower: true,
  });
  expect((await one.send(postTo(team, free, { delivery: "d2" }))).kind).toBe("sent");
});

test("a message of another app is not edited", async () => {
  const channel = team.addChannel({ name: "haber", bot: true });
  const ts = channel.write(team.addUser("ayse"), "merhaba");
  expect(await messenger().send(postTo(team, channel, { edits: ts }))).toMatchObject({
    kind: "refused",
    why: "cant_update_message",
  });
});

test("whose token it is", async () => {
  expect(await messenger().identify()).toMatchObject({
    kind: "known",
    team: team.id,
    user: team.botUser,
    bot: team.botId,
    url: "https://kizilay.slack.com/",
  });
});

test.each<[string, Mishap, string]>([
  ["a revoked token", { token: "token_revoked" }, "closed"],
  ["a removed app", { token: "account_inactive" }, "closed"],
  ["an HTML 502", { html: "before" }, "unreachable"],
  ["too fast", { retryAfter: 3 }, "unreachable"],
  ["internal_error", { error: "internal_error", when: "before" }, "unreachable"],
])("whose token it is, unsaid: %s", async (_name, mishap, kind) => {
  slack.plan("auth.test", mishap);
  expect((await messenger().identify()).kind).toBe(kind);
});

test("an answer of a form that we do not know names nobody", async () => {
  const odd = await serverThat((response) => response.end('{"ok":true}'));
  const one = messengerOf({ token: "xoxb-1-a", apiUrl: odd.url });
  expect((await one.identify()).kind).toBe("unreachable");
  expect((await one.send(postTo({ id: "T1" }, { id: "C1" }))).kind).toBe("unknown");
  await odd.close();
});
