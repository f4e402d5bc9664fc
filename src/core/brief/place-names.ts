import type { Word } from "./event-words.js";
import { fold } from "./event-words.js";
import type { EventsLexicon } from "./lexicon-events.js";

type Places = EventsLexicon["places"];

/** A town or country in the text: `words[at..at+length]`; `case` is what its last word's suffix says. */
export interface PlaceName {
  at: number;
  length: number;
  /** The lexicon's spelling; null for a country. */
  city: string | null;
  /** Codes of the countries that have a town of this name, or the country itself. */
  countries: string[];
  case: "in" | "of" | "to" | "from" | "bare";
}

interface Entry {
  parts: string[];
  city: string | null;
  countries: string[];
}

const compiled = new WeakMap<Places, Map<string, Entry[]>>();

function entriesOf(places: Places, language: string): Map<string, Entry[]> {
  const made = compiled.get(places);
  if (made !== undefined) return made;
  const index = new Map<string, Entry[]>();
  const add = (name: string, city: string | null, country: string) => {
    const parts = fold(name, language).split(" ");
    const first = parts[0] ?? "";
    const same = index.get(first) ?? [];
    const known = same.find((one) => one.city === city && one.parts.join(" ") === parts.join(" "));
    if (known === undefined) index.set(first, [...same, { parts, city, countries: [country] }]);
    else known.countries.push(country);
  };
  for (const [code, { names, cities }] of Object.entries(places)) {
    // A town of its country's name (Kuveyt, Tunus) is found as the country first.
    for (const name of names) add(name, null, code);
    for (const city of cities) add(city, city, code);
  }
  for (const entries of index.values()) entries.sort((a, b) => b.parts.length - a.parts.length);
  compiled.set(places, index);
  return index;
}

const suffixes: [RegExp, PlaceName["case"]][] = [
  [/^n?[dt][ae](?:ki(?:ler)?)?$/u, "in"],
  [/^(?:n?[ıiuü]n)$/u, "of"],
  [/^(?:[yn]?[ae]|[yn]?[ıiuü])$/u, "to"],
  [/^n?[dt][ae]n$/u, "from"],
];

function caseOf(word: Word): PlaceName["case"] {
  const cut = word.key.indexOf("'");
  if (cut < 0) return "bare";
  const suffix = word.key.slice(cut + 1);
  if (suffix === "s") return "of";
  return suffixes.find(([pattern]) => pattern.test(suffix))?.[1] ?? "bare";
}

/** A sentence that names more places tells of none of them. */
const most = 100;

/** The known towns and countries of a sentence outside quotation marks, longest names first. */
export function readPlaceNames(words: readonly Word[], lexicon: EventsLexicon, language: string): PlaceName[] {
  const index = entriesOf(lexicon.places, language);
  const found: PlaceName[] = [];
  for (let at = 0; at < words.length && found.length < most; at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted || !word.capital) continue;
    const entry = (index.get(word.key) ?? index.get(word.base))?.find(({ parts }) => stands(words, at, parts));
    if (entry === undefined) continue;
    const length = entry.parts.length;
    const last = words[at + length - 1];
    if (last === undefined) continue;
    found.push({ at, length, city: entry.city, countries: entry.countries, case: caseOf(last) });
    at += length - 1;
  }
  return found;
}

function stands(words: readonly Word[], at: number, parts: string[]): boolean {
  return parts.every((part, index) => {
    const word = words[at + index];
    if (word === undefined || !word.capital) return index > 0 && word?.key === part;
    return index === parts.length - 1 ? word.key === part || word.base === part : word.key === part;
  });
}
