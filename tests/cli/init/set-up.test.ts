import { afterEach, beforeEach, expect, test } from "vitest";
import type { Prompts, Question } from "../../../src/cli/init/prompts.js";
import { setUp, type SetUpParts } from "../../../src/cli/init/set-up.js";
import type { Outcome } from "../../../src/core/message/messenger.js";
import { createSlack } from "../../world/slack/slack.js";
import { createTelegram } from "../../world/telegram/telegram.js";

const token = "7000000021:AAtest-token-of-nobody-0123456789abcdef";
const wrong = "7000000021:AAwrong-token-of-nobody-0123456789abcde";

let telegram: Awaited<ReturnType<typeof createTelegram>>;
let slack: Awaited<ReturnType<typeof createSlack>>;
beforeEach(async () => {
  telegram = await createTelegram({ token });
  slack = await createSlack();
});
afterEach(() => Promise.all([telegram.close(), slack.close()]));

/** A person who answers each question with what lies next under its name, and leaves out what has nothing left. */
function person(given: Record<string, string[]>, agrees = true) {
  const answers = structuredClone(given);
  const heard: string[] = [];
  const questions: Question[] = [];
  const prompts: Prompts = {
    async ask(question) {
      questions.push(question);
      const answer = answers[question.name]?.shift() ?? "";
      const fault = question.fault(answer);
      if (fault === null) return answer;
      heard.push(`${question.name}: ${fault}`);
      if (answer === "" && (answers[question.name] ?? []).length === 0)
        throw new Error(`no more answers for ${question.name}`);
      return prompts.ask(question);
    },
    agree: async (what) => {
      heard.push(what);
      return agrees;
    },
    tell: (text) => void heard.push(text),
    refuse: ({ name }, why) => void heard.push(`${name}: ${why}`),
    during: (_what, work) => work(),
  };
  return { prompts, heard, questions };
}

async function answered(
  answers: Record<string, string[]>,
  given: Partial<SetUpParts> & { agrees?: boolean; outcomes?: Outcome[] } = {},
) {
  const { prompts, heard, questions } = person(answers, given.agrees);
  const written: { contact?: string; env?: Record<string, string>; posts: string[] } = { posts: [] };
  const outcomes = given.outcomes ?? [];
  const urls = { TELEGRAM_API_ROOT: telegram.url, SLACK_API_URL: slack.url };
  await setUp({
    prompts,
    file: {},
    contact: "",
    wantsTest: false,
    readFile: (path) => (path === "token" ? token : null),
    writeContact: (contact) => ((written.contact = contact), "tellal.yaml"),
    writeEnv: (changes) => ((written.env = changes), ".env"),
    async post(chat) {
      written.posts.push(chat);
      return outcomes.shift() ?? { kind: "sent", ref: "1" };
    },
    ...given,
    env: { ...urls, ...given.env },
  });
  expect(heard.join("\n")).not.toMatch(/AA(?:test|wrong)|xoxb-\d|xapp-\d/u);
  return { ...written, heard, asked: questions.map(({ name }) => name) };
}

const contact = { "--contact": ["desk@example.org"] };

test("all answers are checked and written, and a test brief is posted", async () => {
  const team = slack.addTeam({ name: "kizilay" });
  const {
    env,
    contact: reached,
    posts,
    heard,
  } = await answered({
    ...contact,
    TELEGRAM_BOT_TOKEN: [token],
    SLACK_BOT_TOKEN: [team.token],
    SLACK_APP_TOKEN: [slack.appToken],
    ADMINS: ["telegram:1"],
    WEB_PORT: ["8080"],
    "--post": ["telegram:5"],
  });
  expect(env).toEqual({
    TELEGRAM_BOT_TOKEN: token,
    SLACK_BOT_TOKEN: team.token,
    SLACK_APP_TOKEN: slack.appToken,
    ADMINS: "telegram:1",
    WEB_PORT: "8080",
  });
  expect([reached, posts]).toEqual(["desk@example.org", ["telegram:5"]]);
  expect(heard).toEqual([
    "Telegram bot token: the bot @tellal_bot",
    `Slack bot token: the workspace ${team.id}`,
    "Slack app token: Socket Mode is open to it",
    "tellal.yaml: network.contact",
    ".env, mode 600: TELEGRAM_BOT_TOKEN, SLACK_BOT_TOKEN, SLACK_APP_TOKEN, ADMINS, WEB_PORT",
    "telegram:5 has the test brief",
  ]);
});

test("what is left out is not written, and without a bot token no app token is asked for, without any no chat", async () => {
  const { env, posts, asked } = await answered({ ...contact });
  expect([env, posts]).toEqual([undefined, []]);
  expect(asked).toEqual(["--contact", "TELEGRAM_BOT_TOKEN", "SLACK_BOT_TOKEN", "ADMINS", "WEB_PORT"]);
});

test.each<[string, string, string[], RegExp]>([
  ["a contact that is missing", "--contact", ["", "desk@example.org"], /^--contact: missing; name a mail address/mu],
  ["a token of another form", "TELEGRAM_BOT_TOKEN", ["AA", token], /expected a bot token as @BotFather gives it/u],
  ["a token that Telegram refuses", "TELEGRAM_BOT_TOKEN", [wrong, token], /401: Unauthorized; copy the token anew/u],
  ["a token that Slack refuses", "SLACK_BOT_TOKEN", ["xoxb-none", ""], /invalid_auth.*; install the app anew/u],
  ["administrators by name", "ADMINS", ["ayse", "telegram:1"], /found "ayse"; expected a list such as/u],
  ["a port that is none", "WEB_PORT", ["http", "80"], /found "http"; expected a port/u],
])("a refusal is told in a sentence with what helps, and asked again: %s", async (_name, name, answers, told) => {
  const { heard, asked } = await answered({ ...contact, [name]: [...answers] });
  expect(heard.join("\n")).toMatch(told);
  expect(asked.filter((one) => one === name).length).toBe(2);
});

test("an app token that Slack refuses is told and asked for again", async () => {
  const team = slack.addTeam({ name: "kizilay" });
  const { heard, env } = await answered({ ...contact, SLACK_BOT_TOKEN: [team.token], SLACK_APP_TOKEN: ["xapp-none"] });
  expect(heard.join("\n")).toMatch(/SLACK_APP_TOKEN: the app token: invalid_auth.*; generate a token with the scope/u);
  expect(env).toEqual({ SLACK_BOT_TOKEN: team.token });
});

test("what is set already is checked and stays; another value replaces it only if that is wanted", async () => {
  const file = { TELEGRAM_BOT_TOKEN: token, WEB_PORT: "8080" };
  const kept = await answered({}, { file, env: file, contact: "desk@example.org" });
  expect([kept.env, kept.contact]).toEqual([undefined, undefined]);
  expect(kept.heard).toContain("Telegram bot token: the bot @tellal_bot");
  const question = ".env holds another WEB_PORT. Replace it?";
  const changed = await answered({ ...contact, WEB_PORT: ["81"] }, { file, env: file });
  expect([changed.env, changed.heard.includes(question)]).toEqual([{ WEB_PORT: "81" }, true]);
  const refused = await answered({ ...contact, WEB_PORT: ["81"] }, { file, env: file, agrees: false });
  expect([refused.env, refused.heard.includes(question)]).toEqual([undefined, true]);
});

test("a kept value that is refused is told, and asked for", async () => {
  const { heard, env } = await answered(
    { ...contact, TELEGRAM_BOT_TOKEN: ["", token] },
    { file: {}, env: { TELEGRAM_BOT_TOKEN: wrong } },
  );
  expect(heard.join("\n")).toContain("TELEGRAM_BOT_TOKEN: 401: Unauthorized");
  expect(env).toEqual({ TELEGRAM_BOT_TOKEN: token });
});

test("a variable that the environment sets too is told of, since that one wins", async () => {
  const { heard } = await answered({ ...contact, WEB_PORT: ["81"] }, { env: { WEB_PORT: "80" } });
  expect(heard).toContain("WEB_PORT is also set in the environment, which wins over .env: unset it there");
});

test("a token in a file of its own is checked and stays there", async () => {
  const { heard, env, asked } = await answered(contact, { env: { TELEGRAM_BOT_TOKEN_FILE: "token" } });
  expect(heard).toContain("Telegram bot token: the bot @tellal_bot");
  expect(heard).toContain("Telegram bot token stays in the file that TELEGRAM_BOT_TOKEN_FILE names");
  expect([env, asked.includes("TELEGRAM_BOT_TOKEN"), asked.includes("--post")]).toEqual([undefined, false, true]);
});

test("what else is wrong with the environment is told", async () => {
  const { heard } = await answered(
    { ...contact, WEB_PORT: [""] },
    { env: { SLACK_SIGNING_SECRET: "0123456789abcdef" } },
  );
  expect(heard.join("\n")).toContain(
    "To be mended before the first start: WEB_PORT: found nothing beside SLACK_SIGNING_SECRET",
  );
});

test.each<[string, Outcome, string]>([
  ["gone", { kind: "gone", why: "no such chat" }, "telegram:5 did not take it (no such chat); write /start to the bot"],
  ["moved", { kind: "moved", to: "telegram:-7" }, "telegram:5 has become telegram:-7; use that"],
  ["unknown", { kind: "unknown", cause: "no answer" }, "telegram:5 did not take it (no answer)"],
])("a test brief that is not taken is told and asked again: %s", async (_name, outcome, told) => {
  const answers = { ...contact, TELEGRAM_BOT_TOKEN: [token], "--post": ["telegram:5", "telegram:6"] };
  const { heard, posts } = await answered(answers, { outcomes: [outcome] });
  expect(heard.join("\n")).toContain(`--post: ${told}`);
  expect(posts).toEqual(["telegram:5", "telegram:6"]);
});

test.each([
  ["of no platform", "hans", '--post: found "hans"; expected telegram:<chat id>'],
  ["of a platform without token", "slack:/C01", "--post: slack:/C01 needs SLACK_BOT_TOKEN, which is not set"],
])("a chat %s is no chat for a test brief", async (_name, chat, told) => {
  const answers = { ...contact, TELEGRAM_BOT_TOKEN: [token], "--post": [chat, ""] };
  const { heard, posts } = await answered(answers);
  expect(heard).toContainEqual(expect.stringContaining(told));
  expect(posts).toEqual([]);
});
