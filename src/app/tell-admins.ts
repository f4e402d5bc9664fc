import { faultText, type Admins, type Log, type Notice } from "./log.js";
import { impossible } from "../core/impossible.js";
import { readAddress, type Lane } from "../core/lane.js";
import type { Messenger } from "../core/message/messenger.js";
import { textReply } from "../core/message/reply.js";
import type { Say, Words } from "../core/message/words.js";
import type { Store } from "../store/store.js";

export interface TellAdminsParts {
  store: Pick<Store, "chats">;
  /** Those of `ADMINS`: `telegram:123`, `slack:T01/U02`. */
  admins: readonly string[];
  messengers: ReadonlyMap<Lane, Messenger>;
  words: Words;
  log: Log;
  clock: () => number;
}

/** The same thing is told again after this, in ms, if it is still so. */
const pause = 60 * 60_000;
/** Kinds of which one tells of all: a fan-out that nobody takes would else be a message for each chat, and a new layout one for each story. */
const together: ReadonlySet<Notice["kind"]> = new Set(["dead", "gone", "layout"]);

/**
 * Tells the admins by message what a person has to mend, each thing once an hour and the first of many that are alike, on whatever platforms still work. A chat of
 * Telegram that is gone stands in the log alone: people come and go. A channel of Slack has mostly forgotten to invite the app.
 */
export function createTellAdmins({ store, admins, messengers, words, log, clock }: TellAdminsParts): Admins {
  const told = new Map<string, number>();

  async function tell(chat: string, notice: Notice): Promise<void> {
    const lane = laneOf(chat);
    const messenger = lane === null ? undefined : messengers.get(lane);
    if (messenger === undefined) return;
    const language = (await store.chats.find(chat))?.language ?? "tr";
    const message = textReply(language, noticeText(notice, words(language)));
    const outcome = await messenger.send({
      delivery: "notice",
      chat,
      message,
      replyTo: null,
      edits: null,
      repeat: false,
    });
    if (outcome.kind !== "sent") log.warn({ chat, outcome }, "an admin could not be told");
  }

  return (notice) => {
    if (notice.kind === "gone" && !notice.chat.startsWith("slack:")) return;
    const key = together.has(notice.kind) ? notice.kind : JSON.stringify(notice);
    if (clock() < (told.get(key) ?? -Infinity) + pause) return;
    told.set(key, clock());
    for (const chat of admins) {
      tell(chat, notice).catch((error: unknown) => {
        log.error({ chat, fault: faultText(error) }, "telling an admin threw");
      });
    }
  };
}

/** A person of Slack is reached in the workspace's lane, though the address is no chat's. */
function laneOf(chat: string): Lane | null {
  return readAddress(chat)?.lane ?? (chat.startsWith("slack:") ? (chat.split("/", 1)[0] ?? null) : null);
}

function noticeText(notice: Notice, say: Say): string {
  switch (notice.kind) {
    case "gap":
      return say("notice-gap", { feed: notice.feed });
    case "layout":
      return say("notice-layout", { link: notice.link });
    case "dead":
      return say("notice-dead", { chat: notice.chat, why: notice.why });
    case "gone":
      return say("notice-gone", { chat: notice.chat, why: notice.why });
    case "closed":
      return say("notice-closed", { lane: notice.lane, why: notice.why });
    default:
      return impossible(notice);
  }
}
