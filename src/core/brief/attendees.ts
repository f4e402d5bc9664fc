import type { Doc } from "./document.js";
import type { LanguageLexicon } from "./lexicon.js";
import type { Person } from "./people/join.js";
import { joinMentions } from "./people/join.js";
import type { PeopleLexicon } from "./people/lexicon.js";
import { phraseOf } from "./people/phrases.js";
import type { Mention } from "./people/mention.js";
import type { Read } from "./people/presence.js";
import { readPresence } from "./people/presence.js";
import type { Title } from "./people/titles.js";
import { readEnglishTitle, readTurkishTitle } from "./people/titles.js";
import type { Attendee } from "./schema.js";

/** Of several things told of one person the first of these is the part. */
const rank: readonly Attendee["part"][] = ["host", "chair", "present", "message", "speaker"];

const none: Attendee["part"][] = [];

/**
 * Who took part in what the story reports: named in a list of those present, as host, chair, speaker, or as one side of
 * a meeting. Who only will take part, did not, or is spoken of is left out. Names and titles are cuts of the text.
 */
export function readAttendees(doc: Doc, lexicon: LanguageLexicon): Attendee[] {
  const { people } = lexicon;
  const reads = readPresence(doc, people);
  const parts = new Map<Mention, Attendee["part"][]>();
  for (const { told } of reads) {
    for (const { mention, part } of told.presences) parts.set(mention, [...(parts.get(mention) ?? []), part]);
  }
  if (parts.size === 0) return [];
  const mentions = reads.flatMap((read) => read.mentions);
  const headOf = (mention: Mention) =>
    mention.titleStart === null ? "" : (reads[mention.sentence]?.scene.words[mention.titleTo - 1]?.base ?? "");
  const attendees: Attendee[] = [];
  for (const person of joinMentions(doc, mentions, headOf)) {
    const said = person.mentions.flatMap((mention) => parts.get(mention) ?? none);
    const part = said.length === 0 ? undefined : rank.find((one) => said.includes(one));
    if (part !== undefined) attendees.push(describe(doc, person, part, reads, people));
  }
  return attendees.sort((a, b) => a.start - b.start);
}

function describe(
  doc: Doc,
  person: Person,
  part: Attendee["part"],
  reads: readonly Read[],
  lexicon: PeopleLexicon,
): Attendee {
  const inOrder = person.mentions.toSorted((a, b) => a.start - b.start);
  const full = inOrder.filter((mention) => !mention.short);
  const best =
    full.find((mention) => mention.titleStart !== null) ??
    full[0] ??
    inOrder.find((mention) => mention.titleStart !== null) ??
    inOrder[0];
  if (best === undefined) throw new Error("a person without a mention");
  const titled = best.titleStart === null ? (inOrder.find((mention) => mention.titleStart !== null) ?? best) : best;
  const title = titleOf(doc, titled, reads, lexicon);
  return {
    name: doc.text.slice(best.start, best.end),
    honorifics: best.honorifics,
    title:
      titled.titleStart === null || titled.titleEnd === null
        ? null
        : doc.text.slice(titled.titleStart, titled.titleEnd),
    titleEn: title?.titleEn ?? null,
    office: title?.office ?? null,
    organisation: title?.organisation ?? null,
    country: countryOf(doc, inOrder, titled, title, reads, lexicon),
    part,
    host: part === "host",
    for: inOrder.find((mention) => mention.represents !== null)?.represents ?? null,
    start: best.start,
    end: best.end,
    titleStart: titled.titleStart,
    titleEnd: titled.titleEnd,
  };
}

function titleOf(doc: Doc, mention: Mention, reads: readonly Read[], lexicon: PeopleLexicon): Title | null {
  const read = reads[mention.sentence];
  if (read === undefined || mention.titleStart === null) return null;
  if (lexicon.language === "en")
    return readEnglishTitle(read.scene.words, mention.titleFrom, mention.titleTo, doc.text, lexicon);
  return readTurkishTitle(read.scene.words, mention.titleFrom, mention.titleTo, mention.sharedIndex, doc.text, lexicon);
}

/** Offices of a place: one that the lexicon does not know is near the reporter's desk. */
const local = /^(?:vali|belediye|büyükşehir|kaymakam|rektör|sultan|muhtar)/u;
const foreign = /(?:[oe]v|[oe]va|iyev|yeva|uulu|zade|shvili|şvili)$/u;

/** The country of the office: from the title, the item's opening, another mention; a Turkish office without one is Turkey's. */
function countryOf(
  doc: Doc,
  mentions: readonly Mention[],
  titled: Mention,
  title: Title | null,
  reads: readonly Read[],
  lexicon: PeopleLexicon,
): string | null {
  if (title?.country !== undefined) return title.country;
  const opened = mentions.find((mention) => mention.fromCountry !== null)?.fromCountry;
  if (opened !== undefined && opened !== null) return opened;
  for (const mention of mentions) {
    const other = mention === titled ? null : titleOf(doc, mention, reads, lexicon);
    if (other?.country !== undefined && other !== null) return other.country;
  }
  if (title === null) return null;
  if (lexicon.language === "en") return countryIn(titled, reads, lexicon);
  if (local.test(title.office?.toLocaleLowerCase("tr") ?? "") || /niversite|nstitü/u.test(title.organisation ?? ""))
    return deskCountry(doc, reads, lexicon) ?? "TR";
  if (!foreign.test(doc.text.slice(titled.start, titled.end))) return "TR";
  return countryBefore(titled, reads, lexicon);
}

/** The country of the dateline's city, null if there is none or the city is unknown. */
function deskCountry(doc: Doc, reads: readonly Read[], lexicon: PeopleLexicon): string | null {
  const at = doc.sentences.findIndex(({ part }) => part === "dateline");
  const words = reads[at]?.scene.words;
  return words === undefined ? null : (phraseOf(words, 0, lexicon.cities)?.value ?? null);
}

/** The foreign country last named before the mention, in its sentence or the one before. */
function countryBefore(mention: Mention, reads: readonly Read[], lexicon: PeopleLexicon): string | null {
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
    }
  }
  return null;
}

/** An English office without a country is of the country its sentence is about: the first it names. */
function countryIn(mention: Mention, reads: readonly Read[], lexicon: PeopleLexicon): string | null {
  const words = reads[mention.sentence]?.scene.words ?? [];
  for (let at = 0; at < words.length; at += 1) {
    const found = phraseOf(words, at, lexicon.countries);
    if (found !== null && words[at]?.capital === true) return found.value.code;
  }
  return null;
}
