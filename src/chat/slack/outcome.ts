import type { Outcome } from "../../core/message/messenger.js";
import { impossible } from "../../core/impossible.js";
import type { Failure } from "./failure.js";

/** What a refusal of Slack's means for a post: an outcome, or another way to try that is worth one more call. */
type Verdict = "later" | "gone" | "closed" | "unknown" | "refused" | "join" | "unthreaded";

/** Every code that is not *refused*, which is what all others are: Slack answered, so nothing was posted, and never will be so. */
const verdicts: Record<string, Verdict> = {
  ratelimited: "later",
  rate_limited: "later",
  message_limit_exceeded: "later",
  team_added_to_org: "later",
  org_login_required: "later",
  external_channel_migrating: "later",

  not_in_channel: "join",

  thread_not_found: "unthreaded",
  cannot_reply_to_message: "unthreaded",
  restricted_action_thread_locked: "unthreaded",
  restricted_action_non_threadable_channel: "unthreaded",

  channel_not_found: "gone",
  is_archived: "gone",
  is_inactive: "gone",
  channel_is_limited_access: "gone",
  no_permission: "gone",
  messages_tab_disabled: "gone",
  posting_to_channel_denied: "gone",
  restricted_action: "gone",
  restricted_action_read_only_channel: "gone",
  restricted_action_thread_only_channel: "gone",

  token_revoked: "closed",
  token_expired: "closed",
  account_inactive: "closed",
  invalid_auth: "closed",
  not_authed: "closed",
  not_allowed_token_type: "closed",
  team_disabled: "closed",
  team_not_found: "closed",
  team_access_not_granted: "closed",
  user_removed_from_team: "closed",
  two_factor_setup_required: "closed",
  ekm_access_denied: "closed",
  enterprise_is_restricted: "closed",
  app_access_restricted: "closed",
  accesslimited: "closed",
  forbidden_team: "closed",

  fatal_error: "unknown",
  internal_error: "unknown",
  request_timeout: "unknown",
  service_unavailable: "unknown",
  update_failed: "unknown",
};

/** What an operator or an admin can do about a code. */
const cures: Record<string, string> = {
  not_in_channel: "write /invite @Tellal in the channel",
  no_permission: "write /invite @Tellal in the channel",
  channel_not_found: "the channel is gone, or it is private: write /invite @Tellal in it",
  is_archived: "the channel is archived",
  token_revoked: "install the app again and set its new token",
  token_expired: "install the app again and set its new token",
  invalid_auth: "the token is wrong",
  not_authed: "the token is missing",
  account_inactive: "the app was removed from the workspace: install it again and set its new token",
  accesslimited: "the app's list of allowed addresses leaves out this machine",
  messages_tab_disabled: "switch on the messages tab in the app's settings",
};

/** How long until a post is tried again that never left us, in ms. */
const unreached = 60_000;

/** The outcome of a call that brought no answer we can use, or the other way that is worth one more call. */
export function outcomeOf(failure: Failure, now: number): Outcome | { kind: "join" | "unthreaded"; why: string } {
  switch (failure.kind) {
    case "limited":
      return { kind: "later", at: now + failure.wait, why: "Slack asks for a slower pace", slower: true };
    case "unsent":
      return { kind: "later", at: now + unreached, why: `Slack was not reached: ${failure.why}` };
    case "unclear":
      return { kind: "unknown", cause: failure.why };
    case "platform": {
      const verdict = verdicts[failure.code] ?? "refused";
      const why = reason(failure);
      if (verdict === "later") return { kind: verdict, at: now + unreached, why };
      return verdict === "unknown" ? { kind: verdict, cause: why } : { kind: verdict, why };
    }
    default:
      return impossible(failure);
  }
}

/** Whether the account itself takes no calls any more; why, or null. */
export function closedBy(failure: Failure): string | null {
  if (failure.kind !== "platform" || verdicts[failure.code] !== "closed") return null;
  return reason(failure);
}

/** A failure as a line for the log and for admins: Slack's code, the scope it misses, its remarks, and the cure we know. */
export function reason(failure: Failure): string {
  if (failure.kind === "limited") return "Slack asks for a slower pace";
  if (failure.kind !== "platform") return failure.why;
  const needed = failure.needed === null ? [] : [`the token lacks the scope ${failure.needed}`];
  const cure = cures[failure.code];
  return [failure.code, ...needed, ...failure.messages, ...(cure === undefined ? [] : [cure])].join("; ");
}
