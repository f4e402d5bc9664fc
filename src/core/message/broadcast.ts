import type { Block, Message } from "./message.js";
import type { Tongue, Words } from "./words.js";

/** An announcement of Tellal's administrators: their words as they are, none of which is markup. */
export function broadcastPost(text: string, language: Tongue, words: Words): Message {
  const lines = text.split("\n").map((line) => line.trim());
  const blocks = lines
    .filter((line) => line !== "")
    .map((line): Block => ({ type: "paragraph", text: [{ type: "text", text: line }] }));
  const title: Block = { type: "heading", text: [{ type: "text", text: words(language)("broadcast-title") }] };
  return { language, preview: null, blocks: [title, ...blocks] };
}
