import type { Word } from "../event-words.js";
import type { PeopleLexicon } from "./lexicon.js";
import { phraseOf } from "./phrases.js";

/** What the lexicon knows of a word: bits of `tags`. */
export const Tag = {
  capital: 1,
  head: 2,
  pluralHead: 4,
  institution: 8,
  organisation: 16,
  country: 32,
  notName: 64,
  honorific: 128,
  rank: 256,
  particle: 512,
  /** It carries a suffix behind an apostrophe. */
  suffix: 1024,
  city: 2048,
  alsoName: 4096,
  /** An adjective of a country: `Azerbaycanlı`. */
  people: 8192,
} as const;

/** `el-Maliki`: a small article before the capital of a name. */
const article = /^(?:\p{Ll}{1,2}[n]?)[-‐‑]\p{Lu}/u;
const apostrophe = /['’‘ʼ´`]/u;

/** Whether what stands behind the apostrophe is a suffix (`Aslanov'un`), not a part of the name (`O'Neill`, `D'Arc`). */
export function suffixAt(text: string): number {
  const at = text.search(apostrophe);
  if (at <= 1) return -1;
  const next = text.charAt(at + 1);
  return next !== "" && next === next.toLowerCase() ? at : -1;
}

/** The tags of each word of a sentence, in one pass. */
export function readTags(words: readonly Word[], lexicon: PeopleLexicon): number[] {
  const tags: number[] = [];
  for (const word of words) {
    if (word.kind !== "word") {
      tags.push(0);
      continue;
    }
    const { base, key } = word;
    const bare = base.endsWith(".") ? base.slice(0, -1) : base;
    let tag = 0;
    if ((word.capital || article.test(word.text)) && !word.quoted) tag |= Tag.capital;
    const plural = lexicon.heads.get(base);
    if (plural !== undefined) tag |= plural ? Tag.head | Tag.pluralHead : Tag.head;
    if (lexicon.institutions.has(base)) tag |= Tag.institution;
    if (lexicon.notNames.has(base)) tag |= Tag.notName;
    if (lexicon.honorifics.has(bare) && (word.capital || base.endsWith("."))) tag |= Tag.honorific;
    if (lexicon.ranks.has(base)) tag |= Tag.rank;
    if (!word.capital && lexicon.particles.has(base)) tag |= Tag.particle;
    if (lexicon.alsoNames.has(base)) tag |= Tag.alsoName;
    if (key.length !== base.length && suffixAt(word.text) > 0) tag |= Tag.suffix;
    tags.push(tag);
  }
  for (let at = 0; at < words.length; at += 1) {
    if (((tags[at] ?? 0) & Tag.capital) === 0) continue;
    const country = phraseOf(words, at, lexicon.countries);
    if (country !== null)
      mark(tags, at, country.length, country.value.adjective ? Tag.country | Tag.people : Tag.country);
    const organisation = phraseOf(words, at, lexicon.organisations);
    if (organisation !== null) mark(tags, at, organisation.length, Tag.organisation);
    const city = phraseOf(words, at, lexicon.cities);
    if (city !== null) mark(tags, at, city.length, Tag.city);
  }
  return tags;
}

function mark(tags: number[], at: number, length: number, tag: number) {
  for (let offset = 0; offset < length; offset += 1) tags[at + offset] = (tags[at + offset] ?? 0) | tag;
}
