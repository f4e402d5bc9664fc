import type { Message, Span } from "../../../src/core/message/message.js";

const segmenter = new Intl.Segmenter("tr", { granularity: "grapheme" });

/** What a reader sees of a text, character by character: no controls, nothing that turns it around, no half characters. */
function seen(text: string): string {
  let out = "";
  let gap = false;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const isControl = code < 0x20 || (code >= 0x7f && code <= 0x9f) || code === 0x2028 || code === 0x2029;
    if (isControl) {
      if (!gap) out += " ";
    } else if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code === 0xfeff) {
      // Left out.
    } else {
      out += code >= 0xd800 && code <= 0xdfff ? "\uFFFD" : character;
    }
    gap = isControl;
  }
  return out;
}

function spansText(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      if (span.type === "flag") return `${span.text} `;
      if (span.type === "break") return span.text;
      return span.type === "mention" && seen(span.text) !== "" ? `@${seen(span.text)}` : seen(span.text);
    })
    .join("");
}

/** The whole message as its lines, nothing cut; items begin with a bullet, empty lines are left out. */
export function linesOf(message: Message): string[] {
  const lines = message.blocks.flatMap((block) => {
    switch (block.type) {
      case "heading":
      case "paragraph":
      case "quote":
        return [spansText(block.text)];
      case "list":
        return [seen(block.label ?? ""), ...block.items.flatMap((item) => `• ${spansText(item)}`.split("\n"))];
      case "facts":
        return block.facts.map(({ label, value }) => `${seen(label)}: ${spansText(value)}`);
      case "image":
        return [seen(block.alt)];
      default:
        return [];
    }
  });
  return withoutEmpty(lines);
}

/** Lines as compared: without the isolates and joiners that a renderer puts around them. */
export function withoutEmpty(lines: readonly string[]): string[] {
  return lines
    .map((line) => line.replaceAll(/[\u2060\u2068\u2069]/gu, "").trim())
    .filter((line) => line !== "" && line !== "•");
}

/** Whether a message is so small that no renderer has a reason to cut anything of it. */
export function isSmall(message: Message): boolean {
  const lists = message.blocks.flatMap((block) => (block.type === "list" ? [block.items.length] : []));
  const long: string[] = [];
  const json = JSON.stringify(message, (key, value: unknown) => {
    if (typeof value === "string" && key !== "url" && key !== "preview" && value.length > 90) long.push(value);
    return value;
  });
  return message.blocks.length < 20 && Math.max(0, ...lists) <= 15 && long.length === 0 && json.length < 3_000;
}

/** Lines that come from nowhere in the message: each must be one of its lines, cut between whole characters, or a count. */
export function strangers(shown: readonly string[], message: Message): string[] {
  const whole = new Set(linesOf(message));
  return [...new Set(shown)].filter((line) => {
    if (whole.has(line) || /^(?:… )?\+\d+$|^(?:• )?…$|^\+\d+:$/u.test(line)) return false;
    return ![...whole].some((from) => isCutOf(line, from));
  });
}

/** Whether a line is another one of which stretches gave way to `…`, each between characters. */
function isCutOf(line: string, from: string): boolean {
  const parts = line
    .split("…")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  // A text may begin with the sign itself.
  const begins = from.replace(line.startsWith("…") ? /^…\s*/u : "", "").startsWith(parts[0] ?? "");
  if (!line.includes("…") || !begins) return false;
  let end = 0;
  for (const part of parts) {
    let at = from.indexOf(part, end);
    while (at !== -1 && !isBoundary(from, at + part.length)) at = from.indexOf(part, at + 1);
    if (at === -1) return false;
    end = at + part.length;
  }
  return true;
}

function isBoundary(text: string, index: number): boolean {
  return index === text.length || segmenter.segment(text).containing(index)?.index === index;
}
