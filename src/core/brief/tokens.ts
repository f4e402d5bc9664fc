import { abbreviation } from "./abbreviations.js";
import type { Token } from "./document.js";

/*
 * A word may hold apostrophes and hyphens between letters (Aslanov'un, el-Maliki); a number its points, colons and
 * slashes (19.11.2025, 1.500,5) and a suffix (2024'te). Each alternative of a group opens with a character that
 * the group before cannot take, so matching never goes back.
 */
const piece =
  /(\p{Nd}+(?:[.,:/]\p{Nd}+)*(?:['’‘ʼ´`]?[\p{L}\p{M}]+)*)|([\p{L}\p{M}][\p{L}\p{M}\p{Nd}\u00AD]*(?:['’‘ʼ´`\u2010\u2011-][\p{L}\p{M}\p{Nd}\u00AD]+)*)|[^\s\u200B-\u200D\u2060\uFEFF\u00AD]/gu;

/** Whether the text begins with a capital letter. */
export function isCapital(text: string): boolean {
  const first = text.codePointAt(0);
  if (first === undefined) return false;
  if (first < 128) return first >= 65 && first <= 90;
  const letter = String.fromCodePoint(first);
  return letter !== letter.toLowerCase();
}

const dot = 46;

/**
 * Words, numbers and marks of `text[from..to]`. The full stop of an initial or a known short form is part of its
 * word (`Dr.`, `M.`, `A.Ş.`), so that a lone `.` is a mark that may end a sentence.
 */
export function readTokens(text: string, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  const slice = from === 0 && to === text.length ? text : text.slice(from, to);
  for (const match of slice.matchAll(piece)) {
    const start = from + match.index;
    const end = start + match[0].length;
    const last = tokens.at(-1);
    if (match[2] !== undefined) {
      // `A.Ş`: a letter right behind an initial continues it.
      const dotted = text.charCodeAt(end) === dot && end < to;
      if (last !== undefined && last.end === start && last.text.endsWith(".") && last.kind === "word") {
        const joined = text.slice(last.start, end);
        if (joined.length <= 8 && (match[2].length === 1 || abbreviation(joined) !== null)) {
          last.end = dotted ? end + 1 : end;
          last.text = text.slice(last.start, last.end);
          continue;
        }
      }
      const whole = dotted && (isInitial(match[2]) || abbreviation(match[2]) !== null) ? end + 1 : end;
      tokens.push({ text: text.slice(start, whole), start, end: whole, kind: "word" });
    } else if (match[1] !== undefined) {
      tokens.push({ text: match[1], start, end, kind: "number" });
    } else if (last === undefined || start >= last.end) {
      tokens.push({ text: match[0], start, end, kind: "mark" });
    }
  }
  return tokens;
}

function isInitial(word: string): boolean {
  return (word.length === 1 || (word.length === 2 && word.charCodeAt(0) >= 0xd800)) && isCapital(word);
}
