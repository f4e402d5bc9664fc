import { impossible } from "../impossible.js";
import { cleanText, hasRightToLeft, safeUrl } from "./clean.js";
import { cutAt } from "./cut.js";
import type { Block, Button, Message, Span } from "./message.js";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text for HTML, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return cleanText(text).replace(/[&<>"']/gu, (character) => entities[character] ?? "");
}

/**
 * The message as an HTML fragment; links lead to http(s) only and pass on nothing about the reader. `top` is the level of its heading,
 * lists stand one below.
 */
export function renderWeb(message: Message, top: 1 | 2 = 2): string {
  const blocks = message.blocks.map((block) => blockHtml(block, top)).filter((html) => html !== "");
  return `<article lang="${message.language}">\n${blocks.join("\n")}\n</article>`;
}

function blockHtml(block: Block, top: 1 | 2): string {
  switch (block.type) {
    case "heading":
      return `<h${top}>${spansHtml(block.text)}</h${top}>`;
    case "paragraph":
      return `<p>${spansHtml(block.text)}</p>`;
    case "list": {
      const label = block.label === null ? "" : `<h${top + 1}>${textHtml(block.label)}</h${top + 1}>\n`;
      return `${label}<ul>\n${block.items.map((item) => `<li>${spansHtml(item)}</li>`).join("\n")}\n</ul>`;
    }
    case "facts":
      return `<dl>\n${block.facts.map((fact) => `<dt>${textHtml(fact.label)}</dt><dd>${spansHtml(fact.value)}</dd>`).join("\n")}\n</dl>`;
    case "code":
      return `<pre>${block.lines.map(escapeHtml).join("\n")}</pre>`;
    case "quote":
      return quoteHtml(block.text, block.expandable);
    case "image": {
      const url = safeUrl(block.url);
      return url === null ? "" : `<img src="${escapeHtml(url)}" alt="${escapeHtml(block.alt)}" loading="lazy">`;
    }
    case "buttons":
      return buttonsHtml(block.buttons);
    default:
      return impossible(block);
  }
}

function quoteHtml(text: Span[], expandable: boolean): string {
  const quote = `<blockquote>${spansHtml(text)}</blockquote>`;
  if (!expandable) return quote;
  const beginning = cutAt(text.map((span) => span.text).join(""), 80);
  return `<details><summary>${textHtml(beginning)}</summary>${quote}</details>`;
}

/** Only buttons that lead somewhere: an action needs a chat that sends it back. */
function buttonsHtml(buttons: Button[]): string {
  const links = buttons.flatMap((button) =>
    "url" in button ? [spansHtml([{ type: "link", text: button.label, url: button.url }])] : [],
  );
  return links.length === 0 ? "" : `<p>${links.join(" ")}</p>`;
}

function spansHtml(spans: Span[]): string {
  return spans.map(spanHtml).join("");
}

function spanHtml(span: Span): string {
  const text = textHtml(span.text);
  switch (span.type) {
    case "text":
      return text;
    case "bold":
      return `<strong>${text}</strong>`;
    case "italic":
      return `<em>${text}</em>`;
    case "flag":
      return ""; // Windows has no pictures of flags.
    case "break":
      return "<br>";
    case "mention":
      return `<strong>@${text}</strong>`;
    case "link": {
      const url = safeUrl(span.url);
      return url === null ? text : `<a href="${escapeHtml(url)}" rel="noreferrer noopener">${text}</a>`;
    }
    default:
      return impossible(span);
  }
}

/** Text for HTML, in content only: what runs from right to left leaves the direction of its neighbours alone. */
export function textHtml(text: string): string {
  return hasRightToLeft(text) ? `<bdi>${escapeHtml(text)}</bdi>` : escapeHtml(text);
}
