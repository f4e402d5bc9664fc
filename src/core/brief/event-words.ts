import type { Doc, Sentence, Word } from "./document.js";
import { byFirstLetter, onceFor, perForm } from "./forms.js";

export type { Word } from "./document.js";
export { fold } from "./forms.js";

/** The words, numbers and marks of a sentence. */
export const wordsOf = (_doc: Doc, { tokens }: Sentence): Word[] => tokens;

/** The phrases that a word opens, cut into words, longest first; null for none. */
type Opened = (word: Pick<Word, "form">) => string[][] | null;

const longestFirst = (a: readonly string[], b: readonly string[]) => b.length - a.length;

const phrasesOf = onceFor((list: readonly string[]): Opened => {
  const phrases = new Map<string, string[][]>();
  for (const entry of list) {
    const words = entry.split(" ");
    const first = words[0] ?? "";
    phrases.set(first, [...(phrases.get(first) ?? []), words].sort(longestFirst));
  }
  return perForm(({ key }) => phrases.get(key) ?? null);
});

/** How many words the longest phrase of the list that begins at `at` has; 0 for none. */
export function phraseAt(words: readonly Word[], at: number, list: readonly string[]): number {
  return longestAt(words, at, phrasesOf(list));
}

function longestAt(words: readonly Word[], at: number, opened: Opened): number {
  const first = words[at];
  const same = first === undefined ? null : opened(first);
  if (same === null) return 0;
  for (const phrase of same) {
    let index = 1;
    while (index < phrase.length && words[at + index]?.key === phrase[index]) index += 1;
    if (index === phrase.length) return index;
  }
  return 0;
}

/** Whether a phrase of the list begins anywhere in `words[from..to]`. */
export function hasPhrase(words: readonly Word[], from: number, to: number, list: readonly string[]): boolean {
  const opened = phrasesOf(list);
  const end = Math.min(to, words.length);
  for (let at = Math.max(0, from); at < end; at += 1) if (longestAt(words, at, opened) > 0) return true;
  return false;
}

const wordsIn = onceFor((list: readonly string[]) => {
  const words = new Set(list);
  return perForm(({ key }) => words.has(key));
});

/** Whether the list has the word; for lists of a lexicon, which are asked of each word. */
export function isIn(list: readonly string[], word: Word | undefined): boolean {
  return word !== undefined && wordsIn(list)(word);
}

const numbersIn = onceFor(
  (lists: readonly (readonly string[])[]) =>
    // The last entry of a map wins, and the first list shall.
    new Map(lists.flatMap((list, index) => list.map((word) => [word, index] as const)).toReversed()),
);

/** Index of the first of the lists (months, weekdays) that holds the word; -1 for none. */
export function listWith(lists: readonly (readonly string[])[], key: string): number {
  return numbersIn(lists).get(key) ?? -1;
}

const beginningsOf = onceFor((list: readonly string[]): Opened => {
  const all = list.map((entry) => ({ parts: entry.split(" ") })).sort((a, b) => longestFirst(a.parts, b.parts));
  const near = byFirstLetter(all);
  return perForm(({ key }) => {
    const opened = near(key).flatMap(({ parts }) => {
      const first = parts[0] ?? "";
      return (parts.length === 1 ? key.startsWith(first) : key === first) ? [parts] : [];
    });
    return opened.length === 0 ? null : opened;
  });
});

/** How many words of the beginning `start` (`sonuç belge` finds `sonuç belgesinde`) stand at `at`; 0 for none. */
export function beginningAt(words: readonly Pick<Word, "key">[], at: number, start: string): number {
  const parts = start.split(" ");
  return beginsAt(words, at, parts) ? parts.length : 0;
}

/** Whether the words of a beginning stand at `at`. */
export function beginsAt(words: readonly Pick<Word, "key">[], at: number, parts: readonly string[]): boolean {
  const last = parts.length - 1;
  for (let index = 0; index < last; index += 1) if (words[at + index]?.key !== parts[index]) return false;
  return words[at + last]?.key.startsWith(parts[last] ?? "") === true;
}

/** Whether one of the beginnings stands in `words[from..to]`. */
export function hasBeginning(words: readonly Word[], from: number, to: number, starts: readonly string[]): boolean {
  const opened = beginningsOf(starts);
  const end = Math.min(to, words.length);
  for (let at = Math.max(0, from); at < end; at += 1) {
    const word = words[at];
    const same = word === undefined ? null : opened(word);
    if (same === null) continue;
    for (const parts of same) if (parts.length === 1 || beginsAt(words, at, parts)) return true;
  }
  return false;
}

/** A blank that is not one space. */
const oddBlank = /\s\s|[^\S ]/u;

/** Text of the story between two words, its white space made single. */
export function textOf(doc: Doc, words: readonly Word[], from: number, to: number): string {
  const first = words[from];
  const last = words[to - 1];
  if (first === undefined || last === undefined || from >= to) return "";
  const text = doc.text.slice(first.start, last.end);
  return oddBlank.test(text) ? text.replace(/\s+/gu, " ") : text;
}

/** A sentence of its own: capital first, full stop last. */
export function asSentence(text: string, language: string): string {
  const clean = text.replace(/[\s,;:.–—-]+$/u, "");
  const first = String.fromCodePoint(clean.codePointAt(0) ?? 32);
  // Not by the locale's own function, which takes ten times as long.
  const capital = language === "tr" && first === "i" ? "İ" : first.toUpperCase();
  return `${capital}${clean.slice(first.length)}.`;
}
