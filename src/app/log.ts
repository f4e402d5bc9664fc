import type { Message } from "../core/message/message.js";

/** What the use cases log to; pino's logger is one. Facts first, then what happened. */
export interface Log {
  info(facts: object, text: string): void;
  warn(facts: object, text: string): void;
  error(facts: object, text: string): void;
}

/** Something that admins should hear of; it is logged as well. */
export type Notice =
  /** A poll shares no item with the last good one: stories may have passed unseen. */
  | { kind: "gap"; feed: string; since: number | null }
  /** A feed could not be read for an hour. */
  | { kind: "failing"; feed: string; since: number; why: string }
  /** A feed answers, and brings nothing at an hour at which it usually does. */
  | { kind: "silent"; feed: string; newest: number | null }
  /** So many pages of a feed in a row are of a structure that we do not know. */
  | { kind: "layout"; feed: string; pages: number }
  /** A lane sends nothing of what is due. */
  | { kind: "still"; lane: string; waiting: number; since: number }
  /** What was told of is no longer so. */
  | { kind: "well"; of: "failing" | "silent" | "layout" | "still" | "closed"; what: string }
  /** A keyword of a topic that is everybody's cannot be read any more, and finds nothing. */
  | { kind: "unread"; topic: string; keyword: string; why: string }
  /** A delivery was given up. */
  | { kind: "dead"; delivery: string; chat: string; why: string }
  /** A chat takes no posts any more. */
  | { kind: "gone"; chat: string; why: string }
  /** A lane's account takes no calls any more, so the lane stands still. */
  | { kind: "closed"; lane: string; why: string }
  /** A reader says that a brief is wrong; `shown` is what they were shown. */
  | { kind: "wrong"; story: string; chat: string; shown: Message };

/** Tells the admins, in whatever way they chose. Must not throw. */
export type Admins = (notice: Notice) => void;

/** The message of a surprise, with its cause. For the log, not for users. */
export function faultText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
