import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import { temporaryFolder } from "../temporary.js";
import { createSlack } from "../world/slack/slack.js";
import { run } from "../world/tellal.js";
import { createTelegram } from "../world/telegram/telegram.js";

/** Nobody's: the fakes know it. */
const token = "7000000022:AAtest-token-of-nobody-0123456789abcdef";
const wrong = "7000000022:AAwrong-token-of-nobody-0123456789abcde";

let telegram: Awaited<ReturnType<typeof createTelegram>>;
let slack: Awaited<ReturnType<typeof createSlack>>;
beforeEach(async () => {
  telegram = await createTelegram({ token });
  slack = await createSlack();
});
afterEach(async () => {
  telegram.expectHonest();
  slack.check();
  await Promise.all([telegram.close(), slack.close()]);
});

const urls = () => ({ TELEGRAM_API_ROOT: telegram.url, SLACK_API_URL: slack.url });
const reach = ["--contact", "desk@example.org"];

test("without a terminal: all is checked and written, the test brief is in the chat, and a command finds the tokens", async () => {
  const cwd = temporaryFolder();
  const ayse = telegram.user({ first_name: "Ayşe", started: true });
  const team = slack.addTeam({ name: "kizilay" });
  const tokens = { TELEGRAM_BOT_TOKEN: token, SLACK_BOT_TOKEN: team.token, SLACK_APP_TOKEN: slack.appToken };
  const chat = `telegram:${ayse.id}`;
  const { code, out, err } = await run(
    ["init", "--yes", ...reach, "--admins", chat, "--post", chat],
    { ...urls(), ...tokens },
    cwd,
  );
  expect([code, err]).toEqual([0, ""]);
  for (const secret of Object.values(tokens)) expect(out).not.toContain(secret);
  const file = join(cwd, ".env");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, "utf8")).toBe(
    `TELEGRAM_BOT_TOKEN=${token}\nSLACK_BOT_TOKEN=${team.token}\nSLACK_APP_TOKEN=${slack.appToken}\nADMINS=${chat}\n`,
  );
  const settings: unknown = parse(readFileSync(join(cwd, "config", "tellal.yaml"), "utf8"));
  expect(settings).toMatchObject({ network: { contact: "desk@example.org" } });
  const [post, ...others] = telegram.posts();
  expect(others).toEqual([]);
  expect(post).toMatchObject({ chat: ayse.id, text: expect.stringMatching(/^DENEME: .*\s+Toplantı\n/u) });
  expect(post?.text).toContain("Novruz Aslanov");

  const shown = await run(["config", "show"], {}, cwd);
  expect(shown.code).toBe(0);
  expect(shown.out).toContain("# TELEGRAM_BOT_TOKEN: set\n");
  expect(shown.out).toContain("contact: desk@example.org");
  // What is set already wins, also if it is set to nothing.
  expect((await run(["config", "show"], { TELEGRAM_BOT_TOKEN: "" }, cwd)).out).toContain(
    "# TELEGRAM_BOT_TOKEN: unset\n",
  );
  const again = await run(["init"], urls(), cwd);
  expect(again).toMatchObject({ code: 0, err: "", out: expect.stringContaining(".env has all of it already") });
});

test("a test brief in Slack, in English, with an id instead of the workspace", async () => {
  const team = slack.addTeam({ name: "kizilay" });
  const channel = team.addChannel({ name: "haberler", bot: true });
  const args = ["init", ...reach, "--post", `slack:/${channel.id}`, "--lang", "en"];
  const { code, err } = await run(args, { ...urls(), SLACK_BOT_TOKEN: team.token });
  expect([code, err]).toEqual([0, ""]);
  expect(channel.seen().map(({ text }) => text)).toEqual([expect.stringMatching(/^TEST: .*\nMeeting\n/u)]);
});

test.each<[string, string[], Record<string, string>, RegExp]>([
  ["no contact", [], {}, /^--contact: missing; name a mail address or page/u],
  [
    "a wrong Telegram token",
    reach,
    { TELEGRAM_BOT_TOKEN: wrong },
    /^TELEGRAM_BOT_TOKEN: 401: Unauthorized; copy the token anew from @BotFather/u,
  ],
  [
    "a wrong Slack token",
    reach,
    { SLACK_BOT_TOKEN: "xoxb-wrong" },
    /^SLACK_BOT_TOKEN: invalid_auth.*; install the app anew/u,
  ],
  [
    "no token of the form",
    reach,
    { SLACK_BOT_TOKEN: "xapp-1-wrong" },
    /^SLACK_BOT_TOKEN: found a value of another form; expected a bot token/u,
  ],
  [
    "a chat without its token",
    [...reach, "--post", "telegram:1"],
    {},
    /^--post: telegram:1 needs TELEGRAM_BOT_TOKEN, which is not set/u,
  ],
  ["a port that is none", [...reach, "--web-port", "http"], {}, /^WEB_PORT: found "http"; expected a port/u],
])("%s: exit code 2, a sentence, nothing written", async (_name, args, tokens, sentence) => {
  const cwd = temporaryFolder();
  const { code, out, err } = await run(["init", "--yes", ...args], { ...urls(), ...tokens }, cwd);
  expect([code, err]).toEqual([2, expect.stringMatching(sentence)]);
  for (const secret of Object.values(tokens)) expect(out + err).not.toContain(secret);
  expect(() => statSync(join(cwd, ".env"))).toThrow(/ENOENT/u);
  expect(() => statSync(join(cwd, "config"))).toThrow(/ENOENT/u);
});

test("what .env holds is replaced with --yes only, and what else it holds is kept", async () => {
  const cwd = temporaryFolder();
  const file = join(cwd, ".env");
  writeFileSync(file, "# ours\nLOG_LEVEL=warn\nWEB_PORT=8080\n", { mode: 0o644 });
  const args = ["init", ...reach, "--web-port", "8081"];
  const refused = await run(args, urls(), cwd);
  expect([refused.code, refused.err]).toEqual([
    2,
    ".env holds another WEB_PORT. Replace it? Nobody can be asked here: --yes agrees. Nothing was changed.\n",
  ]);
  expect(readFileSync(file, "utf8")).toContain("WEB_PORT=8080");
  expect((await run([...args, "--yes"], urls(), cwd)).code).toBe(0);
  expect([readFileSync(file, "utf8"), statSync(file).mode & 0o777]).toEqual([
    "# ours\nLOG_LEVEL=warn\nWEB_PORT=8081\n",
    0o600,
  ]);
});
