import type { EventsLexicon } from "../lexicon-events.js";
import { fold } from "../event-words.js";
import type { PeopleSections } from "../lexicon-people.js";
import type { FrameIndex } from "./frames.js";
import { englishFrames, turkishFrames } from "./frames.js";
import { pluralForms, singularForms } from "./office-forms.js";
import type { PhraseIndex } from "./phrases.js";
import { indexPhrases } from "./phrases.js";
import { Tag } from "./tag.js";

interface Office {
  en: string;
  plural: boolean;
  /** The office of one of them, where the text has the plural: `Bakan Yardımcısı`. */
  singular: string;
}

interface Organisation {
  en: string;
  /** Code, null for an international one. */
  country: string | null;
}

interface Country {
  code: string;
  en: string;
  adjective: boolean;
}

/** The people's sections of one language, ready to be looked up. All keys are folded by the language. */
export interface PeopleLexicon {
  language: "tr" | "en";
  /** Last words of offices; the value says whether they are plural. */
  heads: Map<string, boolean>;
  offices: PhraseIndex<Office>;
  portfolios: PhraseIndex<string>;
  organisations: PhraseIndex<Organisation>;
  societies: PhraseIndex<string>;
  countries: PhraseIndex<Country>;
  cities: PhraseIndex<string>;
  honorifics: Set<string>;
  institutions: Set<string>;
  /** What each word may be: bits of `Tag`. */
  tags: Map<string, number>;
  /** By their first two letters. */
  eventNouns: Map<string, string[]>;
  groupHeads: Set<string>;
  /** Countries and organisations that are written in capitals: `UN`. */
  acronyms: Set<string>;
  frames: FrameIndex;
  /** Last words of what stands before a frame's verb: `başkanlığını`. */
  objects: Set<string>;
  passing: Set<string>;
}

/** Makes the sections of one language fast to look up; done once at the start. */
export function compilePeople(
  raw: PeopleSections & Pick<EventsLexicon, "places">,
  language: "tr" | "en",
): PeopleLexicon {
  const split = (text: string) => fold(text, language).split(" ");
  const set = (list: readonly string[]) => new Set(list.map((word) => fold(word, language)));
  const { heads, offices } = compileOffices(raw.offices, language);
  const honorifics = set(raw.honorifics);
  const institutions = set(raw.institutions.split(/\s+/u));
  const frames = language === "tr" ? turkishFrames(raw.attendance) : englishFrames(raw.attendance);
  const countries = compileCountries(raw.countries, split);
  const organisations = indexPhrases(
    raw.organisations.flatMap(({ names, en, country }) =>
      names.map((name) => [split(name), { en, country: country ?? null }] as const),
    ),
  );
  const cities = indexPhrases([
    ...Object.entries(raw.places).flatMap(([code, { cities }]) => cities.map((city) => [split(city), code] as const)),
    ...Object.entries(raw.countries).flatMap(([code, { regions }]) =>
      regions.map((region) => [split(region), code] as const),
    ),
  ]);
  const tags = new Map<string, number>();
  const mark = (words: Iterable<string>, tag: number) => {
    for (const word of words) tags.set(word, (tags.get(word) ?? 0) | tag);
  };
  for (const [word, plural] of heads) mark([word], plural ? Tag.head | Tag.pluralHead : Tag.head);
  mark(institutions, Tag.institution);
  mark(set(raw.notNames.split(/\s+/u)), Tag.notName);
  mark(honorifics, Tag.honorific);
  mark(set(raw.ranks), Tag.rank);
  mark(set(raw.particles), Tag.particle);
  mark(set(raw.alsoNames), Tag.alsoName);
  mark(set(raw.givenNames.split(/\s+/u)), Tag.given);
  for (const index of [countries, organisations, cities]) mark(index.keys(), Tag.opens);
  const eventNouns = new Map<string, string[]>();
  for (const noun of set(raw.eventNouns)) {
    const key = noun.slice(0, 2);
    eventNouns.set(key, [...(eventNouns.get(key) ?? []), noun]);
  }
  return {
    language,
    heads,
    offices,
    portfolios: indexPhrases(
      Object.entries(raw.portfolios).map(([name, en]) => [split(name.replaceAll(",", " ,")), en] as const),
    ),
    organisations,
    societies: indexPhrases(Object.entries(raw.societies).map(([name, en]) => [split(name), en] as const)),
    countries,
    cities,
    honorifics,
    institutions,
    tags,
    eventNouns,
    groupHeads: compileGroups(raw.groups.heads, language),
    acronyms: set(
      [...raw.organisations, ...Object.values(raw.countries)].flatMap(({ names }) =>
        names.filter((name) => /^\p{Lu}{2,}$/u.test(name)),
      ),
    ),
    frames,
    objects: new Set([...frames.values()].flatMap((same) => same.flatMap(({ before }) => before.at(-1) ?? []))),
    passing: set(raw.passing),
  };
}

function compileCountries(raw: PeopleSections["countries"], split: (text: string) => string[]): PhraseIndex<Country> {
  const entries: [string[], Country][] = [];
  for (const [code, { names, adjectives, en }] of Object.entries(raw)) {
    for (const name of names) entries.push([split(name), { code, en, adjective: false }]);
    for (const name of adjectives) entries.push([split(name), { code, en, adjective: true }]);
  }
  return indexPhrases(entries);
}

function compileOffices(raw: Record<string, string>, language: "tr" | "en") {
  const heads = new Map<string, boolean>();
  const phrases: [string[], Office][] = [];
  for (const [name, en] of Object.entries(raw)) {
    const words = fold(name, language).split(" ");
    const before = words.slice(0, -1);
    // `d'Affaires` is looked up as `d`, as every word is without what stands behind an apostrophe.
    const last = (words.at(-1) ?? "").replace(/['’].*$/u, "");
    const singular = language === "tr" ? singularForms(last) : [last];
    const plural =
      language === "tr"
        ? pluralForms(last)
        : [
            last.endsWith("y")
              ? `${last.slice(0, -1)}ies`
              : last.endsWith("man")
                ? `${last.slice(0, -3)}men`
                : `${last}s`,
          ];
    for (const form of singular) {
      heads.set(form, false);
      phrases.push([[...before, form], { en, plural: false, singular: name }]);
    }
    for (const form of plural) {
      if (!heads.has(form)) heads.set(form, true);
      phrases.push([[...before, form], { en, plural: true, singular: name }]);
      // `eski bakanlardan Can Us`
      if (language === "tr")
        heads.set(`${form}${/[ıi]$/u.test(form) ? "n" : ""}d${/a[^ae]*$/u.test(form) ? "a" : "e"}n`, false);
    }
  }
  return { heads, offices: indexPhrases(phrases) };
}

/** Turkish heads in the plural, bare and possessive, and bare behind a number word (`çok sayıda davetli`). */
function compileGroups(heads: readonly string[], language: "tr" | "en"): Set<string> {
  if (language === "en") return new Set(heads);
  return new Set(
    heads
      .map((head) => head.split(" ").at(-1) ?? head)
      .flatMap((head) => [...singularForms(head), ...pluralForms(head)]),
  );
}
