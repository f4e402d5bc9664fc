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
  const { quotes, language } = doc;
  let quote = firstQuote(quotes, sentence.start);
  const keys = keysOf(doc);
  const words = sentence.tokens.map(({ text, start, end, kind }) => {
    while (quote < quotes.length && (quotes[quote]?.end ?? 0) <= start) quote += 1;
    const span = quotes[quote];
    const key = keys === null ? keyOf(text, language) : keys.slice(start, end);
    const cut = key.indexOf("'");
    // A mark can have a small form as well (Ⓐ).
    const capital = kind === "word" && text.charCodeAt(0) !== key.charCodeAt(0);
    const quoted = span !== undefined && span.start <= start && start < span.end;
    return { text, key, base: cut > 0 ? key.slice(0, cut) : key, capital, kind, quoted, start, end };
  });
  known.set(sentence.tokens, words);
  return words;
}

function keyOf(text: string, language: string): string {
  const folded = fold(text, language);
  return curly.test(folded) ? folded.replace(apostrophes, "'") : folded;
}

const wholeKeys = new WeakMap<Doc["parts"], string | null>();

/** The keys of a whole text at the places of its words, which is cheaper than word by word; null where letters fall out. */
function keysOf({ text, parts, language }: Doc): string | null {
  const made = wholeKeys.get(parts);
  if (made !== undefined) return made;
  // The small form of Σ depends on the letters around it.
  const whole = text.includes("Σ") ? null : keyOf(text, language);
  const keys = whole?.length === text.length ? whole : null;
  wholeKeys.set(parts, keys);
  return keys;
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
  return longestAt(words, at, phrasesOf(list));
}

function longestAt(words: readonly Word[], at: number, phrases: Phrases): number {
  const first = words[at];
  const same = first === undefined ? undefined : phrases.get(first.key);
  if (same === undefined) return 0;
  for (const phrase of same) {
    let index = 1;
    while (index < phrase.length && words[at + index]?.key === phrase[index]) index += 1;
    if (index === phrase.length) return index;
  }
  return 0;
}

/** Whether a phrase of the list begins anywhere in `words[from..to]`. */
export function hasPhrase(words: readonly Word[], from: number, to: number, list: readonly string[]): boolean {
  const phrases = phrasesOf(list);
  const end = Math.min(to, words.length);
  for (let at = Math.max(0, from); at < end; at += 1) if (longestAt(words, at, phrases) > 0) return true;
  return false;
}

const numbered = new WeakMap<readonly (readonly string[])[], Map<string, number>>();

/** Index of the first of the lists (months, weekdays) that holds the word; -1 for none. */
export function listWith(lists: readonly (readonly string[])[], key: string): number {
  let numbers = numbered.get(lists);
  if (numbers === undefined) {
    // The last entry of a map wins, and the first list shall.
    numbers = new Map(lists.flatMap((list, index) => list.map((word) => [word, index] as const)).toReversed());
    numbered.set(lists, numbers);
  }
  return numbers.get(key) ?? -1;
}

/** Beginnings of a lexicon's list by the first unit of their first word, longest first. */
type Beginnings = Map<number, string[][]>;
const begun = new WeakMap<readonly string[], Beginnings>();

/** An index of a lexicon's list, made once per list: for whoever looks at each word of a sentence. */
export function beginningsOf(list: readonly string[]): Beginnings {
  const made = begun.get(list);
  if (made !== undefined) return made;
  const beginnings: Beginnings = new Map();
  for (const entry of list) {
    const unit = entry.charCodeAt(0);
    beginnings.set(unit, [...(beginnings.get(unit) ?? []), entry.split(" ")]);
  }
  for (const same of beginnings.values()) same.sort((a, b) => b.length - a.length);
  begun.set(list, beginnings);
  return beginnings;
}

const none: string[][] = [];

/** The entries of the list that may begin at the word, longest first: those with its first letter. */
export function candidatesAt(word: Pick<Word, "key"> | undefined, list: readonly string[]): readonly string[][] {
  return (word === undefined ? undefined : beginningsOf(list).get(word.key.charCodeAt(0))) ?? none;
}

/** How many words of the beginning `start` (`sonuç belge` finds `sonuç belgesinde`) stand at `at`; 0 for none. */
export function beginningAt(words: readonly Pick<Word, "key">[], at: number, start: string): number {
  const parts = start.split(" ");
  return beginsAt(words, at, parts) ? parts.length : 0;
}

function beginsAt(words: readonly Pick<Word, "key">[], at: number, parts: readonly string[]): boolean {
  const last = parts.length - 1;
  for (let index = 0; index < last; index += 1) if (words[at + index]?.key !== parts[index]) return false;
  return words[at + last]?.key.startsWith(parts[last] ?? "") === true;
}

/** Whether one of the beginnings stands in `words[from..to]`. */
export function hasBeginning(
  words: readonly Pick<Word, "key">[],
  from: number,
  to: number,
  starts: readonly string[],
): boolean {
  const beginnings = beginningsOf(starts);
  const end = Math.min(to, words.length);
  for (let at = Math.max(0, from); at < end; at += 1) {
    const same = beginnings.get(words[at]?.key.charCodeAt(0) ?? 0);
    if (same === undefined) continue;
    for (const parts of same) if (beginsAt(words, at, parts)) return true;
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
  // Not by the locale's own function, which takes ten times as long.
  const capital = language === "tr" && first === "i" ? "İ" : first.toUpperCase();
  return `${capital}${clean.slice(first.length)}.`;
}
