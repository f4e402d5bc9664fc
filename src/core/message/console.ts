import { impossible } from "../impossible.js";
import { cleanText, safeUrl } from "./clean.js";
import { wrap, type Piece } from "./wrap.js";
import type { Block, Message, Span } from "./message.js";

/** How a terminal shows emphasis; the colour functions of picocolors fit. */
export interface Paint {
  bold: (text: string) => string;
  italic: (text: string) => string;
  underline: (text: string) => string;
  dim: (text: string) => string;
}

/** No colour: for files, pipes and `NO_COLOR`. */
export const plainPaint: Paint = { bold: same, italic: same, underline: same, dim: same };

function same(text: string): string {
  return text;
}

/** The message as lines for a terminal of `width` columns, without a line break at the end. Nothing in it can act on the terminal. */
export function renderConsole(message: Message, { width, paint }: { width: number; paint: Paint }): string {
  return message.blocks
    .map((block) => blockLines(block, width, paint).join("\n"))
    .filter((text) => text !== "")
    .join("\n\n");
}

function blockLines(block: Block, width: number, paint: Paint): string[] {
  switch (block.type) {
    case "heading":
      return headingLines(block.text, width, paint);
    case "paragraph":
      return wrap(pieces(block.text, paint), width);
    case "list": {
      const label = block.label === null ? [] : wrap([{ text: cleanText(block.label), paint: paint.bold }], width);
      return [...label, ...block.items.flatMap((item) => itemLines(item, width, paint))];
    }
    case "facts": {
      const column = Math.max(...block.facts.map((fact) => cleanText(fact.label).length)) + 2;
      return block.facts.flatMap((fact) =>
        hang(`${cleanText(fact.label)}:`.padEnd(column), pieces(fact.value, paint), width),
      );
    }
    case "code":
      return block.lines.map((line) => `  ${cleanText(line)}`);
    case "quote":
      return wrap(pieces(block.text, paint), width - 4).map((line) => `  │ ${line}`);
    case "image":
      return wrap(pieces([{ type: "link", text: block.alt, url: block.url }], paint), width);
    case "buttons":
      return block.buttons.flatMap((button) => {
        // An action needs a platform that sends it back: a terminal does not.
        const url = "url" in button ? safeUrl(button.url) : null;
        return url === null ? [] : [`${cleanText(button.label)}: ${url}`];
      });
    default:
      return impossible(block);
  }
}

/** A headline stands in bold with its address on a line of its own, so that it can be clicked and copied. */
function headingLines(spans: Span[], width: number, paint: Paint): string[] {
  const title = spans.map((span) => ({ text: cleanText(span.text), paint: paint.bold }));
  const urls = spans.flatMap((span) => (span.type === "link" ? (safeUrl(span.url) ?? []) : []));
  return [...wrap(title, width), ...urls.map((url) => paint.underline(url))];
}

/** An item behind its mark, what follows a break under its first line. */
function itemLines(item: Span[], width: number, paint: Paint): string[] {
  const lines: Span[][] = [[]];
  for (const span of item) {
    if (span.type === "break") lines.push([]);
    else lines.at(-1)?.push(span);
  }
  return lines.flatMap((line, index) => hang(index === 0 ? "  • " : "    ", pieces(line, paint), width));
}

/** Lines behind a mark, the following ones indented under the first. */
function hang(mark: string, text: Piece[], width: number): string[] {
  const indent = " ".repeat(mark.length);
  return wrap(text, width - mark.length).map((line, index) => (index === 0 ? mark : indent) + line);
}

function pieces(spans: Span[], paint: Paint): Piece[] {
  return spans.flatMap((span): Piece[] => {
    const text = cleanText(span.text);
    switch (span.type) {
      case "text":
        return [{ text, paint: same }];
      case "bold":
        return [{ text, paint: paint.bold }];
      case "italic":
        return [{ text, paint: paint.italic }];
      case "flag":
        return []; // Most terminals draw two letters instead, or count its columns wrongly.
      case "break":
        return [{ text: " ", paint: same }];
      case "mention":
        return [{ text: `@${text}`, paint: paint.bold }];
      case "link": {
        const url = safeUrl(span.url);
        const label = { text, paint: paint.bold };
        if (url === null || url === text) return [label];
        return [label, { text: " ", paint: same }, { text: url, paint: paint.underline }];
      }
      default:
        return impossible(span);
    }
  });
}
