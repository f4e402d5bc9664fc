import { createHmac } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createDoor } from "../../../src/chat/slack/door.js";
import { createFirst } from "../../../src/chat/slack/seen.js";
import { answers, caller, listening, signingSecret, until, type Sending } from "./listening.js";
import { listeningLog } from "./rig.js";

let world: Awaited<ReturnType<typeof listening>>;
let slack: Awaited<ReturnType<typeof caller>>;
let answered: Awaited<ReturnType<typeof answers>>;

beforeEach(async () => {
  world = await listening({ signingSecret });
  answered = await answers();
  slack = await caller(world.listener.handle!);
  void world.begin();
  await until(() => world.slack.calls.some(({ outcome }) => outcome === "ok"));
  // A command that nobody hears gets 404 once somebody listens; before, 503.
  while ((await slack.form({ command: "/other", text: "" })).status === 503) await Promise.resolve();
});
afterEach(async () => {
  await slack.close();
  await answered.close();
  await world.end();
});

function command(text = "topics", more: Record<string, string> = {}): Record<string, string> {
  return {
    command: "/tellal",
    text,
    team_id: world.team.id,
    channel_id: world.channel.id,
    user_id: world.ayse.id,
    response_url: answered.url,
    trigger_id: "1.2.3",
    ...more,
  };
}

test("a signed command is acknowledged with nothing and answered to who asked", async () => {
  expect(await slack.form(command())).toEqual({ status: 200, text: "" });
  await until(() => answered.got.length === 1);
  expect(answered.got[0]).toMatchObject({ response_type: "ephemeral", replace_original: false });
  expect(world.heard.map(({ chat, from, words, language }) => [chat, from, words, language])).toEqual([
    [world.chat, `slack:${world.team.id}/${world.ayse.id}`, ["topics"], "en"],
  ]);
});

test("the acknowledgement does not wait for the answer", async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  world.ears.reply = () => held.then(() => null);
  expect((await slack.form(command())).status).toBe(200);
  await until(() => world.heard.length === 1);
  release();
});

test.each<[string, Sending, number]>([
  ["a wrong secret", { secret: "another" }, 401],
  ["no signature", { headers: { "x-slack-signature": "" } }, 401],
  ["another scheme", { headers: { "x-slack-signature": "v1=00" } }, 401],
  ["a signature of another time", { headers: { "x-slack-request-timestamp": "1700000000" } }, 401],
  ["a timestamp that is no number", { headers: { "x-slack-request-timestamp": "now" } }, 401],
  ["six minutes old", { age: 360 }, 401],
  ["six minutes from the future", { age: -360 }, 401],
  ["four minutes old", { age: 240 }, 200],
  ["four minutes from the future", { age: -240 }, 200],
  ["GET", { method: "GET" }, 405],
])("signature: %s is answered %s", async (_name, how, status) => {
  expect((await slack.form(command(), how)).status).toBe(status);
  if (status === 200) await until(() => world.heard.length === 1);
  expect(world.heard).toHaveLength(status === 200 ? 1 : 0);
});

test("a changed body breaks the signature", async () => {
  const right = new URLSearchParams(command()).toString();
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = `v0=${createHmac("sha256", signingSecret).update(`v0:${timestamp}:${right}`).digest("hex")}`;
  const headers = { "x-slack-request-timestamp": timestamp, "x-slack-signature": signature };
  const form = "application/x-www-form-urlencoded";
  expect((await slack.raw(form, `${right}&text=admin`, { headers })).status).toBe(401);
  expect((await slack.raw(form, right, { headers })).status).toBe(200);
});

test("a request that comes a second time does nothing and gets 200", async () => {
  const headers = { "x-slack-request-timestamp": String(Math.floor(Date.now() / 1_000)) };
  const body = new URLSearchParams(command()).toString();
  const signature = createHmac("sha256", signingSecret).update(`v0:${headers["x-slack-request-timestamp"]}:${body}`);
  const how = { headers: { ...headers, "x-slack-signature": `v0=${signature.digest("hex")}` } };
  const form = "application/x-www-form-urlencoded";
  for (let count = 0; count < 3; count += 1) expect((await slack.raw(form, body, how)).status).toBe(200);
  await until(() => answered.got.length === 1);
  expect(world.heard).toHaveLength(1);
});

test("an event that Slack repeats under a new signature is heard once", async () => {
  const event = { type: "channel_archive", channel: world.channel.id, user: world.ayse.id };
  const body = { type: "event_callback", event_id: "Ev1", team_id: world.team.id, event };
  for (const age of [0, 1, 2]) expect((await slack.json(body, { age })).status).toBe(200);
  expect((await slack.json({ ...body, event_id: "Ev2" })).status).toBe(200);
  await until(() => world.news.length === 2);
  expect(world.news[0]).toEqual(["left", world.chat, "the channel was archived"]);
});

test("Slack's question for the address is answered, if it is Slack's", async () => {
  const body = { type: "url_verification", challenge: "3eZbrw1aB", token: "x" };
  expect(await slack.json(body)).toEqual({ status: 200, text: '{"challenge":"3eZbrw1aB"}' });
  expect((await slack.json(body, { secret: "another" })).status).toBe(401);
});

test.each([
  ["half an object", "application/json", "{", 400],
  ["a list", "application/json", "[]", 400],
  ["half a payload", "application/x-www-form-urlencoded", "payload=%7B", 400],
  ["Slack's check of our certificate", "application/x-www-form-urlencoded", "ssl_check=1", 200],
  ["plain text", "text/plain", "x", 404],
  ["a megabyte", "application/json", `{"a":"${"x".repeat(1_100_000)}"}`, 413],
])("a body that is no command: %s", async (_name, type, body, status) => {
  expect((await slack.raw(type, body)).status).toBe(status);
  expect(world.heard).toEqual([]);
});

test("after the end Slack is asked to come again", async () => {
  await world.end();
  expect((await slack.form(command())).status).toBe(503);
  world = await listening({ signingSecret });
});

test.each(["", "  "])("an empty signing secret is refused: %j", (secret) => {
  const parts = { clock: Date.now, log: listeningLog().log, hears: () => null };
  expect(() => createDoor({ ...parts, signingSecret: secret })).toThrow("empty");
});

test("what was seen is forgotten after its span, and never fills the memory", () => {
  let now = 0;
  const first = createFirst({ clock: () => now, span: 100, most: 3 });
  expect(["a", "a", "b", "c"].map(first)).toEqual([true, false, true, true]);
  expect([first("d"), first("b"), first("a")]).toEqual([true, false, true]);
  now = 200;
  expect(first("d")).toBe(true);
});
