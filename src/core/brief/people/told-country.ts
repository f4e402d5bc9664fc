import type { Doc } from "../document.js";
import { fold } from "../event-words.js";
import type { PeopleLexicon } from "./lexicon.js";
import type { Mention } from "./mention.js";
import { phraseOf } from "./phrases.js";
import type { Read } from "./presence.js";
import type { Title } from "./titles.js";
import { readEnglishTitle } from "./titles.js";
import { linked } from "./turkish-shared.js";

/* The country of an office that its title does not say, where else the story tells it. */

/** Words of a sentence that are looked through for somebody's country. */
export const reach = 150;

const byOffice = new WeakMap<readonly Read[], Map<string, string | null>>();

/** `The Turkish president …`, told elsewhere and of nobody by name: whose `President Can Us` is. Null for none, or for several. */
export function officeCountry({ office }: Title, reads: readonly Read[], lexicon: PeopleLexicon): string | null {
  const known = byOffice.get(reads) ?? new Map<string, string | null>();
  byOffice.set(reads, known);
  const key = fold(office ?? "", "en");
  const answer = known.get(key);
  if (answer !== undefined) return answer;
  const found = readOffice(key.split(" "), reads, lexicon);
  known.set(key, found);
  return found;
}

function readOffice(keys: readonly string[], reads: readonly Read[], lexicon: PeopleLexicon): string | null {
  const [first] = keys;
  let told: string | null = null;
  for (const { scene, mentions } of reads) {
    const { words } = scene;
    let named = 0;
    for (let at = 1; at < words.length; at += 1) {
      if (words[at]?.key !== first) continue;
      while ((mentions[named]?.titleTo ?? words.length) <= at) named += 1;
      if ((mentions[named]?.titleFrom ?? words.length) <= at) continue;
      if (!keys.every((key, index) => words[at + index]?.key === key)) continue;
      for (let back = 1; back <= 3; back += 1) {
        const country = phraseOf(words, at - back, lexicon.countries);
        if (country?.length !== back) continue;
        if (told !== null && told !== country.value.code) return null;
        told = country.value.code;
      }
    }
  }
  return told;
}

/** The country of the dateline's city, null if there is none or the city is unknown. */
export function deskCountry(doc: Doc, reads: readonly Read[], lexicon: PeopleLexicon): string | null {
  const at = doc.sentences.findIndex(({ part }) => part === "dateline");
  const words = reads[at]?.scene.words;
  if (words !== undefined) return phraseOf(words, 0, lexicon.cities)?.value ?? null;
  return inlineDesk(doc, reads, lexicon, "paragraph") ?? inlineDesk(doc, reads, lexicon, "spot");
}

const inTown = /['’‘ʼ´`][dt][ae]$/u;

/** `AMMAN — The ministers …`, in the first sentence of a part. */
function inlineDesk(doc: Doc, reads: readonly Read[], lexicon: PeopleLexicon, wanted: "paragraph" | "spot") {
  const words = reads[doc.sentences.findIndex(({ part }) => part === wanted)]?.scene.words ?? [];
  const city = phraseOf(words, 0, lexicon.cities);
  const shouted = city !== null && words[0]?.text === words[0]?.text.toUpperCase();
  return shouted && /^[-–—(]$/u.test(words[city.length]?.text ?? "") ? city.value : null;
}

/** The foreign country last named before the mention, in its sentence or the one before. */
export function countryBefore(mention: Mention, reads: readonly Read[], lexicon: PeopleLexicon): string | null {
  for (let index = mention.sentence; index >= Math.max(0, mention.sentence - 2); index -= 1) {
    const words = reads[index]?.scene.words ?? [];
    const named = reads[index]?.mentions ?? [];
    let other = named.length - 1;
    for (let at = (index === mention.sentence ? mention.from : words.length) - 1; at >= 0; at -= 1) {
      // A country in somebody else's title says nothing of this one.
      while (other >= 0 && (named[other]?.from ?? 0) > at) other -= 1;
      if (other >= 0 && (named[other]?.to ?? 0) > at) continue;
      const found = lexicon.countries.get(words[at]?.base ?? "")?.[0] ?? null;
      if (found !== null && found.words.length === 1 && found.value.code !== "TR") return found.value.code;
      // `Priştine'de Başbakan Yardımcısı X`
      const town = index === mention.sentence && inTown.test(words[at]?.text ?? "") ? words[at]?.base : undefined;
      const code = lexicon.cities.get(town ?? "")?.find((one) => one.words.length === 1)?.value ?? "TR";
      if (code !== "TR") return code;
    }
  }
  return null;
}

const goesOnFrom = /^(?:from|of|in|and|the|,)$/u;
const small = /^.\p{Ll}/u;

/** `Can Us` is not of the US. */
export const isNoAcronym = (word: Read["scene"]["words"][number] | undefined, { acronyms }: PeopleLexicon): boolean =>
  word !== undefined && small.test(word.text) && acronyms.has(word.base);

/** An English office without a country is of the country its sentence is about, the first it names, else of the dateline's. */
export function countryIn(
  mention: Mention,
  reads: readonly Read[],
  lexicon: PeopleLexicon,
  desk: string | null,
): string | null {
  const words = reads[mention.sentence]?.scene.words ?? [];
  const named = reads[mention.sentence]?.mentions ?? [];
  const listed = listCountry(mention, named, reads, lexicon);
  if (listed !== null) return listed;
  const led = leadersCountry(mention, named, words, lexicon);
  if (led !== null) return led;
  let other = 0;
  let counterparts = false;
  for (let at = 0; at < Math.min(words.length, reach); at += 1) {
    // `his counterparts from Malta and Libya`: of those countries others are.
    const key = words[at]?.key ?? "";
    counterparts =
      /^counterparts?$/u.test(key) || (counterparts && (words[at]?.capital === true || goesOnFrom.test(key)));
    if (counterparts || isNoAcronym(words[at], lexicon)) continue;
    while (other < named.length && (named[other]?.to ?? 0) <= at) other += 1;
    // A country in the title of somebody named later says nothing of this one, but that both are at home.
    const inTitle = (named[other]?.from ?? words.length) <= at;
    const later = at >= mention.to && inTitle;
    // Nor does that of somebody in another part of the sentence: `In his meeting with the Somali president, A was joined by Minister B`.
    if (inTitle && named[other]?.short === true && at < mention.from && !isListed(named[other], mention, named, words))
      continue;
    // `Head of the IFRC Delegation in Cyprus A and Governor B`: he is of no country.
    if (inTitle && at < mention.from && isInternational(named[other], words, lexicon)) continue;
    const found = phraseOf(words, at, lexicon.countries);
    if (found === null || words[at]?.capital !== true || (later && found.value.code !== "TR")) continue;
    // What is named behind may be what they talked of: `Foreign Minister A and B discussed Syria`.
    return at < mention.from || found.value.code === "TR" ? found.value.code : (desk ?? found.value.code);
  }
  return desk;
}

function isInternational(one: Mention | undefined, words: Read["scene"]["words"], lexicon: PeopleLexicon): boolean {
  if (one === undefined || one.titleStart === null) return false;
  return readEnglishTitle(words, one.titleFrom, one.titleTo, one.sharedIndex, "", lexicon).country === null;
}

/** `a delegation from the Maltese Red Cross, led by Director A and Adviser B`: of whose delegation it was. */
function leadersCountry(
  mention: Mention,
  named: readonly Mention[],
  words: Read["scene"]["words"],
  lexicon: PeopleLexicon,
): string | null {
  let first = mention;
  for (let index = named.indexOf(mention) - 1; index >= 0; index -= 1) {
    const before = named[index];
    if (before === undefined || mention.from - before.to > members || !linked(words, before.to, first.from)) break;
    first = before;
  }
  const by = words[first.from - 1]?.key === "by" ? first.from - 1 : first.from - 2;
  if (words[by]?.key !== "by" || !/^(?:led|headed)$/u.test(words[by - 1]?.key ?? "")) return null;
  for (let at = by - 2; at > Math.max(0, by - 12); at -= 1) {
    if (words[at]?.key.startsWith("delegation") !== true) continue;
    const before = [1, 2, 3].findIndex((back) => words[at - back]?.capital !== true);
    const behind = Array.from({ length: by - at }, (_, step) => at + 1 + step);
    const ahead = Array.from({ length: before < 0 ? 3 : before }, (_, step) => at - 1 - step);
    for (const near of [...behind, ...ahead]) {
      const country = phraseOf(words, near, lexicon.countries);
      if (country !== null && words[near]?.capital === true) return country.value.code;
    }
  }
  return null;
}

/** Whether nothing but commas and `and` stands between the members from one to the other. */
function isListed(
  one: Mention | undefined,
  other: Mention,
  named: readonly Mention[],
  words: Read["scene"]["words"],
): boolean {
  const last = named.indexOf(other);
  for (let index = last; index > Math.max(0, last - members); index -= 1) {
    const [before, behind] = [named[index - 1], named[index]];
    if (before === undefined || behind === undefined || !linked(words, before.to, behind.from)) return false;
    if (before === one) return true;
  }
  return false;
}

/** Members of a list that are looked back at. */
const members = 40;

/** `Syrian Foreign Minister A, Defense Minister B and Intelligence Chief C`: of the country of the one before in the list. */
function listCountry(
  mention: Mention,
  named: readonly Mention[],
  reads: readonly Read[],
  lexicon: PeopleLexicon,
): string | null {
  const words = reads[mention.sentence]?.scene.words ?? [];
  let index = named.indexOf(mention);
  const first = Math.max(0, index - members);
  for (let behind = mention; index > first; index -= 1) {
    const before = named[index - 1];
    if (before === undefined || before.titleStart === null || !linked(words, before.to, behind.from)) return null;
    const country = readEnglishTitle(words, before.titleFrom, before.titleTo, before.sharedIndex, "", lexicon).country;
    if (country !== undefined) return country;
    behind = before;
  }
  return null;
}
