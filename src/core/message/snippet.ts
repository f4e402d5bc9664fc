import { cutAt } from "./cut.js";
import type { Span } from "./message.js";

/** A stretch of a text: UTF-16 offsets, end exclusive. */
interface Stretch {
  start: number;
  end: number;
}

const ellipsis = "…";
/** The end of a sentence with the blanks behind it; the full stop of an ordinal is none. */
const sentenceEnd = /(?<!\p{N})[.!?…]["'”’)]*\s+(?=[\p{Lu}\p{N}"“])/gu;

/**
 * The words around the first of some places of a text, about `limit` UTF-16 units, all the places in it in bold. It begins with a
 * sentence if one begins near, else between words.
 */
export function snippet(text: string, places: readonly Stretch[], limit: number): Span[] {
  const [first] = places;
  if (first === undefined) return [{ type: "text", text: cutAt(oneLine(text), limit) }];
  const begin = beginOf(text, first.start, Math.floor(limit / 3));
  const spans: Span[] = begin === 0 || isSentence(text, begin) ? [] : [{ type: "text", text: ellipsis }];
  let at = begin;
  let left = limit;
  for (const { start, end } of places) {
    if (start < at) continue;
    if (end - begin > limit) break;
    put(spans, "text", text.slice(at, start));
    put(spans, "bold", text.slice(start, end));
    left = limit - (end - begin);
    at = end;
  }
  const rest = text.slice(at, at + left + 40);
  const behind = cutAt(rest, Math.max(1, left));
  const more = behind === rest && at + rest.length < text.length ? behind + ellipsis : behind;
  // Behind the end of a sentence nothing is missing.
  put(spans, "text", more.replace(/([.!?]["'”’)]*)\s*…$/u, "$1"));
  return spans;
}

function put(spans: Span[], type: "text" | "bold", text: string): void {
  if (text !== "") spans.push({ type, text: oneLine(text) });
}

/** What stands alone in its line without the end of a sentence, a place or a heading, is told apart from what follows. */
function oneLine(text: string): string {
  return text.replace(/(?<=[\p{L}\p{N}])\s*\n\s*(?=\S)/gu, " — ").replace(/\s+/gu, " ");
}

/** Where the snippet begins: at a sentence or paragraph at most `room` before the place, else at a word. */
function beginOf(text: string, place: number, room: number): number {
  const from = Math.max(0, place - room);
  const before = text.slice(from, place);
  const sentence = Math.max(
    before.lastIndexOf("\n") + 1,
    ...[...before.matchAll(sentenceEnd)].map((match) => match.index + match[0].length),
  );
  if (sentence > 0) return from + sentence;
  if (from === 0) return 0;
  const space = before.search(/\s/u);
  return space < 0 ? place : from + space + 1;
}

function isSentence(text: string, at: number): boolean {
  return /(?:\n|[.!?…]["'”’)]*\s)$/u.test(text.slice(Math.max(0, at - 8), at));
}
