import { z } from "zod";
import type { SlackClient } from "./client.js";
import { failureOf } from "./failure.js";
import { closedBy, reason } from "./outcome.js";

/** Who a bot token is: ids of its workspace and of its bot, the workspace's address, the scopes that it was given. */
export interface Known {
  kind: "known";
  team: string;
  user: string;
  bot: string | null;
  url: string;
  scopes: readonly string[] | null;
}

/**
 * *Closed*: the token is dead, which only a person can mend. *Unreachable*: Slack gave no answer now; `wait` is the span in ms
 * for which it asked to be left alone, or 0.
 */
export type Identity = Known | { kind: "closed"; why: string } | { kind: "unreachable"; why: string; wait: number };

const answer = z.looseObject({
  team_id: z.string(),
  user_id: z.string(),
  bot_id: z.string().nullable().catch(null),
  url: z.string().catch(""),
  response_metadata: z.looseObject({ scopes: z.array(z.string()).nullable().catch(null) }).catch({ scopes: null }),
});

/** Asks Slack who the token is. Never throws for an expected outcome. */
export async function identify(client: SlackClient): Promise<Identity> {
  let heard;
  try {
    heard = await client.call("auth.test", {});
  } catch (error) {
    const failure = failureOf(error);
    const why = closedBy(failure);
    if (why !== null) return { kind: "closed", why };
    return { kind: "unreachable", why: reason(failure), wait: failure.kind === "limited" ? failure.wait : 0 };
  }
  const { data } = answer.safeParse(heard);
  if (data === undefined) return { kind: "unreachable", why: "auth.test answered in a form we do not know", wait: 0 };
  return {
    kind: "known",
    team: data.team_id,
    user: data.user_id,
    bot: data.bot_id,
    url: data.url,
    scopes: data.response_metadata.scopes,
  };
}
