import type { Word } from "../event-words.js";
import { onceFor, perForm } from "../forms.js";
import type { PeopleLexicon } from "./lexicon.js";
import { particlesAt } from "./particles.js";
import { parenthesesAt } from "./parentheses.js";
import { Tag } from "./tag.js";

/** A sentence as the scanners of names look at it. */
export interface Scene {
  words: readonly Word[];
  tags: readonly number[];
  lexicon: PeopleLexicon;
  /** The last year that is past for the story, null if its time is not known. */
  past: number | null;
}

/** A stretch of words that may hold titles and names: `words[from..to]`. */
export interface Run {
  from: number;
  to: number;
}

/** `Gazprom CEO'su Can Us` */
export const ownSuffix = /['’‘ʼ´`]s[ıiuü]$/u;
const genitive = /['’‘ʼ´`]n?[ıiuü]n$/u;
/** Case endings behind a possessive, as institutions and events carry them without an apostrophe: `Zirvesinde`. */
const oblique = /(?:[ıiuü]n(?:da|de|a|e|dan|den)|[ıiuü]n[ıi]|[dt][ae]n?|[dt]eki|[dt]aki)$/u;
const isOblique = perForm(({ key }) => key.length > 6 && oblique.test(key));
const titleModifiers = new Set(
  "eş eski yeni geçmiş önceki dönem genel bölge il ilçe şube yönetim kurulu vekili geçici kurucu onursal dış iç özel daimi ulusal uluslararası baş yardımcı birim okul hastane dernek vakıf şirket kulüp müessese proje program ekip takım birlik oda".split(
    " ",
  ),
);

const known = Tag.head | Tag.institution | Tag.organisation | Tag.country | Tag.honorific;

/** Whether a word at the beginning of a sentence only opens it: `Toplantıya Samir …`. */
function opensOnly({ words, tags, lexicon }: Scene, at: number): boolean {
  const word = words[at];
  const tag = tags[at] ?? 0;
  if (word === undefined || (tag & (Tag.head | Tag.organisation | Tag.country | Tag.honorific)) !== 0) return false;
  // `Eşi Nur Kaya ile gelen …`
  if (word.key === "eşi") return true;
  const opensTitle = (tags[at + 1] ?? 0) % 2 === 1;
  if ((tag & Tag.notName) !== 0) return (tag & (Tag.alsoName | Tag.institution)) === 0 || !opensTitle;
  if ((tag & Tag.suffix) !== 0 || (tag & Tag.city) !== 0) return false;
  return isEventWord(word.key, lexicon) || (isOblique(word) && (tag & Tag.institution) === 0);
}

const eventEnding =
  /^(?:s?[ıiuü]|l[ae]r(?:[ıi])?)?(?:y?[ae]|y[ıiuü]|n[ae]|n?d[ae]n?|t[ae]n?|n?[ıiuü]n?|y?l[ae]|[dt][ae]ki)?$/u;

const none: string[] = [];

/** `toplantıya`, `zirvesinde`: an event with its endings. */
export function isEventWord(key: string, lexicon: PeopleLexicon): boolean {
  for (const noun of lexicon.eventNouns.get(key.slice(0, 2)) ?? none)
    if (key.startsWith(noun) && eventEnding.test(key.slice(noun.length))) return true;
  return false;
}

const eventsIn = onceFor((lexicon: PeopleLexicon) => perForm(({ base }) => isEventWord(base, lexicon)));

/** The same of a word without what stands behind its apostrophe. */
export const isEvent = (word: Word, lexicon: PeopleLexicon): boolean => eventsIn(lexicon)(word);

/** The next run at or behind `at`, null at the end of the sentence. */
export function nextRun(scene: Scene, from: number): Run | null {
  const { words, tags } = scene;
  for (let at = from; at < words.length; at += 1) {
    const tag = tags[at] ?? 0;
    if ((tag & Tag.capital) === 0) {
      if ((tag & Tag.head) !== 0 && words[at]?.quoted === false && isCapitalAt(scene, at + 1)) {
        return { from: lowerTitleFrom(scene, at, from), to: runEnd(scene, at) };
      }
      continue;
    }
    const previous = words[at - 1];
    const initial = previous === undefined || previous.text === ":" || (tag & Tag.notName) !== 0 || at === from;
    if (initial && opensOnly(scene, at)) continue;
    return { from: lowerTitleFrom(scene, at, from), to: runEnd(scene, at) };
  }
  return null;
}

/** `hastanenin başhekimi`: whose office it is, in small letters. */
const owner = /^(?:hastanen|şuben|derneğ|kurum|okul|merkez|üniversiten|vakf|federasyon|birliğ|kamp|belediyen)[ıiuü]n$/u;

/** Small words of a title before its first capital or head: `dernek başkanı Ali …`. */
function lowerTitleFrom({ words, tags, lexicon }: Scene, at: number, floor: number): number {
  if (((tags[at] ?? 0) & Tag.head) === 0 || ((tags[at] ?? 0) & Tag.capital) !== 0) return at;
  let start = at;
  while (start > floor && at - start < 4) {
    const word = words[start - 1];
    if (word === undefined || word.kind !== "word" || word.capital || word.quoted) break;
    const inTitle =
      owner.test(word.key) ||
      lexicon.institutions.has(word.base) ||
      titleModifiers.has(word.base) ||
      lexicon.heads.get(word.base) === false;
    if (!inTitle) break;
    start -= 1;
  }
  return start;
}

function isCapitalAt({ tags }: Scene, at: number): boolean {
  return ((tags[at] ?? 0) & Tag.capital) !== 0;
}

function runEnd(scene: Scene, from: number): number {
  const { words, tags } = scene;
  let at = from;
  while (at < words.length) {
    const word = words[at];
    const tag = tags[at] ?? 0;
    if (word === undefined || word.quoted) break;
    if ((tag & Tag.capital) !== 0) {
      at += 1;
      if ((tag & Tag.suffix) === 0 || (isCapitalAt(scene, at) && isPartyBehindOffice(scene, at - 1))) continue;
      // `Türkiye'nin Bakü Büyükelçisi …` goes on; any other suffix ends the stretch.
      const goesOn =
        ((tag & Tag.head) !== 0 && ownSuffix.test(word.text)) ||
        ((tag & (Tag.country | Tag.organisation | Tag.institution | Tag.head)) !== 0 && genitive.test(word.text));
      if (
        !goesOn ||
        !(
          isCapitalAt(scene, at) ||
          isHead(scene, at) ||
          (titleModifiers.has(words[at]?.key ?? "") && isHead(scene, at + 1))
        )
      )
        break;
      continue;
    }
    const step = connects(scene, at, from);
    if (step === 0) break;
    at += step;
  }
  return at;
}

/** What a member of a party is called: `ABC'li`. */
const member = /['’‘ʼ´`]l[ıiuü]$/u;

const isMember = perForm(({ text }) => member.test(text));

/** `Belediye Başkanı ABC'li Can Us`: whether the party between an office and its name ends at `at`. */
export function isPartyBehindOffice(scene: Scene, at: number): boolean {
  const word = scene.words[at];
  if (word === undefined || !isMember(word)) return false;
  return isAcronym(word) ? isHead(scene, at - 1) : word.base === "parti" && isHead(scene, at - 2);
}

const isHead = ({ tags }: Scene, at: number) => ((tags[at] ?? 0) & Tag.head) !== 0;

/** How many words at `at` go on with the stretch though they are no capitals; 0 ends it. */
function connects(scene: Scene, at: number, from: number): number {
  const { words } = scene;
  const word = words[at];
  if (word === undefined) return 0;
  if ((word.text === "-" || word.text === "–") && isHead(scene, at - 1) && isCapitalAt(scene, at + 1)) return 1;
  if (word.text === "/" && at > from && isCapitalAt(scene, at + 1)) return 1;
  if (word.text === "(") {
    // `Türk Devletleri Teşkilatı (TDT) Genel Sekreteri`
    return at > from ? parenthesesAt(words, at) : 0;
  }
  // `Budapeşte 14. Bölge Belediye Başkanı`
  if (word.kind === "number" && words[at + 1]?.text === "." && at > from && isCapitalAt(scene, at + 2)) return 2;
  if (word.kind !== "word") return 0;
  if (word.key === "ve") return at > from && (isCapitalAt(scene, at + 1) || isHead(scene, at + 1)) ? 1 : 0;
  const nextFits = isCapitalAt(scene, at + 1);
  // `Türk Devletleri ile İlişkiler Başkanı`
  if (word.key === "ile" && at > from && nextFits && words[at + 1]?.base === "ilişkiler") return 1;
  if (isHead(scene, at)) return nextFits || (isHead(scene, at + 1) && isCapitalAt(scene, at + 2)) ? 1 : 0;
  const particles = at > from ? particlesAt(scene, at) : 0;
  if (particles > 0) return particles;
  return leadsToHead(scene, at) ? 1 : governmentAt(scene, at);
}

/** `Afganistan geçici hükümeti Dışişleri Bakanı`: small words between a country and the rest of the title, how many; 0 for none. */
function governmentAt({ words, tags }: Scene, from: number): number {
  if (((tags[from - 1] ?? 0) & Tag.country) === 0) return 0;
  let at = from;
  while (at < from + 3 && /^(?:geçici|geçiş|hükümeti|dönemi|merkezi)$/u.test(words[at]?.key ?? "")) at += 1;
  const goesOn = Tag.capital | Tag.institution;
  return at > from && ((tags[at] ?? 0) & goesOn) === goesOn ? at - from : 0;
}

/** `Tabii kaynaklar bakanı Ali …`: small words of a title before its head. */
function leadsToHead(scene: Scene, from: number): boolean {
  const { words, tags } = scene;
  for (let at = from; at < from + 3; at += 1) {
    if (isHead(scene, at))
      return at > from && (titleModifiers.has(words[at - 1]?.key ?? "") || isCapitalAt(scene, at + 1));
    if (!titleModifiers.has(words[at]?.key ?? "") && ((tags[at] ?? 0) & Tag.institution) === 0) return false;
  }
  return false;
}

/** `Bakan Fidan Bakü'ye gitti`, `Bakan Kaya Kızılay'ı ziyaret etti`: no surname. */
export const isPlaceInCase = (tag: number) =>
  (tag & Tag.suffix) !== 0 &&
  ((tag & Tag.organisation) !== 0 ||
    ((tag & (Tag.city | Tag.country)) !== 0 && (tag & (Tag.people | Tag.alsoName)) === 0));

/** Whether the words look like the name of a person without any title: two to four capitals that the lexicon does not know. */
export function isPlainName(scene: Scene, from: number, to: number): boolean {
  const { words, tags } = scene;
  let capitals = 0;
  let also = 0;
  for (let at = from; at < to; at += 1) {
    const word = words[at];
    const tag = tags[at] ?? 0;
    if (word === undefined) return false;
    if ((tag & Tag.capital) === 0) {
      if ((tag & Tag.particle) === 0 || at === from) return false;
      continue;
    }
    capitals += 1;
    const strange = (tag & (known | Tag.notName)) !== 0 && word.base.length > 1;
    if (strange) {
      if ((tag & Tag.alsoName) === 0) return false;
      also += 1;
    }
    if ((isAcronym(word) && !(at > from && isShouted(words, tags, at))) || isPlaceInCase(tag)) return false;
  }
  if (capitals < 2 || capitals > 4 || also === capitals) return false;
  if (((tags[from] ?? 0) & Tag.city) !== 0) return false;
  return true;
}

/** `Adem KOCA`: a surname in capitals, if long or behind a given name. */
export const isShouted = (words: readonly Word[], tags: readonly number[], at: number): boolean =>
  ((tags[at] ?? 0) & Tag.organisation) === 0 &&
  ((words[at]?.text.length ?? 0) > 4 ||
    (((tags[at - 1] ?? 0) & Tag.given) !== 0 && /[AEIİOÖUÜ]/u.test(words[at]?.text ?? "")));

/** `TDT`, `IFRC'nin`: two to six capitals. */
export const isAcronym = (word: Word | undefined): boolean => word !== undefined && acronym(word);

const acronym = perForm(({ text }) => /^\p{Lu}[\p{Lu}\p{Nd}-]{1,5}(?:['’‘ʼ´`]|$)/u.test(text));

/** A gathering by its own name, before whoever chairs it: `Koordinasyon Kurulu Toplantısı Vali Can Us başkanlığında`. */
const gathering = /^(?:toplantı|çalıştay|tören|buluşma|panel|oturum|sempozyum|iftar)(?:s?[ıiuü])$/u;

const isGathering = perForm(({ key }) => gathering.test(key));
const centres = new Set(["merkezi", "kurulu", "konseyi", "komisyonu"]);

/** Whether the word, met while going left through a title, stands before it: `Zirvesinde Cumhurbaşkanı`. */
export function endsBefore({ words, tags }: Scene, at: number): boolean {
  const word = words[at];
  const tag = tags[at] ?? 0;
  if (word === undefined) return true;
  if (word.kind !== "word" || words[at + 1]?.base === "sorumlu") return false;
  // `Koordinasyon Merkezi İçişleri Bakanı X başkanlığında`
  if (centres.has(word.key) && /^(?:içişleri|dışişleri|milli)$/u.test(words[at + 1]?.key ?? "")) return true;
  if (isGathering(word) && !titleModifiers.has(words[at + 1]?.key ?? "")) return true;
  if ((tag & Tag.suffix) !== 0)
    return !genitive.test(word.text) || (tag & (Tag.country | Tag.organisation | Tag.institution | Tag.head)) === 0;
  if ((tag & (Tag.head | Tag.institution | Tag.country)) !== 0) return false;
  if ((tag & Tag.organisation) !== 0) return /(?:nda|nde|ndan|nden|na|ne)$/u.test(word.key) && word.key.length > 7;
  // `Dönem Başkanlığını Meclis Başkanı X'e devretti`
  if ((tag & Tag.notName) !== 0 && /l[ıiuü]ğ[ıiuü]n[ıiuü]$/u.test(word.key)) return true;
  // `Priştine Büyükelçisi`: a town that only looks like a case.
  if ((tag & Tag.city) !== 0 && (tag & Tag.suffix) === 0) return false;
  return word.capital && word.key.length > 7 && /[ıiuü]n(?:da|de|a|e|dan|den)$/u.test(word.key);
}
