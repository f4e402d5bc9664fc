import type { Scene } from "./decision-parts.js";
import { hasParty, nounAt, trimStart } from "./decision-parts.js";
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
    // `Sağlık, eğitim, spor ve enerji alanlarında …` lists matters.
    if (isSubject(word)) return start === at && isListed(words, at + 2) ? "" : textOf(doc, words, start, at + 1);
    start = at + 2;
    at += 1;
  }
  return "";
}

/** One word in small letters, and the next comma. */
function isListed(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word !== undefined && word.kind === "word" && !word.capital && /^(?:,|ve)$/u.test(words[at + 1]?.key ?? "");
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

/**
 * Whether a side, two names (`Türkiye ve Kazakistan,`) or the text itself speaks before an active verb: one man's
 * emphasis (`Kaya, ortak açıklamada … vurguladı`) is his own.
 */
export function speaksForAll({ words, lexicon }: Scene, to: number): boolean {
  if (hasParty(words, 0, to, lexicon)) return true;
  // `Bakanların … yineledikleri ifade edildi`
  if (words.slice(0, to).some(({ key, quoted }) => !quoted && lexicon.parties.includes(key.replace(/[ıi]n$/u, ""))))
    return true;
  for (let at = 0; at < to; at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted || words[at + 1]?.key !== "," || !isSubject(word)) continue;
    return isJoined(words, at) || nounAt(words, at, lexicon.declarations) > 0 || !word.capital;
  }
  return words.slice(0, to).some(({ key }, at) => tellsAll(words, at, key, lexicon));
}

function isJoined(words: readonly Word[], last: number): boolean {
  let at = last;
  while (words[at]?.capital === true) at -= 1;
  return (words[at]?.key === "ve" || words[at]?.key === "ile") && words[at - 1]?.capital === true;
}

const tellsAll = (words: readonly Word[], at: number, key: string, lexicon: Scene["lexicon"]): boolean =>
  lexicon.jointShort.includes(key) ||
  (/[dt][ae]$/u.test(key) && (nounAt(words, at, lexicon.declarations) > 0 || key.startsWith("açıklama")));
