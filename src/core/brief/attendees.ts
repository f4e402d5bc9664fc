import type { Doc } from "./document.js";
import type { LanguageLexicon } from "./lexicon.js";
import type { Person } from "./people/join.js";
import { companyOf, countryOf, titleOf } from "./people/country.js";
import { isSomebody } from "./people/somebody.js";
import { isDead } from "./people/dead.js";
import { joinMentions } from "./people/join.js";
import type { PeopleLexicon } from "./people/lexicon.js";
import type { Mention } from "./people/mention.js";
import type { Read } from "./people/presence.js";
import { readPresence } from "./people/presence.js";
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
  const persons = joinMentions(doc, mentions, headOf);
  const company = companyOf(doc, persons, reads, people);
  for (const person of persons) {
    const said = person.mentions.flatMap((mention) => parts.get(mention) ?? none);
    const part = said.length === 0 ? undefined : rank.find((one) => said.includes(one));
    if (part === undefined || person.mentions.some((mention) => spokenOfAsDead(mention, reads))) continue;
    if (!isSomebody(person, reads, people)) continue;
    const attendee = describe(doc, person, part, reads, people);
    attendees.push({ ...attendee, country: company.get(person) ?? attendee.country });
  }
  return attendees.sort((a, b) => a.start - b.start);
}

function spokenOfAsDead(mention: Mention, reads: readonly Read[]): boolean {
  const scene = reads[mention.sentence]?.scene;
  return scene !== undefined && isDead(scene, mention);
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
  const titledOnes = full.filter((mention) => mention.titleStart !== null);
  const [headline, told] = titledOnes;
  const best =
    (headline !== undefined && told !== undefined && isShorter(doc, headline, told) ? told : headline) ??
    full[0] ??
    inOrder.find((mention) => mention.titleStart !== null) ??
    inOrder[0];
  if (best === undefined) throw new Error("a person without a mention");
  const titled = best.titleStart === null ? (inOrder.find((mention) => mention.titleStart !== null) ?? best) : best;
  const title = titleOf(doc, titled, reads, lexicon);
  const end = nameEnd(doc, best, inOrder, lexicon);
  return {
    name: doc.text.slice(best.start, end),
    honorifics: best.honorifics,
    title:
      titled.titleStart === null || titled.titleEnd === null
        ? null
        : doc.text.slice(titled.titleStart, titled.titleEnd),
    titleEn: title?.titleEn ?? null,
    office: title?.office ?? null,
    organisation: title?.organisation ?? null,
    country: countryOf(doc, inOrder, titled, reads, lexicon),
    part,
    host: part === "host",
    for: inOrder.find((mention) => mention.represents !== null)?.represents ?? null,
    start: best.start,
    end,
    titleStart: titled.titleStart,
    titleEnd: titled.titleEnd,
  };
}

/** A headline's `Vali Can Us`, where the text has `Kars Valisi Can Us`. */
function isShorter(doc: Doc, { sentence, titleFrom, titleTo }: Mention, other: Mention): boolean {
  if (doc.sentences[sentence]?.part !== "title" || doc.sentences[other.sentence]?.part === "title") return false;
  return titleTo - titleFrom === 1 && other.titleTo - other.titleFrom > 1;
}

/** `Vali Can Usalı ziyaret etti`, and later `Usal`: the vowel was the case, written without an apostrophe. */
function nameEnd(doc: Doc, best: Mention, mentions: readonly Mention[], { language }: PeopleLexicon): number {
  if (language !== "tr" || best.short) return best.end;
  const surname = doc.text.slice(best.start, best.end).split(/\s+/u).at(-1) ?? "";
  const bare = surname.replace(/[ıiuü]$/u, "");
  if (bare === surname || bare.length <= 3) return best.end;
  const others = mentions.filter((one) => one !== best).map(({ start, end }) => doc.text.slice(start, end));
  if (others.some((name) => name.split(/\s+/u).at(-1) === surname)) return best.end;
  return others.includes(bare) ? best.end - (surname.length - bare.length) : best.end;
}
