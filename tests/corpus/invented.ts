import type { Brief } from "../../src/core/brief/schema.js";
import { wordsOf } from "./same.js";

const plain = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[’‘ʼ´`]/gu, "'")
    .replace(/\s+/gu, " ");

/** Digits of a number as written or as read, without the zeros that `bin` and `million` stand for. */
const digits = (number: string): string => number.replace(/\D/gu, "").replace(/^0+|0+$/gu, "");

/** A unit stands in its base form (`kişi` of `kişiye`), a participle becomes a sentence's verb; a number has no other form. */
function hasForm(word: string, words: ReadonlySet<string>): boolean {
  if (/\d/u.test(word)) return false;
  const stem = word.length < 4 ? word : word.slice(0, Math.max(4, word.length - 3));
  return [...words].some((other) => other.startsWith(stem));
}

/**
 * What a brief says and its story does not: a line each. Names and quotes must stand in the text as they are; of titles, every
 * word; of decisions and of what figures count, every word in some form; of a figure, its digits; a city must begin a word.
 */
export function inventedIn({ attendees, decisions, figures, quotes, groups, place, text: own }: Brief, story: string): string[] {
  const text = plain(story);
  const words = new Set(wordsOf(story));
  const found: string[] = [];
  const demand = (holds: boolean, what: string, words: string | null): void => {
    if (!holds) found.push(`${what}: ${words}`);
  };
  const stands = (what: string, words: string): void => demand(text.includes(plain(words)), what, words);
  const spelt = (what: string, phrase: string | null, inflected = true): void => {
    const strange = wordsOf(phrase ?? "").filter((word) => !words.has(word) && !(inflected && hasForm(word, words)));
    demand(strange.length === 0, what, `“${strange.join(" ")}” of “${phrase}”`);
  };
  const cut = (what: string, { start, end, text: words }: { start: number; end: number; text: string }): void =>
    demand(own.slice(start, end) === words, `${what} is not what its offsets cut`, words);

  stands("text", own.split("\n\n")[0] ?? "");
  for (const { name, title, honorifics, start, end } of attendees) {
    stands("name", name);
    cut("name", { start, end, text: name });
    spelt("title", title, false);
    for (const honorific of honorifics) stands("honorific", honorific);
  }
  for (const decision of decisions) {
    spelt("decision", decision.text);
    demand(decision.end > decision.start, "decision without a place", decision.text);
  }
  for (const { value, unit, of, start, end } of figures) {
    const written = (own.slice(start, end).match(/\d[\d.,]*/gu) ?? []).map(digits);
    const read = digits(String(value));
    // `11 bin 37` has its digits in pieces.
    const same = written.length === 1 ? written[0] === read : written.every((it) => read.includes(it));
    demand(end > start && same, "figure", String(value));
    for (const words of [unit, of]) spelt("figure", words);
  }
  for (const quote of quotes) {
    stands("quote", quote.text);
    spelt("speaker", quote.speaker, false);
  }
  for (const group of groups) cut("group", group);
  if (place !== null) {
    const city = wordsOf(place.city ?? "")[0] ?? "";
    const named = [...words].some((word) => word.startsWith(city));
    demand(named, "city", place.city);
  }
  return found;
}
