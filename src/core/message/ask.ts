import type { Message } from "./message.js";
import type { ChatAddress } from "./messenger.js";
import type { Tongue } from "./words.js";

/** A command as heard, typed or as the action of a pressed button. */
export interface Ask {
  chat: ChatAddress;
  /** Who asks, as in `ADMINS`: `telegram:123`, `slack:T01/U02`; a channel that posts in its own name is its own address. */
  from: string;
  /** What was written, cut at blanks; the first is the command, with or without `/` and `@bot`. */
  words: readonly string[];
  /** What was written behind the first word as it was, line breaks and all; absent where nothing was written (a button). */
  behind?: string;
  /** Whom the words point at, as in `ADMINS`: people whom they mention, or whose message they answer. */
  people?: readonly string[];
  /** The language that the asker set on the platform, if it is one of ours. */
  language: Tongue | null;
  /** Whether the one who asks administers this chat; asked of the platform, so only when it matters. */
  isAdmin(): Promise<boolean>;
}

/** Our answer: its messages in order. */
export interface Reply {
  messages: readonly Message[];
  /** After a button: the first message takes the place of the one that the button stands under. */
  replaces: boolean;
  /** After a button: said to who pressed it alone, in place of the messages, where the platform can. */
  aside?: string;
}

/** What a listener tells, and whom it asks; main gives it the use cases. Nothing here throws for what a person did. */
export interface Ears {
  /** The answer to a command; null where silence is right (words that were not meant for us). */
  answer(ask: Ask): Promise<Reply | null>;
  /** We were let into a chat: what to say there; null for nothing. */
  joined(chat: ChatAddress, language: Tongue | null): Promise<Message | null>;
  /** We cannot post to a chat any more, and why. */
  left(chat: ChatAddress, why: string): Promise<void>;
  /** A chat has a new address. May be told more than once. */
  moved(from: ChatAddress, to: ChatAddress): Promise<void>;
  /** Resolves when an answer may go to the chat, so that answers and posts together keep the platform's pace. */
  turn(chat: ChatAddress): Promise<void>;
}

/** A command as a platform's menu shows it. */
export interface MenuEntry {
  name: string;
  args: string;
  who: "anyone" | "chatAdmin" | "admin";
  summary: Record<Tongue, string>;
}

/** How listening ended: asked to, or because the account takes no calls any more, which only a person can mend. */
export type Deaf = { kind: "stopped" } | { kind: "closed"; why: string };
