import type { Scene } from "./decision-parts.js";
import type { Word } from "./event-words.js";
import { phraseAt, textOf } from "./event-words.js";
import type { Cue } from "./turkish-clauses.js";
import { isPassive } from "./turkish-forms.js";
import { isSubject, subjectBefore } from "./turkish-subject.js";

/** One decision of a clause that holds several: `words[from..to]` is its own part, `text` stands alone. */
export interface Piece {
  from: number;
  to: number;
  text: string;
}

const verbalNoun = /^.{2,}m[ae](?:s[ıi](n[ıiae]|n[ıi]n)?|(y[ıi])|(k))$/u;
const shortest = 2;

/** What case a verbal noun stands in (`kurulması`: "", `kurulmasına`: "na"); null for other words. */
function caseOf(key: string): string | null {
  const match = verbalNoun.exec(key);
  if (match === null || key.length < 6) return null;
  return (match[1] ?? match[2] ?? match[3] ?? "").replace(/[ıiae]/gu, "");
}

/** `A'nın kurulması, B'nin açılması ve C'nin yapılması kararlaştırıldı` is three decisions; null for a single one. */
export function splitNouns({ words, doc }: Scene, { from, at }: Cue, start: number): Piece[] | null {
  let last = -1;
  for (let back = from - 1; back >= Math.max(start, from - 5) && last < 0; back -= 1) {
    if (caseOf(words[back]?.key ?? "") !== null && words[back]?.quoted === false) last = back;
  }
  const wanted = caseOf(words[last]?.key ?? "");
  if (wanted === null) return null;
  const ends: number[] = [];
  let begin = start;
  for (let next = start; next < last; next += 1) {
    const join = words[next + 1]?.key ?? "";
    if (join !== "," && join !== "ve") continue;
    if (words[next]?.quoted !== false || caseOf(words[next]?.key ?? "") !== wanted || next - begin < shortest) continue;
    if (last - next - 1 <= shortest) continue;
    ends.push(next);
    begin = next + 2;
  }
  if (ends.length === 0) return null;
  const tail = textOf(doc, words, last + 1, at + 1);
  return [...ends, last].map((end, number) => {
    const head = number === 0 ? start : (ends[number - 1] ?? 0) + 2;
    return { from: head, to: end === last ? at + 1 : end + 1, text: `${textOf(doc, words, head, end + 1)} ${tail}` };
  });
}

/** Index behind the last word before `to` that does not only say how (`oy birliğiyle`, a closing mark). */
export function behindManners(words: readonly Word[], to: number, manners: readonly string[]): number {
  let near = to;
  for (;;) {
    const one = words[near - 1];
    const two = `${words[near - 2]?.key ?? ""} ${one?.key ?? ""}`;
    if (one !== undefined && (manners.includes(one.key) || one.text === '"' || one.text === "”")) near -= 1;
    else if (manners.includes(two)) near -= 2;
    else return near;
  }
}

const officeDative = /(?:[ıiuü]n[ae]|l[ıi]ğ[ae]|l[ae]r[ae]|göreve|üyeliğe)$/u;
const joining = new Set([",", "ve", "ile"]);

/**
 * `Başkanlığa Ece Al, kurul üyeliklerine Can Us ve Su Er seçildi`: one decision for each person. Null for a single one
 * and where the clause is built otherwise.
 */
export function splitPeople({ words, doc, lexicon }: Scene, { at }: Cue, start: number): Piece[] | null {
  const pieces: Piece[] = [];
  const end = behindManners(words, at, lexicon.manners);
  const verb = textOf(doc, words, end, at + 1);
  let office = "";
  let from = start;
  let next = start;
  while (next < end) {
    const run = nameRun(words, next, end, lexicon.speech.offices);
    if (run === next || office === "") {
      // Words of an office, up to its dative.
      const key = words[next]?.key ?? "";
      next += 1;
      if (
        officeDative.test(key) &&
        nameRun(words, next + (words[next]?.key === "ise" ? 1 : 0), end, lexicon.speech.offices) > next
      ) {
        if (words[next]?.key === "ise") next += 1;
        office = textOf(doc, words, from, next);
      }
      continue;
    }
    pieces.push({ from, to: run, text: `${office} ${textOf(doc, words, next, run)} ${verb}` });
    if (run === end) break;
    if (!joining.has(words[run]?.key ?? "")) return null;
    from = run + 1;
    next = from;
    // A name alone shares the office before it; anything else opens the next office.
    const other = nameRun(words, next, end, lexicon.speech.offices);
    if (other === next || !(other === end || joining.has(words[other]?.key ?? ""))) office = "";
  }
  const last = pieces.at(-1);
  if (pieces.length < 2 || last === undefined || last.to !== end) return null;
  last.to = at + 1;
  return pieces;
}

/** Index behind the run of capitals at `at` that can be a person with office; `at` itself if there is none. */
function nameRun(words: readonly Word[], at: number, to: number, offices: readonly string[]): number {
  let end = at;
  while (end < Math.min(to, at + 10)) {
    const word = words[end];
    if (word === undefined || word.quoted || !word.capital || word.kind !== "word" || word.key.includes("'")) break;
    end += 1;
  }
  const last = words[end - 1]?.key ?? "";
  return end > at && end - at <= 9 && !offices.includes(last) ? end : at;
}

/**
 * Index of the first word of the clause's own part: behind a frame (`Toplantıda,`) and, with an active verb, behind the
 * subject (`Bakanlar,`), which the sentence keeps.
 */
export function ownStart({ words, lexicon }: Scene, start: number, end: number, stem: string): number {
  let own = start;
  for (let at = start; at < Math.min(end - 2, start + 16); at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted || word.kind === "number") return own;
    const party = phraseAt(words, at, lexicon.parties);
    if (party > 0 && words[at + party]?.key === "ayrıca") return at + party + 1;
    if (words[at + 1]?.key !== ",") continue;
    if (!isFrame(word, at - own) && !(own === start && !isPassive(stem) && isSubject(word))) return own;
    own = at + 2;
    at += 1;
  }
  return own;
}

function isFrame(word: Word, before: number): boolean {
  return (
    before < 5 &&
    /(?:[dt][ae]|ardından|sonunda|sırasında|sonrasında|kapsamında)$/u.test(word.key) &&
    word.key !== "arasında"
  );
}

/** The piece's sentence, with the subject from the first one where the verb is active. */
export function withSubject(scene: Scene, piece: Piece, number: number, stem: string): string {
  if (number === 0 || isPassive(stem)) return piece.text;
  const subject = subjectBefore(scene, piece.from);
  return subject === "" ? piece.text : `${subject}, ${piece.text}`;
}
