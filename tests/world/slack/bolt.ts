import { App, SocketModeReceiver } from "@slack/bolt";
import { silent } from "./client.js";
import type { createSlack } from "./slack.js";

type Slack = Awaited<ReturnType<typeof createSlack>>;

/** The real Bolt, listening in Socket Mode; ends with `stop()`. */
export function boltOn(slack: Slack, token: string) {
  // Bolt writes into the options that it is given: each place gets its own.
  const options = () => ({
    slackApiUrl: slack.url,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silent,
  });
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger: silent,
    // What it waits for before it connects again, too.
    clientPingTimeout: 100,
    installerOptions: { clientOptions: options() },
    processEventErrorHandler: async () => false,
  });
  const app = new App({ token, receiver, clientOptions: options(), logger: silent, ignoreSelf: false });
  return { app, receiver, stop: () => app.stop() };
}
