import { faultText, type Admins, type Log, type Notice } from "./log.js";
import { impossible } from "../core/impossible.js";
import { readAddress, type Lane } from "../core/lane.js";
import type { Message } from "../core/message/message.js";
import type { Messenger } from "../core/message/messenger.js";
import { textReply } from "../core/message/reply.js";
import { calledText } from "../core/message/called.js";
import { causeText } from "../core/message/cause.js";
import { spanText } from "../core/message/dates.js";
import type { Say, Tongue, Words } from "../core/message/words.js";
import type { Names } from "../store/names.js";
import type { Store } from "../store/store.js";

export interface TellAdminsParts {
  store: Pick<Store, "admins" | "chats" | "names" | "watched">;
  /** Those of `ADMINS`: `telegram:123`, `slack:T01/U02`. */
  admins: readonly string[];
  messengers: ReadonlyMap<Lane, Messenger>;
  words: Words;
  log: Log;
  clock: () => number;
}

/** The same thing is told again after this, in ms, if it is still so. */
const pause = 60 * 60_000;
/** Kinds of which one tells of all: a fan-out that nobody takes would else be a message for each chat. */
const together: ReadonlySet<Notice["kind"]> = new Set(["dead", "gone"]);

/**
 * Tells the admins by message what a person has to mend, each thing once an hour and the first of many that are alike, on whatever platforms still work. A chat of
 * Telegram that is gone stands in the log alone: people come and go. A channel of Slack has mostly forgotten to invite the app.
 */
export function createTellAdmins({ store, admins, messengers, words, log, clock }: TellAdminsParts) {
  const told = new Map<string, number>();

  async function tellOne(chat: string, notice: Notice): Promise<boolean> {
    const lane = laneOf(chat);
    const messenger = lane === null ? undefined : messengers.get(lane);
    if (messenger === undefined) return false;
    const language = (await store.chats.find(chat))?.language ?? "tr";
    const names = await store.names.of("chat" in notice ? [notice.chat] : []);
    const message = noticeMessage(notice, language, words, names, clock());
    const outcome = await messenger.send({
      delivery: "notice",
      chat,
      message,
      replyTo: null,
      edits: null,
      repeat: false,
    });
    if (outcome.kind !== "sent") log.warn({ chat, outcome }, "an admin could not be told");
    return outcome.kind === "sent";
  }

  /** Tells all admins; false if none could be told. Does not reject. */
  async function tell(notice: Notice): Promise<boolean> {
    try {
      const all = [...new Set([...admins, ...(await store.admins.list())])];
      const reached = await Promise.all(
        all.map((chat) =>
          tellOne(chat, notice).catch((error: unknown) => {
            log.error({ chat, fault: faultText(error) }, "telling an admin threw");
            return false;
          }),
        ),
      );
      return reached.includes(true);
    } catch (error) {
      log.error({ fault: faultText(error) }, "the admins could not be told");
      return false;
    }
  }

  /** What happens is told once an hour, over restarts too; a closed lane once, until it sends again, which `watch` sees. */
  async function tellOnce(notice: Notice, key: string): Promise<void> {
    const before = notice.kind === "closed" ? -1 : clock() - pause;
    try {
      if (await store.watched.told(key, before, clock())) await tell(notice);
    } catch (error) {
      log.error({ fault: faultText(error) }, "the admins could not be told");
    }
  }

  const happened: Admins = (notice) => {
    if (notice.kind === "gone" && !notice.chat.startsWith("slack:")) return;
    const key = keyOf(notice);
    if (clock() < (told.get(key) ?? -Infinity) + pause) return;
    told.set(key, clock());
    void tellOnce(notice, key);
  };
  return { happened, tell };
}

function keyOf(notice: Notice): string {
  if (notice.kind === "closed") return `closed:${notice.lane}`;
  if (notice.kind === "wrong") return `event:wrong:${notice.story}:${notice.chat}`;
  return `event:${together.has(notice.kind) ? notice.kind : JSON.stringify(notice)}`;
}

/** A person of Slack is reached in the workspace's lane, though the address is no chat's. */
function laneOf(chat: string): Lane | null {
  return readAddress(chat)?.lane ?? (chat.startsWith("slack:") ? (chat.split("/", 1)[0] ?? null) : null);
}

/** A notice with what it speaks of under it. */
function noticeMessage(notice: Notice, language: Tongue, words: Words, names: Names, now: number): Message {
  const message = textReply(language, noticeText(notice, language, words(language), names, now));
  return notice.kind === "wrong" ? { ...message, blocks: [...message.blocks, ...notice.shown.blocks] } : message;
}

function noticeText(notice: Notice, language: Tongue, say: Say, names: Names, now: number): string {
  switch (notice.kind) {
    case "gap":
      return say("notice-gap", { feed: notice.feed });
    case "failing":
      return say("notice-failing", {
        feed: notice.feed,
        span: spanText(now - notice.since, language),
        why: causeText(notice.why, say),
      });
    case "silent":
      return notice.newest === null
        ? say("notice-silent", { feed: notice.feed })
        : say("notice-silent-since", { feed: notice.feed, span: spanText(now - notice.newest, language) });
    case "layout":
      return say("notice-layout", { feed: notice.feed, count: notice.pages });
    case "still": {
      const { lane, waiting, since } = notice;
      return say("notice-still", { lane, count: waiting, span: spanText(now - since, language) });
    }
    case "well":
      return say(`notice-well-${notice.of}`, { what: notice.what });
    case "unread":
      return say("notice-unread", { topic: notice.topic, keyword: notice.keyword.slice(0, 80) });
    case "dead":
      return say("notice-dead", { chat: calledText(notice.chat, names), why: causeText(notice.why, say) });
    case "gone":
      return say("notice-gone", { chat: calledText(notice.chat, names), why: causeText(notice.why, say) });
    case "closed":
      return say("notice-closed", { lane: notice.lane, why: causeText(notice.why, say) });
    case "wrong":
      return say("notice-wrong", { chat: calledText(notice.chat, names), story: notice.story });
    default:
      return impossible(notice);
  }
}
