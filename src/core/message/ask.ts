import type { Form, Values } from "./form.js";
import type { Message } from "./message.js";
import type { ChatAddress, Platform } from "./messenger.js";
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
  /** How the platform calls who asks, the chat and those people, by their addresses, as far as it says. */
  names?: Readonly<Record<string, string>>;
  /** The language that the asker set on the platform, if it is one of ours. */
  language: Tongue | null;
  /** Whether the one who asks administers this chat; asked of the platform, so only when it matters. */
  isAdmin(): Promise<boolean>;
  /** Whether what is posted to the chat would arrive, where commands reach us from chats that we are not in. */
  reaches?: () => Promise<boolean>;
}

/** Our answer: its messages in order. */
export interface Reply {
  messages: readonly Message[];
  /** After a button: the first message takes the place of the one that the button stands under. */
  replaces: boolean;
  /** After a button: said to who pressed it alone, in place of the messages, where the platform can. */
  aside?: string;
  /** Comes before the messages, which tell the same in words. */
  picture?: Picture;
}

/** A picture that we drew; `alt` tells in words what it shows. */
export interface Picture {
  name: string;
  png: Uint8Array;
  title: string;
  alt: string;
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

/** What became of a form: what is wrong by field, the form once more with what came of it, or an answer in its place. */
export type Filled =
  | { kind: "faults"; faults: Record<string, string> }
  | { kind: "form"; form: Form }
  | { kind: "reply"; reply: Reply };

/** Who looks at the app's own page, and which chats of the same account they are in. */
export interface Visit {
  from: string;
  language: Tongue | null;
  /** `name` is null where it is the visitor's own conversation with us. */
  chats: readonly { address: ChatAddress; name: string | null }[];
}

/** The use cases of platforms with windows and a page of the app's own. */
export interface Desk {
  /** Whether a command, typed or pressed, is answered by a form. */
  hasForm(words: readonly string[]): boolean;
  /** The form that a command asks to be filled in; what is said in its place if it is not for the asker. */
  form(ask: Ask): Promise<Form | Reply>;
  /** Takes what was filled into the form of that command. Asks for rights anew, and trusts nothing of it. */
  fill(ask: Ask, values: Values): Promise<Filled>;
  home(visit: Visit): Promise<Message>;
}

/** A command as a platform's menu shows it. */
export interface MenuEntry {
  name: string;
  args: string;
  who: "anyone" | "chatAdmin" | "admin";
  /** The one platform that has the command, if not all. */
  only?: Platform | undefined;
  summary: Record<Tongue, string>;
}

/** How listening ended: asked to, or because the account takes no calls any more, which only a person can mend. */
export type Deaf = { kind: "stopped" } | { kind: "closed"; why: string };
