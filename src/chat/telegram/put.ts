import type { InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions } from "grammy/types";
import { renderConsole, plainPaint } from "../../core/message/console.js";
import { cutAt } from "../../core/message/cut.js";
import type { Message } from "../../core/message/message.js";
import type { ChatAddress } from "../../core/message/messenger.js";
import { renderTelegram, type TelegramMessage } from "../../core/message/telegram.js";
import { placeOf } from "./address.js";
import type { Attempt, Attempted } from "./client.js";
import { isUnreadable } from "./outcome.js";

/** A message for a chat; `replyTo` and `edits` are numbers of messages as text, as `Post` has them. */
export interface Putting {
  chat: ChatAddress;
  message: Message;
  replyTo: string | null;
  edits: string | null;
}

/** Puts a message into a chat or in the place of an older one, and returns its reference. */
export type Put = (putting: Putting, signal?: AbortSignal) => Promise<Attempted<string>>;

/** Telegram's limit for a text, in UTF-16 units. */
const longest = 4096;

/** Sends as HTML, and once more as plain text if Telegram cannot read the HTML, which it then has not taken. */
export function createPut(attempt: Attempt): Put {
  async function once({ chat: address, edits, replyTo }: Putting, { text, ...look }: Content, signal?: AbortSignal) {
    const { chat, thread } = placeOf(address);
    if (edits !== null) {
      const edited = await attempt((api, stop) => api.editMessageText(chat, Number(edits), text, look, stop), signal);
      return edited.ok ? { ...edited, value: edits } : edited;
    }
    const where = {
      ...(thread !== null && { message_thread_id: thread }),
      ...(replyTo !== null && {
        reply_parameters: { message_id: Number(replyTo), allow_sending_without_reply: true },
      }),
    };
    const sent = await attempt((api, stop) => api.sendMessage(chat, text, { ...look, ...where }, stop), signal);
    return sent.ok ? { ...sent, value: String(sent.value.message_id) } : sent;
  }

  return async function put(putting, signal) {
    const { text, ...rest } = renderTelegram(putting.message);
    const look = lookOf(rest);
    const first = await once(putting, { text, parse_mode: "HTML", ...look }, signal);
    if (first.ok || !isUnreadable(first.failure)) return first;
    return once(putting, { text: plainText(putting.message), ...look }, signal);
  };
}

interface Content {
  text: string;
  parse_mode?: "HTML";
  link_preview_options: LinkPreviewOptions;
  reply_markup?: InlineKeyboardMarkup;
}

function lookOf({ preview, keyboard }: Omit<TelegramMessage, "text">): Omit<Content, "text"> {
  return {
    link_preview_options: preview === null ? { is_disabled: true } : { url: preview },
    // An edit without a keyboard takes the old one away.
    ...(keyboard.length > 0 && { reply_markup: { inline_keyboard: keyboard.map((row) => row.map(keyOf)) } }),
  };
}

function keyOf({ text, url, callback_data }: TelegramMessage["keyboard"][number][number]): InlineKeyboardButton {
  return url === undefined ? { text, callback_data: callback_data ?? "" } : { text, url };
}

function plainText(message: Message): string {
  return cutAt(renderConsole(message, { width: longest, paint: plainPaint }), longest);
}
