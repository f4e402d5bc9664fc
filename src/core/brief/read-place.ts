import type { Doc, Sentence } from "./document.js";
import type { Word } from "./event-words.js";
import { searchKey } from "../text/fold.js";
import { hasBeginning, hasPhrase, wordsOf } from "./event-words.js";
import { formAt, wordOf } from "./forms.js";
import { isCall, readKind } from "./kind.js";
import type { EventsLexicon } from "./lexicon-events.js";
import type { PlaceName } from "./place-names.js";
import { countryOf, readPlaceNames } from "./place-names.js";
import { scoreEnglish, scoreTurkish } from "./place-score.js";
import { unlisted } from "./place-unlisted.js";
import type { Place } from "./schema.js";

interface Candidate {
  place: Place;
  score: number;
  /** It only tells where another thing is (`Çanakkale'deki yangında`). */
  apart?: boolean;
  /** It was struck by a disaster (`Kunar vilayetinde meydana gelen depremin ardından`). */
  struck?: boolean;
  /** Nothing has been there yet (`Yardımlar Gazze'de dağıtılacak`). */
  will?: boolean;
}

/** What a place is worth by where it stands; the dateline is only the reporter's desk, but better than a mere goal. */
const partScore: Record<Sentence["part"], number> = { title: 1.5, spot: 2, paragraph: 3, subhead: 0, dateline: 0 };
const datelineScore = 5;

/**
 * Where the event was: a town (or at least a country) said of it in the first paragraph, the spot or the title, else
 * the dateline. Null for telephone calls and where nothing is said. Towns of the background and homes of people do not count.
 */
export function readPlace(doc: Doc, lexicon: EventsLexicon): Place | null {
  const place = findPlace(doc, lexicon);
  return place === null ? null : asWritten(place, doc);
}

/**
 * Nothing is in a brief that is not in the story: where a district or a house told the city and its name stands nowhere, a
 * district is named itself, of a house only the country is known.
 */
function asWritten(place: Place, doc: Doc): Place {
  if (place.city === null || doc.text.includes(place.city)) return place;
  const key = searchKey(place.city);
  if (searchKey(doc.text).includes(key)) {
    // The story's own spelling (`Kutahya`) where it has another than the tables.
    const spelt = doc.text.match(/\p{Lu}\p{Ll}+/gu) ?? [];
    return { ...place, city: spelt.find((word) => searchKey(word) === key) ?? place.city };
  }
  const written = doc.text.slice(place.start, place.end);
  const isTown = /^\p{Lu}\p{Ll}+$/u.test(written);
  return { ...place, city: isTown ? written : null };
}

/** What a place must be worth to be told. */
const enough = 4.5;
/** Paragraphs that are looked through. */
const farthest = 6;

function bestOf(candidates: readonly Candidate[], least: number): Candidate | null {
  let best: Candidate | null = null;
  for (const one of candidates) if (one.score >= least && (best === null || one.score > best.score)) best = one;
  return best;
}

function findPlace(doc: Doc, lexicon: EventsLexicon): Place | null {
  if (isCall(doc, lexicon) || isOnline(doc, lexicon)) return null;
  const kind = readKind(doc, lexicon, { attendees: [], decisions: [] });
  const candidates: Candidate[] = [];
  /** Of the paragraphs behind the first two. */
  const later: Candidate[] = [];
  let desk: Place | null = null;
  let paragraphs = 0;
  let last = -1;
  for (const sentence of doc.sentences) {
    if (sentence.part === "paragraph" && sentence.paragraph !== last) {
      paragraphs += 1;
      last = sentence.paragraph;
    }
    if (paragraphs > farthest) break;
    if (sentence.part === "dateline") {
      desk = readDateline(doc, sentence, lexicon);
      if (desk !== null) candidates.push({ place: desk, score: datelineScore });
    } else if (!sentence.background && sentence.part !== "subhead") {
      if (desk === null && sentence.part !== "title") {
        desk = readInline(doc, sentence, lexicon);
        if (desk !== null) candidates.push({ place: desk, score: datelineScore });
      }
      const weight = partScore[sentence.part] - (paragraphs >= 2 ? 2.5 : 0);
      for (const { place, score, apart, struck, will } of readSentence(doc, sentence, lexicon, kind === "aid")) {
        // A message about something elsewhere was not written there, nor is aid sent from where it is needed.
        const elsewhere = (kind === "statement" && apart === true) || (kind === "aid" && struck === true);
        const found = { place, score: score + weight - (elsewhere ? 5 : kind === "aid" && will === true ? 3 : 0) };
        if (paragraphs > 2) later.push(found);
        else candidates.push(found);
      }
    }
  }
  const best = bestOf(candidates, enough);
  if (best === null) {
    const told = kind === "statement" ? null : bestOf(later, enough);
    return townOfOffice(doc, lexicon) ?? townOfCouncil(doc, lexicon) ?? told?.place ?? null;
  }
  if (best.place.city !== null) return withinStrip(best, candidates) ?? best.place;
  // `in southern Türkiye`, and the town a sentence later.
  const { country } = best.place;
  const towns = candidates.filter(
    ({ place, score }) => score >= enough && place.city !== null && place.country === country,
  );
  const told = ({ place, score }: Candidate) => score - (place === desk ? 5 : 0);
  return (towns.toSorted((a, b) => told(b) - told(a))[0] ?? best).place;
}

const strip = /^ga(?:zze|za)$/iu;

/** `Gazze Şeridi'ndeki Deyr el-Belah kentinde`: the strip has towns of its own, though it is called as one. */
function withinStrip({ place }: Candidate, candidates: readonly Candidate[]): Place | null {
  if (place.city === null || !strip.test(place.city)) return null;
  const towns = candidates.filter(
    ({ place: other, score }) =>
      score >= enough && other.country === place.country && other.city !== null && !strip.test(other.city),
  );
  return bestOf(towns, enough)?.place ?? null;
}

/** `Kars Valisi Alkan, kentte …`: the town of an office, where the story says only `in the town`. */
function townOfOffice(doc: Doc, lexicon: EventsLexicon): Place | null {
  let found: Place | null = null;
  let here = false;
  const first = doc.sentences.find(({ part }) => part === "paragraph")?.paragraph ?? 0;
  for (const sentence of doc.sentences) {
    if (sentence.paragraph > first + 1) break;
    const words = wordsOf(doc, sentence);
    here ||= words.some(({ key, quoted }) => !quoted && lexicon.hereWords.includes(key));
    if (found !== null) continue;
    const names = readPlaceNames(words, lexicon, doc.language);
    const name = names.find(
      ({ at, length, city, case: suffix }) =>
        city !== null && suffix === "bare" && hasPhrase(words, at + length, at + length + 2, lexicon.localOffices),
    );
    if (name !== undefined) found = placeOf(words, name, names);
  }
  return here ? found : null;
}

const councils = ["büyükşehir belediye meclis", "belediye meclis", "il genel meclis", "kent konsey"];

/** `Ordu Büyükşehir Belediye Meclisi toplandı`: a council sits in its own town. */
function townOfCouncil(doc: Doc, lexicon: EventsLexicon): Place | null {
  const first = doc.sentences.find(({ part }) => part === "paragraph")?.paragraph ?? 0;
  for (const sentence of doc.sentences) {
    if (sentence.paragraph > first) return null;
    const words = wordsOf(doc, sentence);
    const names = readPlaceNames(words, lexicon, doc.language);
    const name = names.find(
      ({ at, length, city, case: suffix }) =>
        city !== null && suffix === "bare" && hasBeginning(words, at + length, at + length + 1, councils),
    );
    if (name !== undefined) return placeOf(words, name, names);
  }
  return null;
}

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
  if (town !== undefined) {
    const place = placeOf(words, town, names);
    // The desk of a district is named as it is.
    return town.by === "name" ? place : { ...place, city: doc.text.slice(place.start, place.end) };
  }
  const first = words[0];
  if (first === undefined || !first.capital || words.length > 3) return null;
  const seat = lexicon.desks[first.text];
  if (seat !== undefined) return { ...seatOf(seat, lexicon), start: first.start, end: first.end };
  // `ISTANBUL-Anadolu Agency`, `ANKARA/BAKÜ`
  const glued = gluedTown(first, lexicon, doc.language);
  if (glued !== null) return glued;
  const country = names[0];
  if (country !== undefined && country.at === 0) return placeOf(words, country, names);
  const end = words.findIndex(({ kind }) => kind === "mark");
  const lastWord = words[(end < 0 ? words.length : end) - 1] ?? first;
  const city = doc.text.slice(first.start, lastWord.end);
  return { city, country: country?.countries[0] ?? null, start: first.start, end: lastWord.end };
}

/** `BURSA (A.A) - …`, `RİZE - …`: a desk that was left in the text; null for another opening. */
function readInline(doc: Doc, sentence: Sentence, lexicon: EventsLexicon): Place | null {
  const words = wordsOf(doc, sentence);
  const names = readPlaceNames(words.slice(0, 4), lexicon, doc.language);
  // `(ANKARA) - …`
  const open = words[0]?.text === "(" ? 1 : 0;
  const town = names.find(({ at, city, by }) => at === open && city !== null && by === "name");
  if (town === undefined) return null;
  const place = placeOf(words, town, names);
  const sign = /^\)?\s*(?:\(\p{Lu}[\p{L}.]{1,8}\)\s*)?[-–—]\s/u;
  if (/\p{Ll}/u.test(doc.text.slice(place.start, place.end)) || !sign.test(doc.text.slice(place.end, place.end + 20)))
    return null;
  return place;
}

/** A known town at the head of a word that an agency's name or another town is glued to; null for none. */
function gluedTown(word: Word, lexicon: EventsLexicon, language: string): Place | null {
  const length = word.text.search(/[-–/]/u);
  if (length < 3) return null;
  const head = wordOf(formAt(word.text, 0, length, language), word.start, word.start + length, word.quoted);
  const [name] = readPlaceNames([head], lexicon, language);
  if (name === undefined || name.city === null) return null;
  return { city: name.city, country: name.countries[0] ?? null, start: word.start, end: word.start + length };
}

/** The town in which a desk that is no town (TBMM) sits. */
function seatOf(city: string, { places }: EventsLexicon): Pick<Place, "city" | "country"> {
  return { city, country: countryOf(city, places) };
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

function readSentence(doc: Doc, sentence: Sentence, lexicon: EventsLexicon, aid: boolean): Candidate[] {
  const words = wordsOf(doc, sentence);
  // `… enkazdan sağ çıkarmıştı`: another day's event.
  if (/m[ıiuü]şt[ıiuü]$/u.test(words.findLast(({ kind }) => kind !== "mark")?.key ?? "")) return [];
  const names = readPlaceNames(words, lexicon, doc.language);
  const will =
    doc.language === "tr" && /[ae]c[ae]k(?:l[ae]r)?$/u.test(words.findLast(({ kind }) => kind !== "mark")?.key ?? "");
  const found: Candidate[] = names.map((name) => ({
    place: placeOf(words, name, names),
    will,
    // Of a country's region somebody speaks from afar.
    apart: isApart(words, name.at + name.length) || (name.city === null && name.case === "of"),
    struck: words.slice(name.at + name.length, name.at + name.length + 7).some(({ key }) => key === "meydana"),
    score: doc.language === "en" ? scoreEnglish(words, name, lexicon, aid) : scoreTurkish(words, name, lexicon, aid),
  }));
  for (const place of unlisted(doc, words, names, lexicon)) found.push({ place, score: 4 });
  return found;
}

/** `yer aldığını bildirdi`, `kurulacağını açıkladı`: told, not seen. */
const claim = /(?:[dt][ıiuü]ğ|[ae]c[ae]ğ)[ıiuü]n[ıiuü]$/u;

/** What is told of the event itself: `Bakü'de düzenlenen`. */
const held = /^(?:düzenl|gerçekl|yapıl|toplan|başla|kutlan|imzalan|süren|devam)/u;

/** `Çanakkale'deki yangın`, `Çanakkale'de hayatını kaybeden`, `Çanakkale'de yer aldığını`: the place of what is spoken of. */
function isApart(words: readonly Word[], end: number): boolean {
  if (words[end - 1]?.key.endsWith("ki") === true) return true;
  return words
    .slice(end, end + 4)
    .some(({ key }) => claim.test(key) || (/(?:[bdlnrt]|y)[ae]n(?:l[ae]r\p{L}*)?$/u.test(key) && !held.test(key)));
}
