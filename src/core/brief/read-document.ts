import type { Language, StoryText, TextPart } from "../story.js";
import type { Doc, QuoteSpan, Sentence, Word } from "./document.js";
import { readQuoteSpans } from "./quote-marks.js";
import { readBoundaries } from "./sentences.js";
import { readTokens } from "./tokens.js";

interface DocOptions {
  language: Language;
  /** Epoch milliseconds. */
  published: number | null;
}

/** These parts are names of things, not prose: one sentence each. */
const whole = new Set<TextPart["kind"]>(["dateline", "subhead"]);

/**
 * Cuts a story into sentences, tokens and quotes, in time linear in its length. Every sentence is `background: false`
 * until `markBackground` has looked at the document.
 */
export function readDocument(story: StoryText, { language, published }: DocOptions): Doc {
  const sentences: Sentence[] = [];
  const quotes: QuoteSpan[] = [];
  story.parts.forEach((part, paragraph) => {
    const tokens = readTokens(story.text, part.start, part.end, language);
    const spans = readQuoteSpans(story.text, part.start, part.end);
    markQuoted(tokens, spans);
    for (const span of spans) quotes.push(span);
    const ends = whole.has(part.kind) ? [tokens.length] : readBoundaries(story.text, tokens, spans, language);
    let from = 0;
    for (const to of ends) {
      const sentence = cut(tokens, from, to, part.kind, paragraph);
      if (sentence !== null) sentences.push(sentence);
      from = to;
    }
  });
  return { text: story.text, language, published, parts: story.parts, sentences, quotes };
}

/** Marks the words that begin inside one of the spans; both stand in the order of the text. */
function markQuoted(tokens: readonly Word[], spans: readonly QuoteSpan[]) {
  let next = 0;
  for (const { start, end } of spans) {
    while (next < tokens.length && (tokens[next]?.start ?? 0) < start) next += 1;
    for (let word = tokens[next]; word !== undefined && word.start < end; word = tokens[next]) {
      word.quoted = true;
      next += 1;
    }
  }
}

function cut(tokens: Word[], from: number, to: number, part: TextPart["kind"], paragraph: number): Sentence | null {
  const own = tokens.slice(from, to);
  const first = own[0];
  const last = own.at(-1);
  if (first === undefined || last === undefined) return null;
  return { start: first.start, end: last.end, part, paragraph, tokens: own, background: false };
}
