import { fold, inWord } from "../text/fold.js";
import { codes } from "../text/letters.js";
import { alternativesOf } from "./alternatives.js";
import type { Condition, Keyword, ParsedKeyword, Pattern } from "./keyword.js";
import { limits } from "./keyword.js";
import type { ExpressionFault, Piece } from "./tokens.js";
import { piecesOf } from "./tokens.js";

interface Draft extends Pattern {
  at: number;
  /** A quoted phrase takes no more words. */
  closed: boolean;
}

/** A sign, what it asks, and its alternatives, as they are read. */
interface Clause {
  sign: "" | "+" | "-";
  near: number | null;
  title: boolean;
  at: number;
  patterns: Draft[];
  /** A bar was read: an alternative must follow. */
  open: boolean;
}

const newClause = (sign: Clause["sign"], at: number): Clause => ({
  sign,
  near: null,
  title: false,
  at,
  patterns: [],
  open: true,
});

/** Reads a keyword expression (see `Keyword`); a bad one comes back with a sentence and the place of its fault. Never throws. */
export function parseKeyword(expression: string): ParsedKeyword {
  if (expression.length > limits.length) {
    const message = `A keyword has at most ${limits.length} characters.`;
    return { kind: "fault", rule: "length", message, at: limits.length, count: limits.length };
  }
  const pieces = piecesOf(expression);
  if (!Array.isArray(pieces)) return { kind: "fault", ...pieces };
  const read = clausesOf(pieces);
  if ("message" in read) return { kind: "fault", ...read };
  const { clauses, languages } = read;
  const wrong = openBrackets(clauses) ?? faultOf(clauses, expression.length);
  if (wrong !== null) return { kind: "fault", ...wrong };
  const [first, ...rest] = clauses;
  if (first === undefined) return { kind: "fault", ...empty };
  const keyword: Keyword = {
    source: expression,
    unwanted: first.sign === "-",
    title: first.title,
    languages,
    patterns: first.patterns.map(bare),
    conditions: rest.map(({ sign, near, title, patterns }): Condition => ({
      wanted: sign !== "-",
      near,
      title,
      patterns: patterns.map(bare),
    })),
  };
  return { kind: "ok", keyword };
}

const bare = ({ text, exact, ascii }: Draft): Pattern => ({ text, exact, ascii });

function clausesOf(pieces: Piece[]): { clauses: Clause[]; languages: string[] } | ExpressionFault {
  const clauses: Clause[] = [newClause("", 0)];
  const languages: string[] = [];
  let exact = false;
  let ascii = false;

  const last = (): Clause => clauses.at(-1) ?? newClause("", 0);
  /** The clause that the next term belongs to: a started one, unless it already has its terms. */
  function fresh(at: number): Clause {
    if (last().patterns.length > 0) clauses.push(newClause("+", at));
    return last();
  }

  for (const { kind, value, at } of pieces) {
    switch (kind) {
      case "plus":
      case "minus": {
        const clause = last();
        if (clause.patterns.length === 0 && (clause.sign !== "" || clause.title)) {
          return { rule: "missing-before", message: `A word is missing before ${value}.`, at, sign: value };
        }
        if (clause.patterns.length === 0) clause.sign = kind === "plus" ? "+" : "-";
        else clauses.push(newClause(kind === "plus" ? "+" : "-", at));
        break;
      }
      case "near": {
        const number = /^\d{1,3}$/u.test(value) ? Number(value) : 0;
        if (number < 1 || number > limits.near) {
          const message = `near: takes a number of words from 1 to ${limits.near}, as in near:5.`;
          return { rule: "near", message, at, count: limits.near };
        }
        if (clauses.length === 1 && last().patterns.length === 0)
          return { rule: "near-first", message: "near: needs a word before it.", at };
        fresh(at).near = number;
        break;
      }
      case "title":
        fresh(at).title = true;
        break;
      case "lang": {
        const named = value.split(",");
        if (named.some((it) => !/^[a-z]{2,3}$/u.test(it)))
          return { rule: "lang", message: "lang: takes language codes, as in lang:tr,en.", at };
        languages.push(...named);
        break;
      }
      case "bar":
        if (last().open) return { rule: "missing-before", message: "A word is missing before |.", at, sign: value };
        last().open = true;
        break;
      case "equals":
        exact = true;
        break;
      case "tilde":
        ascii = true;
        break;
      case "quoted":
      case "word": {
        const marked = exact || ascii;
        const previous = last().patterns.at(-1);
        if (kind === "word" && !last().open && previous?.closed === false) {
          if (marked) return { rule: "mark-inside", message: "= and ~ stand before the whole phrase.", at: at - 1 };
          previous.text += ` ${value}`;
          break;
        }
        const clause = last().open ? last() : fresh(at);
        clause.patterns.push({ text: value, exact, ascii, at, closed: kind === "quoted" });
        clause.open = false;
        exact = ascii = false;
        break;
      }
      default:
        kind satisfies never;
    }
  }
  if (exact || ascii)
    return { rule: "mark-alone", message: "Nothing stands behind the sign.", at: pieces.at(-1)?.at ?? 0 };
  return { clauses, languages };
}

/** Puts the phrases that brackets stand for in their place; quoted ones are literal. */
function openBrackets(clauses: Clause[]): ExpressionFault | null {
  for (const clause of clauses) {
    const opened: Draft[] = [];
    for (const draft of clause.patterns) {
      const phrases = draft.closed ? [draft.text] : alternativesOf(draft.text, limits.patterns);
      if (phrases === "many") return tooMany(draft.at);
      for (const text of phrases) opened.push({ ...draft, text });
    }
    clause.patterns = opened;
  }
  return null;
}

const empty: ExpressionFault = { rule: "empty", message: "The keyword is empty.", at: 0 };

const tooMany = (at: number): ExpressionFault => ({
  rule: "many",
  message: `A keyword has at most ${limits.patterns} alternatives.`,
  at,
  count: limits.patterns,
});

function faultOf(clauses: Clause[], end: number): ExpressionFault | null {
  const patterns = clauses.flatMap((it) => it.patterns);
  if (patterns.length === 0) return empty;
  if (patterns.length > limits.patterns) return tooMany(patterns[limits.patterns]?.at ?? 0);
  const unfinished = clauses.find((it) => it.open);
  if (unfinished !== undefined) return { rule: "missing-end", message: "A word is missing at the end.", at: end };
  for (const { text, at } of patterns) {
    if (text.trim().split(/\s+/u).length > limits.words)
      return { rule: "phrase", message: `A phrase has at most ${limits.words} words.`, at, count: limits.words };
    if (text.split(/\s+/u).some((it) => it.length > limits.word))
      return { rule: "word", message: `A word has at most ${limits.word} letters.`, at, count: limits.word };
    if (lettersIn(text) < 2) return { rule: "short", message: "A word needs at least two letters or digits.", at };
  }
  return null;
}

function lettersIn(text: string): number {
  const { key, length } = fold(text);
  let count = 0;
  for (let i = 0; i < length; i += 1) if (inWord(key[i]) && key[i] !== codes.apostrophe) count += 1;
  return count;
}
