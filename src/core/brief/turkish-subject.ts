import type { Scene } from "./decision-parts.js";
import { trimStart } from "./decision-parts.js";
import type { Word } from "./event-words.js";
import { phraseAt, textOf } from "./event-words.js";
import { looksFinite } from "./turkish-forms.js";

/** The subject of the sentence's first clause, for a later clause with an active verb that has none of its own. */
export function subjectBefore({ words, doc, lexicon }: Scene, clause: number): string {
  const from = trimStart(words, 0, words.length, lexicon);
  if (clause <= from) return "";
  let start = from;
  for (let at = from; at < Math.min(clause, from + 40); at += 1) {
    const word = words[at];
    if (word === undefined || looksFinite(word.key)) return "";
    const party = phraseAt(words, at, lexicon.parties);
    if (party > 0) return textOf(doc, words, at === start ? start : nounStart(words, start, at), at + party);
    if (words[at + 1]?.key !== ",") continue;
    if (isSubject(word)) return textOf(doc, words, start, at + 1);
    start = at + 2;
    at += 1;
  }
  return "";
}

/** Adjectives in small letters belong to the side they stand before (`üye ülkeler`); a frame before a comma does not. */
function nounStart(words: readonly Word[], from: number, at: number): number {
  let start = at;
  while (start > from && words[start - 1]?.kind === "word" && !/[dt][ae]$/u.test(words[start - 1]?.key ?? ""))
    start -= 1;
  return start;
}

/** Whether a word before a comma may close the subject: a name without suffix or a plural. */
export function isSubject(word: Word): boolean {
  if (word.kind !== "word" || word.quoted) return false;
  if (word.capital && !word.key.includes("'")) return !/(?:da|de|ta|te|dan|den|nda|nde)$/u.test(word.key);
  return /l[ae]r[ıi]?$/u.test(word.key);
}
