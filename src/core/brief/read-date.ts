import type { Article } from "../story.js";
import type { DatePhrase } from "./date-phrases.js";
import { readDates, unglue } from "./date-phrases.js";
import type { Day } from "./days.js";
import { isoOf, istanbulDay } from "./days.js";
import type { Doc, Sentence } from "./document.js";
import type { Word } from "./event-words.js";
import { hasPhrase, wordsOf } from "./event-words.js";
import { perForm } from "./forms.js";
import type { EventsLexicon } from "./lexicon-events.js";
import { looksFinite } from "./turkish-forms.js";
import type { BriefDate } from "./schema.js";

/** Days before publication that a story's own event may lie back; what is older is background. */
const oldest = 14;
const farthest = 400;

interface Candidate {
  phrase: DatePhrase;
  start: number;
  end: number;
  score: number;
}

/**
 * The day or days of the event: said in title, spot or the first two paragraphs and near the publication, else the
 * day of publication in Istanbul; null when neither is known.
 */
export function readDate(doc: Doc, lexicon: EventsLexicon, article: Pick<Article, "published">): BriefDate | null {
  const today = article.published === null ? null : istanbulDay(article.published);
  let best: Candidate | null = null;
  let paragraphs = 0;
  let last = -1;
  let happened = false;
  for (const sentence of doc.sentences) {
    if (sentence.part === "paragraph" && sentence.paragraph !== last) {
      paragraphs += 1;
      last = sentence.paragraph;
    }
    if (paragraphs > 2) break;
    if (sentence.background || sentence.part === "dateline" || sentence.part === "subhead") continue;
    const words = unglue(wordsOf(doc, sentence));
    const toCome = isToCome(words, lexicon);
    // Behind what happened (`Alkan geldi.`) a sentence about the future tells of the next event.
    const past = tellsPast(words, doc.language);
    const both = doc.language === "en" && past;
    const next = toCome && happened && !both && sentence.part === "paragraph";
    happened ||= sentence.part !== "title" && past && !toCome;
    const candidate = bestOf(sentence, words, lexicon, today, paragraphs, toCome, next);
    if (candidate !== null && (best === null || candidate.score > best.score)) best = candidate;
  }
  if (best !== null) {
    const { phrase, start, end } = best;
    return { from: isoOf(phrase.from), to: isoOf(phrase.to), basis: "text", start, end };
  }
  return publishedDate(article);
}

/** The day of publication in Istanbul, for stories that tell no day of their own; null when unknown. */
export function publishedDate({ published }: Pick<Article, "published">): BriefDate | null {
  if (published === null) return null;
  const day = isoOf(istanbulDay(published));
  return { from: day, to: day, basis: "published", start: null, end: null };
}

const partScore: Record<Sentence["part"], number> = { title: 1, spot: 2, dateline: 0, paragraph: 4, subhead: 0 };

/** `… toplantılarına katılan Alkan, AA muhabirine konuştu`: the days of the meetings are not those of the words. */
function isInterview(words: readonly Word[]): boolean {
  return words.some(
    ({ key, quoted }) => !quoted && (key === "muhabirine" || key === "muhabirlerine" || key === "aa'ya"),
  );
}

/** The sentence's last word, which in Turkish is its verb. */
const verbOf = (words: readonly Word[]): string => words.findLast(({ kind }) => kind !== "mark")?.key ?? "";

function bestOf(
  sentence: Sentence,
  words: readonly Word[],
  lexicon: EventsLexicon,
  today: Day | null,
  paragraph: number,
  toCome: boolean,
  next: boolean,
): Candidate | null {
  let best: Candidate | null = null;
  for (const found of readDates(words, lexicon, today)) {
    const phrase = toCome ? nextWeek(found, words, today) : found;
    if (next && !isDone(words, phrase, today)) continue;
    if (phrase.open || !isNear(phrase, today, toCome) || belongsElsewhere(words, phrase, lexicon, today)) continue;
    const first = words[phrase.at];
    const end = words[phrase.end - 1];
    if (first === undefined || end === undefined) continue;
    // In one sentence today outdoes yesterday: `dün gelen heyet bugün görüştü`.
    const score = partScore[sentence.part] - (paragraph === 2 ? 3 : 0) + (phrase.from === today ? 0.5 : 0);
    if (best === null || score > best.score) best = { phrase, start: first.start, end: endOfDate(end), score };
  }
  return best;
}

/** `Bugünkü temaslarında Alkan'la görüşen Uslu'nun … bekleniyor`: the day's own talk was held, the next one is to come. */
function isDone(words: readonly Word[], phrase: DatePhrase, today: Day | null): boolean {
  if (phrase.from !== today || phrase.to !== today || words[phrase.at]?.key !== "bugünkü") return false;
  return words
    .slice(phrase.end)
    .some(({ key, quoted }) => !quoted && /^(?:gelen|görüşen|buluşan|yapan|katılan)$/u.test(key));
}

const happenings =
  /^(?:arrived|came|went|held|met|visited|attended|signed|traveled|travelled|landed|began|opened|hosted|received)$/u;

const happened = perForm(({ key }) => happenings.test(key));

/** Whether the sentence tells of what took place: in Turkish by its last word, in English by a verb of events. */
function tellsPast(words: readonly Word[], language: string): boolean {
  if (language !== "en") return looksFinite(verbOf(words));
  return words.some((word) => !word.quoted && happened(word));
}

/** The date without its case suffix. */
function endOfDate(word: Word): number {
  const cut = word.key.indexOf("'");
  return cut > 0 ? word.start + cut : word.end;
}

/** Whether the sentence's main verb speaks of what is to come. */
function isToCome(words: readonly Word[], lexicon: EventsLexicon): boolean {
  let last = words.length - 1;
  while (last > 0 && words[last]?.kind === "mark") last -= 1;
  const key = words[last]?.key ?? "";
  if (/(?:[ae]ca[kğ]|[ae]cek)(?:l[ae]r|[ıi])?$/u.test(key)) return true;
  if (/[ae]c[ae](?:ğın[ıi]|klar[ıi]n[ıi])$/u.test(words[last - 1]?.key ?? "")) return true;
  if (/[ae]ceğini$/u.test(words[last - 1]?.key ?? "")) return true;
  if (lexicon.planned.includes(key)) return true;
  return hasPhrase(words, 0, words.length, lexicon.future);
}

/** A weekday in a sentence about the future is the coming one. */
function nextWeek(phrase: DatePhrase, words: readonly Word[], today: Day | null): DatePhrase {
  const first = words[phrase.at];
  const weekday =
    today !== null && !phrase.full && first?.kind === "word" && phrase.from < today - 1 && phrase.from > today - 7;
  return weekday ? { ...phrase, from: phrase.from + 7, to: phrase.to + 7 } : phrase;
}

function isNear(phrase: DatePhrase, today: Day | null, toCome: boolean): boolean {
  if (today === null) return phrase.full;
  if (phrase.to < today - oldest) return false;
  if (phrase.from > today) return toCome && phrase.from <= today + farthest;
  return true;
}

const eventParticiple = /^(?:düzenlen|gerçekleş|yapıl|toplan|başlay|icra|tertip)/u;
const participle =
  /(?:[ıiuü]l|[ıiuüae]n|el|[lr])[ae]n$|^(?:çık|kalk|bat|aç|yap|düş|başlat|yaşat|ed|gid|dön|bit)[ae]n$/u;

/** `12 Kasım'da meydana gelen deprem`: the day of something else. */
function belongsElsewhere(
  words: readonly Word[],
  phrase: DatePhrase,
  lexicon: EventsLexicon,
  today: Day | null,
): boolean {
  if (/^(?:tarihli|tarihinden|itibaren|beri|since|dated)$/u.test(words[phrase.end]?.key ?? "")) return true;
  // `bugün gelinen noktada`, `bugün itibarıyla`: these days.
  if (
    words[phrase.at]?.key === "bugün" &&
    /^(?:gelinen|gelindiğinde|itibar[ıi]yla|itibariyle|hala|hâlâ|artık|dahi|bile)$/u.test(words[phrase.end]?.key ?? "")
  )
    return true;
  // `officials said Monday`: the day of the telling.
  if (/^(?:since|until|by|said|told|announced|reported|added)$/u.test(words[phrase.at - 1]?.key ?? "")) return true;
  // `The ship, which departed Wednesday`, `After leaving Mersin on Tuesday, it reached …`
  const before = words.slice(Math.max(0, phrase.at - 12), phrase.at);
  const left = before.findLastIndex(({ key }) => /^(?:left|leaving|departed|departing|sailed|sailing)$/u.test(key));
  if (left > 0 && /^(?:after|which|that|who|having)$/u.test(before[left - 1]?.key ?? "")) return true;
  // `dün sabah meydana gelen heyelanda`: what is news today happened yesterday.
  if (phrase.from === today || words[phrase.at]?.kind === "word") return false;
  if (isInterview(words)) return true;
  for (let at = phrase.end; at < Math.min(words.length, phrase.end + 5); at += 1) {
    const key = words[at]?.key ?? "";
    if (words[at]?.key === "," || words[at]?.quoted === true) return false;
    if (!participle.test(key) || key.length < 5) continue;
    return !eventParticiple.test(key);
  }
  return hasPhrase(words, phrase.end, phrase.end + 3, lexicon.background.founded);
}
