import { z } from "zod";
import { foundText, nearest, type Fault } from "./fault.js";
import { isLoopback } from "./host.js";
import { isPerson } from "./person.js";

const secret = z.string().optional();
const plain = z.string().optional();

function fitting(form: RegExp, expected: string) {
  return z.string().regex(form, { error: expected });
}

const address = z
  .string()
  .refine((value) => /^https?:\/\//u.test(value) && URL.canParse(value), { error: "an http or https address" })
  .optional();

const admins = z
  .string()
  .transform((value) => value.split(",").map((one) => one.trim()))
  .refine((list) => list.every(isPerson), { error: "a list such as telegram:123,slack:T01/U02" })
  .default([]);

/** One key, or the new one and those before it, the newest first. */
const keys = z.string().refine((value) => keyList(value).every((key) => key.length >= 16), {
  error: "at least 16 characters, better 32 random ones; to change it, the new key, a comma and the old one",
});

/** What `ROLES` may give a process to do. */
const duties = ["poll", "deliver", "listen", "web"] as const;
export type Duty = (typeof duties)[number];

const roles = z
  .string()
  .transform((value) => value.split(",").map((one) => one.trim()))
  .pipe(z.array(z.enum(duties, { error: `a list of ${duties.join(", ")}` })))
  .default([...duties]);

/** What Telegram takes as a webhook's secret. */
const webhookSecret = /^[\w-]{1,256}$/u;

const environmentSchema = z.object({
  TELLAL_CONFIG: plain,
  TELLAL_DATA: z.string().default("./data"),
  TELLAL_KEY: keys.optional(),
  DATABASE_URL: fitting(/^postgres(?:ql)?:\/\/./u, "postgres://… or nothing for SQLite in the data folder").optional(),
  ROLES: roles,
  TELEGRAM_BOT_TOKEN: fitting(/^\d+:[\w-]+$/u, "a bot token as @BotFather gives it, 123456789:AA…").optional(),
  TELEGRAM_API_ROOT: address,
  TELEGRAM_WEBHOOK_URL: address,
  TELEGRAM_WEBHOOK_SECRET: fitting(webhookSecret, "1 to 256 letters, digits, _ and -").optional(),
  SLACK_BOT_TOKEN: fitting(/^xox[a-z]-./u, "a bot token, which begins with xoxb-").optional(),
  SLACK_APP_TOKEN: fitting(/^xapp-./u, "an app-level token, which begins with xapp-").optional(),
  SLACK_SIGNING_SECRET: secret,
  SLACK_CLIENT_ID: fitting(/^\d+\.\d+$/u, "the app's client id, such as 1234567890.1234567890").optional(),
  SLACK_CLIENT_SECRET: secret,
  SLACK_STATE_SECRET: fitting(/^.{16}/u, "at least 16 characters of your own, better 32 random ones").optional(),
  SLACK_API_URL: address,
  ADMINS: admins,
  WEB_PORT: fitting(/^\d{1,5}$/u, "a port from 0 to 65535")
    .transform(Number)
    .refine((port) => port <= 65_535, { error: "a port from 0 to 65535" })
    .optional(),
  WEB_HOST: fitting(
    /^(?:[\w.-]+|\[?[\da-f:]+\]?)$/iu,
    "an address or name without port, such as 127.0.0.1 or 0.0.0.0",
  ).default("127.0.0.1"),
  WEB_URL: address,
  WEB_TOKEN: fitting(/^[!-~]{16,}$/u, "at least 16 characters without blanks, better 32 random ones").optional(),
  PING_URL: address,
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], {
      error: "trace, debug, info, warn, error, fatal or silent",
    })
    .default("info"),
  LOG_FORMAT: z.enum(["json", "pretty"], { error: "json or pretty" }).optional(),
});

/** The environment under its own names, checked; `ADMINS` as a list, `WEB_PORT` as a number. */
export type Environment = z.output<typeof environmentSchema>;
export type VariableName = keyof Environment;

/** The keys that `TELLAL_KEY` holds, the newest first. */
export function keyList(value: string): string[] {
  return value.split(",").map((key) => key.trim());
}

export const variableNames = Object.keys(environmentSchema.shape) as VariableName[];

/** Each of these may also stand in a file that `NAME_FILE` names, and is never shown. */
export const secretNames: readonly VariableName[] = [
  "TELLAL_KEY",
  "DATABASE_URL",
  "TELEGRAM_BOT_TOKEN",
  "TELEGRAM_WEBHOOK_SECRET",
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "SLACK_SIGNING_SECRET",
  "SLACK_CLIENT_SECRET",
  "SLACK_STATE_SECRET",
  "WEB_TOKEN",
  "PING_URL",
];

/** Variables of the project's own tests: no business of the program, and no mistake. */
const ofTests = new Set(["TELLAL_SPECS", "TELLAL_SAMPLES", "TELLAL_KILLS", "TELLAL_BROWSER"]);

export type EnvironmentOutcome = { environment: Environment | null; faults: Fault[] };

/**
 * Checks the variables; an empty one counts as unset. `readFile` reads the file behind a `NAME_FILE` and returns null
 * where it cannot.
 */
export function readEnvironment(
  env: Record<string, string | undefined>,
  readFile: (path: string) => string | null,
): EnvironmentOutcome {
  const faults: Fault[] = [...unknownNames(env)];
  const given: Record<string, string> = {};
  for (const name of variableNames) {
    const value = (env[name] ?? "").trim();
    const file = isSecret(name) ? (env[`${name}_FILE`] ?? "") : "";
    if (value !== "" && file !== "") {
      faults.push({ path: [name], found: `both ${name} and ${name}_FILE`, cure: "set one of them" });
    } else if (file !== "") {
      const content = readFile(file)?.trim() ?? null;
      if (content === null || content === "") {
        const found = content === null ? "a file that cannot be read" : "an empty file";
        faults.push({
          path: [`${name}_FILE`],
          found: `${found}, ${foundText(file)}`,
          cure: "name a file that holds the secret",
        });
      } else given[name] = content;
    } else if (value !== "") given[name] = value;
  }
  faults.push(...missingBeside(given));
  const parsed = environmentSchema.safeParse(given);
  if (parsed.success) return { environment: parsed.data, faults };
  const wrong = parsed.error.issues.map((issue): Fault => {
    const name = String(issue.path[0]);
    const found = isSecret(name) ? "a value of another form" : foundText(given[name]);
    return { path: [name], found, cure: `expected ${issue.message}` };
  });
  return { environment: null, faults: [...faults, ...wrong] };
}

/** What a variable is of no use without. */
const companions: readonly (readonly [VariableName, VariableName, string])[] = [
  ["TELEGRAM_WEBHOOK_URL", "TELEGRAM_WEBHOOK_SECRET", "set a secret of your own, such as 32 random letters and digits"],
  ["TELEGRAM_WEBHOOK_URL", "WEB_PORT", "set the port at which Telegram's calls arrive"],
  ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "set the app's client secret, from the same page as its id"],
  ["SLACK_CLIENT_SECRET", "SLACK_CLIENT_ID", "set the app's client id, from the same page as its secret"],
  ["SLACK_CLIENT_ID", "SLACK_STATE_SECRET", "set a secret of your own, such as 32 random letters and digits"],
  ["SLACK_CLIENT_ID", "TELLAL_KEY", "set a key of your own, such as 32 random letters and digits: it seals the tokens"],
  ["SLACK_CLIENT_ID", "WEB_PORT", "set the port at which people's browsers arrive to install the app"],
  ["WEB_URL", "WEB_PORT", "set the port at which browsers arrive"],
  ["WEB_TOKEN", "WEB_PORT", "set the port at which browsers arrive"],
  ["WEB_HOST", "WEB_PORT", "set the port at which browsers arrive"],
];

function missingBeside(given: Record<string, string>): Fault[] {
  const has = (name: VariableName): boolean => given[name] !== undefined;
  const lacking = companions.filter(([name, other]) => has(name) && !has(other));
  const faults = lacking.map(([name, other, cure]): Fault => ({
    path: [other],
    found: `nothing beside ${name}`,
    cure,
  }));
  const calledAt = ["TELEGRAM_WEBHOOK_URL", "SLACK_SIGNING_SECRET", "SLACK_CLIENT_ID"] as const;
  const pageAlone = has("WEB_PORT") && !calledAt.some(has);
  if (pageAlone && !isLoopback(given["WEB_HOST"] ?? "localhost") && !has("WEB_TOKEN") && !has("WEB_URL")) {
    const cure =
      "set a token that opens the web page, WEB_URL for links from chats, or leave WEB_HOST out: this machine alone";
    faults.push({ path: ["WEB_TOKEN"], found: `nothing beside WEB_HOST ${foundText(given["WEB_HOST"])}`, cure });
  }
  if (has("SLACK_APP_TOKEN") && !has("SLACK_BOT_TOKEN") && !has("SLACK_CLIENT_ID")) {
    const cure = "set the bot token too: Tellal posts with it; or SLACK_CLIENT_ID for several workspaces";
    faults.push({ path: ["SLACK_BOT_TOKEN"], found: "nothing beside SLACK_APP_TOKEN", cure });
  }
  if (has("SLACK_CLIENT_ID") && !has("SLACK_SIGNING_SECRET") && !has("SLACK_APP_TOKEN")) {
    const cure = "set the app's signing secret, or SLACK_APP_TOKEN for Socket Mode: workspaces could not be heard";
    faults.push({ path: ["SLACK_SIGNING_SECRET"], found: "nothing beside SLACK_CLIENT_ID", cure });
  }
  if (has("SLACK_SIGNING_SECRET") && !has("SLACK_APP_TOKEN") && !has("SLACK_CLIENT_ID") && !has("WEB_PORT")) {
    const cure = "set the port at which Slack's calls arrive, or SLACK_APP_TOKEN for Socket Mode";
    faults.push({ path: ["WEB_PORT"], found: "nothing beside SLACK_SIGNING_SECRET", cure });
  }
  return faults;
}

function isSecret(name: string): boolean {
  return secretNames.some((secret) => secret === name);
}

function unknownNames(env: Record<string, string | undefined>): Fault[] {
  const known = [...variableNames, ...secretNames.map((name) => `${name}_FILE`)];
  const ours = known.filter((name) => name.startsWith("TELLAL_"));
  return Object.keys(env)
    .filter((name) => name.startsWith("TELLAL_") && !known.includes(name) && !ofTests.has(name))
    .map((name) => {
      const near = nearest(name, ours);
      const cure = near === null ? `known here: ${ours.join(", ")}` : `did you mean ${near}?`;
      return { path: [name], found: "an unknown variable", cure };
    });
}
