import type { Word } from "../event-words.js";
import { istanbulDay, monthOf } from "../days.js";
import { looksParticiple } from "../turkish-forms.js";

/** Words of a clause that are looked at on either side. */
const reach = 12;

/** The last year that is past for a story: the one before, but not in the first weeks of a new year; null without a time. */
export function lastPastYear(published: number | null): number | null {
  if (published === null) return null;
  const { year, month } = monthOf(istanbulDay(published));
  return year - (month < 2 ? 2 : 1);
}

function isPast(word: Word, last: number): boolean {
  if (word.kind !== "number" || word.quoted || !/^(?:19|20)\d\d(?!\d|[.,:/]\d)/u.test(word.text)) return false;
  return Number.parseInt(word.text, 10) <= last;
}

/** `2005'te derneğe katıldı`: what the words at `at` tell was years before. */
export function isLongAgo(words: readonly Word[], at: number, last: number | null): boolean {
  if (last === null) return false;
  for (let back = at - 1; back >= Math.max(0, at - reach); back -= 1) {
    const word = words[back];
    if (word === undefined || word.kind === "mark" || looksParticiple(word.key)) return false;
    // `1911 tarihli mührü` says nothing of when.
    const when = /[dt][ae]$/u.test(word.text) || words[back + 1]?.key.startsWith("yılı") === true;
    if (when && isPast(word, last)) return true;
  }
  return false;
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const dayMs = 86_400_000;
/** Days after which what a story says of a day is no news of its own. */
const fresh = 4;

/** `On April 27, Kaya met Us`, in a story of May: an earlier meeting. */
export function isOfEarlierDay(words: readonly Word[], published: number | null): boolean {
  if (published === null || words[0]?.key !== "on" || words[1]?.capital !== true) return false;
  const month = months.indexOf(words[1].key.slice(0, 3));
  const day = words[2]?.text === "." ? words[3] : words[2];
  if (month < 0 || day?.kind !== "number" || !/^\d{1,2}$/u.test(day.text)) return false;
  const { year } = monthOf(istanbulDay(published));
  return published - Date.UTC(year, month, Number(day.text)) > (fresh + 1) * dayMs;
}

/** `met with Kaya in 1990`, `In 1999, Us joined …`. */
export function wasLongAgo(words: readonly Word[], at: number, last: number | null): boolean {
  if (last === null) return false;
  const first = words[1];
  if (first !== undefined && (words[0]?.key === "in" || words[0]?.key === "since") && isPast(first, last)) return true;
  for (let next = at + 1; next < Math.min(words.length, at + reach); next += 1) {
    const word = words[next];
    if (word === undefined || word.kind === "mark") return false;
    if (isPast(word, last)) return words[next - 1]?.key === "in" || words[next - 1]?.key === "since";
  }
  return false;
}
