import type { Doc, QuoteSpan, Sentence } from "./document.js";
import type { Word } from "./event-words.js";
import { isIn, phraseAt, wordsOf } from "./event-words.js";
import type { EventsLexicon } from "./lexicon-events.js";
import type { Attendee, Quote } from "./schema.js";
import type { FullNames } from "./speakers.js";
import { readFullNames, runEnd, speakerIn } from "./speakers.js";

/** What the reader carries from one quote to the next. */
interface State {
  /** Who spoke last, and in which paragraph. */
  speaker: string | null;
  paragraph: number;
  /** Who is announced by a colon at the end of the sentence before. */
  announced: string | null;
  colon: boolean;
}

/** Fewer words inside the marks are a name or a term, not speech. */
const shortest = 3;
/** From here on a stretch that ends like a sentence is speech even without a verb of saying. */
const long = 8;
/** Words before a quote among which its speaker is looked for. */
const reach = 120;

/** What was said, as it stands between the marks, and by whom; the speaker is null when it is not clear. */
export function readQuotes(doc: Doc, lexicon: EventsLexicon, attendees: readonly Pick<Attendee, "name">[]): Quote[] {
  const names = readFullNames(doc, lexicon, attendees);
  const found: Quote[] = [];
  const state: State = { speaker: null, paragraph: -2, announced: null, colon: false };
  let next = 0;
  for (const sentence of doc.sentences) {
    const words = wordsOf(doc, sentence);
    let last: string | null = null;
    while (next < doc.quotes.length && (doc.quotes[next]?.start ?? 0) < sentence.end) {
      const span = doc.quotes[next];
      next += 1;
      if (span === undefined || span.start < sentence.start || sentence.part === "title") continue;
      const quote = readQuote({ doc, lexicon, names, sentence, words }, span, state);
      if (quote === null) continue;
      found.push(quote);
      last = quote.speaker;
      state.speaker = quote.speaker;
      state.paragraph = sentence.paragraph;
    }
    const end = words.at(-1);
    const colon = end?.key === ":" && !end.quoted;
    state.colon = colon;
    state.announced = colon
      ? subjectOf({ doc, lexicon, names, sentence, words }, Math.max(0, words.length - reach), words.length)
      : last;
  }
  return found;
}

interface Scene {
  doc: Doc;
  lexicon: EventsLexicon;
  names: FullNames;
  sentence: Sentence;
  words: Word[];
}

function readQuote(scene: Scene, span: QuoteSpan, state: State): Quote | null {
  const { doc, sentence, words, lexicon } = scene;
  const text = doc.text.slice(span.start, span.end);
  const count = (text.match(/[\p{L}\p{N}]+/gu) ?? []).length;
  const sentenceLike = /[.!?…,]$/u.test(text.trim());
  if (count < (sentenceLike ? 2 : shortest)) return null;
  const from = firstFrom(words, span.start);
  let to = from;
  while (to < words.length && (words[to]?.start ?? 0) < span.end) to += 1;
  const alone = span.start - sentence.start <= 1;
  const said = saidBehind(words, to, lexicon, doc.language);
  const introduced = words[from - 2]?.key === ":" || words[from - 1]?.key === ":" || (alone && state.colon);
  const carried = alone && state.paragraph === sentence.paragraph - 1 && state.speaker !== null;
  if (!said && !introduced && !(sentenceLike && count >= long) && !(carried && sentenceLike)) return null;
  return { speaker: speakerOf(scene, from, to, state, alone), text, start: span.start, end: span.end };
}

/** Index of the first word at or behind the offset. */
function firstFrom(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A verb or noun of saying right behind the closing mark. */
function saidBehind(words: readonly Word[], to: number, { speech }: EventsLexicon, language: string): boolean {
  let at = to;
  while (words[at]?.kind === "mark") at += 1;
  const reach = language === "en" ? 6 : 2;
  for (let near = at; near < at + reach; near += 1) {
    if (words[near]?.kind === "mark") return false;
    if ([speech.after, speech.whose, speech.nobody].some((list) => phraseAt(words, near, list) > 0)) return true;
  }
  return false;
}

function speakerOf(scene: Scene, from: number, to: number, state: State, alone: boolean): string | null {
  const { words, lexicon, doc } = scene;
  const before = subjectOf(scene, Math.max(0, from - reach), from);
  if (doc.language === "en") {
    const behind = englishBehind(scene, to);
    if (behind !== undefined) return behind ?? state.speaker;
    return before ?? (alone ? carriedOn(scene, state) : null);
  }
  const behind = turkishBehind(scene, to);
  if (behind !== null) return behind;
  if (words.slice(to, to + 20).some((word) => !word.quoted && isIn(lexicon.speech.nobody, word))) return null;
  if (before !== null) return before;
  return alone ? carriedOn(scene, state) : null;
}

/** A quote that opens its sentence belongs to whom the sentence before announced, or who spoke in the paragraph before. */
function carriedOn({ sentence }: Scene, state: State): string | null {
  if (state.colon) return state.announced;
  return sentence.paragraph - state.paragraph <= 1 ? state.speaker : null;
}

const closing = new Set([",", ":", "da", "de", "ise", '"', "“"]);

/** The last run of capitals before the quote that a comma or a verb of saying follows: the sentence's subject. */
function subjectOf(scene: Scene, from: number, to: number): string | null {
  const { words, names, lexicon, doc } = scene;
  let speaker: string | null = null;
  for (let at = from; at < to; at += 1) {
    const word = words[at];
    if (word === undefined || !word.capital || word.quoted) continue;
    const end = Math.min(runEnd(words, at), to);
    const last = words[end - 1];
    const next = words[end];
    const closed = next === undefined || closing.has(next.key) || isIn(lexicon.speech.before, next);
    if (last !== undefined && !last.key.includes("'") && closed) {
      const name = speakerIn(doc, words, at, end, names, lexicon);
      if (name !== null) speaker = name;
    }
    at = Math.max(at, end - 1);
  }
  return speaker;
}

/** `"…" diyen Yılmaz`, `"…" ifadesini kullanan Bakan Al`. */
function turkishBehind(scene: Scene, to: number): string | null {
  const { words, names, lexicon, doc } = scene;
  for (let at = to; at < Math.min(words.length, to + 6); at += 1) {
    const word = words[at];
    if (word === undefined || (word.kind === "mark" && at > to + 1)) return null;
    const length = phraseAt(words, at, lexicon.speech.whose);
    const participle = length > 0 || /(?:[ae]n|y[ae]n)$/u.test(word.key);
    if (!participle || words[at + Math.max(1, length)]?.capital !== true) continue;
    const start = at + Math.max(1, length);
    return speakerIn(doc, words, start, runEnd(words, start), names, lexicon);
  }
  return null;
}

/** `"…," Demir said`, `"…," said Demir`; null for `he said`, undefined where nobody is named. */
function englishBehind(scene: Scene, to: number): string | null | undefined {
  const { words, names, lexicon, doc } = scene;
  for (let at = to; at < Math.min(words.length, to + 12); at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted || (word.kind === "mark" && at > to + 1)) return undefined;
    if (word.key === "he" || word.key === "she") return null;
    if (!word.capital) continue;
    const end = runEnd(words, at);
    const name = speakerIn(doc, words, at, end, names, lexicon);
    if (name !== null) return name;
    at = Math.max(at, end - 1);
  }
  return undefined;
}
