import type { Message } from "./message.js";

/** Address of a chat: `console`, `telegram:<chat id>[/<thread id>]`, `slack:<team id>/<channel id>`. */
export type ChatAddress = string;
/** What a chat lives on. */
export type Platform = "console" | "telegram" | "slack";

/** A message on its way to one chat. `delivery` is the outbox's id, so that a platform with metadata can be asked for it. */
export interface Post {
  delivery: string;
  chat: ChatAddress;
  message: Message;
  /** The platform's reference of the message that this one answers. */
  replyTo: string | null;
  /** The reference of the message to edit in place; null for a new post. */
  edits: string | null;
  /** Sent again after an unknown outcome: marked as a repeat. */
  repeat: boolean;
}

/** What became of a post; each is one line in `app/deliver`. Times are epoch ms. */
export type Outcome =
  | { kind: "sent"; ref: string }
  /** Certainly not sent: try again at `at`. `slower`: the platform asked for a slower pace (429). */
  | { kind: "later"; at: number; why: string; slower?: true }
  | { kind: "moved"; to: ChatAddress }
  /** The chat no longer takes posts. */
  | { kind: "gone"; why: string }
  /** Certainly not sent, and never will be in this form. */
  | { kind: "refused"; why: string }
  /** It may or may not have been sent: settled by the platform's history or by `delivery.uncertain`. */
  | { kind: "unknown"; cause: string }
  /** Certainly not sent: the account itself takes no calls any more (a dead token), so its lane stands still. */
  | { kind: "closed"; why: string };

/** Which posts are looked for: those to a chat since a time (epoch ms), answers to the message `replyTo` among them. */
export interface Asked {
  chat: ChatAddress;
  since: number;
  replyTo: string | null;
}

/** What sends a message to a chat of one platform. `send` never throws for an expected outcome. */
export interface Messenger {
  send(post: Post): Promise<Outcome>;
  /** References of posts that are in the chat already, by delivery id; null where the platform cannot be asked. Rejects if it does not answer. */
  history(asked: Asked): Promise<ReadonlyMap<string, string> | null>;
}
