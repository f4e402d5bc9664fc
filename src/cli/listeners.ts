import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Environment } from "../core/environment.js";
import type { Deaf, Desk, Ears, MenuEntry } from "../core/message/ask.js";
import type { Words } from "../core/message/words.js";
import type { Admins, Log } from "../app/log.js";
import type { Hearing } from "./by-one.js";
import { installedPath, type Workspaces } from "./workspaces.js";

export interface ListenersParts {
  env: Environment;
  ears: Ears & Desk & { menu: readonly MenuEntry[] };
  /** The workspaces that installed Slack's app; null where none can. */
  workspaces: Workspaces | null;
  /** Told of a workspace that removed us. */
  admins: Admins;
  /** Lets one of several processes hear; absent where there is but this one. */
  byOne?: ((name: string, hear: Hearing) => Listener["listen"]) | undefined;
  /** Whether an event of a platform's reaches the first of several processes; absent where there is but one. */
  first?: ((id: string, span: number) => Promise<boolean>) | undefined;
  words: Words;
  clock: () => number;
  log: Log;
}

/** What takes a request; it reads the body itself. */
type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What hears people on one platform, until the signal or until its account is closed. */
interface Listener {
  platform: "telegram" | "slack";
  listen: (signal: AbortSignal) => Promise<Deaf>;
}

/** Where Slack posts to, as in the README. */
const slackPath = "/slack/events";
/** Where browsers begin to install the app, and where Slack sends them back to. */
const installPath = "/slack/install";

/** A listener for each platform whose tokens allow it, and the paths of those that are called by their platform. */
export async function createListeners({
  env,
  ears,
  workspaces,
  admins,
  byOne,
  first,
  words,
  clock,
  log,
}: ListenersParts) {
  const listeners: Listener[] = [];
  const routes = new Map<string, Handler>();
  const shared = { ears, menu: ears.menu, words, log };

  if (env.TELEGRAM_BOT_TOKEN !== undefined) {
    const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = env;
    const webhook = url === undefined || secret === undefined ? null : { url, secret };
    const { createTelegramListener } = await import("../chat/telegram/listener.js");
    const listener = createTelegramListener({
      ...shared,
      menu: ears.menu.filter(({ only }) => (only ?? "telegram") === "telegram"),
      token: env.TELEGRAM_BOT_TOKEN,
      apiRoot: env.TELEGRAM_API_ROOT ?? null,
      webhook,
      wait,
    });
    // Telegram gives a bot's updates to one who asks; whom it calls by webhook is whoever takes the call.
    const alone =
      webhook === null && byOne !== undefined
        ? byOne("telegram:listen", (signal, isOurs) => listener.listen(signal, isOurs))
        : null;
    listeners.push({ platform: "telegram", listen: alone ?? ((signal) => listener.listen(signal)) });
    if (webhook !== null) {
      routes.set(new URL(webhook.url).pathname, (request, response) => listener.webhook(request, response));
    }
  }

  const access = slackAccess(env);
  const botToken = env.SLACK_BOT_TOKEN ?? null;
  if ((botToken !== null || workspaces !== null) && access !== null) {
    const apiUrl = env.SLACK_API_URL ?? null;
    const { createSlackListener } = await import("../chat/slack/listener.js");
    const installed = workspaces && { ...workspaces, close };
    const listener = createSlackListener({
      ...shared,
      menu: ears.menu.filter(({ only }) => (only ?? "slack") === "slack"),
      desk: ears,
      botToken,
      installed,
      access,
      apiUrl,
      elsewhere: first,
      clock,
      wait,
    });
    listeners.push({ platform: "slack", listen: (signal) => listener.listen(signal) });
    const { handle } = listener;
    if (handle !== null) routes.set(slackPath, (request, response) => void handle(request, response));
  }
  if (workspaces !== null) {
    routes.set(installPath, (request, response) => void workspaces.begin(request, response));
    routes.set(installedPath, (request, response) => void workspaces.end(request, response));
  }
  return { listeners, routes };

  async function close(team: string, why: string): Promise<void> {
    const lane = await workspaces?.close(team, why);
    if (lane !== undefined && lane !== null) admins({ kind: "closed", lane, why });
  }
}

/** Waits so many ms, or until the signal. */
export async function wait(span: number, signal: AbortSignal): Promise<void> {
  await sleep(span, undefined, { signal }).catch(() => {});
}

/** Socket Mode where there is an app token, since it needs no way in from outside. */
function slackAccess(env: Environment): { appToken: string } | { signingSecret: string } | null {
  if (env.SLACK_APP_TOKEN !== undefined) return { appToken: env.SLACK_APP_TOKEN };
  return env.SLACK_SIGNING_SECRET === undefined ? null : { signingSecret: env.SLACK_SIGNING_SECRET };
}
