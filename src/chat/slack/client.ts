import { WebAPIPlatformError, WebClient, type WebClientOptions } from "@slack/web-api";
import type { Log } from "../log.js";
import { libraryLogger } from "./library-logger.js";
import type { Method } from "./methods.js";

/** One account's access to the Web API. */
export interface SlackClient {
  /** Makes one call, once. Rejects with what `failureOf` reads, whatever went wrong. */
  call(method: Method, args: Record<string, unknown>): Promise<unknown>;
  /** Sends a file's bytes to the address that Slack gave for it, once. Rejects if it is not taken. */
  upload(url: string, bytes: Uint8Array): Promise<void>;
}

/** A bot token, or who has a good one for each call; null says that there is none any more. */
export type Token = string | (() => Promise<string | null>);

export interface SlackClientParts {
  token: Token;
  /** Where the Web API answers; null for Slack itself. */
  apiUrl: string | null;
  log: Log;
  /** Milliseconds until a call without an answer is given up. */
  patience?: number;
}

/** Seconds to wait after a 429 that does not say how long. */
const unsaid = "30";

/**
 * What every client of ours is made with. Slack's own retries would send a message twice whose answer was lost, and one
 * 429 would hold back all channels: both are off. A new object each time, since Bolt writes into the one it is given.
 */
export function clientOptions({ apiUrl, log, patience = 15_000 }: Omit<SlackClientParts, "token">): WebClientOptions {
  return {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: patience,
    logger: libraryLogger(log, "web-api"),
    allowAbsoluteUrls: false,
    fetch: fetchWithin(patience),
  };
}

/** The platform's fetch with a time-out, also where a library sets none. A 429 without a usable Retry-After gets one. */
function fetchWithin(patience: number): NonNullable<WebClientOptions["fetch"]> {
  return async (url, init) => {
    const signal = init?.signal ?? AbortSignal.timeout(patience);
    const response = await fetch(url, { ...init, signal });
    if (response.status !== 429 || /^\d+$/u.test(response.headers.get("retry-after") ?? "")) return response;
    await response.body?.cancel();
    return new Response(null, { status: 429, headers: { "retry-after": unsaid } });
  };
}

/** A client of its own for one lane: limits of one account or one purpose never hold back another. */
export function createSlackClient({ token, ...parts }: SlackClientParts): SlackClient {
  const client = new WebClient(undefined, clientOptions(parts));
  return {
    async call(method, args) {
      const good = typeof token === "string" ? token : await token();
      // What Slack itself would say to a token of a workspace that removed us.
      if (good === null) throw new WebAPIPlatformError({ ok: false, error: "account_inactive" });
      return client.apiCall(method, { ...args, token: good });
    },
    async upload(url, bytes) {
      const signal = AbortSignal.timeout(parts.patience ?? 15_000);
      const headers = { "content-type": "application/octet-stream" };
      const response = await fetch(url, { method: "POST", headers, body: Buffer.from(bytes), signal });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`Slack did not take a file: HTTP ${response.status}`);
    },
  };
}
