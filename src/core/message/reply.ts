import type { Reply } from "./ask.js";
import type { Block, Message, Span } from "./message.js";
import type { Tongue } from "./words.js";

/** An answer that leaves what stands there. */
export function replyOf(...messages: readonly Message[]): Reply {
  return { messages, replaces: false };
}

/** An answer whose first message takes the place of the one whose button was pressed. */
export function replacing(...messages: readonly Message[]): Reply {
  return { messages, replaces: true };
}

/** An answer of one sentence to a pressed button, for who pressed it alone where the platform can. */
export function asideOf(language: Tongue, text: string): Reply {
  return { ...replyOf(textReply(language, text)), aside: text };
}

/** A message of one sentence, such as a refusal; each further text stands in a paragraph of its own. */
export function textReply(language: Tongue, ...texts: readonly string[]): Message {
  const blocks = texts.map((text): Block => ({ type: "paragraph", text: [{ type: "text", text }] }));
  return { language, preview: null, blocks };
}

/** A message with a title and a list under it. */
export function listReply(language: Tongue, title: string, items: Span[][]): Message {
  const blocks: Block[] = [
    { type: "heading", text: [{ type: "text", text: title }] },
    { type: "list", label: null, items, rest: null },
  ];
  return { language, preview: null, blocks };
}
