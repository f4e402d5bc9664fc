import type { Word } from "./document.js";

/** What is known of a word by its letters alone: found once, and kept for the stories that come. */
export interface Form {
  text: string;
  /** Lower case by the story's language, apostrophes straight, no soft hyphens. */
  key: string;
  /** `key` without what stands behind an apostrophe. */
  base: string;
  capital: boolean;
  kind: Word["kind"];
  /** The answers to the questions of `perForm`, by their numbers. */
  answers: unknown[];
}

/** Lower case as the lexicon has it. Not by the locale's own function, which takes ten times as long. */
export function fold(text: string, language: string): string {
  const dotted = language === "tr" && hasI.test(text) ? text.replaceAll("İ", "i").replaceAll("I", "ı") : text;
  const lower = dotted.toLowerCase();
  return invisible.test(lower) ? lower.replace(/\u00AD|\u0307/gu, "") : lower;
}

const hasI = /[Iİ]/u;
const invisible = /\u00AD|\u0307/u;
const curly = /[’‘ʼ´`]/u;
const apostrophes = /['’‘ʼ´`]/gu;

function keyOf(text: string, language: string): string {
  const folded = fold(text, language);
  return curly.test(folded) ? folded.replace(apostrophes, "'") : folded;
}

/** Texts kept of each question, twice as many at most. */
const most = 10_000;
/** Longer ones are addresses and the like: they do not come again. */
const longest = 40;

/** Makes something of a word once, as long as it is met: when the young ones are many, those not met since the last change are forgotten. */
export function perText<T extends object | string>(make: (text: string) => T): (text: string) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (text) => {
    const known = young.get(text);
    if (known !== undefined) return known;
    const own = ownString(text);
    const made = old.get(text) ?? make(own);
    if (text.length > longest) return made;
    if (young.size >= most) {
      old = young;
      young = new Map();
    }
    young.set(own, made);
    return made;
  };
}

/** Forms kept for each language, in sets of a few that share a hash; in a full set the oldest makes room. */
const places = 1 << 14;
const inSet = 4;

type Kept = (Form | undefined)[];

let turkish: Kept | undefined;
let others: Kept | undefined;

const empty = (): Kept => Array.from({ length: places }, () => undefined);

/** The form of the word, number or mark `text[start..end]`. Found by its letters, without a copy of them. */
export function formAt(text: string, start: number, end: number, language: string): Form {
  const kept = language === "tr" ? (turkish ??= empty()) : (others ??= empty());
  let hash = 0;
  for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  const set = (hash ^ (hash >>> 13)) & (places - 1) & -inSet;
  for (let at = set; at < set + inSet; at += 1) {
    const form = kept[at];
    if (form === undefined) break;
    if (stands(form.text, text, start, end)) return form;
  }
  const form = newForm(ownString(text.slice(start, end)), language);
  if (end - start > longest) return form;
  kept.copyWithin(set + 1, set, set + inSet - 1);
  kept[set] = form;
  return form;
}

function stands(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) !== word.charCodeAt(at - start)) return false;
  return true;
}

function kindOf(text: string): Word["kind"] {
  if (/^[\p{L}\p{M}]/u.test(text)) return "word";
  return /^\p{Nd}/u.test(text) ? "number" : "mark";
}

function newForm(text: string, language: string): Form {
  const kind = kindOf(text);
  const key = ownString(keyOf(text, language));
  const apostrophe = key.indexOf("'");
  return {
    text,
    key,
    base: apostrophe > 0 ? ownString(key.slice(0, apostrophe)) : key,
    // A mark can have a small form as well (Ⓐ).
    capital: kind === "word" && text.charCodeAt(0) !== key.charCodeAt(0),
    kind,
    answers: [],
  };
}

const names: Record<string, true> = {};

/** A cut of a long text keeps the whole text in memory, the name of a property does not; such names are also the fastest to compare. */
function ownString(text: string): string {
  names[text] = true;
  const [own = text] = Object.keys(names);
  // Of one object all the time: each new object with a name of its own would be a new class of objects.
  delete names[text];
  return own;
}

/** A word of a text. All are made here: objects of one build are read faster. */
export function wordOf(form: Form, start: number, end: number, quoted: boolean): Word {
  const { text, key, base, capital, kind } = form;
  return { text, key, base, capital, kind, quoted, start, end, form };
}

let questions = 0;

/** A question about a word that its letters alone answer, answered once for each form. */
export function perForm<T>(answer: (form: Form) => T): (word: Pick<Word, "form">) => T {
  const number = questions;
  questions += 1;
  return ({ form }) => {
    const known = form.answers[number];
    if (known !== undefined) return known as T;
    const found = answer(form);
    form.answers[number] = found;
    return found;
  };
}

/** The entries whose first word begins with the same letter as `key`, in order: the few that it may open. */
export function byFirstLetter<T extends { parts: readonly string[] }>(
  all: readonly T[],
): (key: string) => readonly T[] {
  const index = new Map<number, T[]>();
  for (const one of all) {
    const unit = one.parts[0]?.charCodeAt(0) ?? 0;
    const same = index.get(unit);
    if (same === undefined) index.set(unit, [one]);
    else same.push(one);
  }
  return (key) => index.get(key.charCodeAt(0)) ?? [];
}

/** Makes something of a lexicon, or of a list of it, once. */
export function onceFor<L extends object, T>(make: (of: L) => T): (of: L) => T {
  const made = new WeakMap<L, T>();
  return (of) => {
    const known = made.get(of);
    if (known !== undefined) return known;
    const fresh = make(of);
    made.set(of, fresh);
    return fresh;
  };
}
