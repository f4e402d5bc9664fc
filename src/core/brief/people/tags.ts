import type { Word } from "../event-words.js";
import { onceFor, perForm } from "../forms.js";
import type { PeopleLexicon } from "./lexicon.js";
import { phraseOf } from "./phrases.js";
import { Tag } from "./tag.js";

/** `el-Maliki`: a small article before the capital of a name. */
const article = /^(?:\p{Ll}{1,2}[n]?)[-‐‑]\p{Lu}/u;
const apostrophe = /['’‘ʼ´`]/u;

/** English names have no other ending: `Sa'ad`, `Al-A'id` are whole. */
const possessiveS = /['’‘ʼ´`]s?$/u;

/** A capital right behind the apostrophe. */
const inName = /^\p{Lu}\p{Ll}?['’‘ʼ´`]\p{Lu}\p{Ll}/u;
const small = /^.\p{Ll}/u;

/** A possessive with a case ending behind it; the second group: the genitive. */
const possessive = /^(.*[ıiuü])n(?:([ıiuü]n)|[aeıiuü]|[dt][ae]n?)$/u;

/** `Sahil Tesislerindeki`: where something is. */
const inPlace = (key: string) => (/(?:n|l[ae]r[ıi]n)d[ae]ki$/u.test(key) ? Tag.notName : 0);

const plural = /^(.{3,}?)l[ae]r/u;

/** Whether what stands behind the apostrophe is a suffix (`Aslanov'un`), not a part of the name (`O'Neill`, `D'Arc`). */
export function suffixAt(text: string, language: string): number {
  const at = language === "en" ? text.search(possessiveS) : text.search(apostrophe);
  if (at <= 1) return -1;
  const next = text.charAt(at + 1);
  return next !== "" && next === next.toLowerCase() ? at : -1;
}

/** The tags of a word outside quotation marks. */
const tagsIn = onceFor((lexicon: PeopleLexicon) =>
  perForm(({ kind, base, key, capital, text }) => {
    if (kind !== "word") return 0;
    // `O'Neill`, `D'Souza`: one word, of which no list speaks.
    const whole = key.length === base.length || !inName.test(text) ? base : key;
    const bare = whole.endsWith(".") ? whole.slice(0, -1) : whole;
    let tag = 0;
    if (capital || article.test(text)) tag |= Tag.capital;
    const known = lexicon.tags.get(bare) ?? 0;
    // A particle is written small; an honorific is a capital or a short form.
    tag |= capital ? known & ~Tag.particle : base === bare ? known & ~Tag.honorific : known;
    // `Agency-KAZINFO`
    const joined = known === 0 && capital ? base.indexOf("-") : -1;
    if (joined > 4) tag |= (lexicon.tags.get(base.slice(0, joined)) ?? 0) & Tag.institution;
    if (key.length !== base.length && suffixAt(text, lexicon.language) > 0) tag |= Tag.suffix;
    else if (known === 0 && capital && key.length > 5 && lexicon.language === "tr")
      tag |= institutionInCase(key, lexicon) | peopleInPlural(key, lexicon) | inPlace(key);
    return tag;
  }),
);

/** The tags of each word of a sentence, in one pass. */
export function readTags(words: readonly Word[], lexicon: PeopleLexicon): number[] {
  const tagOf = tagsIn(lexicon);
  const tags = words.map((word) => (word.quoted ? tagOf(word) & ~Tag.capital : tagOf(word)));
  for (let at = 0; at < words.length; at += 1) {
    // `Dr. Öğr. Üyesi Can Us`
    if (words[at]?.base === "üyesi" && words[at - 1]?.base === "öğr.") tags[at] = Tag.capital | Tag.honorific;
    if (((tags[at] ?? 0) & (Tag.capital | Tag.opens)) !== (Tag.capital | Tag.opens)) continue;
    // `Kim Jong Un` is not of the UN.
    const word = words[at];
    if (word !== undefined && lexicon.acronyms.has(word.base) && small.test(word.text)) continue;
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

/** `Konseyinin` goes on with a title, `Derneğini` and `Başkanını` end one: in their case they are no part of a name. */
function institutionInCase(key: string, { tags }: PeopleLexicon): number {
  // `Beden Eğitimi`
  const owned = key.slice(0, -1);
  if (
    owned.length > 4 &&
    !"ıiuü".includes(owned.at(-1) ?? "") &&
    "ıiuü".includes(key.at(-1) ?? "") &&
    ((tags.get(owned) ?? 0) & Tag.institution) !== 0
  )
    return Tag.institution;
  const match = possessive.exec(key);
  if (match === null || ((tags.get(match[1] ?? "") ?? 0) & (Tag.institution | Tag.head)) === 0) return 0;
  return match[2] === undefined ? Tag.notName : Tag.institution;
}

/** `Türklerin`, `Azerbaycanlılar`: people of a country, no name. */
function peopleInPlural(key: string, { countries }: PeopleLexicon): number {
  const stem = plural.exec(key)?.[1];
  return stem !== undefined && countries.get(stem)?.[0]?.value.adjective === true ? Tag.notName : 0;
}

/** A suffix inside the phrase (`Asya'da İşbirliği …`) is the phrase's own. */
function mark(tags: number[], at: number, length: number, tag: number) {
  for (let offset = 0; offset < length; offset += 1) {
    const own = offset < length - 1 ? ~Tag.suffix : -1;
    tags[at + offset] = ((tags[at + offset] ?? 0) & own) | tag;
  }
}
