import type { Entity } from "./html.js";
import type { Button } from "./markup.js";
import type { Chat, Message, State } from "./state.js";

/** A message as a person sees it. */
export interface Shown {
  chat: number;
  id: number;
  /** The shown name: a person's, the bot's, the channel's. */
  from: string;
  bot: boolean;
  /** Epoch milliseconds of the fake's clock. */
  at: number;
  text: string;
  entities: Entity[];
  buttons: Button[][];
  thread: number | null;
  replyTo: number | null;
  photo: boolean;
  silent: boolean;
  preview: Record<string, unknown> | null;
  /** What it said before, oldest first. */
  edits: { text: string; entities: Entity[]; at: number }[];
}

export function shown(state: State, message: Message): Shown {
  const { id, chat, from, author, date, text, entities, buttons, thread, replyTo, silent, preview, edits } = message;
  return {
    chat: chat.id,
    id,
    from: from?.first_name ?? chat.title,
    bot: author === state.bot,
    at: date,
    text,
    entities,
    buttons,
    thread,
    replyTo,
    photo: message.photo !== null,
    silent,
    preview,
    edits,
  };
}

/** What stands in a chat, oldest first; deleted messages are gone. */
export const messagesOf = (state: State, chat: Chat): Shown[] =>
  [...chat.messages.values()].map((message) => shown(state, message));

/** The message behind a shown one; throws if it is gone. */
export function behind(state: State, { chat, id }: Pick<Shown, "chat" | "id">): Message {
  const message = state.chats.get(chat)?.messages.get(id);
  if (message === undefined) throw new Error(`no message ${id} in chat ${chat}`);
  return message;
}
