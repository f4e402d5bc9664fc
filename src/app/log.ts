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
  /** A page whose structure we do not know. */
  | { kind: "layout"; item: string; link: string; why: string }
  /** A delivery was given up. */
  | { kind: "dead"; delivery: string; chat: string; why: string }
  /** A chat takes no posts any more. */
  | { kind: "gone"; chat: string; why: string }
  /** A lane's account takes no calls any more, so the lane stands still. */
  | { kind: "closed"; lane: string; why: string };

/** Tells the admins, in whatever way they chose. Must not throw. */
export type Admins = (notice: Notice) => void;

/** The message of a surprise, with its cause. For the log, not for users. */
export function faultText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
