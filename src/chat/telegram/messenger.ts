import type { Message } from "../../core/message/message.js";
import type { Messenger } from "../../core/message/messenger.js";
import type { Words } from "../../core/message/words.js";
import { createClient } from "./client.js";
import { outcomeOf } from "./outcome.js";
import { createPut } from "./put.js";

export interface TelegramMessengerParts {
  token: string;
  /** Where the Bot API lives; null for Telegram's own. */
  apiRoot: string | null;
  words: Words;
  clock: () => number;
  /** How long a call may take: far less than a delivery's claim lasts. */
  timeoutSeconds?: number;
}

/**
 * One bot as a messenger. Each post is one call, or two if Telegram could not read the first: only the outbox tries again.
 * A reference is the number of the message in its chat. Telegram's history cannot be read by bots.
 */
export function createTelegramMessenger(parts: TelegramMessengerParts): Messenger {
  const { token, apiRoot, words, clock, timeoutSeconds = 30 } = parts;
  const put = createPut(createClient({ token, apiRoot, timeoutSeconds, retries: false }));
  return {
    async send(post) {
      const { chat, replyTo, edits, repeat } = post;
      const message = repeat ? marked(post.message, words) : post.message;
      const result = await put({ chat, message, replyTo, edits });
      return result.ok ? { kind: "sent", ref: result.value } : outcomeOf(result.failure, clock(), edits);
    },
    history: async () => null,
  };
}

/** The mark is a part of the message, so that the renderer counts it when it cuts. */
function marked(message: Message, words: Words): Message {
  const text = words(message.language)("mark-repeat");
  return { ...message, blocks: [{ type: "paragraph", text: [{ type: "italic", text }] }, ...message.blocks] };
}
