import { afterEach, beforeEach, expect, test } from "vitest";
import { createAaSite } from "../world/aa-site.js";
import { createSlack } from "../world/slack/slack.js";
import { createFolder, run, tellal } from "../world/tellal.js";
import { createTelegram } from "../world/telegram/telegram.js";
import { hour, story } from "./stories.js";

/** Nobody's: the fakes know it. */
const token = "7000000001:AAtest-token-of-nobody-0123456789abcdef";

let site: Awaited<ReturnType<typeof createAaSite>>;
let telegram: Awaited<ReturnType<typeof createTelegram>>;
let slack: Awaited<ReturnType<typeof createSlack>>;
beforeEach(async () => {
  site = await createAaSite();
  telegram = await createTelegram({ token });
  slack = await createSlack();
});
afterEach(async () => {
  telegram.expectHonest();
  slack.check();
  await Promise.all([site.close(), telegram.close(), slack.close()]);
});

/** A person, a group and a forum's thread on Telegram, a channel in Slack, all subscribed; and the program's environment. */
function subscribed(more = "") {
  const ayse = telegram.user({ first_name: "Ayşe", username: "ayse", started: true });
  const group = telegram.group({ title: "Saha ekibi", owner: ayse.user });
  const forum = telegram.forum({ title: "Genel merkez", owner: ayse.user });
  const thread = forum.topic("Haberler").id;
  const team = slack.addTeam({ name: "kizilay" });
  const channel = team.addChannel({ name: "haberler", bot: true });
  const addresses = [
    `telegram:${ayse.id}`,
    `telegram:${group.id}`,
    `telegram:${forum.id}/${thread}`,
    `slack:/${channel.id}`,
  ];
  const { env } = createFolder(site.url, ["guncel"], more, addresses);
  const tokens = { TELEGRAM_BOT_TOKEN: token, SLACK_BOT_TOKEN: team.token };
  const urls = { TELEGRAM_API_ROOT: telegram.url, SLACK_API_URL: slack.url };
  return { ayse, group, forum, thread, team, channel, urls, env: { ...env, ...tokens, ...urls } };
}

const texts = () => telegram.posts().map(({ text }) => text);

test("once: each subscribed chat gets one post, a second run none, and a changed story edits them all", async () => {
  const { ayse, group, forum, thread, channel, env } = subscribed();
  site.show("guncel", [story(101, hour)]);
  const first = await run(["once"], env);
  expect(first.err).toContain("1 stories recorded");
  expect(first.code).toBe(0);
  expect(telegram.posts().map(({ chat, thread }) => [chat, thread])).toEqual(
    expect.arrayContaining([
      [ayse.id, null],
      [group.id, null],
      [forum.id, thread],
    ]),
  );
  expect(texts()).toHaveLength(3);
  for (const text of texts()) expect(text).toContain("Kızılay gönüllüleri 101. buluşmasını yaptı");
  expect(channel.seen().map(({ text }) => text)).toEqual([
    expect.stringContaining("Kızılay gönüllüleri 101. buluşmasını yaptı"),
  ]);

  expect((await run(["once"], env)).code).toBe(0);
  expect([texts().length, channel.seen().length]).toEqual([3, 1]);

  const changed = { title: "Kızılay gönüllüleri 101. buluşmasını yaptı ve başkan seçti", updated: Date.now() };
  site.show("guncel", [story(101, hour, changed)]);
  expect((await run(["once"], env)).code).toBe(0);
  expect([texts().length, channel.seen().length]).toEqual([3, 1]);
  for (const text of texts()) expect(text).toContain("ve başkan seçti");
  expect(channel.seen()[0]).toMatchObject({ edits: 1, text: expect.stringContaining("ve başkan seçti") });
  expect(telegram.counts.tooMany + telegram.counts.impatient).toBe(0);
});

test("a platform without a token waits and is told; the other runs; its posts come with the token", async () => {
  const { channel, env } = subscribed();
  site.show("guncel", [story(101, hour)]);
  const { SLACK_BOT_TOKEN, ...without } = env;
  const half = await run(["once"], without);
  expect(half.code).toBe(0);
  expect(half.err).toContain("SLACK_BOT_TOKEN is not set");
  expect([texts().length, channel.seen().length]).toEqual([3, 0]);
  expect((await run(["once"], env)).code).toBe(0);
  expect(SLACK_BOT_TOKEN).toBeDefined();
  expect([texts().length, channel.seen().length]).toEqual([3, 1]);
});

test("a dead token closes its platform alone, says so, fails the run, and loses nothing", async () => {
  const { channel, team, env } = subscribed();
  site.show("guncel", [story(101, hour)]);
  telegram.dropToken();
  const half = await run(["once"], env);
  expect(half.code).toBe(1);
  expect(half.err).toContain("telegram is closed to us");
  expect([texts().length, channel.seen().length]).toEqual([0, 1]);
  team.kill("token_revoked");
  const none = await run(["once"], env);
  expect(none.err).toContain("Slack refuses this token");
  expect(none.err + half.err).not.toContain(token);
  expect(none.err + half.err).not.toContain(team.token);
  expect(none.err).toContain("3 deliveries still owed");
});

test("a story that continues a known one answers its post, on both platforms", async () => {
  const { channel, group, env } = subscribed();
  site.show("guncel", [story(101, hour)]);
  await run(["once"], env);
  const again = { title: "Kızılay gönüllüleri 101. buluşmasını yaptı, buluşma sürüyor" };
  site.show("guncel", [story(102, hour / 2, again), story(101, hour)]);
  await run(["once"], env);
  const [first, second] = group.messages();
  expect([first?.replyTo, second?.replyTo]).toEqual([null, first?.id]);
  const [top, answer] = channel.seen();
  expect([top?.thread, answer?.thread]).toEqual([null, top?.ts]);
});

test.each([
  ["start", 0],
  ["once", 1],
])("%s stops in time though Telegram holds a post, which the next run sends again", async (command, code) => {
  const { env, ayse } = subscribed();
  site.show("guncel", [story(101, hour)]);
  const held = telegram.plan(
    { method: "sendMessage", when: ({ args }) => args["chat_id"] === ayse.id },
    { kind: "hang", accepted: false },
  );
  const running = tellal([command], env);
  const call = await held.met;
  running.child.kill("SIGTERM");
  const asked = Date.now();
  expect((await running.ended).code).toBe(code);
  // Far less than the half minute after which the call would be given up.
  expect(Date.now() - asked).toBeLessThan(15_000);
  expect(call.accepted).toBe(false);
  held.release();
  await run(["once"], env);
  expect(telegram.posts().filter(({ chat }) => chat === ayse.id)).toHaveLength(1);
});

test("Slack that does not say whose token it has is served as remembered, unless the token is another one", async () => {
  const { team, channel, env } = subscribed();
  await run(["once"], env);
  site.show("guncel", [story(101, hour)]);
  slack.plan("auth.test", { reset: "before" }, { times: 2 });
  const stranger = slack.addTeam({ name: "baska" });
  const other = await run(["once"], { ...env, SLACK_BOT_TOKEN: stranger.token });
  expect(other.err).toContain("Slack cannot be reached");
  expect(other.err).toContain("1 deliveries still owed");
  expect(channel.seen()).toHaveLength(0);
  const same = await run(["once"], { ...env, SLACK_BOT_TOKEN: team.token });
  expect(same.err).toContain("Slack cannot be reached");
  expect(channel.seen()).toHaveLength(1);
});
