import { commitmentsOf } from "./commitments.js";
import type { Finding, Scene } from "./decision-parts.js";
import { fits, hasParty, isPast, nounAt, trimStart } from "./decision-parts.js";
import type { Word } from "./event-words.js";
import { asSentence, phraseAt } from "./event-words.js";
import { onceFor, perForm } from "./forms.js";
import type { DecisionRow, EventsLexicon } from "./lexicon-events.js";
import type { Cue } from "./turkish-clauses.js";
import { meetingNoun, tellingText, writeTurkish } from "./turkish-clauses.js";
import type { Shape } from "./turkish-forms.js";
import { isFiniteVerb, isPassive, looksParticiple, verbForms } from "./turkish-forms.js";
import { behindManners, ownStart, splitNouns, splitPairs, splitPeople, withSubject } from "./turkish-splits.js";
import { speaksForAll, subjectBefore } from "./turkish-subject.js";

interface Form {
  row: DecisionRow;
  stem: string;
  shape: Shape;
  words: string[][];
}

/** The rows that have a verb of this form; null for none. */
const formsIn = onceFor((rows: readonly DecisionRow[]) => {
  const forms = new Map<string, Form[]>();
  for (const row of rows) {
    const words = row.words.map((entry) => entry.split(" ").toReversed());
    for (const stem of row.verbs) {
      for (const [form, shape] of verbForms(stem)) {
        // `olarak` and `olan` are words of their own.
        if (stem === "ol" && shape !== "past" && shape !== "while") continue;
        const same = forms.get(form);
        if (same === undefined) forms.set(form, [{ row, stem, shape, words }]);
        else same.push({ row, stem, shape, words });
      }
    }
  }
  return perForm(({ kind, key }) => (kind === "word" ? (forms.get(key) ?? null) : null));
});

/** Decisions of one Turkish sentence, in its order. */
export function readTurkish(scene: Scene): Finding[] {
  const found: Finding[] = [];
  const cues = readCues(scene);
  if (cues.length === 0) return commitmentsOf(scene, 0);
  const breaks = new Set(cues.filter((cue) => isBreak(scene, cue)).map(({ at }) => at));
  for (const at of readDiscussed(scene)) breaks.add(at);
  for (let at = 0; at < scene.words.length; at += 1) {
    const text = tellingText(scene.words, at, scene.lexicon);
    if (text >= 0) breaks.add(text);
  }
  for (const cue of cues) {
    for (const finding of settle(scene, cue, breaks)) found.push(finding);
  }
  const ends = new Set(found.map(({ end }) => end));
  const settled = scene.settled || found.some(({ kind }) => kind === "signed" || kind === "agreed");
  // `imzalanan protokolle … kurulacak`: the future's clause begins behind the text it stands under.
  const behind = found.reduce((last, { firm, end }) => (firm ? last : Math.max(last, end)), 0);
  for (const one of commitmentsOf({ ...scene, settled }, behind)) if (!ends.has(one.end)) found.push(one);
  return found;
}

/** Behind a decision told in passing (`karar verilen toplantıda …`) another clause begins. */
function isBreak({ words }: Scene, { shape, at }: Cue): boolean {
  if (shape === "past" || shape === "factObject" || shape === "after") return false;
  return shape !== "fact" || meetingNoun.test(words[at + 1]?.key ?? "");
}

function readCues(scene: Scene): Cue[] {
  const { words, lexicon } = scene;
  const formsOf = formsIn(lexicon.decisions);
  const cues: Cue[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const same = word === undefined || word.quoted ? null : formsOf(word);
    if (same === null) continue;
    for (const form of same) {
      const near = form.words.length === 0 ? at : behindManners(words, at, lexicon.manners);
      const from = fixedFrom(words, at, form.words) ?? fixedFrom(words, near, form.words);
      if (from === null) continue;
      const { row, stem, shape } = form;
      // `kabul edilerek karara bağlandı` is one.
      if (shape === "converb" && words[at + 1]?.key === "karara") continue;
      if (!allowed(scene, row, from, at, shape)) continue;
      // `… vurgulayan bakanlar`: who speaks stands behind the verb.
      const behind = shape === "participle" && phraseAt(words, at + 1, lexicon.parties) > 0;
      if (row.only !== undefined && !isPassive(stem) && !behind && !speaksForAll(scene, from)) continue;
      cues.push({ row, stem, shape, from, at });
      break;
    }
  }
  return cues;
}

/** Index of the first of the row's fixed words before the verb; the verb's own if it has none; null if they are missing. */
export function fixedFrom(words: readonly Word[], at: number, fixed: string[][]): number | null {
  if (fixed.length === 0) return at;
  // `çağrısında da bulunuldu`
  const also = words[at - 1]?.key === "da" || words[at - 1]?.key === "de" ? 1 : 0;
  const stands = (part: string, key: string) => (part.startsWith("-") ? key.endsWith(part.slice(1)) : key === part);
  const phrase = fixed.find((parts) =>
    parts.every((part, index) => stands(part, words[at - 1 - also - index]?.key ?? "")),
  );
  if (phrase === undefined) return null;
  // An ending (`-masında anlaştı`) belongs to the clause, not to the verb.
  return phrase[0]?.startsWith("-") === true ? at : at - also - phrase.length;
}

export function allowed(scene: Scene, row: DecisionRow, from: number, at: number, shape: Shape): boolean {
  const { words, lexicon, declaration } = scene;
  if (row.only === "declaration" && !declaration) return false;
  if (row.only === "parties" && !declaration && !hasParty(words, 0, Math.min(from, 14), lexicon)) return false;
  const near = behindManners(words, from, lexicon.manners);
  const before = words[near - 1];
  // `… kutlanması kabul edildi`: what is accepted is a deed.
  if (row.near < 12 && row.kind === "decided" && /m[ae]s[ıi](?:n[ıi])?$/u.test(before?.key ?? "")) return true;
  // `Yılmaz'ı kabul etti`: a person is received, whatever text was named earlier.
  const named = before !== undefined && before.capital && before.key.includes("'");
  if (row.near < 12 && named && nounAt(words, near - 1, lexicon.documents) === 0) return false;
  // `bütçe 3 milyar lira olarak kabul edildi`
  const wide = before?.key === "olarak" ? near - row.near - 4 : near - row.near;
  const stretches: [number, number][] = [[wide, near]];
  if (shape === "participle") stretches.push([at + 1, at + 6]);
  return fits(words, row, stretches, lexicon);
}

/** Where a "was discussed" stands as a participle: what follows is another clause. */
function readDiscussed({ words, lexicon }: Scene): number[] {
  const ends: number[] = [];
  const formsOf = discussedIn(lexicon.discussed);
  words.forEach((word, at) => {
    const same = formsOf(word);
    if (same !== null && same.some((parts) => endsAt(words, at, parts))) ends.push(at);
  });
  return ends;
}

/** Whether the parts, last first, stand right before `at`. */
const endsAt = (words: readonly Word[], at: number, parts: readonly string[]) =>
  parts.every((part, back) => words[at - 1 - back]?.key === part);

/** The words before a "was discussed" of this form, last first; null for other words. */
const discussedIn = onceFor((discussed: EventsLexicon["discussed"]) => {
  const index = new Map<string, string[][]>();
  for (const entry of discussed) {
    const parts = entry.split(" ");
    const stem = parts.pop() ?? "";
    for (const [form, shape] of verbForms(stem)) {
      if (shape !== "fact" && shape !== "while") continue;
      index.set(form, [...(index.get(form) ?? []), parts.toReversed()]);
    }
  }
  return perForm(({ key }) => index.get(key) ?? null);
});

const longestClause = 120;
const ofThese = /^(?:tamamı|tümü|hepsi|ikisi)$/u;

/** Index of the first word of the clause that the cue closes. */
function clauseStart(scene: Scene, cue: Cue, breaks: ReadonlySet<number>): number {
  const { words, lexicon } = scene;
  // A clause of more words than that is none; the limit keeps the cost in proportion to the text.
  const limit = Math.max(0, cue.from - longestClause);
  let start = limit;
  for (let at = cue.from - 1; at >= limit; at -= 1) {
    const word = words[at];
    if (word === undefined || word.quoted) continue;
    const next = words[at + 1]?.key ?? "";
    // `Üç teklif görüşüldü ve tamamı kabul edildi`: what was accepted stands before the join.
    const joined = (next === "," || next === "ve" || next === "ancak") && !ofThese.test(words[at + 2]?.key ?? "");
    const closes =
      word.key === ";" ||
      breaks.has(at) ||
      (joined && ((isFiniteVerb(word) && !word.capital) || /[ae]rken$|[ıiuü]rken$|zken$/u.test(word.key))) ||
      (joined && cue.shape !== "past" && looksParticiple(word.key));
    if (!closes) continue;
    start = at + 1;
    break;
  }
  return trimStart(words, start, cue.from, lexicon);
}

const splitting = new Set(["decided", "agreed", "called", "committed"]);

function settle(scene: Scene, cue: Cue, breaks: ReadonlySet<number>): Finding[] {
  const { words, doc, sentence, index } = scene;
  const { row, stem, at, shape } = cue;
  const start = clauseStart(scene, cue, breaks);
  // Told by a speaker, the year stands anywhere before it: `geçen yılki zirvede … kabul ettiklerini açıkladı`.
  // A converb's day may stand behind it: `onaylanarak 8 Mayıs'ta başlandı`.
  if (isPast(scene, shape === "factObject" ? 0 : start, shape === "converb" ? words.length : at + 1)) return [];
  const made = writeTurkish(scene, cue, start);
  if (made === null) return [];
  const firm =
    shape === "past" || shape === "while" || made.told === true || row.words.length > 0 || row.only === "declaration";
  const whole = (from: number, to: number, text: string): Finding[] => {
    const first = words[from];
    const last = words[to - 1];
    if (first === undefined || last === undefined) return [];
    const { part } = sentence;
    const written = asSentence(text, doc.language);
    return [{ kind: row.kind, text: written, start: first.start, end: last.end, sentence: index, part, firm }];
  };
  const pieces =
    shape !== "past"
      ? null
      : row.kind === "elected"
        ? (splitPeople(scene, cue, start) ?? splitPairs(scene, cue, start))
        : splitting.has(row.kind)
          ? splitNouns(scene, cue, start)
          : null;
  if (pieces !== null) {
    return pieces.flatMap((piece, number) => {
      const from = number === 0 ? ownStart(scene, piece.from, piece.to, stem) : piece.from;
      return whole(from, piece.to, withSubject(scene, piece, number, stem));
    });
  }
  const subject = shape === "past" && !isPassive(stem) ? subjectBefore(scene, start) : "";
  return whole(ownStart(scene, start, at, stem), made.end + 1, subject === "" ? made.text : `${subject}, ${made.text}`);
}
