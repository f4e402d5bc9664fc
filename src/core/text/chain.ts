import type { Folded } from "./fold.js";
import { codes, plain, unitsOf } from "./letters.js";
import type { Habit, Row, State } from "./suffixes.js";
import { rows } from "./suffixes.js";

/** What the end of a stem asks of the suffix behind it. `any`: nothing is known, every harmony passes (after an apostrophe). */
export interface Ending {
  /** The vowel that harmony follows; 0 for any. */
  vowel: number;
  final: "vowel" | "voiced" | "voiceless" | "any";
}

/** How a chain of suffixes may look on one keyword. */
export interface ChainRules {
  /** Suffixes may be spelt without Turkish letters. */
  ascii: boolean;
  /** Derived words count: the keyword is a name. */
  derive: boolean;
  /** Suffixes that count without an apostrophe though they are rare. */
  habits: readonly Habit[];
  /** The stem has lost or softened its end: only a suffix that begins with a vowel may follow. */
  vowelFirst: boolean;
  /** The keyword lost its compound ending: a possessive must follow. */
  possessed: boolean;
  /** The stem bears its possessive already (camii-nin). */
  its?: boolean;
  /** Azerbaijani: d and c stand behind voiceless letters too (görüşdən), and the accusative has n (pəncərəni). */
  azeri?: boolean;
}

export type Inflection = "none" | "inflected" | "derived";

export const anyEnding: Ending = { vowel: 0, final: "any" };

const vowels = new Set(unitsOf("aeıioöuüəáéíóú"));
const backs = new Set(unitsOf("aıou"));
const voiceless = new Set(unitsOf("fstkçşhpqx"));
const [a = 0, e = 0, dotless = 0, i = 0, u = 0, ue = 0] = unitsOf("aeıiuü");
const high: Record<number, number> = { [a]: dotless, [dotless]: dotless, [e]: i, [i]: i };
for (const round of unitsOf("ou")) high[round] = u;
for (const round of unitsOf("öü")) high[round] = ue;
const foreign: Record<number, number> = { 0xe1: a, 0xe9: e, 0xed: i, 0xf3: 0x6f, 0xfa: u, [codes.schwa]: e };

/** Whether a folded letter is a vowel of Turkish or Azerbaijani; a capital I is. */
export function isVowel(letter: number): boolean {
  const it = plain(letter);
  return vowels.has(it) || it === codes.I || it === codes.dottedI;
}

/** What the last letters of a word ask of a suffix. A word without vowels asks nothing. */
export function endingOf(letters: ArrayLike<number>): Ending {
  const last = plain(letters[letters.length - 1] ?? 0);
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    const it = letters[at] ?? 0;
    if (!isVowel(it)) continue;
    const bare = plain(it);
    const vowel = bare === codes.I ? dotless : bare === codes.dottedI ? i : (foreign[bare] ?? bare);
    return { vowel, final: isVowel(last) ? "vowel" : voiceless.has(last) ? "voiceless" : "voiced" };
  }
  return anyEnding;
}

/** An ending, and the one that it has if it was typed without Turkish letters: toplanti for toplantı. */
export function withDotted(ending: Ending): Ending[] {
  const meant = typedFor[ending.vowel];
  return meant === undefined ? [ending] : [ending, { ...ending, vowel: meant }];
}

const typedFor: Record<number, number> = { [i]: dotless, [u]: ue, 0x6f: 0xf6 };

interface Sign {
  /** The letters it may be, or what harmony decides. */
  kind: "A" | "I" | "D" | "C" | "letter";
  letter: number;
  optional: boolean;
}

function signs(suffix: string): Sign[] {
  const found: Sign[] = [];
  for (let at = 0; at < suffix.length; at += 1) {
    const optional = suffix[at] === "(";
    const char = (optional ? suffix[at + 1] : suffix[at]) ?? "";
    const kind = char === "A" || char === "I" || char === "D" || char === "C" ? char : "letter";
    found.push({ kind, letter: char.charCodeAt(0), optional });
    if (optional) at += 2;
  }
  return found;
}

interface Step extends Omit<Row, "from" | "suffix"> {
  signs: Sign[];
}

const steps = new Map<State, Step[]>();
for (const { from, suffix, ...rest } of rows) {
  for (const state of from) {
    const list = steps.get(state) ?? [];
    list.push({ ...rest, signs: signs(suffix) });
    steps.set(state, list);
  }
}

const choices = {
  A: { any: [a, e] },
  I: { any: [dotless, i, u, ue] },
  D: { hard: unitsOf("t"), soft: unitsOf("d"), any: unitsOf("td") },
  C: { hard: unitsOf("ç"), soft: unitsOf("c"), any: unitsOf("çc") },
};

function expected(sign: Sign, vowel: number, final: Ending["final"], azeri: boolean): number[] {
  switch (sign.kind) {
    case "A":
      return vowel === 0 ? choices.A.any : [backs.has(vowel) ? a : e];
    case "I":
      return vowel === 0 ? choices.I.any : [high[vowel] ?? i];
    case "D":
    case "C":
      return final === "any" || (azeri && final === "voiceless")
        ? choices[sign.kind].any
        : choices[sign.kind][final === "voiceless" ? "hard" : "soft"];
    default:
      return [sign.letter];
  }
}

const asciiOf: Record<number, number> = { 0x131: i, 0xfc: u, 0xf6: 0x6f, 0x15f: 0x73, 0xe7: 0x63, 0x11f: 0x67 };

function fits(text: number, want: number, ascii: boolean): boolean {
  if (text === want) return true;
  if (text === codes.I) return want === dotless || want === i;
  if (text === codes.dottedI) return want === i;
  if (text === codes.schwa) return want === e;
  return ascii && text === asciiOf[want];
}

const longest = 26;

/**
 * Reads the rest of a word (`from..to` of a folded text) as a chain of suffixes on a stem with the given ending.
 * An apostrophe may stand once, before the first case, and frees harmony. `none` where the rest is no such chain.
 */
export function readChain(text: Folded, from: number, to: number, ending: Ending, rules: ChainRules): Inflection {
  if (to - from > longest) return "none";
  const { exact } = text;
  if (rules.vowelFirst && !isVowel(exact[from] ?? 0)) return "none";

  function walk(
    state: State,
    at: number,
    vowel: number,
    final: Ending["final"],
    quoted: boolean,
    owned: boolean,
  ): Inflection {
    if (at === to) return rules.possessed && !owned ? "none" : "inflected";
    if (exact[at] === codes.apostrophe) {
      const open = state === "stem" || state === "plural" || state === "mine" || state === "its";
      return open && !quoted ? walk(state, at + 1, 0, "any", true, owned) : "none";
    }
    for (const step of steps.get(state) ?? []) {
      if (step.derives === true && !rules.derive) continue;
      if (step.azeri === true && rules.azeri !== true) continue;
      if (step.habit !== undefined && !quoted && !rules.habits.includes(step.habit)) continue;
      const owns = owned || step.to === "mine" || step.to === "its";
      const found = readSuffix(step, 0, at, vowel, final, quoted, owns);
      if (found !== "none") return step.derives === true ? "derived" : found;
    }
    return "none";
  }

  function readSuffix(
    step: Step,
    index: number,
    at: number,
    vowel: number,
    final: Ending["final"],
    quoted: boolean,
    owned: boolean,
  ): Inflection {
    const sign = step.signs[index];
    if (sign === undefined) return walk(step.to, at, vowel, final, quoted, owned);
    if (sign.optional) {
      const afterVowel = sign.kind === "letter";
      const free = final === "any";
      const stands = free || afterVowel === (final === "vowel");
      const lacks = free || !stands;
      if (lacks) {
        const without = readSuffix(step, index + 1, at, vowel, final, quoted, owned);
        if (without !== "none" || !stands) return without;
      }
    }
    if (at >= to) return "none";
    for (const want of expected(sign, vowel, final, rules.azeri === true && step.to !== "tense")) {
      if (!fits(exact[at] ?? 0, want, rules.ascii)) continue;
      const isV = vowels.has(want);
      const next = isV ? "vowel" : voiceless.has(want) ? "voiceless" : "voiced";
      const found = readSuffix(step, index + 1, at + 1, isV ? want : vowel, next, quoted, owned);
      if (found !== "none") return found;
    }
    return "none";
  }

  return walk(rules.its === true ? "its" : "stem", from, ending.vowel, ending.final, false, false);
}

/** Writes a suffix, in the notation of the table, behind a stem with the given ending; where harmony is unknown, the front form. */
export function spell(suffix: string, ending: Ending): string {
  let { vowel, final } = ending.vowel === 0 ? { vowel: e, final: "vowel" as Ending["final"] } : ending;
  let out = "";
  for (const sign of signs(suffix)) {
    if (sign.optional && (sign.kind === "letter") !== (final === "vowel")) continue;
    const letter = expected(sign, vowel, final, false)[0] ?? sign.letter;
    out += String.fromCharCode(letter);
    const isV = vowels.has(letter);
    if (isV) vowel = letter;
    final = isV ? "vowel" : voiceless.has(letter) ? "voiceless" : "voiced";
  }
  return out;
}
