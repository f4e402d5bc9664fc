import { expect, test } from "vitest";
import type { Log } from "../../../src/chat/log.js";
import { pause } from "../../../src/chat/slack/pause.js";
import type { Mishap } from "../../world/slack/script.js";
import { answers, caller, listening, signingSecret, until } from "./listening.js";
import { messengerOf, postTo } from "./rig.js";

/** A log before anything is blackened: what never comes here cannot slip through. */
function bareLog() {
  const lines: string[] = [];
  const note = (facts: object, text: string) => void lines.push(JSON.stringify([facts, text]));
  const log: Log = { info: note, warn: note, error: note };
  return { log, lines };
}

const mishaps: [string, Mishap][] = [
  ["a reset", { reset: "after" }],
  ["an HTML 502", { html: "before" }],
  ["an HTML page with 200", { html: "before", status: 200 }],
  ["internal_error", { error: "internal_error", when: "before" }],
  ["a code that we do not know", { error: "a_code_of_tomorrow", when: "before" }],
  ["invalid_auth", { error: "invalid_auth", when: "before" }],
  ["missing_scope", { error: "missing_scope", when: "before" }],
  ["a 429", { retryAfter: 9 }],
];

test.each(mishaps)("whatever a post and its history fail with, no token is told: %s", async (_name, mishap) => {
  const { log, lines } = bareLog();
  const world = await listening("socket");
  const messenger = messengerOf({ token: world.team.token, apiUrl: world.slack.url, log });
  world.slack.plan(null, mishap, { times: Infinity });
  const told: unknown[] = [
    await messenger.send(postTo(world.team, world.channel)),
    await messenger.send(postTo(world.team, world.channel, { edits: "1700000000.000100" })),
    await messenger.identify(),
    await messenger.history({ chat: world.chat, since: 0, replyTo: null }).catch((error: unknown) => String(error)),
  ];
  await world.end();
  expect(told).toHaveLength(4);
  expect(JSON.stringify([told, lines])).not.toContain(world.team.token.slice(-8));
});

test.each(mishaps)("whatever listening fails with, no token and no address is told: %s", async (_name, mishap) => {
  const { log, lines } = bareLog();
  const world = await listening("socket", { log, wait: (_ms, signal) => pause(1, signal), patience: 300 });
  const answered = await answers();
  answered.refuse(500);
  void world.begin();
  await until(() => world.slack.sockets.greeted() === 1);
  world.slack.plan(null, mishap, { times: Infinity });
  world.ears.reply = async (ask) => {
    await ask.isAdmin();
    throw new Error("a bug");
  };
  await world.slack.sockets.deliver("slash_commands", {
    command: "/tellal",
    text: "topics",
    team_id: world.team.id,
    channel_id: world.channel.id,
    user_id: world.ayse.id,
    response_url: answered.url,
  });
  await until(() => lines.join("").includes("could not be taken in"));
  world.slack.sockets.cut();
  const before = world.slack.calls.length;
  await until(() => world.slack.calls.length > before);
  await world.end();
  await answered.close();
  const secrets = [world.team.token.slice(-8), world.slack.appToken.slice(-11), "1/secret", "ticket"];
  for (const secret of secrets) expect(lines.join("\n")).not.toContain(secret);
  expect(lines.length).toBeGreaterThan(0);
});

test("whatever comes to the door, no signing secret is told", async () => {
  const { log, lines } = bareLog();
  const world = await listening({ signingSecret }, { log });
  const slack = await caller(world.listener.handle!);
  const told = [await slack.form({ command: "/tellal" })];
  void world.begin();
  for (const how of [{}, { secret: "x" }, { age: 900 }, { age: -900 }, { headers: { "x-slack-signature": "v0=" } }]) {
    told.push(await slack.json({ type: "event_callback", event: { type: "x" } }, how));
    told.push(await slack.raw("application/json", "{", how));
  }
  await slack.close();
  await world.end();
  expect(JSON.stringify([told, lines])).not.toContain(signingSecret);
});
