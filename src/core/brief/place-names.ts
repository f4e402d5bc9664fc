import type { Word } from "./event-words.js";
import { fold } from "./event-words.js";
import { perForm } from "./forms.js";
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
  /** What is written: the town (or country) itself, or a district or a house in it. */
  by: "name" | "district" | "venue";
}

interface Entry {
  parts: string[];
  city: string | null;
  countries: string[];
  by: PlaceName["by"];
}

type EntriesOf = (word: Word) => Entry[] | null;

const compiled = new WeakMap<EventsLexicon, EntriesOf>();

/** The places that a word opens, longest first; null for none. */
function entriesIn(lexicon: EventsLexicon, language: string): EntriesOf {
  const { places, districts, venues } = lexicon;
  const made = compiled.get(lexicon);
  if (made !== undefined) return made;
  const index = new Map<string, Entry[]>();
  const add = (name: string, city: string | null, country: string, by: PlaceName["by"] = "name") => {
    const parts = fold(name, language).split(" ");
    const first = parts[0] ?? "";
    const same = index.get(first) ?? [];
    const known = same.find((one) => one.city === city && one.parts.join(" ") === parts.join(" "));
    if (known === undefined) index.set(first, [...same, { parts, city, countries: [country], by }]);
    else known.countries.push(country);
  };
  for (const [code, { names, cities }] of Object.entries(places)) {
    // A town of its country's name (Kuveyt, Tunus) is found as the country first.
    for (const name of names) add(name, null, code);
    for (const city of cities) add(city, city, code);
  }
  for (const [by, list] of [
    ["district", districts],
    ["venue", venues],
  ] as const) {
    for (const [city, names] of Object.entries(list)) {
      const country = countryOf(city, places);
      if (country !== null) for (const name of names) add(name, city, country, by);
    }
  }
  for (const entries of index.values()) entries.sort((a, b) => b.parts.length - a.parts.length);
  const entriesOf = perForm(({ key, base }) => index.get(key) ?? index.get(base) ?? null);
  compiled.set(lexicon, entriesOf);
  return entriesOf;
}

/** Code of the country that has the town; null for none. */
export function countryOf(city: string, places: Places): string | null {
  return Object.entries(places).find(([, { cities }]) => cities.includes(city))?.[0] ?? null;
}

const suffixes: [RegExp, PlaceName["case"]][] = [
  [/^n?[dt][ae](?:ki(?:ler)?)?$/u, "in"],
  [/^(?:n?[ıiuü]n)$/u, "of"],
  [/^(?:[yn]?[ae]|[yn]?[ıiuü])$/u, "to"],
  [/^n?[dt][ae]n$/u, "from"],
];

function caseOf(word: Word, { parts, by }: Entry): PlaceName["case"] {
  const cut = word.key.indexOf("'");
  if (cut < 0) return by === "venue" && inHouse(word.key, parts.at(-1) ?? "") ? "in" : "bare";
  const suffix = word.key.slice(cut + 1);
  if (suffix === "s") return "of";
  return suffixes.find(([pattern]) => pattern.test(suffix))?.[1] ?? "bare";
}

/** `al-Arish`: a small article before the capital. */
const article = /^(?:al|el)-\p{Lu}/u;

/** A sentence that names more places tells of none of them. */
const most = 100;

/** The known towns and countries of a sentence outside quotation marks, longest names first. */
export function readPlaceNames(words: readonly Word[], lexicon: EventsLexicon, language: string): PlaceName[] {
  const entriesOf = entriesIn(lexicon, language);
  const found: PlaceName[] = [];
  for (let at = 0; at < words.length && found.length < most; at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted || !(word.capital || article.test(word.text))) continue;
    const entry = entriesOf(word)?.find((one) => stands(words, at, one));
    if (entry === undefined) continue;
    // `KKTC Cumhurbaşkanlığı Külliyesi`: another country's house.
    const before = found.at(-1);
    const foreign =
      before !== undefined && before.at + before.length === at && !entry.countries.includes(before.countries[0] ?? "");
    if (entry.by === "venue" && foreign) continue;
    const length = entry.parts.length;
    const last = words[at + length - 1];
    if (last === undefined) continue;
    found.push({ at, length, city: entry.city, countries: entry.countries, case: caseOf(last, entry), by: entry.by });
    at += length - 1;
  }
  return found;
}

function stands(words: readonly Word[], at: number, { parts, by }: Entry): boolean {
  return parts.every((part, index) => {
    const word = words[at + index];
    if (word === undefined || !(word.capital || article.test(word.text))) return index > 0 && word?.key === part;
    if (index < parts.length - 1) return word.key === part;
    // Houses are often written without the apostrophe: `Çalışma Ofisinde`.
    return word.key === part || word.base === part || (by === "venue" && inHouse(word.key, part));
  });
}

const inHouse = (key: string, part: string): boolean =>
  key.startsWith(part) && /^n[dt][ae](?:ki)?$/u.test(key.slice(part.length));
