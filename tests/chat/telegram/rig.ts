import { setTimeout as sleep } from "node:timers/promises";
import { inspect } from "node:util";
import { createTelegramListener, type TelegramListenerParts } from "../../../src/chat/telegram/listener.js";
import type { Ask, Deaf, Ears, MenuEntry, Reply } from "../../../src/core/message/ask.js";
import type { Message } from "../../../src/core/message/message.js";
import { textReply } from "../../../src/core/message/reply.js";
import { createLog } from "../../../src/log.js";
import { words } from "../../core/message/locales.js";
import { createTelegram } from "../../world/telegram/telegram.js";
import { token } from "./posts.js";

/** Two commands for anyone and one for those who administer a chat. */
export const menu: MenuEntry[] = [
  { name: "topics", args: "", who: "anyone", summary: { tr: "Konuları gösterir", en: "Shows the topics" } },
  { name: "latest", args: "[topic]", who: "anyone", summary: { tr: "Son haberler", en: "The latest stories" } },
  { name: "subscribe", args: "<topic>", who: "chatAdmin", summary: { tr: "Takip eder", en: "Follows a topic" } },
  { name: "feed", args: "", who: "admin", summary: { tr: "Kaynaklar", en: "Feeds" } },
];

export interface RigOptions extends Partial<Pick<TelegramListenerParts, "menu" | "webhook" | "wait">> {
  answer?: (ask: Ask) => Promise<Reply | null>;
  greeting?: Message;
}

/** An answer of one message that stands below. */
export function reply(...texts: string[]): Reply {
  return { messages: texts.map((text) => textReply("en", text)), replaces: false };
}

/** A listener at a Telegram of its own; what the ears hear is written down. Answers repeat the words unless told otherwise. */
export async function createRig({ answer, greeting, ...parts }: RigOptions = {}) {
  const telegram = await createTelegram({ token, rates: { chatPerSecond: Infinity } });
  const asks: Ask[] = [];
  const told: string[] = [];
  const lines: string[] = [];
  const seen: string[] = [];
  const pauses: number[] = [];
  const pino = createLog({ level: "trace", format: "json", secrets: [], write: (line) => lines.push(line) });
  const level = (name: "info" | "warn" | "error") => (facts: object, text: string) => {
    seen.push(`${text} ${inspect(facts, { depth: 20, showHidden: true })}`);
    pino[name](facts, text);
  };
  const ears: Ears = {
    async answer(ask) {
      asks.push(ask);
      return answer === undefined ? reply(`heard: ${ask.words.join(" ")}`) : answer(ask);
    },
    async joined(chat, language) {
      told.push(`joined ${chat} ${language}`);
      return greeting ?? null;
    },
    left: async (chat, why) => void told.push(`left ${chat}: ${why}`),
    moved: async (from, to) => void told.push(`moved ${from} ${to}`),
    turn: async (chat) => void told.push(`turn ${chat}`),
  };
  const stop = new AbortController();
  const listener = createTelegramListener({
    token,
    apiRoot: telegram.url,
    ears,
    words,
    menu: [],
    webhook: null,
    log: { info: level("info"), warn: level("warn"), error: level("error") },
    // A hundred times as fast: pauses are looked at, not waited for.
    async wait(ms, signal) {
      pauses.push(ms);
      await sleep(Math.min(ms / 100, 100), undefined, { signal }).catch(() => undefined);
    },
    ...parts,
  });
  let listening: Promise<Deaf> | null = null;

  return {
    telegram,
    token,
    listener,
    asks,
    /** What else the ears were told, but for turns. */
    told: () => told.filter((line) => !line.startsWith("turn ")),
    turns: () => told.filter((line) => line.startsWith("turn ")),
    lines,
    /** All that was given to the log, before the log blackened what looks like a secret. */
    seen,
    pauses,
    listen: () => (listening ??= listener.listen(stop.signal)),
    async stop(): Promise<Deaf | null> {
      stop.abort();
      return listening;
    },
    async close() {
      stop.abort();
      await listening;
      telegram.expectHonest();
      await telegram.close();
    },
  };
}

export type Rig = Awaited<ReturnType<typeof createRig>>;
