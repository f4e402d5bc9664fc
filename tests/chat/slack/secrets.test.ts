import { inspect } from "node:util";
import { expect, test } from "vitest";
import type { Log } from "../../../src/chat/log.js";
import { pause } from "../../../src/chat/slack/pause.js";
import { createLog } from "../../../src/log.js";
import type { Mishap } from "../../world/slack/script.js";
import { secrets, several } from "../../cli/several.js";
import { answers, caller, listening, signingSecret, until } from "./listening.js";
import { messengerOf, postTo } from "./rig.js";

/**
 * Two logs at once: `bare` before anything is blackened, errors with all that they carry, and the program's own, which was
 * told of no secret. What never comes to the first cannot slip through.
 */
function bareLog() {
  const bare: string[] = [];
  const written: string[] = [];
  const program = createLog({ level: "trace", format: "json", secrets: [], write: (line) => written.push(line) });
  const note = (level: keyof Log) => (facts: object, text: string) => {
    bare.push(inspect([facts, text], { depth: 12, showHidden: true, maxStringLength: null }));
    program[level](facts, text);
  };
  const log: Log = { info: note("info"), warn: note("warn"), error: note("error") };
  return { log, lines: () => [...bare, ...written].join("\n") };
}

const mishaps: [string, Mishap][] = [
  ["a reset", { reset: "after" }],
  ["no answer", { hang: "before" }],
  ["an HTML 502", { html: "before" }],
  ["an HTML page with 200", { html: "before", status: 200 }],
  ["internal_error", { error: "internal_error", when: "before" }],
  ["a code that we do not know", { error: "a_code_of_tomorrow", when: "before" }],
  ["invalid_auth", { error: "invalid_auth", when: "before" }],
  ["missing_scope", { error: "missing_scope", when: "before" }],
  ["a 429", { retryAfter: 1 }],
];
const quick = { patience: 900, wait: (_ms: number, signal: AbortSignal) => pause(1, signal) };

type World = Awaited<ReturnType<typeof listening>>;

/** What no line may show: the middle of each token too, since a line may be cut. */
function secretsOf({ team, slack }: World): string[] {
  return [team.token, team.token.slice(-8), slack.appToken, `${slack.app.id}-1-conn`, "1/secret", "ticket"];
}

function expectNoneIn(text: string, secrets: readonly string[]): void {
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
}

async function tryAll(world: World, messenger: ReturnType<typeof messengerOf>): Promise<unknown[]> {
  return [
    await messenger.send(postTo(world.team, world.channel)),
    await messenger.send(postTo(world.team, world.channel, { edits: "1700000000.000100" })),
    await messenger.identify(),
    await messenger.history({ chat: world.chat, since: 0, replyTo: null }).catch((error: unknown) => inspect(error)),
  ];
}

test.each(mishaps)("whatever a post and its history fail with, no token is told: %s", async (_name, mishap) => {
  const { log, lines } = bareLog();
  const world = await listening("socket");
  const { token } = world.team;
  const plan = world.slack.plan(null, mishap, { times: Infinity });
  const told = await tryAll(world, messengerOf({ token, apiUrl: world.slack.url, log, patience: 900 }));
  await world.end();
  expect(plan.hits).toBeGreaterThanOrEqual(4);
  expectNoneIn(inspect(told) + lines(), secretsOf(world));
});

test("where nobody answers, no token is told", async () => {
  const { log, lines } = bareLog();
  const world = await listening("socket", { log, ...quick });
  await world.slack.close();
  const told = await tryAll(world, messengerOf({ token: world.team.token, apiUrl: world.slack.url, log }));
  void world.begin();
  await until(() => lines().includes("ECONNREFUSED"));
  expectNoneIn(inspect(told) + lines(), secretsOf(world));
  await world.end();
});

test.each(mishaps)("whatever the start fails with, no token is told: %s", async (_name, mishap) => {
  const { log, lines } = bareLog();
  const world = await listening("socket", { log, ...quick });
  const first = world.slack.plan("auth.test", mishap);
  const second = world.slack.plan("apps.connections.open", mishap);
  const deaf = world.begin();
  await Promise.race([deaf, until(() => first.hits + second.hits === 2 && world.slack.sockets.greeted() === 1)]);
  const why = await world.end();
  expect(first.hits).toBe(1);
  expectNoneIn(inspect(why) + lines(), secretsOf(world));
  expect(inspect(why) + lines()).toMatch(/why/u);
});

test.each(mishaps)("whatever listening fails with, no token and no address is told: %s", async (_name, mishap) => {
  const { log, lines } = bareLog();
  const world = await listening("socket", { log, ...quick });
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
  await until(() => lines().includes("could not be taken in"));
  const reopened = () => world.slack.calls.filter(({ method }) => method === "apps.connections.open").length;
  const before = reopened();
  world.slack.sockets.cut();
  await until(() => reopened() > before);
  const deaf = await world.end();
  await answered.close();
  expectNoneIn(inspect(deaf) + lines(), secretsOf(world));
});

// One that hangs is cut like one that is reset, only later.
test.each(mishaps.filter(([, mishap]) => !("hang" in mishap)))(
  "whatever an installation and the renewal of its token fail with, no secret is told: %s",
  async (_name, mishap) => {
    const { log, lines } = bareLog();
    const world = await several({ log, rotates: true });
    world.slack.app.tokenLife = 60 * 60_000;
    const process = await world.run();
    const { boss, channel, lane, chat } = world.workspace("kizilay");
    const pages = [];
    for (const method of ["oauth.v2.access", "auth.test"]) {
      const plan = world.slack.plan(method, mishap);
      pages.push(await boss.browser.installs(process.install));
      expect(plan.hits).toBe(1);
      plan.release();
    }
    do pages.push(await boss.browser.installs(process.install));
    while (pages.at(-1)?.status !== 200);
    world.slack.plan("oauth.v2.access", mishap, { times: Infinity });
    world.slack.plan("chat.postMessage", mishap, { times: Infinity });
    const told = await process.lanes.messengers
      .get(lane)
      ?.send(postTo(world.slack.addTeam({ name: "x" }), channel, { chat }));
    await boss.uninstalls();
    await until(() => process.notices.length > 0);
    const { issued } = world.slack.oauth;
    expect(issued.length).toBeGreaterThan(0);
    const tokens = issued.flatMap(({ bot, refresh }) => [bot, bot.slice(-8), refresh!, refresh!.slice(-8)]);
    const codes = pages.map(({ back }) => back.searchParams.get("code")!);
    const text = inspect(told) + lines() + inspect(process.notices) + pages.map((page) => page.text).join("");
    expectNoneIn(text, [...Object.values(secrets), ...tokens, ...codes]);
  },
);

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
  expectNoneIn(inspect(told) + lines(), [signingSecret, world.team.token]);
});
