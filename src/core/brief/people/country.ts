import type { Doc } from "../document.js";
import { fold } from "../event-words.js";
import type { Person } from "./join.js";
import type { PeopleLexicon } from "./lexicon.js";
import type { Mention } from "./mention.js";
import { international } from "./mention.js";
import { phraseOf } from "./phrases.js";
import type { Read } from "./presence.js";
import type { Title } from "./titles.js";
import { readEnglishTitle, readTurkishTitle } from "./titles.js";
import { countryBefore, isNoAcronym, countryIn, deskCountry, officeCountry, reach } from "./told-country.js";
import { linked } from "./turkish-shared.js";
import { acronymCountry } from "./short-forms.js";
import { townCountry } from "./foreign-towns.js";

const known = new WeakMap<Mention, Title>();

/** What the title of a mention says, read once per mention; null if it has none. */
export function titleOf(doc: Doc, mention: Mention, reads: readonly Read[], lexicon: PeopleLexicon): Title | null {
  const words = reads[mention.sentence]?.scene.words;
  if (words === undefined || mention.titleStart === null) return null;
  const read = lexicon.language === "en" ? readEnglishTitle : readTurkishTitle;
  const { titleFrom, titleTo, sharedIndex } = mention;
  const title = known.get(mention) ?? read(words, titleFrom, titleTo, sharedIndex, doc.text, lexicon);
  known.set(mention, title);
  return title;
}

/** Offices of a place: one that the lexicon does not know is near the reporter's desk. */
const local = /^(?:vali|belediye|büyükşehir|kaymakam|rektör|sultan|muhtar)/u;
const localEnglish = /^(?:governor|mayor|rector|district|provincial|muhtar)/iu;
const foreign =
  /(?:[oe]v|[oe]va|iyev|yeva|uulu|uly|kızı|zade|shvili|şvili|[oe]viç|vić|enko|sk[iı]y|escu|poulos|pulos|akis)$|(?:^|\s)(?:[EA]l|[eaİAE][lszdtrnş])-\p{Lu}|\s(?:bin|ibn|ul|ur)\s/u;

/** The country of the office: from the title, the item's opening, another mention; a Turkish office without one is Turkey's. */
export function countryOf(
  doc: Doc,
  mentions: readonly Mention[],
  titled: Mention,
  reads: readonly Read[],
  lexicon: PeopleLexicon,
): string | null {
  const title = titleOf(doc, titled, reads, lexicon);
  if (title?.country !== undefined) return title.country;
  const opened = mentions.find((mention) => mention.fromCountry !== null)?.fromCountry;
  if (opened !== undefined && opened !== null) return opened === international ? null : opened;
  for (const mention of mentions) {
    const other = mention === titled ? null : titleOf(doc, mention, reads, lexicon);
    if (other?.country !== undefined && other !== null) return other.country;
  }
  if (title === null) return null;
  const shortForm = acronymCountry(titled, reads, lexicon);
  if (shortForm !== null) return shortForm;
  if (lexicon.language === "en") {
    const own =
      officeCountry(title, reads, lexicon) ?? countryIn(titled, reads, lexicon, deskCountry(doc, reads, lexicon));
    if (own === "TR" && foreign.test(doc.text.slice(titled.start, titled.end)))
      return countryBefore(titled, reads, lexicon);
    return own !== null && isHeld(doc, titled, title, own, reads, lexicon) ? otherCountry(own, reads, lexicon) : own;
  }
  const town = townCountry(reads[titled.sentence]?.scene.words[titled.titleFrom]?.base ?? "", reads, lexicon);
  if (town !== undefined) return town;
  if (local.test(fold(title.office ?? "", "tr")) || /niversite|nstitü/u.test(title.organisation ?? ""))
    return deskCountry(doc, reads, lexicon) ?? "TR";
  // `BM Genel Sekreteri A'nın Kıbrıs Özel Temsilcisi B`
  const master = reads[titled.sentence]?.mentions.find(({ to, role }) => to === titled.from && role === "owner");
  const sentBy = master === undefined ? undefined : titleOf(doc, master, reads, lexicon)?.country;
  if (sentBy !== undefined) return sentBy;
  const state = stateOf(titled, title, reads, lexicon) ?? delegationOf(titled, reads, lexicon);
  if (state !== null) return state;
  const guests = guestCountry(doc, titled, title, reads, lexicon);
  // `Kosova'da Başbakan Yardımcısı A ve Priştine Büyükelçisi B`: nobody is ambassador at home.
  if (guests !== null) return guests === postOf(titled, title, reads, lexicon) ? "TR" : guests;
  const side = otherSide(doc, titled, reads, lexicon);
  if (side !== null) return side;
  if (!foreign.test(doc.text.slice(titled.start, titled.end))) return "TR";
  return listedBehind(doc, titled, reads, lexicon) ?? countryBefore(titled, reads, lexicon);
}

/** The country of the town that an ambassador is sent to. */
function postOf(mention: Mention, { office }: Title, reads: readonly Read[], lexicon: PeopleLexicon): string | null {
  if (!/^(?:büyükelçi|başkonsolos)/u.test(fold(office ?? "", "tr"))) return null;
  return phraseOf(reads[mention.sentence]?.scene.words ?? [], mention.titleFrom, lexicon.cities)?.value ?? null;
}

/** `Özbekistan Başbakan Yardımcısı A ve Dışişleri Bakanı B`: the foreign country of the one whom `ve` or a comma joins it to. */
function listedBehind(doc: Doc, titled: Mention, reads: readonly Read[], lexicon: PeopleLexicon): string | null {
  const { mentions = [], scene } = reads[titled.sentence] ?? {};
  const before = mentions[mentions.indexOf(titled) - 1];
  if (before === undefined || !linked(scene?.words ?? [], before.to, titled.from)) return null;
  const country = titleOf(doc, before, reads, lexicon)?.country ?? null;
  return country === "TR" ? null : country;
}

const met = /^(?:görüş|buluş|araya|biraraya|temas|istişare)/u;

/** `Bakan A, İran Dışişleri Bakanı B, Savunma Bakanı C ve Sekreter D ile görüştü`: whoever `ile` closes the list of is of the other side. */
function otherSide(doc: Doc, titled: Mention, reads: readonly Read[], lexicon: PeopleLexicon): string | null {
  const { mentions = [], scene } = reads[titled.sentence] ?? {};
  const words = scene?.words ?? [];
  const isNext = (one: Mention | undefined, next: Mention | undefined) =>
    one !== undefined && next !== undefined && linked(words, one.to, next.from);
  const index = mentions.indexOf(titled);
  let last = index;
  while (last < index + near && isNext(mentions[last], mentions[last + 1])) last += 1;
  const end = mentions[last];
  // `Bakan B, Sekreter C ile davetliler katıldı` is one list.
  if (end?.role !== "with" || !words.slice(end.to).some(({ key, quoted }) => !quoted && met.test(key))) return null;
  for (let at = index; at > Math.max(1, index - near) && isNext(mentions[at - 1], mentions[at]); at -= 1) {
    const before = mentions[at - 1];
    const country = before === undefined ? undefined : titleOf(doc, before, reads, lexicon)?.country;
    // The one who met them stands before: the first of the sentence.
    if (country !== undefined) return at > 1 && country !== "TR" ? country : null;
  }
  return null;
}

/** `President A said at a press conference with Kazakhstan President B`: of that country there is another president. */
function isHeld(
  doc: Doc,
  titled: Mention,
  { office, organisation }: Title,
  country: string,
  reads: readonly Read[],
  lexicon: PeopleLexicon,
): boolean {
  if (!highest.test(office ?? "")) return false;
  const name = doc.text.slice(titled.start, titled.end);
  return (reads[titled.sentence]?.mentions ?? []).some((other) => {
    if (other === titled || other.short || doc.text.slice(other.start, other.end) === name) return false;
    const title = titleOf(doc, other, reads, lexicon);
    // A society has a president, too.
    const alike = title?.office?.toLowerCase() === office?.toLowerCase();
    return alike && title?.country === country && title.organisation === organisation;
  });
}

const highest = /^(?:president|prime minister|foreign minister|vice president|parliament speaker)$/iu;

/** The first other country that the story names. */
function otherCountry(not: string, reads: readonly Read[], lexicon: PeopleLexicon): string | null {
  for (const { scene } of reads.slice(0, 4)) {
    for (let at = 0; at < Math.min(scene.words.length, 40); at += 1) {
      const capital = scene.words[at]?.capital === true && !isNoAcronym(scene.words[at], lexicon);
      const found = capital ? phraseOf(scene.words, at, lexicon.countries) : null;
      if (found !== null && found.value.code !== not) return found.value.code;
    }
  }
  return null;
}

/** Offices that Türkiye does not have. */
const abroad = /^(?:başbakan|devlet başkanı|kral|kraliçe|veliaht|emir|şansölye|senato|senatör|parlamento)/u;

const isAbroad = ({ office }: Title) => abroad.test(fold(office ?? "", "tr"));

/** `KKTC Meclis Başkanı A, Başbakan B ve Komutan C`: in a list with an office that Türkiye does not have all are of the country told before. */
function guestCountry(
  doc: Doc,
  titled: Mention,
  title: Title,
  reads: readonly Read[],
  lexicon: PeopleLexicon,
): string | null {
  const { mentions = [], scene } = reads[titled.sentence] ?? {};
  const last = mentions.indexOf(titled);
  // `Cumhurbaşkanı A, Başbakan B`: the next of the list has an office that Türkiye does not have.
  const next = mentions[last + 1];
  const nextTitle =
    next !== undefined && linked(scene?.words ?? [], titled.to, next.from) ? titleOf(doc, next, reads, lexicon) : null;
  if (nextTitle !== null && nextTitle.country === undefined && isAbroad(nextTitle) && !isAbroad(title))
    return countryBefore(titled, reads, lexicon) ?? foreignDesk(doc, reads, lexicon);
  let foreigners = isAbroad(title);
  for (let index = last; index > Math.max(0, last - near); index -= 1) {
    const [before, one] = [mentions[index - 1], mentions[index]];
    if (before === undefined || one === undefined || !linked(scene?.words ?? [], before.to, one.from)) break;
    const other = titleOf(doc, before, reads, lexicon);
    if (other === null) break;
    // `Başbakan A, Türkiye'nin Lefkoşa Büyükelçisi B, Komutan C`: the ambassador is a guest among them.
    if (other.country === "TR" && fold(other.office ?? "", "tr").startsWith("büyükelçi")) continue;
    if (typeof other.country === "string") return foreigners && other.country !== "TR" ? other.country : null;
    foreigners ||= isAbroad(other);
  }
  return foreigners ? (countryBefore(titled, reads, lexicon) ?? foreignDesk(doc, reads, lexicon)) : null;
}

function foreignDesk(doc: Doc, reads: readonly Read[], lexicon: PeopleLexicon): string | null {
  const desk = deskCountry(doc, reads, lexicon);
  return desk === "TR" ? null : desk;
}

/** Words, and members of a list, that are looked back at. */
const near = 40;

/** `KKTC heyetinde Müsteşar X … bulunuyor`: of whose delegation the sentence tells. */
function delegationOf(mention: Mention, reads: readonly Read[], lexicon: PeopleLexicon): string | null {
  const words = reads[mention.sentence]?.scene.words ?? [];
  for (let at = Math.max(1, mention.from - near); at < mention.from; at += 1) {
    if (words[at]?.key.startsWith("heyet") !== true) continue;
    const country = phraseOf(words, at - 1, lexicon.countries);
    if (country !== null && country.length === 1 && words[at - 1]?.capital === true) return country.value.code;
  }
  return null;
}

const parted = /^(?:cumhurbaşkan|başbakan)/u;

/** `Kazakistan Cumhurbaşkanlığının … göre, Cumhurbaşkanı X`: whose presidency, ministry or assembly was named before. */
function stateOf(mention: Mention, title: Title, reads: readonly Read[], lexicon: PeopleLexicon): string | null {
  const titled = reads[mention.sentence]?.scene.words ?? [];
  const first = titled[mention.titleFrom]?.base ?? "";
  const minister = fold(title.office ?? "", "tr").startsWith("bakan");
  if (!minister && !parted.test(first)) return null;
  for (let index = mention.sentence; index >= Math.max(0, mention.sentence - 1); index -= 1) {
    const words = reads[index]?.scene.words ?? [];
    const end = index === mention.sentence ? mention.from : words.length;
    for (let at = end - 1; at > Math.max(0, end - reach); at -= 1) {
      const base = words[at]?.base ?? "";
      const fits = minister
        ? base === first && words[at + 1]?.base.startsWith("bakanlığ") === true
        : base.startsWith(`${first.replace(/ı$/u, "")}lığ`);
      if (!fits) continue;
      for (let back = at - 1; back >= Math.max(0, at - 3); back -= 1) {
        const country = phraseOf(words, back, lexicon.countries);
        if (country !== null && words[back]?.capital === true && back + country.length <= at) return country.value.code;
      }
    }
  }
  return null;
}

const together = "accompanied";

/** `In his meeting with Bek, Us was accompanied by …`: the last one named before the words. */
function isLed(mention: Mention, reads: readonly Read[]): boolean {
  const { scene, mentions = [] } = reads[mention.sentence] ?? {};
  const at = scene?.words.findIndex(({ key, quoted }) => !quoted && key === together) ?? -1;
  return mention.from < at ? !mentions.some(({ from }) => from > mention.from && from < at) : at < 2;
}

/**
 * Those who only came along with somebody from abroad, named by surname in the same sentence, are of that country:
 * `Nur was accompanied by Senator Bek`; not governors and mayors, who receive.
 */
export function companyOf(
  doc: Doc,
  persons: readonly Person[],
  reads: readonly Read[],
  lexicon: PeopleLexicon,
): Map<Person, string> {
  const company = new Map<Person, string>();
  // In Turkish a title without a country is at home: whoever goes along with a guest mostly receives him.
  if (lexicon.language !== "en") return company;
  const led = new Map<number, string>();
  for (const [index, { scene }] of reads.entries()) {
    if (scene.words.some(({ key, quoted }) => !quoted && key === together)) led.set(index, "");
  }
  if (led.size === 0) return company;
  for (const person of persons) {
    const leader = person.mentions.find(
      (mention) => mention.short && led.has(mention.sentence) && isLed(mention, reads),
    );
    if (leader === undefined || led.get(leader.sentence) !== "") continue;
    for (const mention of person.mentions) {
      const country = titleOf(doc, mention, reads, lexicon)?.country;
      if (country !== undefined && country !== null && country !== "TR") led.set(leader.sentence, country);
    }
  }
  for (const person of persons) {
    const [only, more] = person.mentions.filter((mention) => !mention.short);
    if (only === undefined || more !== undefined || only.fromCountry !== null) continue;
    const country = led.get(only.sentence) ?? "";
    const title = titleOf(doc, only, reads, lexicon);
    if (country !== "" && title !== null && title.country === undefined && !localEnglish.test(title.office ?? ""))
      company.set(person, country);
  }
  return company;
}
