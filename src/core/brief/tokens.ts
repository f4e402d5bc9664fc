import { abbreviation } from "./abbreviations.js";
import type { Word } from "./document.js";
import { formAt, wordOf } from "./forms.js";

/** Whether the text begins with a capital letter. */
export function isCapital(text: string): boolean {
  const first = text.codePointAt(0);
  if (first === undefined) return false;
  if (first < 128) return first >= 65 && first <= 90;
  const letter = String.fromCodePoint(first);
  return letter !== letter.toLowerCase();
}

/** What a character is to the words around it, as bits. */
const signs = {
  /** Nothing of the below: a mark of its own. */
  mark: 1,
  letter: 2,
  digit: 4,
  blank: 8,
  apostrophe: 16,
  hyphen: 32,
  /** It stands between the digits of one number. */
  point: 64,
  /** A blank, but within a word a part of it. */
  softHyphen: 128,
} as const;

const joint = signs.apostrophe | signs.hyphen;
const inWord = signs.letter | signs.digit | signs.softHyphen;
const unseen = signs.blank | signs.softHyphen;

function signOf(character: string): number {
  if (/^[\p{L}\p{M}]/u.test(character)) return signs.letter;
  if (/^\p{Nd}/u.test(character)) return signs.digit;
  if (/^['’‘´`]/u.test(character)) return signs.apostrophe;
  if (/^[\u2010\u2011-]/u.test(character)) return signs.hyphen;
  if (/^[.,:/]/u.test(character)) return signs.point;
  if (character === "\u00AD") return signs.softHyphen;
  return /^[\s\u200B-\u200D\u2060\uFEFF]/u.test(character) ? signs.blank : signs.mark;
}

const planeSize = 0x10000;
let plane: Uint8Array | undefined;

/** The signs of the basic plane, worked out as texts ask for them; 0 is not known yet. */
function signsOfPlane(): Uint8Array {
  plane ??= new Uint8Array(planeSize);
  return plane;
}

const dot = 46;

/** Finds where the words and numbers of `text[..to]` end. */
function scanner(text: string, to: number) {
  const table = signsOfPlane();

  /** The sign of the character at an offset; 0 behind the end. */
  function signAt(at: number): number {
    if (at >= to) return 0;
    const unit = text.charCodeAt(at);
    const known = table[unit] ?? 0;
    if (known !== 0) return known;
    if (unit >= 0xd800 && unit < 0xe000) return signOf(text.slice(at, at + widthAt(at)));
    const sign = signOf(String.fromCharCode(unit));
    table[unit] = sign;
    return sign;
  }

  function widthAt(at: number): number {
    return at + 1 < to && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }

  function behindAll(at: number, wanted: number): number {
    let end = at;
    while ((signAt(end) & wanted) !== 0) end += widthAt(end);
    return end;
  }

  /** A number may hold points (19.11.2025, 1.500,5) and a suffix (2024'te). */
  function numberEnd(from: number): number {
    let end = behindAll(from, signs.digit);
    while (signAt(end) === signs.point && signAt(end + 1) === signs.digit) end = behindAll(end + 1, signs.digit);
    for (;;) {
      const suffix = signAt(end) === signs.apostrophe ? end + 1 : end;
      const next = behindAll(suffix, signs.letter);
      if (next === suffix) return end;
      end = next;
    }
  }

  /** A word may hold apostrophes and hyphens between letters: Aslanov'un, el-Maliki. */
  function wordEnd(from: number): number {
    let end = behindAll(from, inWord);
    while ((signAt(end) & joint) !== 0) {
      const next = behindAll(end + 1, inWord);
      if (next === end + 1) return end;
      end = next;
    }
    return end;
  }

  return { signAt, widthAt, numberEnd, wordEnd };
}

/**
 * Words, numbers and marks of `text[from..to]`. The full stop of an initial or a known short form is part of its
 * word (`Dr.`, `M.`, `A.Ş.`), so that a lone `.` is a mark that may end a sentence.
 */
export function readTokens(text: string, from: number, to: number, language: string): Word[] {
  const tokens: Word[] = [];
  const { signAt, widthAt, numberEnd, wordEnd } = scanner(text, to);
  let next: number;
  for (let start = from; start < to; start = next) {
    const sign = signAt(start);
    if ((sign & unseen) !== 0) {
      next = start + 1;
      continue;
    }
    const last = tokens.at(-1);
    if (sign === signs.letter) {
      next = wordEnd(start);
      // `A.Ş`: a letter right behind an initial continues it.
      const dotted = text.charCodeAt(next) === dot && next < to;
      if (last !== undefined && last.end === start && last.kind === "word" && last.text.endsWith(".")) {
        const joined = text.slice(last.start, next);
        if (joined.length <= 8 && (next - start === 1 || abbreviation(joined) !== null)) {
          tokens[tokens.length - 1] = wordAt(text, last.start, dotted ? next + 1 : next, language);
          continue;
        }
      }
      tokens.push(wordAt(text, start, dotted && isShort(text.slice(start, next)) ? next + 1 : next, language));
    } else if (sign === signs.digit) {
      next = numberEnd(start);
      tokens.push(wordAt(text, start, next, language));
    } else {
      next = start + widthAt(start);
      if (last === undefined || start >= last.end) tokens.push(wordAt(text, start, next, language));
    }
  }
  return tokens;
}

function wordAt(text: string, start: number, end: number, language: string): Word {
  return wordOf(formAt(text, start, end, language), start, end, false);
}

/** Whether a full stop behind it may belong to it. */
function isShort(word: string): boolean {
  return isInitial(word) || abbreviation(word) !== null;
}

function isInitial(word: string): boolean {
  return (word.length === 1 || (word.length === 2 && word.charCodeAt(0) >= 0xd800)) && isCapital(word);
}
