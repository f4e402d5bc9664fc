import type { Word } from "./event-words.js";
import { hasBeginning, hasPhrase, phraseAt } from "./event-words.js";
import type { EventsLexicon } from "./lexicon-events.js";
import type { PlaceName } from "./place-names.js";

const arriving = "gel git gid ziyaret ulaş var dön yanaş getiril intikal".split(" ");
const paying = ["ziyaret gerçekleştir", "ziyarette bulun", "ziyaret düzenle"];
const visiting = "visit trip traveled travelled arrived visited".split(" ");

const departing = ["yola çık", "hareket et", "hareket ed", "uğurlan", "gönder", "sevk", "kalk", "havalan"];
const purposes = /^(?:için|üzere|kapsamında|dolayısıyla|vesilesiyle|nedeniyle|amacıyla|münasebetiyle|çerçevesinde)$/u;
/** Named after a town, but not in it. */
const texts = /^(?:anlaşma|antlaşma|sözleşme|bildiri|deklarasyon|protokol|süreci|mutabakat|konvansiyon|kriter)/u;

/** What a place name in a Turkish sentence is worth as the place of the event; 0 if it says nothing. `aid`: the story is about aid sent. */
export function scoreTurkish(words: readonly Word[], name: PlaceName, lexicon: EventsLexicon, aid: boolean): number {
  const end = name.at + name.length;
  const more = surroundings(words, name, lexicon);
  const next = words[end]?.key ?? "";
  const country = name.city === null;
  if (aid && !country) {
    // From where it left, rather than where it is needed: `Gazze'deki aileler için Mersin'den yola çıktı`.
    if (name.case === "from" && hasBeginning(words, end, end + 5, departing)) return hasLeft(words) ? 4.6 : 2.4;
    if (name.case !== "to" && houseFrom(words, end, lexicon)) return hasLeft(words) ? 4.6 : 2.4;
    if (name.case === "bare" && reachesHouse(words, end, lexicon)) return 4.6;
  }
  if (name.case === "in") return scoreInside(words, name) + more;
  if (name.case === "bare" && lexicon.townWords.includes(next)) {
    if (/nd[ae](?:ki)?$/u.test(next)) return 4 + more;
    if (/n[ae]$/u.test(next) && hasBeginning(words, end, end + 5, arriving)) return 3;
    if (words[end + 1]?.key === "bağlı") return 4 + more;
    return /nd[ae](?:ki)?$/u.test(words[end + 1]?.key ?? "") && words[end + 1]?.key !== "arasında" ? 2.5 + more : 0;
  }
  // `Şanlıurfa'nın Siverek ilçesinde`, `Gazze Şeridi'nde`: within the province.
  const inside = name.case === "of" || name.case === "bare";
  if (inside && !country && isDistrict(words, end, lexicon)) return 3.5 + more;
  // `Pakistan'ın Pencap eyaletinde`: the country is all that the tables know.
  if (name.case === "of" && country && inRegion(words, end)) return 3;
  if (name.case === "bare" && isHouse(words, end, name, lexicon)) return country ? 1.5 : 3 + more;
  const venue = name.case === "bare" && words[end]?.capital === true && /'n[ae]$/u.test(next);
  if (venue && !country && hasBeginning(words, end + 1, end + 4, arriving)) return 2.5;
  if (name.case === "bare" && !country && isVisited(words, end, lexicon)) return 2.5;
  if (name.case === "to" && country && hasBeginning(words, end, end + 5, paying)) return 2.5;
  if (name.case === "to" && hasBeginning(words, end, end + 6, arriving)) return country ? 0.5 : 2.5;
  return 0;
}

/** `El Ariş Limanı'na ulaştı`, `El Ariş Limanı'nda karşılandı`: where aid came. */
function reachesHouse(words: readonly Word[], from: number, { venueWords }: EventsLexicon): boolean {
  const at = words.findIndex(({ key }, index) => index >= from && index < from + 3 && /'nd?[ae]$/u.test(key));
  if (at < 0 || !venueWords.some((start) => words[at]?.key.startsWith(start))) return false;
  return hasBeginning(words, at + 1, at + 3, ["ulaştı", "vardı", "demirledi", "yanaştı", "geldi"]);
}

/** The sentence tells of a departure that was. */
function hasLeft(words: readonly Word[]): boolean {
  const last = words.findLastIndex(({ kind }) => kind !== "mark");
  const verb = words[last]?.key ?? "";
  return /(?:[çfhkpsşt]t|d)[ıiuü](?:l[ae]r)?$/u.test(verb) && hasBeginning(words, last - 1, last + 1, departing);
}

/** `Bakü'de`; `Bakü'deki` says it of something else. */
function scoreInside(words: readonly Word[], { at, length, city, by }: PlaceName): number {
  if (by === "venue") return 4;
  const base = city === null ? 1.5 : by === "district" ? 3.5 : 4;
  return base - (words[at + length - 1]?.key.endsWith("ki") === true ? 1.5 : 0);
}

/** Words behind the name that tell whether the event was there. */
function surroundings(words: readonly Word[], name: PlaceName, lexicon: EventsLexicon): number {
  const end = name.at + name.length;
  let score = 0;
  if (isYetToCome(words, end)) score -= 5;
  if (hasBeginning(words, end, end + 7, lexicon.eventWords)) score += 1.5;
  // `toplantı için İstanbul'da bulunan bakanı kabul etti` was there, `İstanbul'da bulunan dernek` is there always.
  const guest =
    words[end]?.key === "bulunan" &&
    words.slice(Math.max(0, name.at - 3), name.at).some(({ key }) => purposes.test(key));
  // `Adana Kızılay merkezinde` is a house in Adana.
  const house = name.case === "bare" && isHouse(words, end, name, lexicon);
  // `Duhok'ta bulunan Domiz Kampı'nda`
  const houseThere = words[end]?.key === "bulunan" && isHouse(words, end + 1, { ...name, by: "district" }, lexicon);
  if (!guest && !house && !houseThere && hasBeginning(words, end, end + 2, lexicon.notHere)) score -= 5;
  return score;
}

const willBe = /[ae]c[ae]k(?:l[ae]r)?$/u;

/** `Oş'ta yapılacak zirve için toplandı`: what is still to come elsewhere. A preview's own verb stands in the future too. */
function isYetToCome(words: readonly Word[], end: number): boolean {
  const will = words.slice(end, end + 4).findIndex(({ key }) => willBe.test(key));
  if (will < 0 || words[end + will + 1]?.kind !== "word") return false;
  const verb = words.findLast(({ kind }) => kind !== "mark")?.key ?? "";
  return /(?:[çfhkpsşt]t|d)[ıiuü](?:l[ae]r)?$/u.test(verb);
}

/** `Bursa Merinos Kongre Merkezi'nde`, `Etimesgut yerleşkesinde`: a house behind the bare name of its town. */
function isHouse(words: readonly Word[], from: number, { by }: PlaceName, { venueWords }: EventsLexicon): boolean {
  for (let at = from; at < from + 6; at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted) return false;
    const within = /[ıiuü]?'?nd[ae](?:ki)?$/u.test(word.key);
    if (within && venueWords.some((start) => word.key.startsWith(start))) return true;
    if (within && at === from && by === "name" && word.capital && word.key.includes("'")) return !texts.test(word.key);
    if (!word.capital && !inside.test(word.key)) return false;
  }
  return false;
}

/** Small words within the name of a house: `Belediyesi konferans salonunda`. */
const inside =
  /^(?:ve|konferans|toplantı|kongre|kültür|nikah|spor|tören|düğün|sergi|çok|amaçlı|hizmet|genel|il|eğitim)$/u;

/** `Mersin Şubesini ziyaret etti`, `Ankara Büyükelçiliği'ne gitti` */
function isVisited(words: readonly Word[], from: number, { venueWords }: EventsLexicon): boolean {
  for (let at = from; at < from + 4; at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted || !word.capital) return false;
    if (!/n[ıiuüae]$/u.test(word.key) || !venueWords.some((start) => word.key.startsWith(start))) continue;
    return hasBeginning(words, at + 1, at + 4, arriving);
  }
  return false;
}

/** `Kayseri'deki Erkilet Havalimanı'ndan hareket eden`: from where aid was sent. */
function houseFrom(words: readonly Word[], from: number, { venueWords }: EventsLexicon): boolean {
  for (let at = from; at < from + 4; at += 1) {
    const word = words[at];
    if (word === undefined || !word.capital) return false;
    if (!/ndan$|nden$/u.test(word.key)) continue;
    return venueWords.some((start) => word.key.startsWith(start)) && hasBeginning(words, at + 1, at + 9, departing);
  }
  return false;
}

const region = /^(?:eyalet|ada|bölge|vilayet|yarımada|vadi|takımada)\p{L}*'?nd[ae](?:ki)?$/u;

/** A region of a country, by its name and kind within three words. */
function inRegion(words: readonly Word[], from: number): boolean {
  for (let at = from + 1; at < from + 4; at += 1) {
    if (words[at - 1]?.capital !== true) return false;
    if (region.test(words[at]?.key ?? "")) return true;
  }
  return false;
}

/** `Siverek ilçesinde` within three words behind the name. */
function isDistrict(words: readonly Word[], from: number, lexicon: EventsLexicon): boolean {
  for (let at = from; at < from + 4; at += 1) {
    const written = lexicon.districtWords.includes(words[at]?.key.replace("'", "") ?? "");
    if (written || phraseAt(words, at, lexicon.districtWords) > 0)
      return words[at - 1]?.capital === true || at === from;
  }
  return false;
}

/** The same of an English sentence. */
export function scoreEnglish(words: readonly Word[], name: PlaceName, lexicon: EventsLexicon, aid: boolean): number {
  const country = name.city === null;
  const end = name.at + name.length;
  // An event word may stand before the place as well: `held a meeting in Baku`.
  const near = hasBeginning(words, name.at - 8, end + 8, lexicon.eventWords) ? 1.5 : 0;
  // `condolences over the flood that killed 30 people in Lahore`
  if (words.slice(Math.max(0, name.at - 6), name.at).some(({ key }) => key === "that" || key === "which")) return 0;
  if (isToBeHeld(words, name.at)) return 0;
  const more =
    hasPhrase(words, end, end + 1, lexicon.notHere) || words[name.at - 1]?.key === "from"
      ? -5
      : aside(words, name.at)
        ? -3
        : near;
  // `on the sidelines of the Antalya Diplomacy Forum`
  if (!country && name.case === "bare" && namesEvent(words, end)) return 3;
  if (name.case === "of") return country ? 0 : isDistrict(words, end, lexicon) ? 3 + more : 0;
  if (aid && !country && arrivesAt(words, name.at)) return 6;
  if (isInside(words, name.at)) return (country ? 1.5 : 4) + more;
  const before = words[name.at - 1]?.key ?? "";
  // `went to Lindow, where he met …`
  if (before === "to" && !country && words[end]?.text === "," && words[end + 1]?.key === "where") return 4;
  if (before === "to" && hasPhrase(words, name.at - 5, name.at, visiting)) return country ? 0.5 : 2.5;
  // `trucks began crossing into Gaza`, `transporting aid to Gaza`; what is sent is not there yet.
  if (aid && !country && reaches(words, name.at)) return 2.5;
  if (before === "visited" || before === "visits") return country ? 0.5 : 2.5;
  return 0;
}

/** `met ahead of a summit to be held in Bishkek`: the other event, behind one that was. */
function isToBeHeld(words: readonly Word[], at: number): boolean {
  const will = words.findIndex(({ key }, index) => index >= at - 6 && index < at && key === "be");
  if (will < 1 || words[will - 1]?.key !== "to") return false;
  return words.slice(0, will).some(({ key }) => /^(?:was|were|met|held|gathered|hosted|convened|attended)$/u.test(key));
}

/** Capitals up to the word that names a gathering. */
function namesEvent(words: readonly Word[], from: number): boolean {
  for (let at = from; at < from + 4; at += 1) {
    const word = words[at];
    if (word === undefined || !word.capital || word.quoted) return false;
    if (/^(?:forum|conference|summit|congress)$/u.test(word.key)) return true;
  }
  return false;
}

const reaching =
  /^(?:arriv(?:ed|es|ing)|cross(?:ed|es|ing)|(?:deliver|transport)(?:ed|s|ing)|br(?:ings|inging|ought))$/u;

/** `has arrived at Egypt's al-Arish port`, `reached al-Arish`: where aid is by now. */
function arrivesAt(words: readonly Word[], at: number): boolean {
  const before = words.slice(Math.max(0, at - 4), at);
  const verb = before.findLastIndex(({ key, quoted }) => !quoted && /^(?:arrived|arrives|reached|docked)$/u.test(key));
  return (
    verb >= 0 && before.slice(verb + 1).every(({ key, capital }) => capital || /^(?:at|in|the|port|of)$/u.test(key))
  );
}

/** Whether aid comes to the place behind `to`, `into` or the verb itself. */
function reaches(words: readonly Word[], at: number): boolean {
  if (/^(?:enter|reach)(?:ed|s|es|ing)$/u.test(words[at - 1]?.key ?? "")) return true;
  if (!/^(?:to|into)$/u.test(words[at - 1]?.key ?? "")) return false;
  return words.slice(Math.max(0, at - 7), at - 1).some(({ key, quoted }) => !quoted && reaching.test(key));
}

/** `to send aid, especially in Idlib`: the place of what was settled, not of the event. */
function aside(words: readonly Word[], at: number): boolean {
  return words
    .slice(Math.max(0, at - 4), at)
    .some(({ key }) => /^(?:especially|particularly|including|notably)$/u.test(key));
}

/** `in Baku`, `in Azerbaijan's capital Baku`, `in the northwestern city of Bursa`. */
function isInside(words: readonly Word[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 7); back -= 1) {
    const word = words[back];
    if (word === undefined) return false;
    // `in the capital, Baku,`
    if (word.key === "," && back === at - 1 && /^(?:capital|city|town)$/u.test(words[back - 1]?.key ?? "")) continue;
    if (word.kind === "mark") return false;
    if (word.key === "in" || word.key === "at" || word.key === "near") return true;
    const between =
      word.capital ||
      word.key.endsWith("'s") ||
      /^(?:the|of|city|capital|province|town|district|heart|outskirts|center|centre|northern|southern|eastern|western|central|north\w*|south\w*|coastal|border|port|turkish|resort|historic|ancient|old|holy|industrial)$/u.test(
        word.key,
      );
    if (!between) return false;
  }
  return false;
}
