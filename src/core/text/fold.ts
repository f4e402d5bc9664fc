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

/** Folds a text for matching, with offsets exact for astral characters, combining marks and dropped characters. Linear. */
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
  let lastKind: number = kinds.stop;

  function put(k: number, e: number, from: number, to: number, kind: number): void {
    key[n] = k;
    exact[n] = e;
    start[n] = from;
    end[n] = to;
    n += 1;
    lastKind = kind;
  }

  /** An apostrophe that no letter follows is a closing quote. */
  function settleApostrophe(): void {
    if (lastKind === kinds.apostrophe) key[n - 1] = exact[n - 1] = codes.stop;
  }

  for (let i = 0; i < size; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdfff) {
      settleApostrophe();
      const astral = text.codePointAt(i) ?? unit;
      const width = astral > 0xffff ? 2 : 1;
      const isLetter = width === 2 && /^[\p{L}\p{N}]$/u.test(String.fromCodePoint(astral));
      if (isLetter) {
        put(unit, unit, i, i + 1, kinds.letter);
        put(text.charCodeAt(i + 1), text.charCodeAt(i + 1), i + 1, i + 2, kinds.letter);
      } else put(codes.stop, codes.stop, i, i + width, kinds.stop);
      i += width - 1;
      continue;
    }
    let kind = table.kind[unit] ?? 0;
    if (kind === 0) kind = learn(unit);
    if (kind === kinds.letter) {
      key[n] = table.key[unit] ?? 0;
      exact[n] = table.exact[unit] ?? 0;
      capital[n] = table.capital[unit] ?? 0;
      start[n] = i;
      end[n] = i + 1;
      n += 1;
      lastKind = kind;
      continue;
    }
    switch (kind) {
      case kinds.nothing:
        break;
      case kinds.mark:
        if (lastKind === kinds.letter) addMark(unit, i + 1);
        break;
      case kinds.apostrophe:
        if (lastKind === kinds.letter) put(codes.apostrophe, codes.apostrophe, i, i + 1, kinds.apostrophe);
        else {
          settleApostrophe();
          put(codes.stop, codes.stop, i, i + 1, kinds.stop);
        }
        break;
      case kinds.hyphen:
        settleApostrophe();
        if (lastKind === kinds.space) n -= 1;
        put(codes.hyphen, codes.hyphen, i, i + 1, kinds.hyphen);
        break;
      case kinds.space:
      case kinds.newline:
        settleApostrophe();
        newlines = lastKind === kinds.space || lastKind === kinds.hyphen ? newlines : 0;
        if (kind === kinds.newline) newlines += 1;
        if (lastKind === kinds.space || lastKind === kinds.hyphen) {
          end[n - 1] = i + 1;
          if (newlines > 1) key[n - 1] = exact[n - 1] = codes.break;
        } else put(codes.space, codes.space, i, i + 1, kinds.space);
        break;
      default:
        settleApostrophe();
        put(codes.stop, codes.stop, i, i + 1, kinds.stop);
    }
  }
  settleApostrophe();

  /** A combining mark joins the letter before it: `s` + cedilla is `ş`, `i` + dot above is `i`. */
  function addMark(mark: number, to: number): void {
    const at = n - 1;
    end[at] = to;
    const base = exact[at] ?? 0;
    const isDot = mark === 0x307;
    if (isDot && (base === 0x69 || base === codes.dottedI)) return;
    const joined = isDot && base === codes.I ? codes.dottedI : compose(base, mark);
    if (table.kind[joined] === 0) learn(joined);
    key[at] = table.key[joined] ?? 0;
    exact[at] = table.exact[joined] ?? 0;
  }

  return { length: n, key, exact, capital, start, end };
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
