import type { Doc, Sentence } from "./document.js";
import type { Word } from "./event-words.js";
import { hasBeginning, hasPhrase, phraseAt, wordsOf } from "./event-words.js";
import { isCall, readKind } from "./kind.js";
import type { EventsLexicon } from "./lexicon-events.js";
import type { PlaceName } from "./place-names.js";
import { readPlaceNames } from "./place-names.js";
import type { Place } from "./schema.js";

interface Candidate {
  place: Place;
  score: number;
  /** It only tells where another thing is (`Çanakkale'deki yangında`). */
  apart?: boolean;
}

/** What a place is worth by where it stands; the dateline is only the reporter's desk, but better than a mere goal. */
const partScore: Record<Sentence["part"], number> = { title: 1.5, spot: 2, paragraph: 3, subhead: 0, dateline: 0 };
const datelineScore = 5;

/**
 * Where the event was: a town (or at least a country) said of it in the first paragraph, the spot or the title, else
 * the dateline. Null for telephone calls and where nothing is said. Towns of the background and homes of people do not count.
 */
export function readPlace(doc: Doc, lexicon: EventsLexicon): Place | null {
  if (isCall(doc, lexicon) || isOnline(doc, lexicon)) return null;
  const statement = readKind(doc, lexicon, { attendees: [], decisions: [] }) === "statement";
  const candidates: Candidate[] = [];
  let paragraphs = 0;
  let last = -1;
  for (const sentence of doc.sentences) {
    if (sentence.part === "paragraph" && sentence.paragraph !== last) {
      paragraphs += 1;
      last = sentence.paragraph;
    }
    if (paragraphs > 2) break;
    if (sentence.part === "dateline") {
      const desk = readDateline(doc, sentence, lexicon);
      if (desk !== null) candidates.push({ place: desk, score: datelineScore });
    } else if (!sentence.background && sentence.part !== "subhead") {
      const weight = partScore[sentence.part] - (paragraphs === 2 ? 2.5 : 0);
      for (const { place, score, apart } of readSentence(doc, sentence, lexicon)) {
        // A message about something elsewhere was not written there.
        candidates.push({ place, score: score + weight - (statement && apart === true ? 2.5 : 0) });
      }
    }
  }
  let best: Candidate | null = null;
  for (const one of candidates) if (one.score >= 4.5 && (best === null || one.score > best.score)) best = one;
  return best?.place ?? null;
}

const arriving = "gel git gid ziyaret ulaş var dön yanaş getiril intikal".split(" ");
const visiting = "visit trip traveled travelled arrived visited".split(" ");

/** Whether the meeting was held by video: then it was nowhere. */
function isOnline(doc: Doc, lexicon: EventsLexicon): boolean {
  const first = doc.sentences.findIndex(({ part }) => part === "paragraph");
  return doc.sentences.slice(0, first + 1).some((sentence) => {
    const words = wordsOf(doc, sentence);
    return hasBeginning(words, 0, words.length, lexicon.online);
  });
}

function readDateline(doc: Doc, sentence: Sentence, lexicon: EventsLexicon): Place | null {
  const words = wordsOf(doc, sentence);
  const names = readPlaceNames(words, lexicon, doc.language);
  const town = names.find(({ city }) => city !== null);
  if (town !== undefined) return placeOf(words, town, names);
  const first = words[0];
  if (first === undefined || !first.capital || words.length > 3) return null;
  const seat = lexicon.desks[first.text];
  if (seat !== undefined) return { ...seatOf(seat, lexicon), start: first.start, end: first.end };
  const country = names[0];
  if (country !== undefined && country.at === 0) return placeOf(words, country, names);
  const end = words.findIndex(({ kind }) => kind === "mark");
  const lastWord = words[(end < 0 ? words.length : end) - 1] ?? first;
  const city = doc.text.slice(first.start, lastWord.end);
  return { city, country: country?.countries[0] ?? null, start: first.start, end: lastWord.end };
}

/** The town in which a desk that is no town (TBMM) sits. */
function seatOf(city: string, { places }: EventsLexicon): Pick<Place, "city" | "country"> {
  const country = Object.entries(places).find(([, { cities }]) => cities.includes(city));
  return { city, country: country?.[0] ?? null };
}

function placeOf(words: readonly Word[], name: PlaceName, names: readonly PlaceName[]): Place {
  const first = words[name.at];
  const last = words[name.at + name.length - 1];
  const start = first?.start ?? 0;
  const cut = last?.key.indexOf("'") ?? -1;
  const end = last === undefined ? start : cut > 0 && !name.city?.includes("'") ? last.start + cut : last.end;
  const said = new Set(names.filter(({ city }) => city === null).flatMap(({ countries }) => countries));
  const country = name.countries.find((code) => said.has(code)) ?? name.countries[0] ?? null;
  return { city: name.city, country, start, end };
}

function readSentence(doc: Doc, sentence: Sentence, lexicon: EventsLexicon): Candidate[] {
  const words = wordsOf(doc, sentence);
  // `… enkazdan sağ çıkarmıştı`: another day's event.
  if (/m[ıiuü]şt[ıiuü]$/u.test(words.findLast(({ kind }) => kind !== "mark")?.key ?? "")) return [];
  const names = readPlaceNames(words, lexicon, doc.language);
  const found: Candidate[] = names.map((name) => ({
    place: placeOf(words, name, names),
    apart: isApart(words, name.at + name.length),
    score: doc.language === "en" ? scoreEnglish(words, name, lexicon) : scoreTurkish(words, name, lexicon),
  }));
  for (const one of unlisted(doc, words, names, lexicon)) found.push(one);
  return found;
}

/** `Çanakkale'deki yangın`, `Çanakkale'de hayatını kaybeden`: the place of what is spoken of. */
function isApart(words: readonly Word[], end: number): boolean {
  if (words[end - 1]?.key.endsWith("ki") === true) return true;
  return words
    .slice(end, end + 4)
    .some(({ key }) => /(?:[bdlrt]|y)[ae]n(?:l[ae]r\p{L}*)?$/u.test(key) && !/^düzenl|^gerçekl|^yapıl/u.test(key));
}

/** Words behind the name that tell whether the event was there. */
function surroundings(words: readonly Word[], name: PlaceName, lexicon: EventsLexicon): number {
  const end = name.at + name.length;
  let score = 0;
  if (hasBeginning(words, end, end + 7, lexicon.eventWords)) score += 1.5;
  if (hasBeginning(words, end, end + 2, lexicon.notHere)) score -= 5;
  return score;
}

function scoreTurkish(words: readonly Word[], name: PlaceName, lexicon: EventsLexicon): number {
  const end = name.at + name.length;
  const more = surroundings(words, name, lexicon);
  const next = words[end]?.key ?? "";
  const ki = words[end - 1]?.key.endsWith("ki") === true;
  const country = name.city === null;
  if (name.case === "in") return (country ? 1.5 : 4) + more - (ki ? 1.5 : 0);
  if (name.case === "bare" && lexicon.townWords.includes(next)) {
    if (/nd[ae](?:ki)?$/u.test(next)) return 4 + more;
    if (/n[ae]$/u.test(next) && hasBeginning(words, end, end + 5, arriving)) return 3;
    if (words[end + 1]?.key === "bağlı") return 4 + more;
    return /nd[ae](?:ki)?$/u.test(words[end + 1]?.key ?? "") && words[end + 1]?.key !== "arasında" ? 2.5 + more : 0;
  }
  // `Şanlıurfa'nın Siverek ilçesinde`, `Gazze Şeridi'nde`: within the province.
  const inside = name.case === "of" || name.case === "bare";
  if (inside && !country && isDistrict(words, end, lexicon)) return 3.5 + more;
  if (name.case === "bare" && words[end]?.capital === true && /'nd[ae](?:ki)?$/u.test(next))
    return country ? 1.5 : 3 + more;
  const venue = name.case === "bare" && words[end]?.capital === true && /'n[ae]$/u.test(next);
  if (venue && !country && hasBeginning(words, end + 1, end + 4, arriving)) return 2.5;
  if (name.case === "to" && hasBeginning(words, end, end + 6, arriving)) return country ? 0.5 : 2.5;
  return 0;
}

/** `Siverek ilçesinde` within three words behind the name. */
function isDistrict(words: readonly Word[], from: number, lexicon: EventsLexicon): boolean {
  for (let at = from; at < from + 4; at += 1) {
    if (phraseAt(words, at, lexicon.districtWords) > 0) return words[at - 1]?.capital === true || at === from;
  }
  return false;
}

function scoreEnglish(words: readonly Word[], name: PlaceName, lexicon: EventsLexicon): number {
  const country = name.city === null;
  const end = name.at + name.length;
  // An event word may stand before the place as well: `held a meeting in Baku`.
  const near = hasBeginning(words, name.at - 8, end + 8, lexicon.eventWords) ? 1.5 : 0;
  const more = hasPhrase(words, end, end + 1, lexicon.notHere) || words[name.at - 1]?.key === "from" ? -5 : near;
  if (name.case === "of") return country ? 0 : isDistrict(words, end, lexicon) ? 3 + more : 0;
  if (isInside(words, name.at)) return (country ? 1.5 : 4) + more;
  const before = words[name.at - 1]?.key ?? "";
  if (before === "to" && hasPhrase(words, name.at - 5, name.at, visiting)) return country ? 0.5 : 2.5;
  if (before === "visited" || before === "visits") return country ? 0.5 : 2.5;
  return 0;
}

/** `in Baku`, `in Azerbaijan's capital Baku`, `in the northwestern city of Bursa`. */
function isInside(words: readonly Word[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 7); back -= 1) {
    const word = words[back];
    if (word === undefined || word.kind === "mark") return false;
    if (word.key === "in" || word.key === "at" || word.key === "near") return true;
    const between =
      word.capital ||
      /^(?:the|of|city|capital|province|town|district|northern|southern|eastern|western|central|north\w*|south\w*|coastal|border|port|turkish|resort)$/u.test(
        word.key,
      );
    if (!between) return false;
  }
  return false;
}

/** `Azerbaycan'ın Gebele şehrinde`, `in Maiduguri, the capital of Borno`: a town that is in no list. */
function unlisted(doc: Doc, words: readonly Word[], names: readonly PlaceName[], lexicon: EventsLexicon): Candidate[] {
  const { capitalWords, townWords } = lexicon;
  const english = doc.language === "en";
  const found: Candidate[] = [];
  words.forEach((word, at) => {
    if (word.quoted) return;
    const end = english
      ? englishTown(words, at, townWords, capitalWords)
      : /^(?:kent|şehr|kasaba|kamp)[ıi]/u.test(word.key)
        ? at
        : 0;
    let from = end;
    while (from > 0 && end - from < 3 && words[from - 1]?.capital === true && isPlain(words[from - 1])) from -= 1;
    const first = words[from];
    const last = words[end - 1];
    if (first === undefined || last === undefined || from === end) return;
    if (names.some((name) => name.at < end && name.at + name.length > from)) return;
    const owner =
      names.find((name) => name.case === "of" && (english || name.at + name.length === from)) ??
      adjectiveOf(words, at, lexicon);
    const town = /^(?:kent|şehr|kasaba).*nd[ae](?:ki)?$/u.test(word.key);
    if (owner === undefined && !english && !town) return;
    const city = doc.text.slice(first.start, last.end);
    const place = { city, country: owner?.countries[0] ?? null, start: first.start, end: last.end };
    found.push({ place, score: 4 });
  });
  return found;
}

/** `the Bulgarian town of …`: the country by its adjective, within three words before the town word. */
function adjectiveOf(
  words: readonly Word[],
  at: number,
  { places }: EventsLexicon,
): Pick<PlaceName, "countries"> | undefined {
  for (let back = at - 1; back >= Math.max(0, at - 3); back -= 1) {
    const text = words[back]?.text ?? "";
    const found = Object.entries(places).find(([, { adjectives }]) => adjectives.includes(text));
    if (found !== undefined) return { countries: [found[0]] };
  }
  return undefined;
}

const isPlain = (word: Word | undefined) => word?.kind === "word" && !word.key.includes("'");

/** Index behind a town in `in X, the capital of …` (at `in`) or `the city of X` (at `city`); 0 for none. */
function englishTown(
  words: readonly Word[],
  at: number,
  towns: readonly string[],
  capitals: readonly string[],
): number {
  const key = words[at]?.key ?? "";
  const inside = key === "in" || (towns.includes(key) && words[at + 1]?.key === "of");
  let end = key === "in" ? at + 1 : at + 2;
  const start = end;
  if (!inside) return 0;
  while (words[end]?.capital === true && isPlain(words[end]) && end - start < 3) end += 1;
  if (end === start) return 0;
  if (key !== "in") return end;
  const told = words[end]?.key === "," && words[end + 1]?.key === "the" && capitals.includes(words[end + 2]?.key ?? "");
  return told ? end : 0;
}
