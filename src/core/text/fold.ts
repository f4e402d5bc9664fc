import { codes, compose, kinds, learn, letters } from "./letters.js";

/**
 * A text in folded letters, each with its place in the original. Words stand apart by `codes.space` (one for a run),
 * `codes.hyphen` (spaces around it included), `codes.stop` (any other mark) or `codes.break` (a blank line).
 */
export interface Folded {
  length: number;
  /** Loose letters for look-up: no case, no dots, no marks. */
  key: Uint16Array;
  /** Composed lower-case letters for the check on the original; a capital I or İ is kept as it is. */
  exact: Uint16Array;
  /** 1 where the original has a capital. */
  capital: Uint8Array;
  /** UTF-16 offsets of the letter in the original, its combining marks included, end exclusive. */
  start: Uint32Array;
  end: Uint32Array;
}

/** Whether a folded unit belongs to a word: a letter, a digit, or an apostrophe between two of them. */
export function inWord(key: number | undefined): boolean {
  return key !== undefined && (key > codes.hyphen || key === codes.apostrophe);
}

/**
 * Folds a text for matching, with offsets exact for astral characters, combining marks and dropped characters. Linear.
 * The loop keeps its state in plain locals and no closures: it is half of the cost of matching.
 */
export function fold(text: string): Folded {
  const size = text.length;
  const key = new Uint16Array(size);
  const exact = new Uint16Array(size);
  const capital = new Uint8Array(size);
  const start = new Uint32Array(size);
  const end = new Uint32Array(size);
  const table = letters();
  let n = 0;
  let newlines = 0;
  let last: number = kinds.stop;

  for (let i = 0; i < size; i += 1) {
    const unit = text.charCodeAt(i);
    let kind = table.kind[unit] ?? 0;
    if (kind === 0) kind = learn(unit);
    if (kind === kinds.letter) {
      key[n] = table.key[unit] ?? 0;
      exact[n] = table.exact[unit] ?? 0;
      capital[n] = table.capital[unit] ?? 0;
      start[n] = i;
      end[n] = i + 1;
      n += 1;
      last = kind;
      continue;
    }
    if (kind === kinds.nothing) continue;
    if (kind === kinds.mark) {
      if (last === kinds.letter) {
        addMark(exact, key, n - 1, unit);
        end[n - 1] = i + 1;
      }
      continue;
    }
    const isApostrophe = kind === kinds.apostrophe && last === kinds.letter;
    // An apostrophe that no letter follows is a closing quote.
    if (last === kinds.apostrophe && kind !== kinds.astral) key[n - 1] = exact[n - 1] = codes.stop;
    if (kind === kinds.space || kind === kinds.newline) {
      const isRun = last === kinds.space || last === kinds.hyphen;
      newlines = (isRun ? newlines : 0) + (kind === kinds.newline ? 1 : 0);
      if (isRun) {
        end[n - 1] = i + 1;
        if (newlines > 1) key[n - 1] = exact[n - 1] = codes.break;
        continue;
      }
      kind = kinds.space;
    } else if (kind === kinds.hyphen) {
      if (last === kinds.space) n -= 1;
      newlines = 0;
    } else if (kind === kinds.astral) {
      const isPair = astralLetter.test(text.slice(i, i + 2));
      if (isPair) {
        key[n] = exact[n] = unit;
        start[n] = i;
        end[n] = i + 1;
        key[n + 1] = exact[n + 1] = text.charCodeAt(i + 1);
        start[n + 1] = i + 1;
        end[n + 1] = i + 2;
        n += 2;
        i += 1;
        last = kinds.letter;
        continue;
      }
      if (last === kinds.apostrophe) key[n - 1] = exact[n - 1] = codes.stop;
      const width = (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
      key[n] = exact[n] = codes.stop;
      start[n] = i;
      end[n] = i + width;
      n += 1;
      i += width - 1;
      last = kinds.stop;
      continue;
    }
    key[n] = exact[n] = isApostrophe ? codes.apostrophe : (signOf[kind] ?? codes.stop);
    start[n] = i;
    end[n] = i + 1;
    n += 1;
    last = kind === kinds.apostrophe && !isApostrophe ? kinds.stop : kind;
  }
  if (last === kinds.apostrophe) key[n - 1] = exact[n - 1] = codes.stop;
  return { length: n, key, exact, capital, start, end };
}

const astralLetter = /^[\p{L}\p{N}]$/u;
const signOf: Record<number, number> = { [kinds.space]: codes.space, [kinds.hyphen]: codes.hyphen };

/** A combining mark joins the letter before it: `s` + cedilla is `ş`, `i` + dot above is `i`. */
function addMark(exact: Uint16Array, key: Uint16Array, at: number, mark: number): void {
  const base = exact[at] ?? 0;
  const isDot = mark === 0x307;
  if (isDot && (base === 0x69 || base === codes.dottedI)) return;
  const joined = isDot && base === codes.I ? codes.dottedI : compose(base, mark);
  const table = letters();
  if (table.kind[joined] === 0) learn(joined);
  key[at] = table.key[joined] ?? 0;
  exact[at] = table.exact[joined] ?? 0;
}

/** The loose letters of a text as a string, words apart by one space: what a search index stores and is asked for. */
export function searchKey(text: string): string {
  const folded = fold(text);
  let out = "";
  let gap = false;
  for (let i = 0; i < folded.length; i += 1) {
    const unit = folded.key[i] ?? 0;
    if (unit === codes.apostrophe) continue;
    if (inWord(unit)) {
      if (gap && out !== "") out += " ";
      out += String.fromCharCode(unit);
      gap = false;
    } else gap = true;
  }
  return out;
}
