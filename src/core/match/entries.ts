import { readingsOf } from "../text/acronym.js";
import type { Ending } from "../text/chain.js";
import { anyEnding, endingOf, withDotted } from "../text/chain.js";
import { fold, inWord } from "../text/fold.js";
import { codes, looseLetter, unitsOf } from "../text/letters.js";
import { englishPlural, uzbekStem } from "../text/endings.js";
import { russianForms } from "../text/russian.js";
import { azeriStem, hasOldPossessive, isJoined, stemsOf, takesFront, withoutPossessive } from "../text/stems.js";
import { turkicStems } from "../text/turkic.js";
import type { Pattern } from "./keyword.js";

/** One way a pattern may be spelt in a text up to its suffixes, and what may follow. */
export interface Entry {
  pattern: number;
  /** Letters as the keyword's owner wants them; the trie is walked by their loose form. */
  exact: Uint16Array;
  /** Which suffixes may follow. */
  tail: "none" | "latin" | "cyrillic" | "arabic" | "uzbek";
  /** A spelling that only this language has: a single word counts in its texts alone. */
  only: "" | "en" | "az" | "uz";
  /** The keyword is written in letters of Azerbaijani. */
  azeri: boolean;
  before: "any" | "vowel" | "consonant";
  /** The compound ending was taken off: a possessive must follow, or a name must stand bare. */
  possessed: boolean;
  /** The stem ends in a possessive of its own (camii). */
  its: boolean;
  endings: readonly Ending[];
  ascii: boolean;
  acronym: boolean;
  name: boolean;
  phrase: boolean;
  /** A phrase that opens with a capital: beside a capital at its end the text must have it too (`doğan Kızılay` names no Doğan). */
  opens: boolean;
  /** It has letters that English lacks, so Turkish suffixes may follow in an English story too. */
  turkish: boolean;
  /** Where the last word begins in `exact`. */
  last: number;
}

interface Word {
  letters: number[];
  capitals: number;
}

/** Letters that English lacks. */
export const turkishLetters = new Set(unitsOf("çğışöüəı"));
const arabic = /^\p{Script=Arabic}$/u;
const uzbekLetters = new Set(unitsOf("og"));
/** A number takes suffixes as a word of its text does: Covid-19'un. */
const latin = /^[\p{Script=Latin}\p{N}]$/u;
const scripts = [
  [latin, "latin"],
  [/^\p{Script=Cyrillic}$/u, "cyrillic"],
  [arabic, "arabic"],
] as const;

/** The lower-case word that a list of stems knows: in capitals I is ı. */
export function spelt(letters: ArrayLike<number>): string {
  let word = "";
  for (let at = 0; at < letters.length; at += 1) {
    const it = letters[at] ?? 0;
    word += String.fromCharCode(it === codes.I ? codes.dotlessI : it === codes.dottedI ? 0x69 : it);
  }
  return word;
}

/** All spellings of a pattern that the trie must know. `pattern` is its number. */
export function entriesOf({ text, exact, ascii, compound = false }: Pattern, pattern: number): Entry[] {
  const { letters, words, separators } = wordsOf(text);
  const tailWord = words.at(-1);
  if (tailWord === undefined) return [];
  const phrase = words.length > 1;
  const last = letters.length - tailWord.letters.length;
  const first = String.fromCharCode(tailWord.letters[0] ?? 0);
  const mixed = words.some((it) => it.capitals < it.letters.length);
  const size = tailWord.letters.length;
  const base: Entry = {
    pattern,
    exact: Uint16Array.from(letters),
    tail: exact ? "none" : (scripts.find(([script]) => script.test(first))?.[1] ?? "none"),
    only: "",
    azeri: /ə|q(?!u)/u.test(spelt(letters)),
    before: "any",
    possessed: false,
    its: false,
    endings: [anyEnding],
    ascii,
    acronym: tailWord.capitals === size && size >= 2 && size <= 6 && (!phrase || mixed),
    name: tailWord.capitals > 0,
    phrase,
    opens: phrase && (words[0]?.capitals ?? 0) > 0,
    turkish: letters.some((it) => turkishLetters.has(it) || it === codes.dottedI),
    last,
  };
  const bases = base.acronym && isReadable(spelt(tailWord.letters)) ? [base, { ...base, acronym: false }] : [base];
  const entries = exact ? bases : bases.flatMap((it) => inflecting(it, tailWord, words, separators, compound));
  return entries.flatMap(variants);
}

/** `DEPREM`, `UNESCO`: long and with vowels enough to be a word in capitals, which stands in small letters too. */
const isReadable = (word: string): boolean =>
  word.length >= 5 && (word.match(/[aıoueiöü]/gu)?.length ?? 0) >= 2 && !/[^aıoueiöü]{3}/u.test(word);

function inflecting(
  base: Entry,
  tailWord: Word,
  words: readonly Word[],
  separators: readonly number[],
  compound: boolean,
): Entry[] {
  const { last } = base;
  const head = Array.from(base.exact.subarray(0, last));
  const tail = (letters: string, change: Partial<Entry> = {}): Entry =>
    spell(base, [...head, ...unitsOf(letters)], change);
  const word = spelt(tailWord.letters);
  if (base.tail === "cyrillic") {
    const forms = russianForms(
      words.map((it) => spelt(it.letters)),
      words.some((it) => it.capitals > 0),
    );
    const joined = forms.map((form) =>
      form.flatMap((it, at) => [...(at === 0 ? [] : [separators[at - 1] ?? codes.space]), ...unitsOf(it)]),
    );
    const soft = turkicStems(word).map((it) => tail(it, { before: "vowel" }));
    return [base, ...soft, ...joined.map((it) => spell(base, it, { tail: "none" }))];
  }
  if (base.tail === "arabic") return arabicEntries(base, words, separators);
  if (base.tail === "none") return [base];
  if (base.acronym) return [spell(base, base.exact, { endings: readingsOf(word) })];
  const entries = stemsOf(word).map(({ letters, before }, at) => {
    const whole = at === 0 ? tailWord.letters : unitsOf(letters);
    return spell(base, [...head, ...whole], { before, endings: endingsOf(letters, word) });
  });
  const compounds = base.phrase || compound || isJoined(word);
  const free = compounds ? withoutPossessive(word) : null;
  for (const { letters, before } of free === null ? [] : stemsOf(free)) {
    entries.push(tail(letters, { before, possessed: true, endings: endingsOf(letters, free ?? letters) }));
  }
  for (const it of [word, free]) {
    if (it !== null && hasOldPossessive(it)) entries.push(tail(`${it}i`, { its: true, endings: endingsOf(it, it) }));
  }
  const azeri = azeriStem(word);
  if (azeri !== null)
    entries.push(
      tail(azeri, { before: "vowel", only: base.azeri ? "" : "az", azeri: true, endings: endingsOf(azeri, word) }),
    );
  const plural = englishPlural(word);
  if (plural !== null) entries.push(tail(plural, { only: "en" }));
  const uzbek = uzbekStem(word);
  if (uzbek !== null) entries.push(tail(uzbek, { before: "vowel", only: "uz", tail: "uzbek" }));
  if (!base.ascii) return entries;
  return entries.map((entry) => ({ ...entry, endings: entry.endings.flatMap(withDotted) }));
}

/** A word without the article also stands with it, its plural in -at, and -t before a pronoun where it ends in ta marbuta. */
function arabicEntries(base: Entry, words: readonly Word[], separators: readonly number[]): Entry[] {
  const plain = words.map((it) => it.letters);
  const article = unitsOf("ال");
  const withArticle = (letters: number[]): number[] => (isDefinite(letters) ? letters : [...article, ...letters]);
  const lastOnly = plain.map((it, at) => (at === plain.length - 1 ? withArticle(it) : it));
  const every = plain.map(withArticle);
  const lists = new Map([plain, lastOnly, every].map((list) => [list.join(" "), list]));
  return [...lists.values()].flatMap((list) => {
    const joined = list.flatMap((it, at) => [...(at === 0 ? [] : [separators[at - 1] ?? codes.space]), ...it]);
    const last = joined.length - (list.at(-1)?.length ?? 0);
    const own = spell(base, joined, { last });
    if (joined.at(-1) !== taMarbuta) return [own];
    const stem = joined.slice(0, -1);
    return [
      own,
      spell(base, [...stem, ...unitsOf("ات")], { last }),
      spell(base, [...stem, ...unitsOf("ت")], { last, before: "vowel" }),
    ];
  });
}

const isDefinite = (letters: ArrayLike<number>): boolean => letters[0] === 0x627 && letters[1] === 0x644;
/** As it is folded. */
const taMarbuta = 0x647;

/** The same entry in other letters. */
function spell(base: Entry, letters: ArrayLike<number>, change: Partial<Entry> = {}): Entry {
  return { ...base, ...change, exact: Uint16Array.from(letters) };
}

function endingsOf(stem: string, word: string): Ending[] {
  const own = endingOf(unitsOf(stem));
  // The vowel that the stem has lost still rules: vakit, vakti.
  const ruling = endingOf(unitsOf(word));
  const endings = [own];
  if (ruling.vowel !== own.vowel) endings.push({ ...own, vowel: ruling.vowel });
  const front = takesFront(word);
  if (front === "never") return endings;
  const fronted = { ...own, vowel: "ouöü".includes(String.fromCharCode(own.vowel)) ? 0xfc : 0x65 };
  return front === "only" ? [fronted] : [...endings, fronted];
}

function wordsOf(text: string): { letters: number[]; words: Word[]; separators: number[] } {
  const { key, exact, capital, length } = fold(text);
  let from = 0;
  let to = length;
  while (from < to && !inWord(key[from])) from += 1;
  while (to > from && !inWord(key[to - 1])) to -= 1;
  const words: Word[] = [];
  const separators: number[] = [];
  let inside = false;
  for (let at = from; at < to; at += 1) {
    if (!inWord(key[at])) {
      separators.push(key[at] ?? 0);
      inside = false;
      continue;
    }
    if (!inside) words.push({ letters: [], capitals: 0 });
    inside = true;
    const word = words.at(-1);
    word?.letters.push(exact[at] ?? 0);
    if (word !== undefined && capital[at] === 1) word.capitals += 1;
  }
  return { letters: Array.from(exact.subarray(from, to)), words, separators };
}

/** Whether a hyphen joins a short piece (Hilal-i Ahmer, Covid-19), which is also written apart; that of Kızılay-Ulus is not. */
function isLooseHyphen(letters: ArrayLike<number>): boolean {
  const words = spelt(letters).split(" ");
  return words.some((it) => it.includes("-") && it.split("-").some((piece) => piece.length <= 3));
}

/** The same entry with a hyphen read as a space, an apostrophe left out, or an Arabic article behind `li`. */
function variants(entry: Entry): Entry[] {
  const all = [entry];
  const { exact } = entry;
  const put = (letters: readonly number[]): void => {
    all.push(spell(entry, letters, { last: Math.max(0, entry.last + letters.length - exact.length) }));
  };
  if (isLooseHyphen(exact)) put([...exact].map((it) => (it === codes.hyphen ? codes.space : it)));
  // That of Uzbek is a letter: oʻq is not oq.
  const isLetter = [...exact].some((it, at) => it === codes.apostrophe && uzbekLetters.has(exact[at - 1] ?? 0));
  if (exact.includes(codes.apostrophe) && !isLetter) put([...exact].filter((it) => it !== codes.apostrophe));
  if (isDefinite(exact) && arabic.test(String.fromCharCode(exact[2] ?? 0))) put([0x644, 0x644, ...exact.slice(2)]);
  return all;
}

/** The loose letters of an entry: its path in the trie. */
export function pathOf(entry: Entry): number[] {
  return Array.from(entry.exact, (it) => (inWord(it) && it !== codes.apostrophe ? looseLetter(it) : it));
}
