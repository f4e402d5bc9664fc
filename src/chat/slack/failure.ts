import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from "@slack/web-api";
import { z } from "zod";

/** Why a call brought no answer that we can use. Spans in ms. */
export type Failure =
  /** Slack answered no: nothing was done. `messages` are its remarks, `needed` the scope that the token lacks. */
  | { kind: "platform"; code: string; needed: string | null; messages: string[] }
  /** Too fast: nothing was done. */
  | { kind: "limited"; wait: number }
  /** The request never left: nothing was done. */
  | { kind: "unsent"; why: string }
  /** Slack may or may not have done it. */
  | { kind: "unclear"; why: string };

const answer = z.looseObject({
  // A page of HTML in place of JSON arrives as `error`, too: a code is one word.
  error: z.string().regex(/^[a-z][a-z0-9_]{2,60}$/u),
  needed: z.string().nullable().catch(null),
  response_metadata: z.looseObject({ messages: z.array(z.string()).catch([]) }).catch({ messages: [] }),
});

/** Reads what a call rejected with. Whatever is not certainly undone is *unclear*. */
export function failureOf(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError) return { kind: "limited", wait: error.retryAfter * 1_000 };
  if (error instanceof WebAPIPlatformError) return answered(error.data, "an answer that is no JSON");
  if (error instanceof WebAPIHTTPError) {
    const why = `HTTP ${error.statusCode}`;
    return error.statusCode < 500 ? answered(error.body, why) : { kind: "unclear", why };
  }
  const codes = codesOf(error);
  const certain = codes.find((code) => before.test(code));
  if (certain !== undefined) return { kind: "unsent", why: certain };
  return {
    kind: "unclear",
    why: codes[0] ?? (error instanceof WebAPIRequestError ? error.original.name : nameOf(error)),
  };
}

function answered(body: unknown, otherwise: string): Failure {
  const { data } = answer.safeParse(body);
  if (data === undefined) return { kind: "unclear", why: otherwise };
  return { kind: "platform", code: data.error, needed: data.needed, messages: data.response_metadata.messages };
}

/** Codes of connections that never stood: refused, no such name, no way there, no TLS. */
const before =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|EPROTO|ERR_SSL_\w+|ERR_TLS_\w+|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+)$/u;

/** Codes along the chain of causes, from outside in; a failed attempt on several addresses holds one for each. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth += 1) {
    if ("code" in at && typeof at.code === "string" && !at.code.startsWith("slack_")) codes.push(at.code);
  }
  return codes;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "no error at all";
}
