import type { Doc, Sentence } from "./document.js";
import type { Word } from "./event-words.js";
import { fold, phraseAt, textOf, wordsOf } from "./event-words.js";
import type { EventsLexicon } from "./lexicon-events.js";
import { numberAt } from "./numbers.js";
import type { Figure } from "./schema.js";
import { isNounForm, looksFinite, looksParticiple } from "./turkish-forms.js";

/**
 * Numbers that count something a reader acts on: people, tonnes, money, trucks, tents. Years, dates, ages, ordinals
 * and numbers of things that no list names are left out. Each once, the telling with the most detail first.
 */
export function readFigures(doc: Doc, lexicon: EventsLexicon): Figure[] {
  const found = new Map<string, Figure>();
  for (const sentence of doc.sentences) {
    if (sentence.background || sentence.part === "dateline" || sentence.part === "subhead") continue;
    for (const figure of readSentence(doc, sentence, lexicon)) {
      const key = `${figure.value} ${figure.unit ?? ""}`;
      const known = found.get(key);
      if (known === undefined || (known.of === null && figure.of !== null)) found.set(key, figure);
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function readSentence(doc: Doc, sentence: Sentence, lexicon: EventsLexicon): Figure[] {
  const words = wordsOf(doc, sentence);
  const found: Figure[] = [];
  let at = 0;
  while (at < words.length) {
    const number = numberAt(words, at, lexicon, doc.language);
    const figure = number === null ? null : figureOf(doc, words, number, lexicon);
    if (figure !== null) found.push(figure);
    at = number === null ? at + 1 : number.end;
  }
  return found;
}

interface Number {
  value: number;
  at: number;
  end: number;
}

function figureOf(doc: Doc, words: readonly Word[], number: Number, lexicon: EventsLexicon): Figure | null {
  const { value, at, end } = number;
  const first = words[at];
  if (first === undefined || (first.kind === "word" && !isCount(words, number, lexicon, doc.language))) return null;
  const before = words[at - 1];
  const percent = [before, words[end]].find((word) => word !== undefined && lexicon.percent.includes(word.key));
  if (percent !== undefined) {
    const last = percent === before ? words[end - 1] : percent;
    const start = percent === before ? before.start : first.start;
    return { value, unit: percent.text, of: null, start, end: last?.end ?? first.end };
  }
  if (before !== undefined && /^[$€£₺]$/u.test(before.text)) {
    const last = words[end - 1];
    const of = doc.language === "en" ? englishOf(doc, words, end) : null;
    return { value, unit: before.text, of, start: before.start, end: last?.end ?? first.end };
  }
  const unit = unitAt(words, end, lexicon, doc.language);
  if (unit === null) return null;
  const last = words[unit.at];
  if (last === undefined) return null;
  const between = textOf(doc, words, end, unit.at);
  const of = between === "" ? countedOf(doc, words, number, unit, lexicon) : between;
  return { value, unit: unit.name, of, start: first.start, end: last.end };
}

/** A number in words counts only right before what it counts; `bir aile` and `one` alone are articles. */
function isCount(words: readonly Word[], { value, end }: Number, lexicon: EventsLexicon, language: string): boolean {
  if (value < 2) return language === "en" && matchUnit(words[end], lexicon.counted, language) !== null;
  return unitAt(words, end, lexicon, language)?.at === end;
}

interface Unit {
  name: string;
  at: number;
  /** It measures something else (`ton`), or is itself what is counted (`kişi`). */
  person: boolean;
}

/** The unit right behind the number or behind at most two plain words (`500 gıda kolisi`). */
function unitAt(words: readonly Word[], from: number, lexicon: EventsLexicon, language: string): Unit | null {
  for (let at = from; at < from + 3; at += 1) {
    const word = words[at];
    if (word === undefined || word.kind !== "word" || word.key === "ve" || word.key === "and") return null;
    // `1400 aile çadırı`: tents, not families.
    const next = words[at + 1];
    const owned = next !== undefined && /[ıiuü]$/u.test(next.key) && matchUnit(next, lexicon.units, language) !== null;
    if (owned && language !== "en" && word.key === word.base) continue;
    const counted = matchUnit(word, lexicon.counted, language);
    if (counted !== null) return { name: counted, at, person: true };
    const unit = matchUnit(word, lexicon.units, language);
    if (unit !== null) return { name: unit, at, person: false };
    if (word.capital || looksFinite(word.key) || plainStop.test(word.key)) return null;
  }
  return null;
}

/** Words that end the stretch between a number and what it counts. */
const plainStop =
  /^(?:yıl|ay|gün|saat|dakika|yaş|kez|kere|defa|ülke|il|ilçe|years?|months?|days?|hours?|minutes?|countries|of|in|at|on|the|percent|to|from|by|with|for|was|were|people's|derece|büyüklüğünde|inci|sayılı|numaralı|nolu|maddelik)(?:[\p{L}']*)$/u;

function matchUnit(word: Word | undefined, list: readonly string[], language: string): string | null {
  if (word === undefined || word.kind !== "word") return null;
  for (const { entry, key } of unitsOf(list, language).get(word.key.charCodeAt(0)) ?? none) {
    if (word.key === key) return entry;
    if (language === "en" || !word.key.startsWith(key)) continue;
    const rest = word.key.slice(key.length);
    if (isNounForm(word.key, key) || /^l[ıiuü]k/u.test(rest)) return entry;
  }
  return null;
}

interface UnitName {
  entry: string;
  key: string;
}

const none: UnitName[] = [];
const compiled = new WeakMap<readonly string[], Map<number, UnitName[]>>();

/** Units by the first unit of their folded name, in the list's order; a list belongs to one language. */
function unitsOf(list: readonly string[], language: string): Map<number, UnitName[]> {
  const made = compiled.get(list);
  if (made !== undefined) return made;
  const index = new Map<number, UnitName[]>();
  for (const entry of list) {
    const key = fold(entry, language);
    const first = key.charCodeAt(0);
    index.set(first, [...(index.get(first) ?? []), { entry, key }]);
  }
  compiled.set(list, index);
  return index;
}

function countedOf(
  doc: Doc,
  words: readonly Word[],
  number: Number,
  unit: Unit,
  lexicon: EventsLexicon,
): string | null {
  if (unit.person) return fateOf(doc, words, number, unit.at + 1, lexicon);
  return doc.language === "en" ? englishOf(doc, words, unit.at + 1) : turkishOf(doc, words, unit.at + 1);
}

/** What befell the people counted: `5 kişi hayatını kaybetti`, `killing 5 people`. */
function fateOf(
  doc: Doc,
  words: readonly Word[],
  number: Number,
  from: number,
  { fates }: EventsLexicon,
): string | null {
  for (let at = number.at - 1; doc.language === "en" && at >= Math.max(0, number.at - 2); at -= 1) {
    const length = phraseAt(words, at, fates);
    if (length > 0) return textOf(doc, words, at, at + length);
  }
  for (let at = from; at < Math.min(words.length, from + 6); at += 1) {
    if (words[at]?.kind === "number") break;
    const length = phraseAt(words, at, fates);
    if (length > 0) return textOf(doc, words, at, at + length);
  }
  return null;
}

/** Verbal nouns and converbs end what is counted: `ulaşmak`, `geçtiğini`, `belirterek`. */
const verbal = /(?:[dt][ıiuü]ğ[ıiuü]\p{L}*|[ae]r[ae]k|m[ae]k|m[ae]y[ae]|[ıiuü]p)$/u;
const longest = 4;
const caseEnding = /(?:y[ae]|[dt][ae]n?|n[ae]|l[ae]r[ae])$/u;

/** `120 ton | insani yardım malzemesi | gönderildi` */
function turkishOf(doc: Doc, words: readonly Word[], from: number): string | null {
  let end = from;
  while (end < from + longest) {
    const word = words[end];
    if (word === undefined || word.kind !== "word" || word.capital || word.key.includes("'")) break;
    if (/^(?:ve|ile|ise|da|de|için|daha|olarak|olmak|ama|bulunan|üzere)$/u.test(word.key)) break;
    if (looksFinite(word.key) || looksParticiple(word.key) || verbal.test(word.key)) break;
    // `malzemesini`: the case closes the noun; `bölgeye`: another noun.
    const head = /^(.{3,}[sl][ıiuü])(?:n[ıiuüae])$/u.exec(word.text)?.[1];
    if (head !== undefined) return `${textOf(doc, words, from, end)} ${head}`.trim();
    if (caseEnding.test(word.key) && word.key.length > 4) break;
    end += 1;
    if (/s[ıiuü]$/u.test(word.key)) break;
  }
  const text = textOf(doc, words, from, end);
  return text === "" ? null : text;
}

/** `120 tons of humanitarian aid`, `$20 million in aid`. */
function englishOf(doc: Doc, words: readonly Word[], from: number): string | null {
  if (words[from]?.key === "worth") return englishOf(doc, words, from + 1);
  if (!/^(?:of|in)$/u.test(words[from]?.key ?? "")) return null;
  let end = from + 1;
  while (end < from + 1 + longest) {
    const word = words[end];
    if (word === undefined || word.kind !== "word" || word.key.includes("'")) break;
    if (
      /^(?:to|in|for|from|and|on|by|at|that|which|was|were|have|has|had|been|will|with|since|were|are|is|as|while|after)$/u.test(
        word.key,
      )
    )
      break;
    end += 1;
  }
  const text = textOf(doc, words, from + 1, end);
  return text === "" ? null : text;
}
