import type { SlackClient } from "./client.js";
import { failureOf, type Failure } from "./failure.js";
import { closedBy, reason } from "./outcome.js";

/** What Slack says of an app token. *Closed*: only a person can mend it; *unreachable*: no answer now. */
export type AppToken = { kind: "good" } | { kind: "closed" | "unreachable"; why: string };

/** Asks Slack for a connection of Socket Mode and lets it pass unused: the one call that tells whether an app token is good. */
export async function checkAppToken(client: SlackClient): Promise<AppToken> {
  try {
    await client.call("apps.connections.open", {});
    return { kind: "good" };
  } catch (error) {
    const failure = failureOf(error);
    const why = appTokenClosedBy(failure);
    return why === null ? { kind: "unreachable", why: reason(failure) } : { kind: "closed", why };
  }
}

/** Why an app token is of no use until a person mends it, or null. */
export function appTokenClosedBy(failure: Failure): string | null {
  const why = closedBy(failure);
  if (why !== null) return `the app token: ${why}`;
  const scopeless = failure.kind === "platform" && failure.code === "missing_scope";
  return scopeless ? "the app token lacks the scope connections:write" : null;
}
