import { cleanText, isolatedText } from "./clean.js";

/** Telegram's HTML with what it costs: visible UTF-16 units, and entities, of which Telegram drops those past the hundredth. */
export interface Html {
  text: string;
  units: number;
  entities: number;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const longestHref = 2_048;

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => entities[character] ?? "");
}

/** Text of anybody. A word joiner behind `@` keeps a handle in a story from calling whoever has it on Telegram. */
export function htmlText(text: string): Html {
  const shown = isolatedText(text).replace(/(?<![\p{L}\p{N}_])@(?=\w)/gu, "@\u2060");
  return { text: escapeHtml(shown), units: shown.length, entities: 0 };
}

/** Telegram takes a line's end as it is written. */
export const newLine: Html = { text: "\n", units: 1, entities: 0 };

/** The HTML in a tag of ours; nothing stays nothing. */
export function tagged(tag: "b" | "i" | "blockquote", html: Html): Html {
  return wrapped(`<${tag}>`, html, `</${tag}>`);
}

/** Lines of letters of one width. No sign is put between theirs: each stands in its column. */
export function codeHtml(lines: readonly string[]): Html {
  const text = lines.map(cleanText).join("\n");
  return wrapped("<pre>", { text: escapeHtml(text), units: text.length, entities: 0 }, "</pre>");
}

/** A quote of which three lines are shown until somebody opens it. */
export function folded(html: Html): Html {
  return wrapped("<blockquote expandable>", html, "</blockquote>");
}

/** The HTML as a link to an address that is known to be safe; an endless address would leave no room for words, so the words stay alone. */
export function linked(url: string, html: Html): Html {
  const href = url.length > longestHref ? url : escapeHtml(url);
  return href.length > longestHref ? html : wrapped(`<a href="${href}">`, html, "</a>");
}

function wrapped(open: string, html: Html, close: string): Html {
  if (html.text.trim() === "") return html;
  return { text: open + html.text + close, units: html.units, entities: html.entities + 1 };
}

/** Parts in order with plain text between them; empty parts are left out. */
export function joined(parts: readonly Html[], between = ""): Html {
  const full = parts.filter((part) => part.text !== "");
  return {
    text: full.map((part) => part.text).join(between),
    units: full.reduce((sum, part) => sum + part.units, Math.max(0, full.length - 1) * between.length),
    entities: full.reduce((sum, part) => sum + part.entities, 0),
  };
}
