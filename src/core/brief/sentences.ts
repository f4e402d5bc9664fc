import { abbreviation, sentenceOpeners } from "./abbreviations.js";
import type { QuoteSpan, Word } from "./document.js";
import { perForm } from "./forms.js";
import { isCapital } from "./tokens.js";

/** How the sentences of a text are told apart: what `ends` needs to know of its place. */
interface Place {
  text: string;
  tokens: Word[];
  turkish: boolean;
}

const closing = /["”»’')\]＂]/u;
const opening = /["“„«‘'([＂•–—-]/u;
const lower = /\p{Ll}/u;
const roman = /^[IVXLC]+$/;
const smallNumber = /^\d{1,3}$/;

/**
 * Cuts one paragraph's tokens into sentences and returns the index of the token behind each. A stop inside a quote
 * ends nothing, unless the quote closes with it and a new sentence visibly begins: `"…." dedi.` is one.
 */
export function readBoundaries(text: string, tokens: Word[], quotes: QuoteSpan[], language: string): number[] {
  const place: Place = { text, tokens, turkish: language !== "en" };
  const ends: number[] = [];
  let quote = 0;
  for (let at = 0; at < tokens.length - 1; at += 1) {
    const token = tokens[at];
    if (token === undefined || !stops(place, at)) continue;
    let last = at;
    while (isTail(place, last + 1)) last += 1;
    // The quote the stop stands in, if any: it must close among the marks behind the stop.
    while (quote < quotes.length && (quotes[quote]?.end ?? 0) <= token.start) quote += 1;
    const span = quotes[quote];
    const tailEnd = tokens[last]?.end ?? 0;
    const inside = span !== undefined && span.start <= token.start && span.end >= tailEnd;
    if (!inside && last + 1 < tokens.length && begins(place, last, tokens[at]?.text === ":")) ends.push(last + 1);
    at = last;
  }
  if (tokens.length > 0) ends.push(tokens.length);
  return ends;
}

/** Whether this token can end a sentence by itself. */
function stops({ tokens, turkish, text }: Place, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.kind === "word") return closesAsWord(token);
  if (token.kind !== "mark") return false;
  if (token.text === "!" || token.text === "?" || token.text === "…" || token.text === "。") return true;
  if (token.text !== ".") return false;
  const previous = tokens[at - 1];
  if (previous === undefined || previous.end !== token.start) return true;
  const next = tokens[at + 1];
  if (next !== undefined && next.end - next.start === 1 && next.text === ".") return true;
  if (next !== undefined && next.start === token.end && next.kind !== "mark") {
    // No blank behind the stop: a slip of the writer (`katıldı.Toplantıda`) or a web address.
    return isCapital(next.text) && lower.test(text.charAt(next.start + 1)) && /\p{Ll}{3}$/u.test(previous.text);
  }
  const first = at === 1;
  if (smallNumber.test(previous.text)) return !turkish && !first;
  return !(turkish && roman.test(previous.text) && previous.text !== "C");
}

/** A short form with a full stop of its own that may close a sentence. */
const closesAsWord = perForm(
  ({ text }) => text.endsWith(".") && (abbreviation(text.slice(0, -1)) === "either" || text.split(".").length > 2),
);

/** Further stops and closing marks that hang on the first one. */
function isTail({ tokens }: Place, at: number): boolean {
  const token = tokens[at];
  const previous = tokens[at - 1];
  if (token === undefined || previous === undefined || token.kind !== "mark") return false;
  if (token.start !== previous.end) return false;
  return (
    token.text === "." || token.text === "!" || token.text === "?" || token.text === "…" || closing.test(token.text)
  );
}

/** Whether a new sentence begins behind the token at `last`. */
function begins({ tokens, turkish }: Place, last: number, colon: boolean): boolean {
  const next = tokens[last + 1];
  const stop = tokens[last];
  if (next === undefined || stop === undefined || colon) return false;
  if (next.kind === "mark") return opening.test(next.text);
  if (next.kind === "number") return stop.kind !== "word";
  if (!isCapital(next.text)) return false;
  return !(stop.kind === "word" && !turkish && stop.text.split(".").length > 2) || sentenceOpeners.has(next.text);
}
