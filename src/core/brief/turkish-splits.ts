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
    const own = caseOf(words[next]?.key ?? "");
    // `… verilmesi ve … yapılmasına karar verildi`: the last one carries the case of both.
    if (words[next]?.quoted !== false || (own !== wanted && own !== "") || next - begin < shortest) continue;
    if (last - next - 1 <= shortest || servesAnother(words, next, last)) continue;
    ends.push(next);
    begin = next + 2;
  }
  if (ends.length === 0) return null;
  const tail = textOf(doc, words, last + 1, at + 1);
  return [...ends, last].map((end, number) => {
    const head = number === 0 ? start : (ends[number - 1] ?? 0) + 2;
    const deed = withCase(textOf(doc, words, head, end + 1), words[last]?.key ?? "");
    return { from: head, to: end === last ? at + 1 : end + 1, text: `${deed} ${tail}` };
  });
}

/** `… verilmesi` → `… verilmesine`, as the last of the row has it. */
function withCase(deed: string, last: string): string {
  const ending = /m[ae]s[ıi](n[ıiae]|n[ıi]n)$/u.exec(last)?.[1];
  const own = /m[ae]s([ıi])$/u.exec(deed)?.[1];
  if (ending === undefined || own === undefined) return deed;
  return deed + ending.replace(/[ae]/gu, own === "ı" ? "a" : "e").replace(/[ıi]/gu, own);
}

const serving = /^(?:yönelik|ilişkin|dair|için|amacıyla|dolayısıyla|üzere|kapsamında|konulu)$/u;

/** `… güçlendirilmesi ve … artırılmasına yönelik adım atılması`: the verbal noun belongs to the next one, not to the verb. */
function servesAnother(words: readonly Word[], at: number, last: number): boolean {
  for (let next = at + 2; next < last; next += 1) {
    if (words[next]?.quoted === false && caseOf(words[next]?.key ?? "") !== null)
      return serving.test(words[next + 1]?.key ?? "");
  }
  return false;
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

/** Behind what stands between an office and its name: `ise`, `yeniden`, `32 oyla`. */
function behindVotes(words: readonly Word[], at: number): number {
  let next = at;
  while (/^(?:ise|yeniden|tekrar)$/u.test(words[next]?.key ?? "") || words[next + 1]?.key === "oyla")
    next += words[next + 1]?.key === "oyla" ? 2 : 1;
  return next;
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
      const name = behindVotes(words, next);
      if (officeDative.test(key) && nameRun(words, name, end, lexicon.speech.offices) > name) {
        office = textOf(doc, words, from, next);
        next = name;
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

/** `Can Us başkan, Ece Al başkan vekili, Su Er üye seçildi`: each name before its own office. Null where it is built otherwise. */
export function splitPairs({ words, doc, lexicon }: Scene, { at }: Cue, start: number): Piece[] | null {
  const end = behindManners(words, at, lexicon.manners);
  const verb = textOf(doc, words, end, at + 1);
  const pieces: Piece[] = [];
  let from = start;
  for (let next = start; next <= end; next += 1) {
    const key = words[next]?.key ?? "";
    const closes =
      next === end || key === "," || (key === "ve" && closesOffice(words, next - 1, lexicon.speech.offices));
    if (!closes) continue;
    const own = pieces.length === 0 ? nameBefore(words, from, next) : from;
    const office = next === end ? next - own > 2 : closesOffice(words, next - 1, lexicon.speech.offices);
    const isPair = isName(words, own) && next - own <= 14 && office;
    if (isPair) pieces.push({ from: own, to: next, text: `${textOf(doc, words, own, next)} ${verb}` });
    else if (pieces.length > 0) return null;
    from = next + 1;
    if (key === "," && words[from]?.key === "ve") from += 1;
  }
  const last = pieces.at(-1);
  if (pieces.length < 2 || last === undefined || last.to !== end) return null;
  last.to = at + 1;
  return pieces;
}

/** Two capitals without a case ending. */
const isName = (words: readonly Word[], at: number): boolean =>
  words.slice(at, at + 2).filter(({ capital, key, quoted }) => capital && !quoted && !key.includes("'")).length === 2;

const closesOffice = (words: readonly Word[], at: number, offices: readonly string[]): boolean =>
  offices.includes(words[at]?.key ?? "") ||
  /(?:katibi|saymanı|üye|denetçi|l[ıi]ğ[ıi]n?[ae])$/u.test(words[at]?.key ?? "");

/** Where the name begins behind a frame (`Gizli oylamada Can Us başkan`). */
function nameBefore(words: readonly Word[], from: number, to: number): number {
  for (let at = to - 1; at > from; at -= 1)
    if (/[dt][ae]$/u.test(words[at - 1]?.key ?? "") && isName(words, at)) return at;
  return from;
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
