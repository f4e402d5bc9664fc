import { createApi } from "./api.js";
import { chat } from "./chat.js";
import { createContract } from "./contract.js";
import { conversations } from "./conversations.js";
import { createEvents } from "./events.js";
import { createFiles } from "./files.js";
import { createHttp } from "./http.js";
import { createOAuth } from "./oauth.js";
import { people } from "./people.js";
import { createRates, slackLimits, type RateLimits } from "./rates.js";
import { createResponses } from "./responses.js";
import { createScript } from "./script.js";
import { serve } from "./server.js";
import { createSockets } from "./socket.js";
import { createState } from "./state.js";
import { addTeam, type TeamOptions } from "./team.js";
import { createTriggers } from "./triggers.js";
import { views } from "./views.js";
import type { Way } from "./way.js";

/** The scopes of a bot that posts, reads back and answers. */
const usualScopes = [
  "app_mentions:read",
  "channels:history",
  "channels:join",
  "channels:read",
  "chat:write",
  "commands",
  "files:write",
  "groups:history",
  "groups:read",
  "im:history",
  "im:read",
  "im:write",
  "team:read",
  "users:read",
];

export interface SlackOptions {
  /** Epoch ms; all of Slack's limits run on it. The machine's clock if there is none. */
  clock?: () => number;
  /** Folder with `slack-methods.json`; else `TELLAL_SPECS`, else no check. */
  specs?: string;
  rates?: Partial<RateLimits>;
  /** How long Slack waits until the app takes something, in ms of real time. Slack's 3,000 if not given. */
  promptly?: number;
  /** Pauses before an event that was not taken comes again, in ms of real time. Slack's if not given. */
  again?: readonly number[];
  /** The events that the app subscribed to; else all that its scopes allow. */
  events?: readonly string[];
  /** The app has a home page. */
  home?: boolean;
  /** The app's tokens are renewed: they live for twelve hours, or as long as `slack.app.tokenLife` says. */
  rotates?: boolean;
}

/**
 * A Slack of our own on 127.0.0.1, that refuses what the real one refuses.
 *
 * `slack.url` is for `SLACK_API_URL`. `const team = slack.addTeam({ name })` makes a workspace with the app installed
 * (`team.token`), `team.addUser(…)` a person, `team.addChannel({ bot: true })` a channel. `channel.seen()` is what people
 * see there: text, mentions, links, thread, metadata, edits. `slack.plan(method, mishap, { nth, times, when })` lets
 * something go wrong; `slack.calls` is every call with its outcome, `slack.rates` counts refusals and the impatient.
 * The app listens over Socket Mode (`slack.appToken`), or over HTTP once `slack.http.at(url)` is called; people have hands:
 * `await user.slash(channel, "/tellal", "topics")` and the like resolve with what the person sees.
 * End a test with `slack.check()`: it throws if a call or an answer broke Slack's contract. `await slack.close()`.
 */
export async function createSlack({
  clock = Date.now,
  specs,
  rates: limits,
  promptly = 3_000,
  again = [0, 60_000, 300_000],
  events: subscribed,
  home = false,
  rotates = false,
}: SlackOptions = {}) {
  const state = createState(clock, usualScopes, rotates);
  const rates = createRates({ ...slackLimits, ...limits });
  const script = createScript();
  const faults: string[] = [];
  const sockets = createSockets(state, promptly);
  const http = createHttp(state, promptly);
  const way: Way = (...what) => (http.used() ? http : sockets).hand(...what);
  const events = createEvents(state, way, again, subscribed ?? null);
  const triggers = createTriggers(state);
  const oauth = createOAuth(state);
  const responses = createResponses(state, faults);
  const files = createFiles(state);
  state.joined = (team, channel) => {
    const channel_type = channel.kind === "private" ? "G" : "C";
    const who = { user: team.bot.id, channel: channel.id, channel_type, team: team.id };
    events.tell(team, { type: "member_joined_channel", ...who });
  };
  const appToken = `xapp-1-${state.app.id}-1-connections`;
  state.tokens.set(appToken, { kind: "app" });
  const api = createApi({
    state,
    rates,
    script,
    faults,
    contract: createContract(specs ?? process.env["TELLAL_SPECS"]),
    handlers: {
      ...chat,
      ...conversations(rates.limits.marketplace ? 999 : 15),
      ...people(),
      ...views(triggers, home),
      ...files.handlers,
    },
    open: { "apps.connections.open": () => sockets.open(), "oauth.v2.access": (args) => oauth.access(args) },
  });
  const web = await serve(api, { commands: responses.route, actions: responses.route, upload: files.route });
  sockets.attach(web);
  responses.at(web.origin);
  files.at(web.origin);
  const world = { state, way, events, responses, triggers, oauth, home };

  return {
    /** The root of the Web API, with `/api/` at the end. */
    url: `${web.origin}/api/`,
    app: state.app,
    /** The app-level token for Socket Mode; `killApp` ends it. */
    appToken: appToken,
    killApp: () => void state.tokens.delete(appToken),
    /** Slack's side of an installation; people do it with their browsers (`user.browser.installs`). */
    oauth,
    /** A ticket for a window, as somebody's deed brings it. */
    trigger: (team: { id: string }, person: { id: string }) => triggers.issue(team.id, person.id),
    /** Slack's side of Socket Mode. */
    sockets,
    /** Slack's side of HTTP: once the app gave its address (`http.at`), everything goes there. */
    http,
    /** Every event that the app was told. */
    told: events.told,
    tellAgain: events.tellAgain.bind(events),
    /** Every answer that came to a response_url. */
    responses: responses.came,
    calls: api.calls,
    /** Broken contracts so far. */
    faults,
    rates: rates.counted,
    plan: script.plan.bind(script),
    /** A workspace in which the app is installed. */
    addTeam: (options: TeamOptions) => addTeam(world, options),
    /** Throws with every broken contract. */
    check() {
      if (faults.length > 0) throw new Error(`Slack's contract was broken:\n${[...new Set(faults)].join("\n")}`);
    },
    async close() {
      script.releaseAll();
      events.close();
      sockets.close();
      await web.close();
    },
  };
}
