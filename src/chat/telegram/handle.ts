import { InputFile } from "grammy";
import { impossible } from "../../core/impossible.js";
import type { Ask, Ears, Picture, Reply } from "../../core/message/ask.js";
import { cutAt } from "../../core/message/cut.js";
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

/** Telegram's limit, in UTF-16 units. */
const longestAside = 200;

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

  /** The words that follow tell the same: a picture that cannot be sent is logged, and nothing is lost. */
  async function showPicture(address: string, { png, name, title }: Picture): Promise<void> {
    const { chat, thread } = placeOf(address);
    const where = thread === null ? {} : { message_thread_id: thread };
    await ears.turn(address);
    const shown = await attempt((api) => api.sendPhoto(chat, new InputFile(png, name), { caption: title, ...where }));
    if (!shown.ok) log.warn({ chat: address, why: causeOf(shown.failure) }, "a picture could not be sent");
  }

  async function sayAll({ chat, replyTo, pressed }: HeardAsk, { messages, replaces, picture }: Reply): Promise<void> {
    if (picture !== undefined) await showPicture(chat, picture);
    for (const [index, message] of messages.entries()) {
      const edits = replaces && index === 0 ? pressed : null;
      if (!(await say({ chat, message, edits, replyTo: index === 0 ? replyTo : null }))) return;
    }
  }

  function askOf({ chat, from, words, behind, people, names, language, admin }: HeardAsk): Ask {
    let asked: Promise<boolean> | null = null;
    const isAdmin = async () => (typeof admin === "boolean" ? admin : (asked ??= administers(chat, admin)));
    const more = {
      ...(behind !== undefined && { behind }),
      ...(people !== undefined && { people }),
      ...(names !== undefined && { names }),
    };
    return { chat, from, words, ...more, language, isAdmin };
  }

  async function administers(address: string, person: number): Promise<boolean> {
    const { chat } = placeOf(address);
    const member = await attempt((api) => api.getChatMember(chat, person));
    if (member.ok) return member.value.status === "creator" || member.value.status === "administrator";
    throw new Error(`Telegram did not say who administers ${address}: ${causeOf(member.failure)}`);
  }

  /** A fault of ours costs one answer, and says so to the one who waits for it. `press` is the button's, to be acknowledged. */
  async function answer(heard: HeardAsk, press: string | null = null): Promise<void> {
    let unheard = press;
    try {
      const reply = await ears.answer(askOf(heard));
      unheard = null;
      const aside = press === null ? undefined : reply?.aside;
      await Promise.all([
        press === null ? null : acknowledge(press, aside),
        reply === null || aside !== undefined ? null : sayAll(heard, reply),
      ]);
    } catch (error) {
      if (unheard !== null) await acknowledge(unheard);
      logFault(heard.chat, error);
      const language = heard.language ?? "en";
      const { chat, replyTo } = heard;
      await say({ chat, replyTo, edits: null, message: textReply(language, words(language)("failed")) });
    }
  }

  /** Telegram shows who pressed the button what is said with it. */
  async function acknowledge(id: string, aside?: string): Promise<void> {
    const told = aside === undefined ? {} : { text: cutAt(aside, longestAside) };
    const result = await attempt((api) => api.answerCallbackQuery(id, told));
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
        return heard.ask === null ? acknowledge(heard.id) : answer(heard.ask, heard.id);
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
