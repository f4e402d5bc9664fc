import { impossible } from "../impossible.js";
import { cleanText, safeUrl } from "./clean.js";
import { cutAt } from "./cut.js";
import { fit, openItems } from "./fit.js";
import type { Block, Button, Message, Span } from "./message.js";
import { codeHtml, folded, htmlText, joined, linked, newLine, tagged, type Html } from "./telegram-html.js";

/** A button under a Telegram message: it opens `url`, or sends `callback_data` (at most 64 bytes) back. */
interface TelegramButton {
  text: string;
  url?: string;
  callback_data?: string;
}

/** A message as Telegram takes it: `text` for parse mode HTML, the address whose preview is shown, rows of buttons. */
export interface TelegramMessage {
  text: string;
  preview: string | null;
  keyboard: TelegramButton[][];
}

/** Telegram's limits; of the raw HTML none is published, so it stays well below what is known to pass. */
const limits = { units: 4_096, raw: 9_000, entities: 100, buttons: 100, url: 2_000, data: 64, label: 60, perRow: 8 };
/** Longer labels together than this would be cut on a phone. */
const rowUnits = 32;

/** The message for Telegram within its limits: what does not fit is counted (`+N`), never cut within a character or an entity. */
export function renderTelegram(message: Message): TelegramMessage {
  const { html, left } = fit(
    message,
    fewEntities,
    ({ html }) => html.units <= limits.units && html.text.length <= limits.raw && html.entities <= limits.entities,
  );
  const buttons = message.blocks.flatMap((block) => (block.type === "buttons" ? [block.buttons] : []));
  const preview = message.preview === null ? null : safeUrl(message.preview);
  return { text: html.text.trim() === "" ? "…" : html.text, preview, keyboard: keyboard([...left, ...buttons]) };
}

interface Shown {
  html: Html;
  /** Buttons of the lists that not even a fold could hold. */
  left: Button[][];
}

/** Names in a fold are bold as long as that takes no entity away from what stands in the open. */
function fewEntities(blocks: readonly Block[], items: number): Shown {
  const shown = render(blocks, items, true);
  return shown.html.entities <= limits.entities ? shown : render(blocks, items, false);
}

function render(blocks: readonly Block[], items: number, boldFolds: boolean): Shown {
  const groups: Html[][] = [];
  for (const [index, block] of blocks.entries()) {
    const part = blockHtml(block, items, boldFolds);
    if (isUnderKicker(blocks, index)) groups.at(-1)?.push(part);
    else groups.push([part]);
  }
  const html = joined(
    groups.map((group) => joined(group, "\n")),
    "\n\n",
  );
  const left = blocks.flatMap((block) => {
    if (block.type !== "list" || block.rest === null || block.items.length <= items) return [];
    const { label, action } = block.rest;
    return [[{ label: `+${block.items.length - items} · ${label}`, action }]];
  });
  return { html, left };
}

/** The topics stand close to their headline; a mark all in bold keeps its distance, or both would read as one. */
function isUnderKicker(blocks: readonly Block[], index: number): boolean {
  const above = blocks[index - 1];
  const isKicker = above?.type === "paragraph" && above.text.some(({ type }) => type !== "bold");
  return isKicker && blocks[index]?.type === "heading";
}

function blockHtml(block: Block, items: number, boldFolds: boolean): Html {
  switch (block.type) {
    case "heading":
      return joined(block.text.map(headlineHtml));
    case "paragraph":
      return spansHtml(block.text);
    case "list":
      return listHtml(block, items, boldFolds);
    case "facts": {
      const lines = block.facts.map(({ label, value }) =>
        joined([tagged("b", htmlText(label)), spansHtml(value)], " "),
      );
      return joined(lines, "\n");
    }
    case "code":
      return codeHtml(block.lines);
    case "quote":
      return block.expandable ? folded(spansHtml(block.text)) : tagged("blockquote", spansHtml(block.text));
    case "image":
      return linkHtml(block.url, htmlText(block.alt));
    case "buttons":
      return htmlText("");
    default:
      return impossible(block);
  }
}

function listHtml(list: Extract<Block, { type: "list" }>, items: number, boldFolds: boolean): Html {
  const total = list.items.length;
  const shown = list.items.slice(0, items);
  const open = shown.slice(0, openItems(total));
  const hidden = shown.slice(open.length);
  const left = total - shown.length;
  const line = (spans: readonly Span[]) => joined([htmlText("• "), spansHtml(spans)]);
  const fold = [
    tagged("b", htmlText(`+${total - open.length}`)),
    ...hidden.map((item) => line(boldFolds ? item : item.map(plain))),
    htmlText(left === 0 ? "" : `… +${left}`),
  ];
  const rest = htmlText(left === 0 ? "" : `+${left}`);
  return joined(
    [
      tagged("b", htmlText(list.label ?? "")),
      ...open.map(line),
      hidden.length === 0 ? rest : folded(joined(fold, "\n")),
    ],
    "\n",
  );
}

/** A span without emphasis; a link stays one. */
function plain(span: Span): Span {
  return span.type === "bold" || span.type === "italic" ? { type: "text", text: span.text } : span;
}

function spansHtml(spans: readonly Span[]): Html {
  return joined(spans.map(spanHtml));
}

function headlineHtml(span: Span): Html {
  if (span.type === "link") return linkHtml(span.url, tagged("b", htmlText(span.text)));
  return span.type === "text" || span.type === "italic" ? tagged("b", htmlText(span.text)) : spanHtml(span);
}

function spanHtml(span: Span): Html {
  switch (span.type) {
    case "text":
      return htmlText(span.text);
    case "bold":
      return tagged("b", htmlText(span.text));
    case "italic":
      return tagged("i", htmlText(span.text));
    case "flag":
      return htmlText(`${span.text} `);
    case "break":
      return newLine;
    case "mention":
      return /^\d{1,20}$/u.test(span.id)
        ? linked(`tg://user?id=${span.id}`, htmlText(span.text))
        : tagged("b", htmlText(`@${span.text}`));
    case "link":
      return linkHtml(span.url, htmlText(span.text));
    default:
      return impossible(span);
  }
}

function linkHtml(address: string, html: Html): Html {
  const url = safeUrl(address);
  return url === null ? html : linked(url, html);
}

/** Each block of buttons begins a row; short ones share it. What Telegram would refuse is left out. */
function keyboard(blocks: readonly (readonly Button[])[]): TelegramButton[][] {
  const rows: TelegramButton[][] = [];
  for (const button of blocks.flatMap((buttons) => buttons.map((button, index) => ({ button, first: index === 0 })))) {
    const made = buttonOf(button.button);
    if (made === null) continue;
    const row = rows.at(-1);
    const used = row?.reduce((sum, { text }) => sum + text.length, made.text.length) ?? 0;
    if (row === undefined || button.first || used > rowUnits || row.length === limits.perRow) rows.push([made]);
    else row.push(made);
    if (rows.flat().length === limits.buttons) break;
  }
  return rows;
}

function buttonOf(button: Button): TelegramButton | null {
  const text = cutAt(cleanText(button.label).trim(), limits.label);
  if (text === "") return null;
  if ("url" in button) {
    const url = safeUrl(button.url);
    return url === null || url.length > limits.url ? null : { text, url };
  }
  const { action } = button;
  const bytes = new TextEncoder().encode(action).length;
  return bytes === 0 || bytes > limits.data || action !== cleanText(action) ? null : { text, callback_data: action };
}
