import { abbreviation } from "./abbreviations.js";
import type { Token } from "./document.js";

/*
 * A word may hold apostrophes and hyphens between letters (Aslanov'un, el-Maliki); a number its points, colons and
 * slashes (19.11.2025, 1.500,5) and a suffix (2024'te). Each alternative of a group opens with a character that
 * the group before cannot take, so matching never goes back.
 */
const piece =
  /\p{Nd}+(?:[.,:/]\p{Nd}+)*(?:['’‘ʼ´`]?[\p{L}\p{M}]+)*|[\p{L}\p{M}][\p{L}\p{M}\p{Nd}\u00AD]*(?:['’‘ʼ´`\u2010\u2011-][\p{L}\p{M}\p{Nd}\u00AD]+)*|[^\s\u200B-\u200D\u2060\uFEFF\u00AD]/gu;

/** Whether the text begins with a capital letter. */
export function isCapital(text: string): boolean {
  const first = text.codePointAt(0);
  if (first === undefined) return false;
  if (first < 128) return first >= 65 && first <= 90;
  const letter = String.fromCodePoint(first);
  return letter !== letter.toLowerCase();
}

const dot = 46;
const blank = /[\s\u200B-\u200D\u2060\uFEFF\u00AD]/u;
const digit = /^\p{Nd}/u;
const letter = /^[\p{L}\p{M}]/u;

function isBlank(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 32 || (!(unit > 32 && unit < 128) && blank.test(text.charAt(at)));
}

function kindOf(token: string): Token["kind"] {
  const unit = token.charCodeAt(0);
  if (unit < 128) {
    if (unit >= 48 && unit <= 57) return "number";
    return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) ? "word" : "mark";
  }
  return letter.test(token) ? "word" : digit.test(token) ? "number" : "mark";
}

/**
 * Words, numbers and marks of `text[from..to]`. The full stop of an initial or a known short form is part of its
 * word (`Dr.`, `M.`, `A.Ş.`), so that a lone `.` is a mark that may end a sentence.
 */
export function readTokens(text: string, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  const slice = from === 0 && to === text.length ? text : text.slice(from, to);
  // By `test` and `lastIndex`: `matchAll` makes an array for each word.
  piece.lastIndex = 0;
  for (let at = 0; piece.test(slice); at = piece.lastIndex) {
    while (isBlank(slice, at)) at += 1;
    const token = slice.slice(at, piece.lastIndex);
    const start = from + at;
    const end = start + token.length;
    const kind = kindOf(token);
    const last = tokens.at(-1);
    if (kind === "word") {
      // `A.Ş`: a letter right behind an initial continues it.
      const dotted = text.charCodeAt(end) === dot && end < to;
      if (last !== undefined && last.end === start && last.text.endsWith(".") && last.kind === "word") {
        const joined = text.slice(last.start, end);
        if (joined.length <= 8 && (token.length === 1 || abbreviation(joined) !== null)) {
          last.end = dotted ? end + 1 : end;
          last.text = text.slice(last.start, last.end);
          continue;
        }
      }
      const whole = dotted && (isInitial(token) || abbreviation(token) !== null) ? end + 1 : end;
      tokens.push({ text: whole === end ? token : text.slice(start, whole), start, end: whole, kind });
    } else if (kind === "number" || last === undefined || start >= last.end) {
      tokens.push({ text: token, start, end, kind });
    }
  }
  return tokens;
}

function isInitial(word: string): boolean {
  return (word.length === 1 || (word.length === 2 && word.charCodeAt(0) >= 0xd800)) && isCapital(word);
}
