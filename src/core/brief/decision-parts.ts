import type { Doc, Sentence } from "./document.js";
import type { Word } from "./event-words.js";
import { hasBeginning, isIn, listWith, phraseAt } from "./event-words.js";
import { byFirstLetter, onceFor, perForm } from "./forms.js";
import type { DecisionRow, EventsLexicon } from "./lexicon-events.js";
import type { Decision } from "./schema.js";
import { isNounForm } from "./turkish-forms.js";

/** A decision as found, before doubles are taken out. `firm`: said by the main verb; `loose`: by a participle in passing. */
export interface Finding extends Decision {
  sentence: number;
  part: Sentence["part"];
  firm: boolean;
}

/** What a reader of decisions knows of the sentence it looks at. */
export interface Scene {
  doc: Doc;
  lexicon: EventsLexicon;
  sentence: Sentence;
  index: number;
  words: Word[];
  /** It stands in, or goes on with, a text in which several sides speak. */
  declaration: boolean;
  /** Something was signed, agreed or decided in the sentence before. */
  follows: boolean;
  /** Something was signed, agreed or decided earlier in the story. */
  settled: boolean;
}

const yearLike = /^(?:19|20)\d{2}(?:'|$)/u;
const dayMs = 86_400_000;

/** The calendar year of the day of publication in Istanbul; null when unknown. */
export function yearOf(published: number | null): number | null {
  return published === null ? null : new Date(published + 3 * 3_600_000).getUTCFullYear();
}

/** Whether the clause `words[from..to]` is dated before the story: another year, or `daha önce`, `last month`; `spoken`: inside quotation marks. */
export function isPast({ doc, lexicon, words }: Scene, from: number, to: number, spoken = false): boolean {
  const year = yearOf(doc.published);
  for (let at = from; at < to; at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted !== spoken) continue;
    if (phraseAt(words, at, lexicon.past) > 0) return true;
    if (year === null || word.kind !== "number" || !yearLike.test(word.key)) continue;
    if (Number(word.key.slice(0, 4)) < year && datesClause(words, at, to, lexicon.months)) return true;
  }
  return isOldDay(words, from, to, lexicon, doc.published);
}

const inYear = /^\d{4}'?(?:[dt][ae]n?|[dt][ae]ki)?$/u;

/** Whether the year says when (`2019'da`, `2019 yılında`, `in 2019`), with no participle between it and the verb. */
function datesClause(words: readonly Word[], at: number, to: number, months: EventsLexicon["months"]): boolean {
  const word = words[at];
  const next = words[at + 1]?.key ?? "";
  const before = words[at - 1]?.key ?? "";
  if (word === undefined) return false;
  const dates =
    (inYear.test(word.key) && word.key.length > 4) ||
    next.startsWith("yılın") ||
    next.startsWith("tarih") ||
    before === "in" ||
    before === "since" ||
    // `in December 2019`
    (words[at - 2]?.key === "in" && listWith(months, before) >= 0) ||
    // `on October 15, 2019`
    (before === "," && words[at - 2]?.kind === "number");
  if (!dates) return false;
  for (let later = at + 1; later < to - 1; later += 1) {
    if (!/(?:[ıiuü]l|[ıiuüae]n|y)[ae]n$/u.test(words[later]?.key ?? "")) continue;
    // `2021'de alınan bir kararla değiştirildi`: the decision's year is the deed's.
    const means = words[later + 1]?.key === "bir" ? later + 2 : later + 1;
    if (!/^(?:karar|anlaşma|protokol|yasa|kanun|oylama)y?l[ae]$/u.test(words[means]?.key ?? "")) return false;
  }
  return true;
}

const isDayNumber = ({ kind, key }: Word) => kind === "number" && /^\d{1,2}$/u.test(key);

/** A day and month more than two weeks before publication (`10 Mart'ta` in November). */
function isOldDay(
  words: readonly Word[],
  from: number,
  to: number,
  { months }: EventsLexicon,
  published: number | null,
): boolean {
  if (published === null) return false;
  const year = yearOf(published) ?? 0;
  for (let at = from; at < to - 1; at += 1) {
    const word = words[at];
    const next = words[at + 1];
    if (word === undefined || next === undefined || word.quoted) continue;
    const day = isDayNumber(word) ? word : isDayNumber(next) ? next : null;
    if (day === null) continue;
    const named = day === word ? next : word;
    const month = named.capital ? listWith(months, named.base) : -1;
    if (month < 0) continue;
    // Only a day that says when: `6 Şubat depremleri` names a thing.
    const dated = words.slice(at + 2, at + 4).some(({ key }) => key === "tarihinde");
    if (!/'/u.test(named.key) && words[at - 1]?.key !== "on" && !dated) continue;
    const age = published - Date.UTC(year, month, Number(day.key));
    if (age > 14 * dayMs) return true;
  }
  return false;
}

/** Whether a row's demands on its surroundings (`about`, `never`) are met by the words on the given stretches. */
export function fits(
  words: readonly Word[],
  row: DecisionRow,
  stretches: readonly (readonly [number, number])[],
  lexicon: EventsLexicon,
): boolean {
  if (row.never.length > 0) {
    const bad = stretches.some(([from, to]) => hasBeginning(words, from, to, row.never));
    if (bad) return false;
  }
  if (row.about.length === 0) return true;
  const { others, documents } = aboutOf(row.about);
  return stretches.some(
    ([from, to]) =>
      (others.length > 0 && hasBeginning(words, from, to, others)) ||
      (documents && nounIn(words, from, to, lexicon.documents, true) >= 0),
  );
}

interface About {
  others: string[];
  /** The list names the documents as a whole. */
  documents: boolean;
}

const aboutOf = onceFor((about: DecisionRow["about"]): About => {
  const others = about.filter((entry) => entry !== "documents");
  return { others, documents: others.length < about.length };
});

const english = new Set(["", "s", "es", "'s", "s'"]);

const isInflected = (key: string, stem: string) => isNounForm(key, stem) || english.has(key.slice(stem.length));

/** The nouns of the list that a word opens: as it stands, or, if the noun is one word, inflected. */
const nounsOf = onceFor((nouns: readonly string[]) => {
  const all = nouns.map((noun) => ({ parts: noun.split(" ") })).sort((a, b) => b.parts.length - a.parts.length);
  const near = byFirstLetter(all);
  return perForm(({ key }) => {
    const opened = near(key).flatMap(({ parts }) => {
      const first = parts[0] ?? "";
      const stands = parts.length > 1 ? key === first : key.startsWith(first) && isInflected(key, first);
      return stands ? [parts] : [];
    });
    return opened.length === 0 ? null : opened;
  });
});

/** How many words of the noun (`sonuç belge`) stand at `at`, its last word inflected in Turkish or English; 0 for none. */
export function nounAt(words: readonly Word[], at: number, nouns: readonly string[], quoted = false): number {
  const word = words[at];
  return word === undefined ? 0 : nounAmong(words, at, nounsOf(nouns)(word), quoted);
}

function nounAmong(words: readonly Word[], at: number, nouns: readonly string[][] | null, quoted: boolean): number {
  if (nouns === null) return 0;
  for (const parts of nouns) {
    const end = parts.length - 1;
    const last = words[at + end];
    if (last === undefined || (last.quoted && !quoted)) continue;
    if (end === 0) return 1;
    const stem = parts[end] ?? "";
    if (last.key.startsWith(stem) && standsBefore(words, at, parts) && isInflected(last.key, stem)) return parts.length;
  }
  return 0;
}

/** Whether all words of the noun but the last stand at `at` as they are. */
function standsBefore(words: readonly Word[], at: number, parts: readonly string[]): boolean {
  for (let index = 0; index < parts.length - 1; index += 1) if (words[at + index]?.key !== parts[index]) return false;
  return true;
}

/** Index of the first of the nouns in `words[from..to]`, -1 for none. */
export function nounIn(
  words: readonly Word[],
  from: number,
  to: number,
  nouns: readonly string[],
  quoted = false,
): number {
  const end = Math.min(to, words.length);
  const opened = nounsOf(nouns);
  for (let at = Math.max(0, from); at < end; at += 1) {
    const word = words[at];
    const same = word === undefined ? null : opened(word);
    if (same !== null && nounAmong(words, at, same, quoted) > 0) return at;
  }
  return -1;
}

/** Index of the first word of the clause that is no mark, connective or empty opener. */
export function trimStart(words: readonly Word[], from: number, to: number, lexicon: EventsLexicon): number {
  let at = from;
  while (at < to) {
    const word = words[at];
    if (word === undefined) break;
    const opener = phraseAt(words, at, lexicon.openers) || sourceAt(words, at, to);
    if (opener > 0) at += opener;
    else if (word.key === "ve" || word.key === "and" || (word.kind === "mark" && !'"“«‘('.includes(word.text))) at += 1;
    else break;
  }
  return at;
}

const told = /^(?:açıklama|bilgi|haber|duyuru|paylaşım)/u;

/** `Bakanlıktan yapılan açıklamaya göre,` and `According to a statement by the ministry,`: how many words name the source; 0 for none. */
function sourceAt(words: readonly Word[], from: number, to: number): number {
  const english = words[from]?.key === "according" && words[from + 1]?.key === "to";
  for (let at = from + 1; at < Math.min(to, from + 18); at += 1) {
    const word = words[at];
    if (word?.key !== ",") continue;
    if (english || (words[at - 1]?.key === "göre" && told.test(words[at - 2]?.key ?? ""))) return at + 1 - from;
    if (!english) return 0;
  }
  return 0;
}

/** Whether a side that can decide (`taraflar`, `the ministers`) is named in the first words of the clause. */
export function hasParty(words: readonly Word[], from: number, to: number, lexicon: EventsLexicon): boolean {
  for (let at = from; at < to; at += 1) if (phraseAt(words, at, lexicon.parties) > 0) return true;
  return false;
}

/** Whether the sentence names a text in which several sides speak. */
export function namesDeclaration(words: readonly Word[], lexicon: EventsLexicon, joint: boolean): boolean {
  if (nounIn(words, 0, words.length, lexicon.declarations) >= 0) return true;
  if (namesJoint(words, lexicon)) return true;
  return joint && words.some((word) => !word.quoted && isIn(lexicon.jointShort, word));
}

/** Whether the sentence names a joint statement; `ortak basın açıklaması yaptı` says that they stood before the press. */
export function namesJoint(words: readonly Word[], lexicon: EventsLexicon): boolean {
  const at = nounIn(words, 0, words.length, lexicon.jointDeclarations);
  return at >= 0 && !(words[at + 1]?.key === "basın" && pressMeeting.test(words[at + 3]?.key ?? ""));
}

const pressMeeting = /^(?:yap|düzenle|gerçekleş|bulun)/u;
