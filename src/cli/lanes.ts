import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Environment } from "../core/environment.js";
import type { Lane } from "../core/lane.js";
import type { Messenger } from "../core/message/messenger.js";
import type { Words } from "../core/message/words.js";
import type { SlackMessenger } from "../chat/slack/messenger.js";
import type { Log } from "../app/log.js";
import type { Store } from "../store/store.js";
import { openWorkspaces, type Workspaces } from "./workspaces.js";

export interface LanesParts {
  env: Environment;
  console: Messenger;
  store: Pick<Store, "chats" | "deliveries" | "installations" | "settings">;
  words: Words;
  clock: () => number;
  log: Log;
}

/** The lanes that this process serves. */
export interface Lanes {
  /** Those that post now; they come and go with the workspaces that install the app, and with what `later` finds. */
  messengers: Map<Lane, Messenger>;
  /** Tells of each lane, those that open from now on too. */
  onOpen: (hear: (lane: Lane) => void) => void;
  /** Opens the lane of a Slack that could not say whose token it has, however long that takes. */
  later: (signal: AbortSignal) => Promise<void>;
  /** Null where Slack's app is not to be installed by others. */
  workspaces: Workspaces | null;
}

/** Where the workspace of the bot token is remembered, for a start while Slack cannot be reached; `mark` tells tokens apart. */
const remembered = "slack-workspace";
const memory = z.object({ team: z.string(), mark: z.string() });
const firstPause = 5_000;
const longestPause = 5 * 60_000;

/*
 * What speaks to a platform is loaded only where there is a token for it: the libraries take longer to load than the rest of
 * the program.
 */

/** Opens a lane for each platform that has a token. One that is refused or out of reach is told, and keeps no other from running. */
export async function openLanes({ env, console, store, words, clock, log }: LanesParts): Promise<Lanes> {
  const messengers = new Map<Lane, Messenger>([["console", console]]);
  if (env.TELEGRAM_BOT_TOKEN !== undefined) {
    const { createTelegramMessenger } = await import("../chat/telegram/messenger.js");
    const apiRoot = env.TELEGRAM_API_ROOT ?? null;
    messengers.set("telegram", createTelegramMessenger({ token: env.TELEGRAM_BOT_TOKEN, apiRoot, words, clock }));
  }
  let opened: (lane: Lane) => void = () => {};
  const slack = await slackOf();
  const first = slack === null ? { lane: null } : await findSlack(slack);
  const workspaces = await openWorkspaces({ env, store, words, clock, log, lanes: { open: serve, shut } });
  await tellUnserved();

  return {
    messengers,
    workspaces,
    onOpen(hear) {
      opened = hear;
      for (const lane of messengers.keys()) hear(lane);
    },
    async later(signal) {
      if (slack === null) return;
      let found = first;
      for (let pause = firstPause; "wait" in found; pause = Math.min(2 * pause, longestPause)) {
        await sleep(Math.max(pause, found.wait), undefined, { signal }).catch(() => {});
        if (signal.aborted) return;
        found = await findSlack(slack);
      }
    },
  };

  async function slackOf(): Promise<SlackMessenger | null> {
    const token = env.SLACK_BOT_TOKEN;
    if (token === undefined) return null;
    const { createSlackMessenger } = await import("../chat/slack/messenger.js");
    const interactive = env.SLACK_APP_TOKEN !== undefined || env.SLACK_SIGNING_SECRET !== undefined;
    return createSlackMessenger({ token, apiUrl: env.SLACK_API_URL ?? null, clock, words, interactive, log });
  }

  /** Opens the lane of the token's workspace; `lane` is null if its token is dead. `wait`: ask again, not before so many ms. */
  async function findSlack(messenger: SlackMessenger): Promise<{ lane: Lane | null } | { wait: number }> {
    const who = await messenger.identify();
    if (who.kind === "closed") {
      log.error(
        { variable: "SLACK_BOT_TOKEN", why: who.why },
        "Slack refuses this token: install the app anew and set its token; all else runs",
      );
      return { lane: null };
    }
    const mark = markOf(env.SLACK_BOT_TOKEN ?? "");
    if (who.kind === "unreachable") {
      log.warn({ why: who.why }, "Slack cannot be reached");
      const known = await store.settings.get(remembered, memory);
      // Another token may be another workspace's, which must not be sent what belongs to this one.
      return known?.mark === mark ? served(known.team, messenger) : { wait: who.wait };
    }
    await store.settings.set(remembered, { team: who.team, mark });
    await store.chats.complete(`slack:${who.team}`, clock());
    return served(who.team, messenger);
  }

  function served(team: string, messenger: SlackMessenger): { lane: Lane } {
    const lane = `slack:${team}`;
    // An installation is newer than the token of the same workspace, which it may have ended.
    if (!messengers.has(lane)) serve(lane, messenger);
    return { lane };
  }

  function serve(lane: Lane, messenger: Messenger): void {
    messengers.set(lane, messenger);
    opened(lane);
  }

  function shut(lane: Lane): void {
    messengers.delete(lane);
  }

  /** Whoever subscribed a chat and sees nothing in it finds the reason here. */
  async function tellUnserved(): Promise<void> {
    for (const { lane, platform } of await store.chats.lanes()) {
      if (messengers.has(lane)) continue;
      const variable = platform === "slack" ? "SLACK_BOT_TOKEN" : "TELEGRAM_BOT_TOKEN";
      const unset = env[variable] === undefined ? `${variable} is not set` : null;
      const foreign = workspaces !== null && platform === "slack" ? "the workspace has not installed the app" : unset;
      const why = foreign ?? `the account of ${variable} does not serve them now`;
      log.warn(
        { lane, why },
        "chats of this lane are subscribed, but nothing here posts to it; what they are owed waits",
      );
    }
  }
}

/** Tells one token from another without keeping it. */
function markOf(token: string): string {
  return createHash("sha256").update(token).digest("hex").slice(0, 16);
}
