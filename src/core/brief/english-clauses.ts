import type { Scene } from "./decision-parts.js";
import { trimStart } from "./decision-parts.js";
import type { Word } from "./event-words.js";
import { phraseAt, textOf } from "./event-words.js";

interface Start {
  /** Index of the clause's first word. */
  start: number;
  /** Subject of the sentence, where the clause has none of its own; else empty. */
  subject: string;
}

/** Where the clause of the verb at `at` begins; `behind` is the end of the decision verb before it, 0 for none. */
export function startOfClause(scene: Scene, behind: number, at: number): Start {
  const { words, doc, lexicon } = scene;
  let start = 0;
  for (let back = at - 1; back >= behind; back -= 1) {
    if (words[back]?.key === ";" && words[back]?.quoted === false) {
      start = back + 1;
      break;
    }
  }
  if (behind > 0 && start === 0) start = joinBefore(words, behind, at);
  const from = trimStart(words, start, at, lexicon);
  const bare = isBare(words, from, at, lexicon.manners);
  if (!bare) return { start: from, subject: "" };
  return { start: from, subject: subjectOf(words, (one, two) => textOf(doc, words, one, two), lexicon.openers) };
}

/** Behind the last `and`, `while` or comma before the verb. */
export function joinBefore(words: readonly Word[], from: number, at: number, none = at): number {
  // `A and B signed X, while C and D signed Y`: what joins clauses goes before what joins names.
  let clause = at - 1;
  while (clause > from && (words[clause]?.key !== "while" || words[clause]?.quoted === true)) clause -= 1;
  if (clause > from) return clause + 1;
  for (let back = at - 1; back > from; back -= 1) {
    const key = words[back]?.key ?? "";
    if (key === "and" && joinsTwo(words, from, back)) continue;
    if (words[back]?.quoted !== true && (key === "and" || key === "," || key === "while" || key === "but"))
      return back + 1;
  }
  return none;
}

/** `an accord between A and B was signed`: the word joins the two sides, no clauses. */
function joinsTwo(words: readonly Word[], from: number, at: number): boolean {
  for (let back = at - 1; back > Math.max(from, at - 24); back -= 1) {
    const key = words[back]?.key ?? "";
    if (key === "between") return true;
    if (key === "and" || key === "while" || key === ";") return false;
  }
  return false;
}

/** Nothing but adverbs between the join and the verb: `… and unanimously adopted`. */
function isBare(words: readonly Word[], from: number, at: number, manners: readonly string[]): boolean {
  for (let next = from; next < at; next += 1) {
    const key = words[next]?.key ?? "";
    if (!manners.includes(key) && !key.endsWith("ly") && key !== "have" && key !== "has") return false;
  }
  return true;
}

const verbLike = /(?:ed|met|held|took|gave|came|made|was|were|has|have|said)$/u;

/** The words before the first verb of the sentence, behind a frame that a comma closes (`At the meeting, …`). */
export function subjectOf(
  words: readonly Word[],
  cut: (from: number, to: number) => string,
  openers: readonly string[],
): string {
  let from = 0;
  const opener = phraseAt(words, 0, openers);
  if (opener > 0) from = words[opener]?.key === "," ? opener + 1 : opener;
  if (
    /^(?:at|in|on|during|after|following|under|as|with|within|according|speaking|by)$/u.test(words[from]?.key ?? "")
  ) {
    while (from < words.length && words[from]?.key !== ",") from += 1;
    from += 1;
  }
  for (let at = from; at < Math.min(words.length, from + 40); at += 1) {
    const word = words[at];
    if (word === undefined || word.kind !== "word") continue;
    if (word.key === "will" || (verbLike.test(word.key) && !word.capital && !isAdjective(words, at)))
      return cut(from, at);
  }
  return "";
}

/** `the united nations`, `the signed text`: a participle between an article and a noun. */
function isAdjective(words: readonly Word[], at: number): boolean {
  return /^(?:the|a|an|of|and)$/u.test(words[at - 1]?.key ?? "");
}

/** Index behind the clause: before the next decision verb's join and before a tail that names the source. */
export function endOfClause({ words, lexicon }: Scene, from: number, next: number): number {
  let end = next < words.length ? joinBefore(words, from, next) - 1 : words.length;
  if (end <= from) end = next;
  for (let at = from; at < end; at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted || word.key !== ",") continue;
    if (aside.test(words[at + 1]?.key ?? "") || willOther(words, at + 1) || isTail(words, at + 1, end, lexicon.tails))
      return at;
  }
  while (end > from && (words[end - 1]?.kind === "mark" || /^(?:and|but|while)$/u.test(words[end - 1]?.key ?? ""))) {
    if ("\"”»')%".includes(words[end - 1]?.text ?? " ")) break;
    end -= 1;
  }
  return end;
}

/** `…, Malta will host the next one`: somebody else's future. */
function willOther(words: readonly Word[], from: number): boolean {
  for (let at = from; at < from + 10; at += 1) {
    if (words[at] === undefined || words[at]?.kind === "mark" || words[at]?.key === "which") return false;
    if (words[at]?.key === "will") return at > from;
  }
  return false;
}

/** Behind a comma these open a clause that says something else. */
const aside =
  /^(?:held|which|who|where|whose|hosted|attended|as|during|amid|following|while|after|ahead|marking|bringing|led|chaired)$/u;

/** A stretch up to the end of the sentence that holds a verb of telling and no further comma clause. */
function isTail(words: readonly Word[], from: number, end: number, tails: readonly string[]): boolean {
  for (let at = from; at < Math.min(end, from + 14); at += 1) {
    if (words[at]?.key === ",") return false;
    if (phraseAt(words, at, tails) > 0) return true;
  }
  return false;
}

/** Verbs of `actions` that are nouns as well: `training and exchange programs`. Behind a bare `and` they split nothing. */
const alsoNouns = new Set(
  "support exchange share train work help finance fund form run act set step open offer host draft increase boost contract plan trade transport invest train reduce launch aid use study visit send".split(
    " ",
  ),
);

/** Indices at which a further verb of one list begins (`to widen …, carry out … and to hold …`) in `words[from..to]`. */
export function deedsIn({ words, lexicon }: Scene, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at += 1) {
    const key = words[at]?.key ?? "";
    if (words[at]?.quoted !== false || !lexicon.actions.includes(key)) continue;
    let join = at - 1;
    while (/^(?:to|will|also|jointly)$/u.test(words[join]?.key ?? "")) join -= 1;
    const marked = join < at - 1;
    const before = words[join]?.key ?? "";
    if (before !== "," && before !== "and") continue;
    const next = words[at + 1];
    const takesObject =
      next?.kind === "number" || /^(?:a|an|the|its|their|more|all|each|every|two|three)$/u.test(next?.key ?? "");
    const doubtful = before === "and" && !marked && alsoNouns.has(key) && words[join - 1]?.key !== ",";
    if (doubtful && !takesObject) continue;
    if (
      next === undefined ||
      next.kind === "mark" ||
      /^(?:and|of|in|for|between|on|programs?|projects?|policies|policy)$/u.test(next.key)
    )
      continue;
    found.push(at);
  }
  return found;
}

/** The single deeds behind `agreed to …`, each `words[from..to]` without the words that join them. */
export function splitDeeds(scene: Scene, from: number, to: number): (readonly [number, number])[] {
  const { words } = scene;
  if (words[from]?.key !== "to") return [[from, to]];
  const starts = [from, ...deedsIn(scene, from + 3, to)];
  return starts.map((start, number) => {
    let stop = starts[number + 1] ?? to;
    while (stop > start && /^(?:,|and|to|will|also|jointly)$/u.test(words[stop - 1]?.key ?? "")) stop -= 1;
    return [start, stop] as const;
  });
}
