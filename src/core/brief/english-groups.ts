import type { Word } from "./event-words.js";
import type { PeopleLexicon } from "./people/lexicon.js";
import { phraseOf } from "./people/phrases.js";

/** An English group is a noun with its adjectives; these begin a clause. */
const clauseWords = new Set(
  "he she it they that which who is are was were has had to said on in at met after before during following amid".split(
    " ",
  ),
);
/** An English group: its head stands near the front, `representatives of donor companies`, or ends it. */
export function englishGroup(
  words: readonly Word[],
  from: number,
  to: number,
  lexicon: PeopleLexicon,
): { start: number; end: number } | null {
  let end = to;
  while (end > from && trailing.has(words[end - 1]?.key ?? "")) end -= 1;
  let start = from;
  while (start < end && articles.has(words[start]?.key ?? "")) start += 1;
  let head = -1;
  for (let at = start; at < end && at - start < 6; at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted || clauseWords.has(word.key)) return null;
    // `the eighth meeting of ministers`, but `dozens of students`.
    if (head === -1 && word.key === "of" && !partOf.test(words[at - 1]?.key ?? "")) return null;
    if (lexicon.groupHeads.has(word.key)) head = at;
    else if (head !== -1) break;
  }
  // `the ministers' meeting`
  if (head === -1 || /^['’]/u.test(words[head + 1]?.text ?? "") || words[head]?.text.endsWith("'") === true)
    return null;
  const goesOn = complements.has(words[head + 1]?.key ?? "");
  if (!goesOn) end = Math.min(end, head + 1);
  for (let at = head; at < end; at += 1) if (clauseWords.has(words[at]?.key ?? "")) end = at;
  const first = words[start - countriesBefore(words, start, lexicon)];
  const last = words[end - 1 + countriesBehind(words, end, lexicon)];
  if (first === undefined || last === undefined || end - start < 2) return null;
  return { start: first.start, end: last.end };
}

const partOf = /^(?:number|dozens|hundreds|thousands|scores|group|delegations?|team|members|representatives|heads)$/u;

const countryAt = (words: readonly Word[], at: number, { countries }: PeopleLexicon): number =>
  phraseOf(words, at, countries)?.length ?? 0;

/** `Azerbaijani, Georgian and Turkish ministers`: how many words before the last of the countries. */
function countriesBefore(words: readonly Word[], from: number, lexicon: PeopleLexicon): number {
  let start = from;
  while (
    countryAt(words, start, lexicon) === 1 &&
    /^(?:,|and)$/u.test(words[start - 1]?.key ?? "") &&
    countryAt(words, start - 2, lexicon) === 1
  )
    start -= 2;
  return from - start;
}

/** `ministers of Türkiye, Azerbaijan and Georgia`: how many words behind the first of the countries. */
function countriesBehind(words: readonly Word[], to: number, lexicon: PeopleLexicon): number {
  let end = to;
  if (countryAt(words, end - 1, lexicon) === 0) return 0;
  for (;;) {
    let next = end;
    while (/^(?:,|and|the)$/u.test(words[next]?.key ?? "")) next += 1;
    const length = next > end && next - end < 4 ? countryAt(words, next, lexicon) : 0;
    if (length === 0) return end - to;
    end = next + length;
  }
}

const trailing = new Set(["also", "both", "jointly", "together", "all"]);
const articles = new Set(["the", "a", "an", "also", "some", "both"]);
const complements = new Set(["of", "from", "representing"]);
