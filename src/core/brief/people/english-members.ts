import type { Mention } from "./mention.js";
import type { Scene } from "./turkish-runs.js";

/** Words between a subject and its verb that mean the subject is another. */
export const apart = new Set(
  "said says told added noted after when while that because if although whether before until according where".split(
    " ",
  ),
);
/** They end a list behind the words of a meeting. */
const ends = new Set(
  "who which that where when while after before said says told as from for about over during amid since has had was were is are will to at on in ahead according if because during discussed discuss".split(
    " ",
  ),
);
const passingBefore = new Set(["behalf", "instead", "after", "late", "place", "honor", "honour", "memory", "named"]);
const reach = 26;

function isPassing(words: Scene["words"], mention: Mention): boolean {
  const last = words[mention.to - 1];
  if (mention.role === "passing") return true;
  if (last !== undefined && last.start < mention.end && mention.end < last.end) return true;
  const previous = words[mention.from - 1]?.key ?? "";
  const earlier = words[mention.from - 2]?.key ?? "";
  return (
    passingBefore.has(previous) ||
    (previous === "of" && passingBefore.has(earlier)) ||
    (previous === "the" && earlier === "of" && passingBefore.has(words[mention.from - 3]?.key ?? ""))
  );
}

/** Those named behind the words, as far as the list goes. */
export function membersBehind(
  words: Scene["words"],
  from: number,
  mentions: readonly Mention[],
  speech: boolean,
): Mention[] {
  const members: Mention[] = [];
  let at = from;
  let index = firstFrom(mentions, from);
  for (;;) {
    const mention = mentions[index];
    if (mention === undefined) break;
    const first = members.length === 0;
    // `attended by presidents of Malta and Libya, as well as Secretary General A`
    if (mention.from - at > (first ? (speech ? reach : 40) : 10)) break;
    if (!speech || !first) {
      if (first ? broken(words, at, mention.from, first) : !joined(words, at, mention.from)) break;
    } else if (words.slice(at, mention.from).some(({ quoted }) => quoted)) break;
    if (!isPassing(words, mention)) members.push(mention);
    at = mention.to;
    index += 1;
    if (speech) break;
  }
  return members;
}

function broken(words: Scene["words"], from: number, to: number, first: boolean): boolean {
  for (let at = from; at < to; at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted || word.text === ":") return !(word?.text === ":" && first);
    if (word.key === "as" && (words[at + 1]?.key === "well" || words[at - 1]?.key === "well")) continue;
    if (ends.has(word.key)) return true;
  }
  return false;
}

/** The subject: the last one named before the words in the same clause, and who is joined to it. */
export function membersBefore(words: Scene["words"], at: number, mentions: readonly Mention[]): Mention[] {
  let index = firstFrom(mentions, at) - 1;
  const last = mentions[index];
  if (last === undefined || at - last.to > reach || isPassing(words, last)) return [];
  for (let word = last.to; word < at; word += 1)
    if (apart.has(words[word]?.key ?? "") || words[word]?.quoted === true) return [];
  const members = [last];
  for (index -= 1; index >= 0; index -= 1) {
    const before = mentions[index];
    const behind = members[0];
    if (before === undefined || behind === undefined || !joined(words, before.to, behind.from)) break;
    if (!isPassing(words, before)) members.unshift(before);
  }
  return members;
}

const links = new Set([
  ",",
  "and",
  ";",
  "as",
  "well",
  "along",
  "with",
  "together",
  "the",
  "also",
  "alongside",
  "from",
  "of",
  "by",
  "his",
  "her",
  "its",
  "their",
  "wife",
  "husband",
  "spouse",
  "counterpart",
  "former",
  "ruling",
  "main",
  "opposition",
  "visiting",
  "outgoing",
  "incoming",
  "acting",
  "then",
  "both",
  "for",
]);

/** `A, who now chairs the union, and B`: what is told of the one before stands between commas. */
function isAside(words: Scene["words"], from: number, to: number): boolean {
  const closing = words[to - 1]?.key === "and" ? to - 2 : to - 1;
  if (words[from]?.text !== "," || words[from + 1]?.key !== "who" || words[closing]?.text !== ",") return false;
  return closing - from < 16 && !words.slice(from + 1, closing).some(({ kind, quoted }) => quoted || kind === "mark");
}

function joined(words: Scene["words"], from: number, to: number): boolean {
  if (isAside(words, from, to)) return true;
  if (to - from > 6) return false;
  for (let at = from; at < to; at += 1) {
    const word = words[at];
    const dash = word?.text === "–" && words[at - 1]?.capital === true;
    if (word === undefined || (!links.has(word.key) && !word.capital && !dash && word.kind !== "number")) return false;
    if (word.key === "as" && words[at + 1]?.key !== "well" && words[at - 1]?.key !== "well") return false;
  }
  return to > from;
}

/** Index of the first mention at or behind a word. */
export function firstFrom(mentions: readonly Mention[], at: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.from ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
