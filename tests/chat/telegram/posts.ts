import type { Post } from "../../../src/core/message/messenger.js";
import { textReply } from "../../../src/core/message/reply.js";

/** A bot token whose letters would stand out in any log. */
export const token = `123456789:${"MARKED-token_".repeat(3)}`;

/** A post of one sentence in English, sent for the first time. */
export function postTo(chat: string, change: Partial<Post> = {}): Post {
  const message = textReply("en", "Five trucks left for the camp.");
  return { delivery: "d1", chat, message, replyTo: null, edits: null, repeat: false, ...change };
}
