import { createApi } from "./api.js";
import { chat } from "./chat.js";
import { createContract } from "./contract.js";
import { conversations } from "./conversations.js";
import { people } from "./people.js";
import { createRates, slackLimits, type RateLimits } from "./rates.js";
import { createScript } from "./script.js";
import { serve } from "./server.js";
import { createSockets } from "./socket.js";
import { createState } from "./state.js";
import { addTeam, type TeamOptions } from "./team.js";

/** The scopes of a bot that posts, reads back and answers. */
const usualScopes = [
  "app_mentions:read",
  "channels:history",
  "channels:join",
  "channels:read",
  "chat:write",
  "commands",
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
}

/**
 * A Slack of our own on 127.0.0.1, that refuses what the real one refuses.
 *
 * `slack.url` is for `SLACK_API_URL`. `const team = slack.addTeam({ name })` makes a workspace with the app installed
 * (`team.token`), `team.addUser(…)` a person, `team.addChannel({ bot: true })` a channel. `channel.seen()` is what people
 * see there: text, mentions, links, thread, metadata, edits. `slack.plan(method, mishap, { nth, times, when })` lets
 * something go wrong; `slack.calls` is every call with its outcome, `slack.rates` counts refusals and the impatient.
 * End a test with `slack.check()`: it throws if a call or an answer broke Slack's contract. `await slack.close()`.
 */
export async function createSlack({ clock = Date.now, specs, rates: limits }: SlackOptions = {}) {
  const state = createState(clock, usualScopes, false);
  const rates = createRates({ ...slackLimits, ...limits });
  const script = createScript();
  const faults: string[] = [];
  const sockets = createSockets(state);
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
    },
    open: { "apps.connections.open": () => sockets.open() },
  });
  const web = await serve(api, {});
  sockets.attach(web);

  return {
    /** The root of the Web API, with `/api/` at the end. */
    url: `${web.origin}/api/`,
    app: state.app,
    /** The app-level token for Socket Mode; `killApp` ends it. */
    appToken: appToken,
    killApp: () => state.tokens.delete(appToken),
    /** Slack's side of Socket Mode. */
    sockets,
    calls: api.calls,
    /** Broken contracts so far. */
    faults,
    rates: rates.counted,
    plan: script.plan.bind(script),
    /** A workspace in which the app is installed. */
    addTeam: (options: TeamOptions) => addTeam(state, options),
    /** Throws with every broken contract. */
    check() {
      if (faults.length > 0) throw new Error(`Slack's contract was broken:\n${[...new Set(faults)].join("\n")}`);
    },
    async close() {
      script.releaseAll();
      sockets.close();
      await web.close();
    },
  };
}
