import type { ChatAddress } from "../../core/message/messenger.js";

/** A chat by Telegram's numbers; `thread` is the forum thread, null outside of one. */
export interface Place {
  chat: number;
  thread: number | null;
}

/** The thread *General* exists in each forum; a post that names it is refused with `message thread not found`. */
const general = 1;

/** Telegram's numbers of an address. Throws for one of another platform: nobody may give us such. */
export function placeOf(address: ChatAddress): Place {
  const parts = /^telegram:(?<chat>-?\d+)(?:\/(?<thread>\d+))?$/u.exec(address)?.groups;
  if (parts === undefined) throw new Error(`${address} is no chat of Telegram`);
  const thread = parts["thread"] === undefined ? general : Number(parts["thread"]);
  return { chat: Number(parts["chat"]), thread: thread === general ? null : thread };
}

/** The address of a chat, a person or a channel, by its number. */
export function addressOf(chat: number, thread: number | null = null): ChatAddress {
  return thread === null ? `telegram:${chat}` : `telegram:${chat}/${thread}`;
}
