import { LogLevel, WebClient, type Logger } from "@slack/web-api";

/** Refusals are what these tests are about: nobody needs to read them. */
export const silent: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** The real client, that neither retries nor waits. */
export const client = (slack: { url: string }, token?: string, timeout = 0) =>
  new WebClient(token, {
    slackApiUrl: slack.url,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    logger: silent,
  });

/** What Slack said to a call: `ok`, its error, the seconds of a 429, the status of an error page, or what the client met. */
export async function said(call: Promise<unknown>): Promise<string | number> {
  try {
    await call;
    return "ok";
  } catch (error) {
    const { code, data, statusCode, retryAfter } = error as {
      code?: string;
      data?: { error?: string };
      statusCode?: number;
      retryAfter?: number;
    };
    return data?.error ?? retryAfter ?? statusCode ?? code ?? String(error);
  }
}
