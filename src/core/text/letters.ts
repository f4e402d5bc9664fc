/** What a character is for the matcher. `mark` joins the letter before it, `nothing` is dropped (soft hyphen, zero-width, harakat). */
export const kinds = {
  stop: 1,
  letter: 2,
  apostrophe: 3,
  space: 4,
  newline: 5,
  hyphen: 6,
  nothing: 7,
  mark: 8,
  astral: 9,
} as const;

/** One UTF-16 unit, folded. `key` is the loose letter of the look-up, `exact` the lower-case letter that the check compares. */
interface Letter {
  kind: number;
  key: number;
  exact: number;
  capital: boolean;
}

export const codes = {
  stop: 1,
  break: 2,
  space: 32,
  apostrophe: 39,
  hyphen: 45,
  I: 0x49,
  dottedI: 0x130,
  dotlessI: 0x131,
  schwa: 0x259,
} as const;

const apostrophes = "'’‘ʼʻ‛´`′＇ʹ";
const hyphens = "-‐‑‒–—−";
const newlines = "\n\u2028\u000B\u000C";

/** First and last of each range of characters that no reader sees. */
const unseen: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x640, 0x640],
  [0x64b, 0x652],
  [0x670, 0x670],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

/** Letters that one writer types and another does not: merged for the check too, since no word differs by them alone. */
const merged: Record<string, string> = {
  ё: "е", أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ی: "ي", ة: "ه", ک: "ك", ؤ: "و",
}; // prettier-ignore

/** Loose letters that do not come apart in NFD. */
const loose: Record<string, string> = { ı: "i", ə: "e" };

function kindOf(char: string): number {
  if (/^[\uD800-\uDFFF]$/u.test(char)) return kinds.astral;
  if (apostrophes.includes(char)) return kinds.apostrophe;
  if (hyphens.includes(char)) return kinds.hyphen;
  if (newlines.includes(char)) return kinds.newline;
  const unit = char.charCodeAt(0);
  if (unseen.some(([from, to]) => unit >= from && unit <= to)) return kinds.nothing;
  if (/^\p{M}$/u.test(char)) return kinds.mark;
  if (/^[\p{L}\p{N}]$/u.test(char)) return kinds.letter;
  return /^[\s\u0085]$/u.test(char) ? kinds.space : kinds.stop;
}

function looseOf(char: string): string {
  const known = loose[char];
  if (known !== undefined) return known;
  const base = char.normalize("NFD").charAt(0);
  return /^\p{Script=Latin}$/u.test(base) ? base : char;
}

function read(unit: number): Letter {
  const char = String.fromCharCode(unit);
  const kind = kindOf(char);
  if (kind !== kinds.letter) return { kind, key: codes.stop, exact: unit, capital: false };
  // A lone I or İ stays a capital: in capitals the two are told apart by no one (KIZILAY, Istanbul).
  if (char === "I" || char === "İ") return { kind, key: 0x69, exact: unit, capital: true };
  // Safe on one letter: only I and İ differ between locales.
  const low = char.toLocaleLowerCase("tr");
  const lower = low.length === 1 ? low : char;
  const exact = merged[lower] ?? lower;
  return { kind, key: looseOf(exact).charCodeAt(0), exact: exact.charCodeAt(0), capital: lower !== char };
}

/** What is known of each unit of the basic plane, by number; `kind` 0 is not worked out yet. */
export interface Letters {
  kind: Uint8Array;
  key: Uint16Array;
  exact: Uint16Array;
  capital: Uint8Array;
}

const planeSize = 0x10000;
let plane: Letters | undefined;

/** The table of all units, filled as texts ask for them: texts are long, and few letters are in use. */
export function letters(): Letters {
  plane ??= {
    kind: new Uint8Array(planeSize),
    key: new Uint16Array(planeSize),
    exact: new Uint16Array(planeSize),
    capital: new Uint8Array(planeSize),
  };
  return plane;
}

/** Works out one unit and keeps it; its kind comes back. */
export function learn(unit: number): number {
  const table = letters();
  const it = read(unit);
  table.kind[unit] = it.kind;
  table.key[unit] = it.key;
  table.exact[unit] = it.exact;
  table.capital[unit] = it.capital ? 1 : 0;
  return it.kind;
}

/** The loose letter of one unit. */
export function looseLetter(unit: number): number {
  const table = letters();
  if (table.kind[unit] === 0) learn(unit);
  return table.key[unit] ?? unit;
}

/** The composed unit of a letter and the mark behind it; the letter itself where no composed form exists. */
export function compose(unit: number, mark: number): number {
  const both = (String.fromCharCode(unit) + String.fromCharCode(mark)).normalize("NFC");
  return both.length === 1 ? both.charCodeAt(0) : unit;
}

const flat: Record<number, number> = { 0xe2: 0x61, 0xee: 0x69, 0xfb: 0x75 };

/** The letter without circumflex: â î û read as a i u. */
export function plain(exact: number): number {
  return exact < 0xe2 ? exact : (flat[exact] ?? exact);
}

/** Whether a letter of a text can be the letter of a keyword: dotted and dotless differ unless the text has a capital. */
export function sameLetter(text: number, keyword: number): boolean {
  const t = plain(text);
  const k = plain(keyword);
  if (t === k) return true;
  if (t === codes.I || t === codes.dottedI)
    return k === 0x69 || k === codes.dotlessI || k === codes.I || k === codes.dottedI;
  if (k === codes.I) return t === 0x69 || t === codes.dotlessI;
  return k === codes.dottedI && t === 0x69;
}

/** The UTF-16 units of a text. */
export function unitsOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}
