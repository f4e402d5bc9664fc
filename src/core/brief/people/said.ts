import type { Word } from "../event-words.js";
import type { PeopleLexicon } from "./lexicon.js";
import { phraseOf } from "./phrases.js";

/** A country, an organisation or a city that stands in a title. */
type Said =
  | { kind: "country" | "adjective"; code: string; en: string }
  | { kind: "organisation"; country: string | null; en: string }
  | { kind: "city"; code: string };

const hyphen = /[-‐‑–]/u;

/** `Macaristan-Türkiye Dostluk Grubu`: the country of the side whose group it is stands first. */
function firstOfPair(word: Word | undefined, { countries }: PeopleLexicon) {
  if (word?.capital !== true || !hyphen.test(word.base)) return null;
  const [first, second] = word.base.split(hyphen);
  const found = countries.get(first ?? "")?.[0];
  return found === undefined || found.words.length > 1 || !countries.has(second ?? "")
    ? null
    : { length: 1, value: found.value };
}

/** What the lexicon knows in `words[from..to]`, in order. */
export function readSaid(
  words: readonly Word[],
  from: number,
  to: number,
  lexicon: PeopleLexicon,
): { at: number; length: number; said: Said }[] {
  const all: { at: number; length: number; said: Said }[] = [];
  for (let at = from; at < to;) {
    const organisation = phraseOf(words, at, lexicon.organisations);
    const country = phraseOf(words, at, lexicon.countries) ?? firstOfPair(words[at], lexicon);
    const city = phraseOf(words, at, lexicon.cities);
    const found =
      organisation !== null && organisation.length >= (country?.length ?? 0)
        ? { length: organisation.length, said: { kind: "organisation" as const, ...organisation.value } }
        : country !== null
          ? {
              length: country.length,
              said: {
                kind: country.value.adjective ? ("adjective" as const) : ("country" as const),
                code: country.value.code,
                en: country.value.en,
              },
            }
          : city !== null
            ? { length: city.length, said: { kind: "city" as const, code: city.value } }
            : null;
    if (found !== null && at + found.length <= to) all.push({ at, ...found });
    at += found?.length ?? 1;
  }
  return all;
}

/** All that a title says. */
export type All = ReturnType<typeof readSaid>;

/** The English name of a country by its code. */
export function englishOf(lexicon: PeopleLexicon, code: string): string | null {
  for (const phrases of lexicon.countries.values()) {
    for (const { value } of phrases) if (value.code === code && !value.adjective) return value.en;
  }
  return null;
}
