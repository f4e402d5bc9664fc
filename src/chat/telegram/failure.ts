import { GrammyError, HttpError } from "grammy";
import { cleanText } from "../../core/message/clean.js";

/** Why a call came to nothing. No text in it can hold the token. */
export type Failure =
  /** Telegram said so. `retryAfter` in seconds; `movedTo` is the number of the supergroup that the group became. */
  | { kind: "answered"; code: number; text: string; retryAfter: number | null; movedTo: number | null }
  /** The call certainly did not reach Telegram. */
  | { kind: "unsent"; why: string }
  /** Nobody knows whether Telegram carried it out. */
  | { kind: "unclear"; why: string };

const longest = 300;

/** Reads the errors of grammY; anything else is a bug of ours and is thrown on. */
export function failureOf(error: unknown, redact: (text: string) => string): Failure {
  if (error instanceof GrammyError) return answered(error, redact);
  if (error instanceof HttpError) return networkFailure(error.error);
  throw error;
}

function answered(
  { error_code: code, description, parameters }: GrammyError,
  redact: (text: string) => string,
): Failure {
  // Something between us and Telegram may answer in JSON of its own, whatever the types say.
  if (typeof code !== "number" || typeof description !== "string")
    return { kind: "unclear", why: "an answer that is none of Telegram's" };
  return {
    kind: "answered",
    code,
    text: redact(cleanText(description)).slice(0, longest),
    retryAfter: parameters.retry_after ?? null,
    movedTo: parameters.migrate_to_chat_id ?? null,
  };
}

/** The network's own words, which tell when it failed; they stand behind the address with the token, so only their kind is kept. */
const beforeSending: readonly [RegExp, string][] = [
  [/reason: getaddrinfo /u, "Telegram's name cannot be looked up"],
  [/reason: connect /u, "Telegram cannot be reached"],
  [
    /before secure TLS connection|wrong version number|unsupported protocol|handshake/u,
    "no TLS connection to Telegram",
  ],
];
const codes: readonly [RegExp, string][] = [
  [/^(?:ENOTFOUND|EAI_AGAIN)$/u, "Telegram's name cannot be looked up"],
  // Also when each of several addresses refused, which has no words.
  [/^ECONNREFUSED$/u, "Telegram cannot be reached"],
  [/CERT|VERIFY_LEAF_SIGNATURE/u, "Telegram's certificate is not valid"],
];

function networkFailure(error: unknown): Failure {
  const text = error instanceof Error ? error.message : "";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const found = codes.find(([form]) => form.test(code)) ?? beforeSending.find(([form]) => form.test(text));
  const shown = /^[A-Z_]{2,40}$/u.test(code) ? ` (${code})` : "";
  if (found !== undefined) return { kind: "unsent", why: `${found[1]}${shown}` };
  if (/timed out after/u.test(text)) return { kind: "unclear", why: "Telegram did not answer in time" };
  if (/invalid json/u.test(text)) return { kind: "unclear", why: "an answer that is no JSON" };
  return { kind: "unclear", why: `the connection to Telegram broke${shown}` };
}
