import { impossible } from "../impossible.js";
import { isolatedText, safeUrl } from "./clean.js";
import type { Span } from "./message.js";
import type { SlackElement, SlackPlain, SlackStyle } from "./slack-blocks.js";

const longestUrl = 3_000;

/** The address in canonical form if Slack may link to it; null if it is unsafe or too long. */
export function slackUrl(address: string): string | null {
  const url = safeUrl(address);
  return url === null || url.length > longestUrl ? null : url;
}

/** Spans as rich text, all of them in `style` beside their own; empty ones, which Slack refuses, are left out. */
export function richElements(spans: readonly Span[], style: SlackStyle = {}): SlackElement[] {
  return merged(spans.filter((span) => span.text !== "").map((span) => richElement(span, style)));
}

/** Neighbours of one style as one element: containers count towards what Slack takes. */
function merged(elements: readonly SlackElement[]): SlackElement[] {
  const runs: SlackElement[] = [];
  for (const element of elements) {
    const last = runs.at(-1);
    const isSame = last?.type === "text" && element.type === "text" && sameStyle(last.style, element.style);
    if (isSame) runs[runs.length - 1] = { ...last, text: last.text + element.text };
    else runs.push(element);
  }
  return runs;
}

function sameStyle(a: SlackStyle = {}, b: SlackStyle = {}): boolean {
  return a.bold === b.bold && a.italic === b.italic;
}

/** Text of which nothing is parsed, for notes and buttons. */
export function plainElement(text: string): SlackPlain {
  return { type: "plain_text", text: isolatedText(text), emoji: false };
}

function richElement(span: Span, style: SlackStyle): SlackElement {
  switch (span.type) {
    case "text":
      return styledElement(span.text, style);
    case "bold":
      return styledElement(span.text, { ...style, bold: true });
    case "italic":
      return styledElement(span.text, { ...style, italic: true });
    case "flag":
      return styledElement(`${span.text} `, {});
    case "break":
      return { type: "text", text: "\n" };
    case "mention":
      return /^[UW][A-Z0-9]{2,20}$/u.test(span.id)
        ? { type: "user", user_id: span.id }
        : styledElement(`@${span.text}`, { ...style, bold: true });
    case "link": {
      const url = slackUrl(span.url);
      if (url === null) return styledElement(span.text, style);
      return withStyle({ type: "link", text: isolatedText(span.text), url }, style);
    }
    default:
      return impossible(span);
  }
}

/** Text in one style. */
export function styledElement(text: string, style: SlackStyle): SlackElement {
  return withStyle({ type: "text", text: isolatedText(text) }, style);
}

function withStyle<Element extends SlackElement>(element: Element, style: SlackStyle): Element {
  return Object.keys(style).length === 0 ? element : { ...element, style };
}
