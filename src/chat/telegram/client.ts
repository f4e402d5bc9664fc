import { autoRetry } from "@grammyjs/auto-retry";
import { Api } from "grammy";
import { createRedactor } from "../../core/redact.js";
import { failureOf, type Failure } from "./failure.js";

export interface ClientParts {
  token: string;
  /** Where the Bot API lives; null for Telegram's own. */
  apiRoot: string | null;
  /** After how long a call is given up. It has to be longer than what a call for updates waits. */
  timeoutSeconds: number;
  /** Whether a 429 or a 5xx is tried again, three times at most: for answers to people, never for deliveries. */
  retries: boolean;
}

export type Attempted<T> = { ok: true; value: T } | { ok: false; failure: Failure };
type Signal = NonNullable<Parameters<Api["getMe"]>[0]>;
/**
 * Makes one call and returns what came of it; `signal` gives it up. The errors of the library never leave: they carry the
 * token in their addresses.
 */
export type Attempt = <T>(
  call: (api: Api, signal: Signal | undefined) => Promise<T>,
  signal?: AbortSignal,
) => Promise<Attempted<T>>;

/** A bot's connection to the Bot API. */
export function createClient({ token, apiRoot, timeoutSeconds, retries }: ClientParts): Attempt {
  const api = new Api(token, {
    ...(apiRoot === null ? {} : { apiRoot: apiRoot.replace(/\/+$/u, "") }),
    timeoutSeconds,
  });
  // On a broken connection the library would try for ever, and what it sent may have arrived.
  if (retries) api.config.use(autoRetry({ maxRetryAttempts: 3, maxDelaySeconds: 60, rethrowHttpErrors: true }));
  const redact = createRedactor([token]);
  return async (call, signal) => {
    try {
      // The library takes the platform's own signals, and has the type of a polyfill.
      return { ok: true, value: await call(api, signal as unknown as Signal | undefined) };
    } catch (error) {
      return { ok: false, failure: failureOf(error, redact) };
    }
  };
}
