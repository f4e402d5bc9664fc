import type { Finding } from "./decision-parts.js";
import { fold } from "./event-words.js";

const empty = new Set(
  "taraflar liderler bakanlar ülkeler kuruluşlar devlet başkanları düzenlenen törenle törende ve ile için olan olarak bir bu şu da de den dan arasında arasındaki konusunda ilişkin yönelik karar verildi kararlaştırıldı toplantıda toplantının sonunda the a an of to in on at and for was were with by that it its their between".split(
    " ",
  ),
);

/** The words by which two tellings of a decision are known as one: five letters each, endings, days and small words gone. */
function wordsOf(text: string, language: string): Set<string> {
  const keys = fold(text.replace(day, ""), language).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(keys.filter((key) => key.length > 1 && !empty.has(key)).map((key) => key.slice(0, 5)));
}

/** `18 Nisan 2018'de` */
const day =
  /\d{1,2} (?:Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık)(?: \d{4})?(?:['’]\p{L}+)?/gu;

/** When and where it was done, at the head of a clause: `Konuşmaların ardından`, `At a ceremony in Ankara,`. */
const frame =
  /^(?:(?:\p{L}+ ){0,4}?\p{L}+ (?:ardından|sonunda|sonrasında|sırasında|akabinde|sonra),? |[^,]{0,120}(?:törende|toplantıda|programda|ziyarette), |(?:At|In|During|After|Following|Later) [^,]{0,120}, )/u;

/** The same without names: of `Protokole, Kaya ile Ak imza attı` only that a protocol was signed. */
function plainWordsOf(text: string, language: string): Set<string> {
  const plain = text.replace(frame, "").match(/(?<![\p{L}\p{N}'’])\p{Ll}[\p{L}'’]*/gu) ?? [];
  // A capital before another is a person's office or name.
  const first = /^\p{L}+(?!\p{L}| \p{Lu})/u.exec(text.replace(frame, ""))?.[0] ?? "";
  const set = wordsOf(`${first} ${plain.join(" ")}`, language);
  for (const verb of ["imza", "imzal", "attı", "atıld", "koydu", "konul", "tören", "signe"]) set.delete(verb);
  return set;
}

/** Share of the smaller set that the other holds too. */
function overlap(one: Set<string>, other: Set<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (small.size === 0) return 0;
  let common = 0;
  for (const word of small) if (large.has(word)) common += 1;
  return common / small.size;
}

/** `The protocol was signed by …`: names no text of its own but goes on about one told before. */
const goesOn =
  /^The (?:document|agreement|protocol|memorandum(?: of understanding)?|deal|accord|declaration|text|pact|mou),? (?:(?:was|were|has|had|is|been|also|later|jointly)\b|(?:which|signed|inked)\b)/iu;

/** `the deal that was inked by …`: the deal is known. */
const knownDeal =
  /\bthe (?:document|agreement|protocol|memorandum|deal|accord|declaration|pact|mou),? (?:that|which) (?:was|were|has been|had been) /iu;

/** `bir dizi belge`, `19 ikili anlaşma`, `11 new cooperation deals`: how many, not which. */
const count =
  /(?:\d|(?<!\p{L})(?:bir dizi|çok sayıda|birçok|çeşitli|iki|üç|dört|beş|a number of|several|a series of|a range of|two|three|four|five|six))(?: \p{L}+){0,3}? (?:belge|anlaşma|protokol|mutabakat|agreements|documents|deals|memorand|protocols)/iu;
/** Nothing but how many: `During the summit, three key documents were signed among member states`. */
const bare =
  /(?:agreements|documents|deals|protocols) (?:were|have been) signed(?: (?:by|among|between) [^,]{0,60})?\.?$/iu;
const covering =
  /(?:kapsayan|içeren|öngören|düzenleyen) (anlaşma|protokol|mutabakat|sözleşme|bildiri|deklarasyon|belge)/u;
/** `protokolü A ile B imzaladı`, `anlaşmaya A imza attı`: a text in its case without a word about it is known. */
const bareText =
  /(?:^|[,;] |(?:yapılan|hazırlanan|söz konusu|bahse konu|varılan|törende|toplantıda|programda|ardından) )(anlaşma|protokol|mutabakat|sözleşme|bildiri|deklarasyon|belge)(?:[yn]?[ıiuüae])(?=[ ,])/iu;
const further = /(?:^| )(?:da|de|ayrıca|also|another|further) /iu;

/**
 * How late a telling comes in the choice: a title's after a spot's after the body's; what is only told in passing, and a mere
 * `The protocol was signed by …` of the body, after the spot's.
 */
function rankOf({ part, kind, text, firm }: Finding): number {
  if (part === "title") return firm ? 4 : 5;
  if (part === "spot") return firm ? 1 : 3;
  if (!firm) return 2;
  return kind === "signed" && (goesOn.test(text) || bareText.test(text)) ? 3 : 0;
}

/** Whether a second telling of a signing only adds who signed; `known`: the words of the first. */
function isAgain(text: string, before: string, known: Set<string>, language: string): boolean {
  // `Protokol, … tarafından imzalandı`: the text known already opens the sentence.
  const opener = fold(/^\p{L}+/u.exec(text)?.[0] ?? "", language).slice(0, 5);
  const lower = before.match(/(?<![\p{L}\p{N}'’])\p{Ll}[\p{L}]*/gu) ?? [];
  if (opener.length > 4 && lower.some((word) => word.startsWith(opener))) return true;
  if (goesOn.test(text) || knownDeal.test(text)) return true;
  // `… konularını kapsayan protokol imzalandı`: what the known text is about.
  const covered = (covering.exec(text) ?? bareText.exec(text))?.[1]?.toLocaleLowerCase("tr");
  const all = covered === undefined ? [] : before.toLocaleLowerCase("tr").split(/[^\p{L}]+/u);
  // `Belgeye … imza attı`: any text that was told is one.
  if (covered === "belge" && bareText.test(text) && !further.test(text)) return true;
  if (covered !== undefined && !further.test(text) && all.some((word) => word.startsWith(covered))) return true;
  if (count.test(text) && !further.test(text) && (count.test(before) || bare.test(text))) return true;
  // A text that is written as a name, and another name than the first: `Gelir Vergisi Anlaşmasına, Kaya imza attı`.
  const named = name.exec(text)?.[1];
  if (named !== undefined && !before.includes(named)) return false;
  const plain = plainWordsOf(text, language);
  return plain.size > 0 && [...plain].every((word) => known.has(word) || shared(known, word));
}

const name = /(\p{Lu}\p{L}+ \p{Lu}\p{L}+) (?:Anlaşma|Protokol|Mutabakat|Sözleşme)\p{L}*/u;

/** `anlaş` of anlaşmaya and of anlaşması: four letters will do for nouns that change. */
function shared(known: Set<string>, word: string): boolean {
  return word.length >= 4 && [...known].some((one) => one.slice(0, 4) === word.slice(0, 4));
}

/** `Törende 3 anlaşma imzalandı`, where the single signings are told as well. */
const isBareCount = ({ kind, text }: Finding): boolean => kind === "signed" && count.test(text) && !further.test(text);

/** `göreve seçilen Ece Al`, where the other telling names somebody else. */
function isOther({ kind, text }: Finding, known: Set<string>, language: string): boolean {
  if (kind !== "elected") return false;
  const name = /^[^,]+(?=,)|\p{Lu}\p{L}+ \p{Lu}\p{L}+(?= seçildi)/u.exec(text)?.[0];
  return name !== undefined && overlap(wordsOf(name, language), known) < 0.5;
}

/** `Su fiyatının … indirilmesi` and `Ekmek fiyatının … indirilmesi`: the same words of two things, each named first. */
function ofAnother(one: Finding, other: Finding, own: Set<string>, known: Set<string>, language: string): boolean {
  if (one.kind !== "decided" || one.part !== "paragraph" || other.part !== "paragraph") return false;
  const [mine] = wordsOf(one.text.replace(frame, ""), language);
  const [theirs] = wordsOf(other.text.replace(frame, ""), language);
  return mine !== undefined && theirs !== undefined && !known.has(mine) && !own.has(theirs);
}

/** Title and spot restate the body: what the body tells too, in these kinds even in other words, is told once. */
const onceTold = new Set(["signed", "agreed", "elected"]);

/**
 * Takes each decision once. The body's telling is preferred to the spot's, the spot's to the title's; the main verb's
 * to a participle's in passing. Cost grows with the square of decisions, which are capped.
 */
export function withoutDoubles(found: readonly Finding[], language: string): Finding[] {
  const ranked = found.slice(0, 400).map((finding) => ({ finding, words: wordsOf(finding.text, language) }));
  const kept: typeof ranked = [];
  for (const one of ranked.toSorted(
    (a, b) => rankOf(a.finding) - rankOf(b.finding) || a.finding.start - b.finding.start,
  )) {
    const headline = one.finding.part === "title" || one.finding.part === "spot";
    const known = kept.some((other) => {
      // Two verbs of one sentence are two decisions.
      if (one.finding.firm && other.finding.firm && one.finding.sentence === other.finding.sentence) return false;
      const same = overlap(one.words, other.words);
      const kindred = one.finding.kind === other.finding.kind;
      if (headline)
        return same >= (kindred ? 0.5 : 0.7) || (kindred && (same >= 0.3 || onceTold.has(one.finding.kind)));
      if (!one.finding.firm) return same >= 0.5 || (kindred && !isOther(one.finding, other.words, language));
      if (kindred && ofAnother(one.finding, other.finding, one.words, other.words, language)) return false;
      if (
        kindred &&
        one.finding.kind === "signed" &&
        isAgain(one.finding.text, other.finding.text, other.words, language)
      )
        return true;
      return kindred ? same >= 0.8 : same >= 0.95;
    });
    if (!known) kept.push(one);
  }
  const single = kept.filter(({ finding }) => finding.kind === "signed" && finding.firm && !count.test(finding.text));
  return kept
    .map(({ finding }) => finding)
    .filter((finding) => single.length < 2 || !isBareCount(finding))
    .sort((a, b) => a.start - b.start);
}
