import { impossible } from "../impossible.js";
import { cleanText } from "./clean.js";
import { cutAt } from "./cut.js";
import type { Block, Message, Span } from "./message.js";

/** Slack advises no more; a notification shows the first hundred or so. */
const longest = 4_000;
const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** The message as lines of text for notifications and screen readers, escaped so that nothing in it calls or links. Never empty. */
export function slackText(message: Message): string {
  const text = message.blocks
    .flatMap(blockLines)
    .filter((line) => line.trim() !== "")
    .join("\n");
  let limit = longest;
  let shown = escapeText(cutAt(text, limit));
  while (shown.length > longest) {
    limit -= Math.max(1, Math.ceil((shown.length - longest) / 5));
    shown = escapeText(cutAt(text, limit));
  }
  return shown === "" ? "…" : shown;
}

function escapeText(text: string): string {
  return text.replace(/[&<>]/gu, (character) => entities[character] ?? "");
}

function blockLines(block: Block): string[] {
  switch (block.type) {
    case "heading":
    case "paragraph":
    case "quote":
      return [spansText(block.text)];
    case "list":
      return [cleanText(block.label ?? ""), ...block.items.map((item) => `• ${spansText(item)}`)];
    case "facts":
      return block.facts.map(({ label, value }) => `${cleanText(label)}: ${spansText(value)}`);
    case "code":
      return block.lines.map(cleanText);
    case "image":
      return [cleanText(block.alt)];
    case "buttons":
      return [];
    default:
      return impossible(block);
  }
}

function spansText(spans: readonly Span[]): string {
  return spans.map(spanText).join("");
}

function spanText(span: Span): string {
  if (span.type === "break") return span.text;
  return span.type === "flag" ? "" : cleanText(span.text);
}
