import { impossible } from "../../core/impossible.js";
import type { Ask, Ears, Reply } from "../../core/message/ask.js";
import type { Message } from "../../core/message/message.js";
import { textReply } from "../../core/message/reply.js";
import type { Words } from "../../core/message/words.js";
import { placeOf } from "./address.js";
import type { Attempt } from "./client.js";
import type { Heard, HeardAsk } from "./hear.js";
import type { Log } from "../log.js";
import { outcomeOf } from "./outcome.js";
import type { Put, Putting } from "./put.js";
import { causeOf } from "./supervise.js";

export interface HandleParts {
  ears: Ears;
  words: Words;
  log: Log;
  /** For questions and acknowledgements. */
  attempt: Attempt;
  /** For what people read. */
  put: Put;
}

/** Does what a heard update asks for: tells the ears, and says what they answer. Never throws. */
export function createHandle({ ears, words, log, attempt, put }: HandleParts) {
  async function say(putting: Putting): Promise<boolean> {
    await ears.turn(putting.chat);
    const result = await put(putting);
    if (result.ok) return true;
    const outcome = outcomeOf(result.failure, 0, putting.edits);
    if (outcome.kind === "sent") return true;
    log.warn({ chat: putting.chat, why: causeOf(result.failure) }, "an answer could not be sent");
    if (outcome.kind === "gone") await ears.left(putting.chat, outcome.why);
    if (outcome.kind === "moved") await ears.moved(putting.chat, outcome.to);
    // A post that can no longer be edited is still worth an answer.
    return putting.edits !== null && outcome.kind === "refused" ? say({ ...putting, edits: null }) : false;
  }

  async function sayAll({ chat, replyTo, pressed }: HeardAsk, { messages, replaces }: Reply): Promise<void> {
    for (const [index, message] of messages.entries()) {
      const edits = replaces && index === 0 ? pressed : null;
      if (!(await say({ chat, message, edits, replyTo: index === 0 ? replyTo : null }))) return;
    }
  }

  function askOf({ chat, from, words, behind, people, language, admin }: HeardAsk): Ask {
    let asked: Promise<boolean> | null = null;
    const isAdmin = async () => (typeof admin === "boolean" ? admin : (asked ??= administers(chat, admin)));
    const more = { ...(behind !== undefined && { behind }), ...(people !== undefined && { people }) };
    return { chat, from, words, ...more, language, isAdmin };
  }

  async function administers(address: string, person: number): Promise<boolean> {
    const { chat } = placeOf(address);
    const member = await attempt((api) => api.getChatMember(chat, person));
    if (member.ok) return member.value.status === "creator" || member.value.status === "administrator";
    throw new Error(`Telegram did not say who administers ${address}: ${causeOf(member.failure)}`);
  }

  /** A fault of ours costs one answer, and says so to the one who waits for it. */
  async function answer(heard: HeardAsk): Promise<void> {
    try {
      const reply = await ears.answer(askOf(heard));
      if (reply !== null) await sayAll(heard, reply);
    } catch (error) {
      logFault(heard.chat, error);
      const language = heard.language ?? "en";
      const { chat, replyTo } = heard;
      await say({ chat, replyTo, edits: null, message: textReply(language, words(language)("failed")) });
    }
  }

  async function acknowledge(id: string): Promise<void> {
    const result = await attempt((api) => api.answerCallbackQuery(id));
    // One pressed long ago, while we were down, takes none any more.
    if (!result.ok) log.info({ why: causeOf(result.failure) }, "a pressed button could not be acknowledged");
  }

  async function greet(chat: string, message: Message | null): Promise<void> {
    if (message !== null) await say({ chat, message, edits: null, replyTo: null });
  }

  async function act(heard: Heard): Promise<void> {
    switch (heard.kind) {
      case "ask":
        return answer(heard);
      case "press":
        await Promise.all([acknowledge(heard.id), heard.ask === null ? null : answer(heard.ask)]);
        return;
      case "joined": {
        const message = await ears.joined(heard.chat, heard.language);
        return greet(heard.chat, heard.quiet ? null : message);
      }
      case "left":
        return ears.left(heard.chat, heard.why);
      case "moved":
        return ears.moved(heard.chat, heard.to);
      default:
        return impossible(heard);
    }
  }

  function logFault(chat: string, error: unknown): void {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log.error({ chat, fault }, "what a chat asked for failed");
  }

  return async function handle(heard: Heard): Promise<void> {
    try {
      await act(heard);
    } catch (error) {
      logFault(heard.chat, error);
    }
  };
}
