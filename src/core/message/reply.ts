import type { Block, Message, Span } from "./message.js";
import type { Tongue } from "./words.js";

/** A reply of one sentence, such as a refusal. */
export function textReply(language: Tongue, text: string): Message {
  return { language, preview: null, blocks: [{ type: "paragraph", text: [{ type: "text", text }] }] };
}

/** A reply with a title and a list under it. */
export function listReply(language: Tongue, title: string, items: Span[][]): Message {
  const blocks: Block[] = [
    { type: "heading", text: [{ type: "text", text: title }] },
    { type: "list", label: null, items, rest: null },
  ];
  return { language, preview: null, blocks };
}
