import { onTestFinished } from "vitest";
import type { Log, Notice } from "../../src/app/log.js";
import { deliveryRules } from "../../src/app/delivery-rules.js";
import { createEars } from "../../src/app/ears.js";
import { openLanes } from "../../src/cli/lanes.js";
import { createListeners } from "../../src/cli/listeners.js";
import { readEnvironment } from "../../src/core/environment.js";
import type { Lane } from "../../src/core/lane.js";
import type { Messenger } from "../../src/core/message/messenger.js";
import type { Feeds } from "../../src/feeds/outcome.js";
import { createLog } from "../../src/log.js";
import { openDoors } from "../../src/web/doors.js";
import { briefOf } from "../app/plain-engine.js";
import { createWorld } from "../app/rig.js";
import { words } from "../core/message/locales.js";
import { openStore, seed, start } from "../store/open.js";
import type { Json } from "../world/slack/shapes.js";
import type { View } from "../world/slack/state.js";
import { visibleOf } from "../world/slack/visible.js";
import { createSlack, type SlackOptions } from "../world/slack/slack.js";

export const secrets = {
  clientSecret: "0123456789abcdef0123456789abcdef",
  stateSecret: "state-secret-of-nobody-0123456789",
  key: "key-of-nobody-that-seals-the-tokens",
};

/** Waits until something holds; a test's time-out ends it. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}

const console: Messenger = { send: async () => ({ kind: "sent", ref: "1" }), history: async () => null };

const rules = deliveryRules({
  uncertain: "resend",
  telegram: { perSecond: 30, perChat: 1, perGroup: 1 },
  slack: { perChat: 1 },
});

export interface SeveralOptions extends SlackOptions {
  /** How Slack reaches us. */
  way?: "http" | "socket";
  env?: Record<string, string>;
  /** Reads feeds and pages; else nobody asks about any here. */
  feeds?: Feeds;
  /** Takes what the program logs; else `lines` does. */
  log?: Log;
}

/** A Slack whose workspaces install the app, and the part of the program that serves them: its store, lanes, listeners and doors. */
export async function several({
  way = "http",
  env: more = {},
  feeds = createWorld().feeds,
  log: given,
  ...options
}: SeveralOptions = {}) {
  const slack = await createSlack({ rates: { channelGap: 0, jitter: 0 }, home: true, ...options });
  const opened = await openStore();
  const { store } = opened;
  await store.seed(seed, start);
  const lines: string[] = [];
  let clock = Date.now;

  /** A process on the same data. */
  async function run(change: Record<string, string> = {}) {
    const access =
      way === "http" ? { SLACK_SIGNING_SECRET: slack.app.signingSecret } : { SLACK_APP_TOKEN: slack.appToken };
    const variables = {
      SLACK_CLIENT_ID: slack.app.clientId,
      SLACK_CLIENT_SECRET: secrets.clientSecret,
      SLACK_STATE_SECRET: secrets.stateSecret,
      TELLAL_KEY: secrets.key,
      SLACK_API_URL: slack.url,
      WEB_PORT: "1",
      ...access,
      ...more,
      ...change,
    };
    const { environment: env, faults } = readEnvironment(variables, () => null);
    if (env === null || faults.length > 0) throw new Error(JSON.stringify(faults));
    // Told of no secret, so that a leak shows.
    const log = given ?? createLog({ level: "trace", format: "json", secrets: [], write: (line) => lines.push(line) });
    const now = () => clock();
    const lanes = await openLanes({ env, console, store, words, clock: now, log });
    const open: Lane[] = [];
    lanes.onOpen((lane) => open.push(lane));
    const ears = createEars({
      store,
      feeds,
      brief: briefOf,
      words,
      rules,
      admins: env.ADMINS,
      clock: now,
      until: async (at) => at,
      breathe: async () => {},
    });
    const notices: Notice[] = [];
    const { listeners, routes } = await createListeners({
      env,
      ears,
      words,
      log,
      clock: now,
      workspaces: lanes.workspaces,
      admins: (notice) => void notices.push(notice),
    });
    const doors = await openDoors({
      host: "127.0.0.1",
      port: 0,
      routes,
      otherwise: (_request, response) => void response.writeHead(404).end(),
    });
    const url = `http://127.0.0.1:${doors.port}`;
    slack.app.redirects.splice(0, 1, `${url}/slack/oauth_redirect`);
    const stop = new AbortController();
    const ended = Promise.all(listeners.map(({ listen }) => listen(stop.signal)));
    if (way === "socket") await until(() => slack.sockets.connected() > 0);
    else await slack.http.at(`${url}/slack/events`);
    let stopping: Promise<unknown> | null = null;
    const end = () => {
      stop.abort();
      return (stopping ??= Promise.all([ended, doors.close()]));
    };
    onTestFinished(() => void end());
    return { url, lanes, open, notices, install: `${url}/slack/install`, end };
  }

  onTestFinished(async () => {
    await slack.close();
    slack.check();
  });
  return {
    ...opened,
    slack,
    lines,
    run,
    /** Sets the clock of the program. */
    clockAt: (time: number) => void (clock = () => time),
    /** A workspace that does not have the app, with an admin and a channel. */
    workspace(name: string) {
      const team = slack.addTeam({ name, installed: false });
      const boss = team.addUser(`${name}-boss`, { admin: true });
      const channel = team.addChannel({ name: "haber", members: [boss] });
      return { team, boss, channel, lane: `slack:${team.id}`, chat: `slack:${team.id}/${channel.id}` };
    },
    kept: () => opened.database.db.selectFrom("installations").selectAll().orderBy("team").execute(),
  };
}

/** What a person reads in a window or on the page. */
export const read = (view: View | null) =>
  visibleOf({ text: "", blocks: (view?.body["blocks"] ?? []) as Json[], linkNames: false }).text;

/** A workspace that has the app, and what a test does in it. */
export async function settled(world: Awaited<ReturnType<typeof several>>, install: string, name = "kizilay") {
  const one = world.workspace(name);
  await one.boss.browser.installs(install);
  return one;
}
