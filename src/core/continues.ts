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
/** A title so alike needs no people: the agency filed the story again. */
const refiled = 0.85;
/** Shorter titles are alike too often: daily columns, calls that come every week. */
const wordsToTrust = 4;
const similar = 0.5;
/** Of the smaller list of people, how much must stand in the other. */
const shared = 0.6;

/**
 * The known story that this one continues, or null: near-duplicate titles with the same people within 48 hours, a story
 * filed again under another id, or the same people on the same day in the other language. Of several the most alike.
 */
export function continuedBy<Known extends Outline>(story: Outline, known: readonly Known[]): Known | null {
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
}

/** 0 if they are two events; the more alike, the higher. */
function likeness(story: Outline, known: Outline): number {
  if (story.id === known.id) return 0;
  if (story.published !== null && known.published !== null && Math.abs(story.published - known.published) > window)
    return 0;
  const people = overlap(story.people.map(nameKey), known.people.map(nameKey));
  if (story.language !== known.language) {
    const sameDay = story.day !== null && story.day === known.day;
    return sameDay && people.count >= 2 && people.part >= shared ? people.part : 0;
  }
  const [words, others] = [titleWords(story.title), titleWords(known.title)];
  const title = dice(words, others);
  if (title >= refiled && Math.min(words.size, others.size) >= wordsToTrust) return 1 + title;
  return title >= similar && people.count >= 1 && people.part >= shared ? title + people.part : 0;
}

function overlap(a: string[], b: string[]): { count: number; part: number } {
  const other = new Set(b);
  const count = new Set(a.filter((name) => other.has(name))).size;
  const smaller = Math.min(new Set(a).size, other.size);
  return { count, part: smaller === 0 ? 0 : count / smaller };
}

/** Words without most of their suffixes: their first five letters. */
function titleWords(title: string): Set<string> {
  const words = title.split(/[^\p{L}\p{N}]+/u).map((word) => nameKey(word) || word);
  return new Set(words.filter((word) => /\p{L}{2}|\p{N}/u.test(word)).map((word) => word.slice(0, 5)));
}

function dice(a: Set<string>, b: Set<string>): number {
  if (a.size + b.size === 0) return 0;
  const common = [...a].filter((word) => b.has(word)).length;
  return (2 * common) / (a.size + b.size);
}
