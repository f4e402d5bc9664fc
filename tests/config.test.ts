import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadConfig, loadLexicon, loadLocales, ownVersion, type Surroundings } from "../src/config.js";
import { Refusal } from "../src/core/refusal.js";
import { temporaryFolder } from "./temporary.js";

function folder(files: Record<string, string> = {}): string {
  const path = temporaryFolder();
  mkdirSync(join(path, "config"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}

/** The lines of the refusal; fails if there is none. */
function refused(surroundings: Surroundings): string[] {
  try {
    loadConfig(surroundings);
  } catch (error) {
    if (error instanceof Refusal) return error.message.split("\n").map((line) => line.trim());
    throw error;
  }
  throw new Error("not refused");
}

test("the configuration that comes with the package is right", () => {
  const config = loadConfig({ env: {}, cwd: folder() });
  expect(config.settings.feeds.map((feed) => new URL(feed.url).search)).toEqual([
    "?cat=guncel",
    "?cat=dunya",
    "?cat=ekonomi",
    "?cat=gundem",
    "?cat=live",
    "?cat=world",
  ]);
  expect(config.settings.feeds.every((feed) => feed.every === 120_000 && feed.kind === "aa")).toBe(true);
  expect(config.settings.subscribe).toEqual([{ chat: "console", topics: ["tdt", "kizilay"] }]);
  expect(config.env).toMatchObject({ LOG_LEVEL: "info", WEB_HOST: "127.0.0.1", ADMINS: [] });
});

test("a file in the working folder goes before the package's, and TELLAL_CONFIG before both", () => {
  const cwd = folder({
    "config/tellal.yaml": "network: { contact: here }",
    "other.yaml": "network: { contact: there }",
  });
  expect(loadConfig({ env: {}, cwd }).settings.network.contact).toBe("here");
  expect(loadConfig({ env: { TELLAL_CONFIG: "" }, cwd }).file).toBe(join(cwd, "config/tellal.yaml"));
  const config = loadConfig({ env: { TELLAL_CONFIG: "other.yaml", TELLAL_DATA: "d" }, cwd });
  expect(config.settings.network.contact).toBe("there");
  expect(config.data).toBe(join(cwd, "d"));
});

test("all faults of environment and file are told at once, with their lines", () => {
  const yaml = ["network:", "  perHostDelay: soon", "feeds:", "  - id: aa", "    url: ftp://x", "colour: 1"].join("\n");
  const cwd = folder({ "config/tellal.yaml": yaml });
  const env = {
    WEB_PORT: "http",
    TELLAL_CONFG: "x",
    TELLAL_SPECS: "/somewhere",
    LOG_LEVEL: "loud",
    ADMINS: "ayse",
    SLACK_API_URL: "slack.com",
  };
  const [head, ...lines] = refused({ env, cwd });
  expect(head).toBe("The configuration has 9 faults:");
  expect(lines).toEqual([
    "environment: TELLAL_CONFG: found an unknown variable; did you mean TELLAL_CONFIG?",
    'environment: SLACK_API_URL: found "slack.com"; expected an http or https address',
    'environment: ADMINS: found "ayse"; expected a list such as telegram:123,slack:T01/U02',
    'environment: WEB_PORT: found "http"; expected a port from 0 to 65535',
    'environment: LOG_LEVEL: found "loud"; expected trace, debug, info, warn, error, fatal or silent',
    'config/tellal.yaml:2: network.perHostDelay: found "soon"; expected a duration such as 500ms, 1s, 2m, 6h or 30d',
    "config/tellal.yaml:4: feeds[0].language: missing; expected a language code such as tr or en",
    'config/tellal.yaml:5: feeds[0].url: found "ftp://x"; expected an http or https address without user name and password',
    "config/tellal.yaml:6: colour: found an unknown key; known here: feeds, topics, network, delivery, retention, subscribe",
  ]);
});

test.each([
  ["a: [1", 1],
  ["network: {}\nnetwork: {}", 2],
  ["feeds:\n\t- id: a", 2],
])("broken YAML %j is told with its line", (yaml, line) => {
  const lines = refused({ env: {}, cwd: folder({ "config/tellal.yaml": yaml }) });
  expect(lines.some((fault) => fault.startsWith(`config/tellal.yaml:${line}: `))).toBe(true);
});

test("aliases that multiply are refused, not expanded", () => {
  const bomb = Array.from({ length: 12 }, (_, i) => `k${i}: &a${i} [${i === 0 ? "x" : `*a${i - 1}, `.repeat(9)}]`);
  const lines = refused({ env: {}, cwd: folder({ "config/tellal.yaml": bomb.join("\n") }) });
  expect(lines.join("\n")).toContain("aliases");
});

test("a file that is named and cannot be read is a fault", () => {
  expect(refused({ env: { TELLAL_CONFIG: "none.yaml" }, cwd: folder() })).toEqual([
    "The configuration has a fault:",
    "none.yaml: cannot be read; set TELLAL_CONFIG to your tellal.yaml",
  ]);
});

test("secrets come from the environment or from a file, not from both", () => {
  const cwd = folder({ token: "12:from-file\n", empty: "\n" });
  const config = loadConfig({ env: { SLACK_BOT_TOKEN: " xoxb-from-env ", TELEGRAM_BOT_TOKEN_FILE: "token" }, cwd });
  expect(config.env.TELEGRAM_BOT_TOKEN).toBe("12:from-file");
  expect(config.env.SLACK_BOT_TOKEN).toBe("xoxb-from-env");
  expect(config.secrets.sort()).toEqual(["12:from-file", "xoxb-from-env"]);
  const lines = refused({
    env: {
      TELLAL_KEY: "canary-key",
      TELLAL_KEY_FILE: "token",
      WEB_TOKEN_FILE: "none",
      SLACK_APP_TOKEN_FILE: "empty",
      DATABASE_URL: "mysql://u:canary@h/d",
    },
    cwd,
  });
  expect(lines).toEqual([
    "The configuration has 4 faults:",
    "environment: TELLAL_KEY: found both TELLAL_KEY and TELLAL_KEY_FILE; set one of them",
    'environment: SLACK_APP_TOKEN_FILE: found an empty file, "empty"; name a file that holds the secret',
    'environment: WEB_TOKEN_FILE: found a file that cannot be read, "none"; name a file that holds the secret',
    "environment: DATABASE_URL: found a value of another form; expected postgres://… or nothing for SQLite in the data folder",
  ]);
});

test.each<[string, Record<string, string>, string[]]>([
  [
    "a webhook without secret and port",
    { TELEGRAM_BOT_TOKEN: "12:x", TELEGRAM_WEBHOOK_URL: "https://bot.example/tg" },
    [
      "TELEGRAM_WEBHOOK_SECRET: found nothing beside TELEGRAM_WEBHOOK_URL; set a secret of your own, such as 32 random letters and digits",
      "WEB_PORT: found nothing beside TELEGRAM_WEBHOOK_URL; set the port at which Telegram's calls arrive",
    ],
  ],
  [
    "a web page without a port",
    { WEB_URL: "https://t.example", WEB_TOKEN: "sixteen-characters", WEB_HOST: "0.0.0.0" },
    [
      "WEB_PORT: found nothing beside WEB_URL; set the port at which browsers arrive",
      "WEB_PORT: found nothing beside WEB_TOKEN; set the port at which browsers arrive",
      "WEB_PORT: found nothing beside WEB_HOST; set the port at which browsers arrive",
    ],
  ],
  [
    "a web page that nobody could enter",
    { WEB_PORT: "80", WEB_HOST: "0.0.0.0" },
    [
      'WEB_TOKEN: found nothing beside WEB_HOST "0.0.0.0"; set a token that opens the web page, WEB_URL for links from chats, or leave WEB_HOST out: this machine alone',
    ],
  ],
  [
    "a token that could be guessed, an address with a port",
    { WEB_PORT: "80", WEB_HOST: "127.0.0.1:80", WEB_TOKEN: "short" },
    [
      'WEB_HOST: found "127.0.0.1:80"; expected an address or name without port, such as 127.0.0.1 or 0.0.0.0',
      "WEB_TOKEN: found a value of another form; expected at least 16 characters without blanks, better 32 random ones",
    ],
  ],
  [
    "a signing secret without a port",
    { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s" },
    [
      "WEB_PORT: found nothing beside SLACK_SIGNING_SECRET; set the port at which Slack's calls arrive, or SLACK_APP_TOKEN for Socket Mode",
    ],
  ],
  [
    "an app token alone",
    { SLACK_APP_TOKEN: "xapp-1" },
    [
      "SLACK_BOT_TOKEN: found nothing beside SLACK_APP_TOKEN; set the bot token too: Tellal posts with it; or SLACK_CLIENT_ID for several workspaces",
    ],
  ],
  [
    "a client id alone",
    { SLACK_CLIENT_ID: "1.2" },
    [
      "SLACK_CLIENT_SECRET: found nothing beside SLACK_CLIENT_ID; set the app's client secret, from the same page as its id",
      "SLACK_STATE_SECRET: found nothing beside SLACK_CLIENT_ID; set a secret of your own, such as 32 random letters and digits",
      "TELLAL_KEY: found nothing beside SLACK_CLIENT_ID; set a key of your own, such as 32 random letters and digits: it seals the tokens",
      "WEB_PORT: found nothing beside SLACK_CLIENT_ID; set the port at which people's browsers arrive to install the app",
      "SLACK_SIGNING_SECRET: found nothing beside SLACK_CLIENT_ID; set the app's signing secret, or SLACK_APP_TOKEN for Socket Mode: workspaces could not be heard",
    ],
  ],
  [
    "secrets that are too short, and a client secret without its id",
    { SLACK_CLIENT_SECRET: "x", SLACK_STATE_SECRET: "short", TELLAL_KEY: "a-key-that-is-long-enough,short" },
    [
      "SLACK_CLIENT_ID: found nothing beside SLACK_CLIENT_SECRET; set the app's client id, from the same page as its secret",
      "TELLAL_KEY: found a value of another form; expected at least 16 characters, better 32 random ones; to change it, the new key, a comma and the old one",
      "SLACK_STATE_SECRET: found a value of another form; expected at least 16 characters of your own, better 32 random ones",
    ],
  ],
  [
    "the tokens mixed up",
    { SLACK_BOT_TOKEN: "xapp-1", TELEGRAM_WEBHOOK_SECRET: "a b" },
    [
      "TELEGRAM_WEBHOOK_SECRET: found a value of another form; expected 1 to 256 letters, digits, _ and -",
      "SLACK_BOT_TOKEN: found a value of another form; expected a bot token, which begins with xoxb-",
    ],
  ],
])("%s is told with its cure", (_, env, faults) => {
  expect(refused({ env, cwd: folder({}) }).slice(1)).toEqual(faults.map((fault) => `environment: ${fault}`));
});

test("each of several keys is a secret of its own", () => {
  const { secrets } = loadConfig({ env: { TELLAL_KEY: "the-newest-of-the-keys, the-one-before-it-1" }, cwd: folder() });
  expect(secrets).toEqual(expect.arrayContaining(["the-newest-of-the-keys", "the-one-before-it-1"]));
});

test("locales, lexicons and version are found wherever the program runs from", () => {
  expect(loadLocales().tr).toContain("Katılımcılar");
  expect(Object.keys(loadLexicon())).toEqual(["tr", "en"]);
  expect(ownVersion()).toMatch(/^\d+\.\d+\.\d+$/u);
});
