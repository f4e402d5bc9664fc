import { impossible } from "../../core/impossible.js";
import type { Outcome } from "../../core/message/messenger.js";
import { addressOf } from "./address.js";
import type { Failure } from "./failure.js";

type Row = [code: number, text: RegExp, becomes: "gone" | "refused" | "closed" | "same", why: string];

/** What Telegram's answers mean, told apart by their words since one code stands for many. The first row that fits decides. */
const rows: readonly Row[] = [
  [401, /./u, "closed", "Telegram does not accept the bot's token any more; make a new one with @BotFather"],
  // A wrong form of token is no address of the Bot API at all.
  [404, /^not found$/iu, "closed", "Telegram knows no bot of this token; copy it anew from @BotFather"],
  [400, /message is not modified/u, "same", "it stands there already"],
  [400, /message to edit not found|MESSAGE_ID_INVALID/u, "refused", "the post to edit was deleted"],
  [400, /message can't be edited/u, "refused", "this post cannot be edited"],
  [403, /bot was blocked/u, "gone", "the person blocked the bot"],
  [403, /user is deactivated/u, "gone", "the person's account was deleted"],
  [403, /can't initiate conversation/u, "gone", "the person has not started the bot"],
  [403, /can't send messages to bots/u, "gone", "the chat is another bot"],
  [403, /bot was kicked/u, "gone", "the bot was removed from the chat"],
  [403, /not a member/u, "gone", "the bot is no member of the chat"],
  [403, /chat was deleted/u, "gone", "the chat was deleted"],
  [403, /./u, "gone", "Telegram forbids the bot to post here"],
  [400, /chat not found|PEER_ID_INVALID/u, "gone", "Telegram knows no such chat, or the bot is not in it"],
  [400, /user not found/u, "gone", "Telegram knows no such person"],
  [400, /was upgraded|was deactivated/u, "gone", "the group was closed or became a supergroup"],
  [400, /not a member/u, "gone", "the bot is no member of the chat"],
  [400, /need administrator rights/u, "gone", "the bot has to be an administrator to post in this channel"],
  [400, /not enough rights|no rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED/u, "gone", "the bot may not write here"],
  // A thread has an address of its own, so it is that address which is gone and not the group.
  [400, /message thread not found|TOPIC_DELETED/u, "gone", "the thread was deleted"],
  [400, /TOPIC_CLOSED/u, "gone", "the thread was closed"],
];

/** How long a post waits when Telegram could not be reached, or asks for a pause without its length; ms. */
const patience = 60_000;

/** What a failed send means for the post; `edits` is the reference of the message that was to be edited, if one was. */
export function outcomeOf(failure: Failure, now: number, edits: string | null): Outcome {
  switch (failure.kind) {
    case "unsent":
      return { kind: "later", at: now + patience, why: failure.why };
    case "unclear":
      return { kind: "unknown", cause: failure.why };
    case "answered":
      return answerOutcome(failure, now, edits);
    default:
      return impossible(failure);
  }
}

type Answered = Extract<Failure, { kind: "answered" }>;

function answerOutcome(failure: Answered, now: number, edits: string | null): Outcome {
  const { code, text, retryAfter, movedTo } = failure;
  if (movedTo !== null) return { kind: "moved", to: addressOf(movedTo) };
  if (code === 429) {
    const pause = retryAfter === null ? patience : retryAfter * 1000;
    return { kind: "later", at: now + pause, why: `Telegram asks for a pause of ${pause / 1000} s`, slower: true };
  }
  if (code < 400 || code >= 500) return { kind: "unknown", cause: `${code}: ${text}` };
  const row = rows.find(([rowCode, form]) => rowCode === code && form.test(text));
  if (row === undefined) return { kind: "refused", why: `${code}: ${text}` };
  const [, , becomes, why] = row;
  if (becomes === "same") return edits === null ? { kind: "refused", why: text } : { kind: "sent", ref: edits };
  return { kind: becomes, why: `${why} (${text})` };
}

/** Whether Telegram could not read our HTML: it did not take the message, so its plain text may follow at once. */
export function isUnreadable(failure: Failure): boolean {
  return failure.kind === "answered" && failure.code === 400 && failure.text.includes("can't parse entities");
}
