import { isoOf, istanbulDay } from "./brief/days.js";
import { nameKey } from "./name-key.js";

/** What is compared of two stories. Times are epoch ms. */
export interface Outline {
  id: string;
  language: string;
  title: string;
  published: number | null;
  /** Names of the attendees. */
  people: readonly string[];
  /** Day of the event, where the brief has one. */
  day: string | null;
}

const window = 48 * 60 * 60 * 1_000;
/** Shorter titles are alike too often: daily columns, calls that come every week. */
const wordsToTrust = 4;
const similar = 0.5;
/** One common person is too often a president who attends everything. */
const peopleToTrust = 2;
/** Of the smaller list of people, how much must stand in the other. */
const shared = 0.6;

/** What is made of a text, kept for the next time: each story is compared with all of two days. Forgets all when it knows `most`. */
function remembered<Made>(make: (text: string) => Made, most = 5_000): (text: string) => Made {
  const known = new Map<string, Made>();
  return (text) => {
    const old = known.get(text);
    if (old !== undefined) return old;
    if (known.size >= most) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}

/** What a title is compared by. `key` keeps the endings, `words` does not. */
interface Title {
  key: string;
  words: Word[];
}

/**
 * Returns what finds the known story that one continues, or null. Within 48 hours these continue: the same title under another id; alike
 * titles, of which not each names something else, with the same people on the same day; the same people on the same day
 * in the other language. Where that is in doubt a story is its own. Of several the most alike.
 */
export function createContinuedBy() {
  const nameOf = remembered(nameKey);
  const titleOf = remembered((title): Title => {
    const key = split(title)
      .map((word) => word.key)
      .join(" ");
    return { key, words: titleWords(title) };
  });

  /** 0 if they are two events; the more alike, the higher. */
  function likeness(story: Outline, known: Outline): number {
    if (story.id === known.id) return 0;
    if (story.published !== null && known.published !== null && Math.abs(story.published - known.published) > window)
      return 0;
    const people = overlap(story.people.map(nameOf), known.people.map(nameOf));
    const day = dayOf(story);
    const sameDay = day !== null && day === dayOf(known);
    const samePeople = sameDay && people.count >= peopleToTrust && people.part >= shared;
    if (story.language !== known.language) return samePeople ? people.part : 0;
    const [title, other] = [titleOf(story.title), titleOf(known.title)];
    const strangers = people.count === 0 && story.people.length > 0 && known.people.length > 0;
    // Endings count: to Gaza is not from Gaza.
    if (title.words.length >= wordsToTrust && title.key === other.key && !strangers) return 3;
    if (!samePeople || eachNamesOther(title.words, other.words)) return 0;
    const alike = dice(title.words, other.words);
    return alike >= similar ? alike + people.part : 0;
  }

  return function continuedBy<Known extends Outline>(story: Outline, known: readonly Known[]): Known | null {
    let best: Known | null = null;
    let most = 0;
    for (const candidate of known) {
      const score = likeness(story, candidate);
      if (score > most) {
        best = candidate;
        most = score;
      }
    }
    return best;
  };
}

/** Day of the event; of a brief without one the day of publication, in Türkiye. */
function dayOf({ day, published }: Outline): string | null {
  if (day !== null || published === null) return day;
  return isoOf(istanbulDay(published));
}

function overlap(a: string[], b: string[]): { count: number; part: number } {
  const other = new Set(b);
  const count = new Set(a.filter((name) => other.has(name))).size;
  const smaller = Math.min(new Set(a).size, other.size);
  return { count, part: smaller === 0 ? 0 : count / smaller };
}

/** `firm`: a name or a number, which tells one event from the next of its kind. */
interface Word {
  key: string;
  firm: boolean;
}

/** What agencies write before the title of a story that they filed again. */
const label = /^(?:güncelleme|update|son dakika|breaking)(?:\s*\d+)?\s*[-–:]\s*/iu;
const numeral =
  /^(?:iki|üç|dört|beş|altı|yedi|sekiz|dokuz|on|yirmi|otuz|kırk|elli|altmış|yetmiş|seksen|doksan|yüz|bin|milyon|milyar|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|billion|second|third|fourth|fifth)(?:[ıiuü]?nc[ıiuü])?$/u;

/** The words without what an apostrophe ties to them: `Gazze'ye` is `Gazze`. */
function titleWords(title: string): Word[] {
  return split(title.normalize("NFC").replace(/(?<=[\p{L}\p{N}])['’]\p{Ll}+/gu, ""));
}

function split(title: string): Word[] {
  const words = title
    .normalize("NFC")
    .replace(label, "")
    .split(/[^\p{L}\p{N}]+/u);
  return words
    .filter((word) => word !== "")
    .map((word) => ({
      // `nameKey` drops digits: COP29 and COP30 are two.
      key: (/\p{N}/u.test(word) ? "" : nameKey(word)) || word,
      firm: /^\p{Lu}|\p{N}/u.test(word) || numeral.test(word),
    }));
}

/** Gaza here and Sudan there are two events; a name or number that only one of the titles adds is no sign of that. */
function eachNamesOther(a: readonly Word[], b: readonly Word[]): boolean {
  return [without(a, b), without(b, a)].every((rest) => rest.some(({ firm }) => firm));
}

function without(words: readonly Word[], others: readonly Word[]): Word[] {
  return words.filter((word) => !others.some((other) => isSame(word, other)));
}

/** Long names may have an ending without apostrophe (Teşkilatı, Teşkilatının); Niger and Nigeria stay two. */
const longName = 7;
const stem = 5;

function isSame(a: Word, b: Word): boolean {
  if (a.key === b.key) return true;
  if (!a.firm || !b.firm) return a.key.slice(0, stem) === b.key.slice(0, stem);
  const shorter = Math.min(a.key.length, b.key.length);
  return shorter >= longName && (a.key.startsWith(b.key) || b.key.startsWith(a.key));
}

function dice(a: readonly Word[], b: readonly Word[]): number {
  if (a.length + b.length === 0) return 0;
  return 1 - (without(a, b).length + without(b, a).length) / (a.length + b.length);
}
