import type { Chat, ChatMember, Message, Update, User } from "grammy/types";
import { keptNames } from "../../core/message/called.js";
import type { ChatAddress } from "../../core/message/messenger.js";
import type { Tongue } from "../../core/message/words.js";
import { addressOf } from "./address.js";

/** What we are called, and which commands we have: in a group, other bots' commands are heard too. */
export interface Self {
  username: string;
  commands: ReadonlySet<string>;
}

/** A command on its way from a chat. */
export interface HeardAsk {
  kind: "ask";
  chat: ChatAddress;
  from: string;
  /** True or false where it is known without asking; else the number of the person to ask Telegram about. */
  admin: boolean | number;
  words: readonly string[];
  /** As in `Ask`. */
  behind?: string;
  people?: readonly string[];
  names?: Readonly<Record<string, string>>;
  language: Tongue | null;
  /** The message to answer; null where an answer needs no mark. */
  replyTo: string | null;
  /** The message that a pressed button stands under; null if none was pressed, or if it is too old to be edited. */
  pressed: string | null;
}

/** What an update means to us. A press is a button's id that has to be acknowledged, whatever it asks for. */
export type Heard =
  | HeardAsk
  | { kind: "press"; id: string; chat: ChatAddress; ask: HeardAsk | null }
  /** `quiet`: a person who let us in again is answered anyway, since that comes with a `/start`. */
  | { kind: "joined"; chat: ChatAddress; language: Tongue | null; quiet: boolean }
  | { kind: "left"; chat: ChatAddress; why: string }
  | { kind: "moved"; chat: ChatAddress; to: ChatAddress };

/** The kinds of update that `hear` knows; Telegram sends no other. */
export const heardUpdates = ["message", "channel_post", "callback_query", "my_chat_member"] as const;

/** Reads an update; null for what is none of our business: edited, forwarded, of other bots, to other bots, of no words. */
export function hear(update: Update, self: Self): Heard | null {
  if (update.message !== undefined) return hearMessage(update.message, self);
  if (update.channel_post !== undefined) return hearMessage(update.channel_post, self);
  if (update.callback_query !== undefined) return hearPress(update.callback_query);
  if (update.my_chat_member !== undefined) return hearStanding(update.my_chat_member);
  return null;
}

function hearMessage(message: Message, self: Self): Heard | null {
  const { chat, migrate_to_chat_id: next, migrate_from_chat_id: last } = message;
  if (next !== undefined) return { kind: "moved", chat: addressOf(chat.id), to: addressOf(next) };
  if (last !== undefined) return { kind: "moved", chat: addressOf(last), to: addressOf(chat.id) };
  // Somebody else's words, among them a channel's posts in the group that discusses them.
  if (message.forward_origin !== undefined || message.is_automatic_forward === true) return null;
  if (message.via_bot !== undefined || message.edit_date !== undefined) return null;
  const asker = askerOf(message);
  const words = message.text === undefined ? null : commandOf(message.text, chat, self);
  if (asker === null || words === null) return null;
  return {
    kind: "ask",
    chat: placeAddress(message),
    ...asker,
    words,
    behind: behindOf(message.text ?? "", words),
    people: pointedAt(message),
    names: namesIn(message, message.from),
    language: tongueOf(message.from),
    replyTo: chat.type === "group" || chat.type === "supergroup" ? String(message.message_id) : null,
    pressed: null,
  };
}

/** Who wrote it, by number only: names can be changed and taken over. */
function askerOf({ chat, from, sender_chat: sender }: Message): Pick<HeardAsk, "from" | "admin"> | null {
  // A channel writes in its own name, and so does a group for administrators who stay unnamed.
  if (sender !== undefined) return { from: addressOf(sender.id), admin: sender.id === chat.id };
  if (chat.type === "channel") return { from: addressOf(chat.id), admin: true };
  if (from === undefined || from.is_bot) return null;
  return { from: addressOf(from.id), admin: chat.type === "private" || from.id };
}

/** In a forum each thread is a chat of its own. Elsewhere a thread is only a chain of answers. */
function placeAddress({ chat, is_topic_message, message_thread_id }: Message): ChatAddress {
  return addressOf(chat.id, is_topic_message === true ? (message_thread_id ?? null) : null);
}

/**
 * The words of a command that is meant for us. In private all words are; elsewhere those that name us, and commands that name
 * nobody if we have them: the others are some other bot's.
 */
function commandOf(text: string, chat: Chat, { username, commands }: Self): string[] | null {
  const [first = "", ...rest] = text.trim().split(/\s+/u);
  const typed = /^\/(?<name>\w+)(?:@(?<bot>\w+))?$/u.exec(first)?.groups;
  const isOurs = (name: string | undefined) => name?.toLowerCase() === username.toLowerCase();
  if (typed !== undefined) {
    const name = typed["name"] ?? "";
    const meant =
      typed["bot"] === undefined ? chat.type === "private" || commands.has(name.toLowerCase()) : isOurs(typed["bot"]);
    return meant ? [name, ...rest] : null;
  }
  if (first.startsWith("@") && isOurs(first.slice(1))) return rest.length === 0 ? ["help"] : withoutSlash(rest);
  return chat.type === "private" && first !== "" ? [first, ...rest] : null;
}

/** The text behind the command's own word, with its line breaks. */
function behindOf(text: string, [, ...rest]: readonly string[]): string {
  const [first] = rest;
  if (first === undefined) return "";
  // Behind a mention of us stands the command, and behind that the rest.
  const skipped = text.trim().split(/\s+/u).length - rest.length;
  return text.trim().replace(new RegExp(`^(?:\\S+\\s+){${skipped}}`, "u"), "");
}

/** People by number only: a name may be another's tomorrow. */
function pointedAt({ text = "", entities = [], reply_to_message: answered }: Message): string[] {
  const mentioned = entities.flatMap((entity) =>
    entity.type === "text_mention" && !entity.user.is_bot ? [entity.user.id] : [],
  );
  // Who writes for a chat is nobody.
  const author = answered?.sender_chat === undefined && answered?.from?.is_bot === false ? [answered.from.id] : [];
  return text === "" ? [] : [...mentioned, ...author].map((id) => addressOf(id));
}

/** How those are called whom a message is about: its author, its chat, and whom it points at. */
function namesIn(message: Message, from: User | undefined): Record<string, string> {
  const { chat, entities = [], reply_to_message: answered } = message;
  const mentioned = entities.flatMap((entity) => (entity.type === "text_mention" ? [entity.user] : []));
  const people = [from, answered?.from, ...mentioned].filter((one) => one?.is_bot === false);
  return keptNames({
    ...Object.fromEntries(people.map((one) => [addressOf(one?.id ?? 0), nameOf(one)])),
    // A person's chat is called as the person is.
    ...(chat.type === "private" ? {} : { [placeAddress(message)]: chat.title, [addressOf(chat.id)]: chat.title }),
  });
}

function nameOf(user: User | undefined): string {
  return [user?.first_name, user?.last_name].filter((part) => part !== undefined).join(" ");
}

function withoutSlash([first = "", ...rest]: string[]): string[] {
  return [first.replace(/^\//u, ""), ...rest];
}

function hearPress(query: NonNullable<Update["callback_query"]>): Heard {
  const { id, from, message, data } = query;
  const words = (data ?? "").trim().split(/\s+/u);
  // Under a message of inline mode there is no chat to answer in, and we have no such mode.
  if (message === undefined) return { kind: "press", id, chat: addressOf(from.id), ask: null };
  const chat = message.date === 0 ? addressOf(message.chat.id) : placeAddress(message);
  // What Telegram shows us no more may have stood in any thread of a forum.
  const isLost = message.date === 0 && message.chat.is_forum === true;
  if (words[0] === "" || from.is_bot || isLost) return { kind: "press", id, chat, ask: null };
  const ask: HeardAsk = {
    kind: "ask",
    chat,
    from: addressOf(from.id),
    // Anybody who reads a channel may press what stands there.
    admin: message.chat.type === "private" || from.id,
    words: withoutSlash(words),
    ...(message.date === 0 ? {} : { names: namesIn(message, from) }),
    language: tongueOf(from),
    replyTo: null,
    pressed: message.date === 0 ? null : String(message.message_id),
  };
  return { kind: "press", id, chat, ask };
}

function hearStanding(change: NonNullable<Update["my_chat_member"]>): Heard | null {
  const { from, old_chat_member: before, new_chat_member: after } = change;
  const chat = addressOf(change.chat.id);
  const quiet = change.chat.type === "private";
  const [could, can] = [before, after].map((member) => mayPost(member, change.chat));
  if (can && !could) return { kind: "joined", chat, language: tongueOf(from), quiet };
  return could && !can ? { kind: "left", chat, why: lossOf(after, change.chat) } : null;
}

function mayPost(member: ChatMember, chat: Chat): boolean {
  switch (member.status) {
    case "creator":
      return true;
    case "administrator":
      return chat.type !== "channel" || member.can_post_messages === true;
    case "member":
      return chat.type !== "channel";
    case "restricted":
      return member.is_member && member.can_send_messages;
    default:
      return false;
  }
}

function lossOf({ status }: ChatMember, chat: Chat): string {
  if (chat.type === "private") return "the person blocked the bot";
  if (status === "left" || status === "kicked") return "the bot was removed from the chat";
  return chat.type === "channel"
    ? "the bot may not post in this channel any more"
    : "the bot may not write here any more";
}

function tongueOf(user: User | undefined): Tongue | null {
  const code = user?.language_code?.toLowerCase().split("-", 1)[0];
  return code === "tr" || code === "en" ? code : null;
}
