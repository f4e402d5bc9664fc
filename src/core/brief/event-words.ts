import type { Doc, QuoteSpan, Sentence, Token } from "./document.js";

/** A token as the readers of events compare it. */
export interface Word {
  text: string;
  /** Lower case by the story's language, apostrophes straight, no soft hyphens. */
  key: string;
  /** `key` without what stands behind an apostrophe. */
  base: string;
  capital: boolean;
  kind: Token["kind"];
  /** It stands inside quotation marks. */
  quoted: boolean;
  start: number;
  end: number;
}

const curly = /[’‘ʼ´`]/u;
const apostrophes = /['’‘ʼ´`]/gu;
const known = new WeakMap<Token[], Word[]>();

/** Lower case as the lexicon has it. Not by the locale's own function, which takes ten times as long. */
export function fold(text: string, language: string): string {
  const dotted = language === "tr" && hasI.test(text) ? text.replaceAll("İ", "i").replaceAll("I", "ı") : text;
  const lower = dotted.toLowerCase();
  return invisible.test(lower) ? lower.replace(/\u00AD|\u0307/gu, "") : lower;
}

const hasI = /[Iİ]/u;
const invisible = /\u00AD|\u0307/u;

/** The words, numbers and marks of a sentence; made once per sentence. */
export function wordsOf(doc: Doc, sentence: Sentence): Word[] {
  const made = known.get(sentence.tokens);
  if (made !== undefined) return made;
  let quote = firstQuote(doc.quotes, sentence.start);
  const words = sentence.tokens.map(({ text, start, end, kind }) => {
    while (quote < doc.quotes.length && (doc.quotes[quote]?.end ?? 0) <= start) quote += 1;
    const span = doc.quotes[quote];
    const folded = fold(text, doc.language);
    const key = curly.test(folded) ? folded.replace(apostrophes, "'") : folded;
    const cut = key.indexOf("'");
    // A mark can have a small form as well (Ⓐ).
    const capital = kind === "word" && text !== key && text.charAt(0) !== key.charAt(0);
    const quoted = span !== undefined && span.start <= start && start < span.end;
    return { text, key, base: cut > 0 ? key.slice(0, cut) : key, capital, kind, quoted, start, end };
  });
  known.set(sentence.tokens, words);
  return words;
}

/** Index of the first quote that ends behind the offset. */
function firstQuote(quotes: QuoteSpan[], offset: number): number {
  let low = 0;
  let high = quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotes[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Phrases of a lexicon by their first word, longest first. */
type Phrases = Map<string, string[][]>;
const indexed = new WeakMap<readonly string[], Phrases>();

/** An index of a lexicon's list, made once per list. */
export function phrasesOf(list: readonly string[]): Phrases {
  const made = indexed.get(list);
  if (made !== undefined) return made;
  const phrases: Phrases = new Map();
  for (const entry of list) {
    const words = entry.split(" ");
    const first = words[0] ?? "";
    const same = phrases.get(first);
    if (same === undefined) phrases.set(first, [words]);
    else same.push(words);
  }
  for (const same of phrases.values()) same.sort((a, b) => b.length - a.length);
  indexed.set(list, phrases);
  return phrases;
}

/** How many words the longest phrase of the list that begins at `at` has; 0 for none. */
export function phraseAt(words: readonly Word[], at: number, list: readonly string[]): number {
  const first = words[at];
  if (first === undefined) return 0;
  for (const phrase of phrasesOf(list).get(first.key) ?? []) {
    if (phrase.every((part, index) => words[at + index]?.key === part)) return phrase.length;
  }
  return 0;
}

/** Whether a phrase of the list begins anywhere in `words[from..to]`. */
export function hasPhrase(words: readonly Word[], from: number, to: number, list: readonly string[]): boolean {
  for (let at = Math.max(0, from); at < to; at += 1) if (phraseAt(words, at, list) > 0) return true;
  return false;
}

/** How many words of the beginning `start` (`sonuç belge` finds `sonuç belgesinde`) stand at `at`; 0 for none. */
export function beginningAt(words: readonly Pick<Word, "key">[], at: number, start: string): number {
  const parts = start.split(" ");
  const matches = parts.every((part, index) => {
    const key = words[at + index]?.key ?? "";
    return index === parts.length - 1 ? key.startsWith(part) : key === part;
  });
  return matches ? parts.length : 0;
}

/** Whether one of the beginnings stands in `words[from..to]`. */
export function hasBeginning(words: readonly Word[], from: number, to: number, starts: readonly string[]): boolean {
  for (let at = Math.max(0, from); at < to; at += 1) {
    if (starts.some((start) => beginningAt(words, at, start) > 0)) return true;
  }
  return false;
}

/** Text of the story between two words, its white space made single. */
export function textOf(doc: Doc, words: readonly Word[], from: number, to: number): string {
  const first = words[from];
  const last = words[to - 1];
  if (first === undefined || last === undefined || from >= to) return "";
  return doc.text.slice(first.start, last.end).replace(/\s+/gu, " ");
}

/** A sentence of its own: capital first, full stop last. */
export function asSentence(text: string, language: string): string {
  const clean = text.replace(/[\s,;:.–—-]+$/u, "");
  const first = String.fromCodePoint(clean.codePointAt(0) ?? 32);
  const capital = language === "tr" ? first.toLocaleUpperCase("tr") : first.toUpperCase();
  return `${capital}${clean.slice(first.length)}.`;
}
