import type { Ending } from "./chain.js";
import { endingOf } from "./chain.js";
import { unitsOf } from "./letters.js";

/** How a lower-case acronym is read, likeliest first: by its last letter's name (TDT: te), as a word (AFAD), or both. */
export function readingsOf(acronym: string): Ending[] {
  const asWord = endingOf(unitsOf(acronym));
  if (/[aeıioöuü]$/u.test(acronym)) return [asWord];
  const asLetters: Ending = { vowel: "e".charCodeAt(0), final: "vowel" };
  const byLetter = /[hk]$/u.test(acronym) ? [asLetters, { ...asLetters, vowel: "a".charCodeAt(0) }] : [asLetters];
  const isWord = /[aeıioöuü]/u.test(acronym) && !/[^aeıioöuü]{3}|[^aeıioöuü]{2}$/u.test(acronym);
  if (!isWord) return byLetter;
  return acronym.length < 4 ? [...byLetter, asWord] : [asWord, ...byLetter];
}
