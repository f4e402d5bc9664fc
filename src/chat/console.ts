import { renderConsole, type Paint } from "../core/message/console.js";
import type { Messenger, Outcome, Post } from "../core/message/messenger.js";
import type { Words } from "../core/message/words.js";

export interface ConsoleMessengerParts {
  /** Rejects if the output is closed or full; resolves when the text is handed over. */
  write: (text: string) => Promise<void>;
  words: Words;
  paint: Paint;
  /** Columns of the terminal. */
  width: () => number;
  clock: () => number;
}

/** Milliseconds until a post is tried again whose reader went away: longer than a single run waits for anything. */
const patience = 3 * 60_000;

/**
 * The console as a chat: each post is printed under a line. What was printed stays, so an edit is printed again, and
 * says so. A closed output is *later*: the posts wait for a start with a reader.
 */
export function createConsoleMessenger({ write, words, paint, width, clock }: ConsoleMessengerParts): Messenger {
  function textOf(post: Post): string {
    const columns = Math.max(20, width());
    const say = words(post.message.language);
    const marks: string[] = [];
    if (post.repeat) marks.push(say("mark-repeat"));
    if (post.edits !== null) marks.push(say("mark-edit"));
    else if (post.replyTo !== null) marks.push(say("mark-reply"));
    const rule = "─".repeat(Math.min(columns, 72));
    const lines = [rule, ...marks.map((mark) => `[${mark}]`)].map((line) => paint.dim(line));
    return `${lines.join("\n")}\n${renderConsole(post.message, { width: columns, paint })}\n\n`;
  }

  return {
    async send(post): Promise<Outcome> {
      const text = textOf(post);
      try {
        await write(text);
      } catch (error) {
        return outcomeOf(error, clock());
      }
      return { kind: "sent", ref: post.edits ?? `console:${post.delivery}` };
    },
    history: async () => null,
  };
}

/** Codes of a stream whose other end is gone, and of one that takes no more: at most a part of the text stands there. */
const closed = new Set(["EPIPE", "ECONNRESET", "ERR_STREAM_DESTROYED", "ERR_STREAM_WRITE_AFTER_END", "EBADF"]);
const full = new Set(["EAGAIN", "ENOSPC", "EIO"]);

function outcomeOf(error: unknown, now: number): Outcome {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (closed.has(code)) return { kind: "later", at: now + patience, why: "the output is closed" };
  if (full.has(code)) return { kind: "later", at: now + patience, why: `the output takes no more: ${code}` };
  throw error;
}
