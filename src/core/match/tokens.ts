/** One piece of a keyword expression. `value` is the text of a word, the number of `near:`, the languages of `lang:`. */
export interface Piece {
  kind: "word" | "quoted" | "bar" | "plus" | "minus" | "equals" | "tilde" | "near" | "title" | "lang";
  value: string;
  at: number;
}

/** What is wrong with an expression: for `say`, where a reader is told in his own language (`keyword-fault-…`). */
type FaultRule =
  | "length"
  | "empty"
  | "missing-before"
  | "missing-end"
  | "near"
  | "near-first"
  | "lang"
  | "mark-inside"
  | "mark-alone"
  | "brackets"
  | "many"
  | "phrase"
  | "word"
  | "short"
  | "behind"
  | "quote"
  | "bracket"
  | "nested";

export interface ExpressionFault {
  rule: FaultRule;
  /** One English sentence. */
  message: string;
  at: number;
  /** The sign that the sentence names; the limit. */
  sign?: string;
  count?: number;
}

const signs: Record<string, Piece["kind"]> = {
  "+": "plus",
  "-": "minus",
  // What phones make of a hyphen.
  "–": "minus",
  "—": "minus",
  "=": "equals",
  "~": "tilde",
};
const quotes: Record<string, string> = { '"': '"', "“": "”", "”": "”", "„": "“", "«": "»" };
const operators = ["near:", "title:", "lang:"] as const;

const isSpace = (char: string | undefined): boolean => char !== undefined && /\s/u.test(char);

/** Cuts an expression into pieces. A sign counts only at the start of a word, so `Hilal-i Ahmer` is two words. Linear. */
export function piecesOf(source: string): Piece[] | ExpressionFault {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < source.length) {
    const char = source[at] ?? "";
    if (isSpace(char)) {
      at += 1;
      continue;
    }
    if (char === "|") {
      pieces.push({ kind: "bar", value: char, at });
      at += 1;
      continue;
    }
    const sign = signs[char];
    if (sign !== undefined) {
      if (at + 1 >= source.length || isSpace(source[at + 1]))
        return { rule: "behind", message: `Nothing stands behind ${char}.`, at, sign: char };
      pieces.push({ kind: sign, value: char, at });
      at += 1;
      continue;
    }
    const closing = quotes[char];
    if (closing !== undefined) {
      const end = closeOf(source, at + 1, closing);
      if (end < 0) return { rule: "quote", message: "The quotation mark is not closed.", at };
      pieces.push({ kind: "quoted", value: source.slice(at + 1, end), at });
      at = end + 1;
      continue;
    }
    // Phones begin with a capital.
    const operator = operators.find((it) => source.slice(at, at + it.length).toLowerCase() === it);
    if (operator !== undefined) {
      const from = at;
      at += operator.length;
      const kind = operator.slice(0, -1) as "near" | "title" | "lang";
      const value = kind === "title" ? "" : wordFrom(source, at);
      pieces.push({ kind, value, at: from });
      at += value.length;
      continue;
    }
    const value = wordFrom(source, at);
    const open = value.lastIndexOf("(");
    if (open > value.lastIndexOf(")")) return { rule: "bracket", message: "The bracket is not closed.", at: at + open };
    const fault = bracketFault(value, at);
    if (fault !== null) return fault;
    pieces.push({ kind: "word", value, at });
    at += value.length;
  }
  return pieces;
}

/** Any closing mark will do for a curly opening one: keyboards mix them. */
function closeOf(source: string, from: number, closing: string): number {
  for (let at = from; at < source.length; at += 1) {
    const char = source[at] ?? "";
    if (char === closing || (closing !== '"' && (char === '"' || char === "”"))) return at;
  }
  return -1;
}

/** What is wrong within the brackets of a word that begins at `from`. */
function bracketFault(word: string, from: number): ExpressionFault | null {
  let inside = false;
  let empty = false;
  for (let at = 0; at < word.length; at += 1) {
    const char = word[at] ?? "";
    if (char === "(" && inside) return { rule: "nested", message: "A bracket stands within a bracket.", at: from + at };
    if (char === "(") inside = empty = true;
    else if (inside && (char === "|" || char === ")")) {
      if (empty) return { rule: "brackets", message: "A word is missing in the brackets.", at: from + at };
      empty = true;
      if (char === ")") inside = false;
    } else if (!isSpace(char)) empty = false;
  }
  return null;
}

/** A word ends at a space, a bar or a quotation mark; brackets with alternatives, `(a|b c)`, belong to it. */
function wordFrom(source: string, from: number): string {
  let to = from;
  let bracket = false;
  while (to < source.length) {
    const char = source[to] ?? "";
    if (char === "(" || char === ")") bracket = char === "(";
    if (bracket) {
      to += 1;
      continue;
    }
    if (isSpace(char) || char === "|" || quotes[char] !== undefined) break;
    to += 1;
  }
  return source.slice(from, to);
}
