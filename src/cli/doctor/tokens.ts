import type { Environment } from "../../core/environment.js";
import type { Look } from "./finding.js";

/** Whether Telegram knows the bot of the token. */
export async function lookAtTelegram(env: Environment): Promise<Look> {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = env;
  if (token === undefined) return { found: "no token, left alone", cure: null };
  const { createClient } = await import("../../chat/telegram/client.js");
  const { causeOf } = await import("../../chat/telegram/supervise.js");
  const me = await createClient({ token, apiRoot: apiRoot ?? null, timeoutSeconds: 15, retries: false })((api) =>
    api.getMe(),
  );
  if (me.ok) return { found: `the bot @${me.value.username}`, cure: null };
  const { failure } = me;
  const refused = failure.kind === "answered" && (failure.code === 401 || failure.code === 404);
  const cure = refused
    ? "copy the token anew from @BotFather into TELEGRAM_BOT_TOKEN"
    : "see whether this machine reaches api.telegram.org, and TELEGRAM_API_ROOT if it is set";
  return { found: causeOf(failure), cure };
}

/** Whether Slack knows the workspace of the token. */
export async function lookAtSlack(env: Environment): Promise<Look> {
  const { SLACK_BOT_TOKEN: token, SLACK_API_URL: apiUrl, SLACK_CLIENT_ID: several } = env;
  if (token === undefined) {
    const found = several === undefined ? "no token, left alone" : "workspaces install the app by themselves";
    return { found, cure: null };
  }
  const { createSlackClient } = await import("../../chat/slack/client.js");
  const { identify } = await import("../../chat/slack/identity.js");
  const who = await identify(createSlackClient({ token, apiUrl: apiUrl ?? null, log: silent }));
  if (who.kind === "known") return { found: `the workspace ${who.team}`, cure: null };
  const cure =
    who.kind === "closed"
      ? "install the app anew and set its token in SLACK_BOT_TOKEN"
      : "see whether this machine reaches slack.com, and SLACK_API_URL if it is set";
  return { found: who.why, cure };
}

/** Whether Slack gives the app token a connection. */
export async function lookAtSlackApp(env: Environment): Promise<Look> {
  const { SLACK_APP_TOKEN: token, SLACK_API_URL: apiUrl } = env;
  if (token === undefined) return { found: "no token, no Socket Mode", cure: null };
  const { createSlackClient } = await import("../../chat/slack/client.js");
  const { checkAppToken } = await import("../../chat/slack/app-token.js");
  const said = await checkAppToken(createSlackClient({ token, apiUrl: apiUrl ?? null, log: silent }));
  if (said.kind === "good") return { found: "Socket Mode is open to it", cure: null };
  const cure =
    said.kind === "closed"
      ? "generate a token with the scope connections:write under App-Level Tokens and set it in SLACK_APP_TOKEN"
      : "wait a minute and try again; see whether this machine reaches slack.com, and SLACK_API_URL if it is set";
  return { found: said.why, cure };
}

const silent = { info: () => {}, warn: () => {}, error: () => {} };
