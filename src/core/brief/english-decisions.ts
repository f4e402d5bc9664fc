import type { Elected } from "./english-elected.js";
import { splitElected } from "./english-elected.js";
import { englishCommitments } from "./english-commitments.js";
import { endOfClause, splitDeeds, startOfClause } from "./english-clauses.js";
import type { Finding, Scene } from "./decision-parts.js";
import { fits, hasParty, isPast, nounAt, nounIn } from "./decision-parts.js";
import type { Word } from "./event-words.js";
import { asSentence, hasPhrase, listWith, phraseAt, textOf } from "./event-words.js";
import type { DecisionRow, EventsLexicon } from "./lexicon-events.js";

/** A verb of a row at `words[at..at+length]`. */
interface Cue {
  row: DecisionRow;
  at: number;
  length: number;
  passive: boolean;
}

const being = new Set(["was", "were", "been", "being", "is", "are"]);

/** Decisions of one English sentence, in its order. */
export function readEnglish(scene: Scene): Finding[] {
  const cues = readCues(scene);
  const found: Finding[] = [];
  cues.forEach((cue, number) => {
    for (const one of settle(scene, cue, cues[number - 1] ?? null, cues[number + 1] ?? null)) found.push(one);
  });
  const settled = scene.settled || found.some(({ kind }) => kind === "signed" || kind === "agreed");
  const promised =
    found.some(({ firm }) => firm) && !scene.declaration ? [] : englishCommitments({ ...scene, settled });
  const behind = found.reduce((last, { end }) => Math.max(last, end), 0);
  return [...found, ...promised.filter(({ start }) => start >= behind)];
}

const compiled = new WeakMap<readonly DecisionRow[], Map<string, { row: DecisionRow; verb: string[] }[]>>();

function verbsOf(rows: readonly DecisionRow[]) {
  const made = compiled.get(rows);
  if (made !== undefined) return made;
  const verbs = new Map<string, { row: DecisionRow; verb: string[] }[]>();
  for (const row of rows) {
    for (const entry of row.verbs) {
      const verb = entry.split(" ");
      const first = verb[0] ?? "";
      verbs.set(first, [...(verbs.get(first) ?? []), { row, verb }]);
    }
  }
  compiled.set(rows, verbs);
  return verbs;
}

/** Headlines tell what was done as if it were today. */
const headlines: Record<string, string> = {
  sign: "signed",
  signs: "signed",
  ink: "inked",
  inks: "inked",
  agree: "agreed",
  agrees: "agreed",
  adopt: "adopted",
  adopts: "adopted",
  approve: "approved",
  approves: "approved",
  decide: "decided",
  decides: "decided",
  elect: "elected",
  elects: "elected",
};

function readCues(scene: Scene): Cue[] {
  const { words, lexicon, sentence } = scene;
  const verbs = verbsOf(lexicon.decisions);
  const cues: Cue[] = [];
  const claim = lastClaim(words);
  words.forEach((word, at) => {
    if (word.quoted || word.kind !== "word") return;
    const key = sentence.part === "title" ? (headlines[word.key] ?? word.key) : word.key;
    for (const { row, verb } of verbs.get(key) ?? []) {
      if (!verb.every((part, index) => index === 0 || words[at + index]?.key === part)) continue;
      const end = at + verb.length;
      const passive = isPassive(words, at, lexicon.manners);
      if (!follows(words, end, row, passive)) continue;
      if (claim > end || !allowed(scene, row, at, end, passive)) continue;
      cues.push({ row, at, length: verb.length, passive });
      return;
    }
  });
  return cues;
}

function isPassive(words: readonly Word[], at: number, manners: readonly string[]): boolean {
  let before = at - 1;
  while (before > 0 && (manners.includes(words[before]?.key ?? "") || words[before]?.key.endsWith("ly") === true))
    before -= 1;
  return being.has(words[before]?.key ?? "");
}

/** Whether what the row demands stands right behind the verb; passive rows and passives of plain rows need nothing. */
function follows(words: readonly Word[], end: number, row: DecisionRow, passive: boolean): boolean {
  if (row.only === "passive") return passive;
  if (row.words.length === 0) return true;
  return row.words.length > 0 && phraseAt(words, end, row.words) > 0;
}

function allowed(scene: Scene, row: DecisionRow, at: number, end: number, passive: boolean): boolean {
  const { words, lexicon, declaration } = scene;
  if (row.only === "declaration" && !declaration) return false;
  if (row.only === "declaration" && !passive && !speaksForAll(words, at, lexicon)) return false;
  if (row.only === "parties" && !declaration && !hasParty(words, Math.max(0, at - 14), at, lexicon)) return false;
  const back = Math.max(0, at - 4);
  if (hasPhrase(words, back, at, lexicon.negations) || hasPhrase(words, back, at, lexicon.planned)) return false;
  if (/^(?:had|to|being)$/u.test(words[at - 1]?.key ?? "")) return false;
  if (row.kind === "elected" && !passive && !electsSomebody(words, at, end)) return false;
  if (
    !passive &&
    words[at - 1] !== undefined &&
    /^(?:the|a|an|newly|as|recently|previously)$/u.test(words[at - 1]?.key ?? "")
  ) {
    return false;
  }
  // `initiatives adopted at the summits`
  const reduced =
    !passive && row.kind === "decided" && /^(?:at|during|in|by|within|following)$/u.test(words[end]?.key ?? "");
  if (reduced && row.words.length === 0 && nounIn(words, end, end + 24, lexicon.documents) < 0) return false;
  if (isHearsay(scene, row, at)) return false;
  return fits(
    words,
    row,
    [
      [at - row.near, at],
      [end, end + row.near],
    ],
    lexicon,
  );
}

/** Before `emphasized` stands the text, a side or `they`: one man's emphasis about a declaration is his own. */
function speaksForAll(words: readonly Word[], at: number, lexicon: EventsLexicon): boolean {
  for (let back = Math.max(0, at - 40); back < at; back += 1) {
    const key = words[back]?.key ?? "";
    if (key === "it" || key === "and" || lexicon.jointShort.includes(key)) return true;
    if (phraseAt(words, back, lexicon.parties) > 0 || nounAt(words, back, lexicon.declarations) > 0) return true;
  }
  return false;
}

function electsSomebody(words: readonly Word[], at: number, end: number): boolean {
  const next = words[end];
  const before = words[at - 1];
  return next !== undefined && next.capital && (before?.kind === "word" || before?.text === ")") && before.key !== "by";
}

/** `X said the sides agreed …` is a report of somebody's words; a tail (`…, the ministry said`) is not. */
function isHearsay(scene: Scene, row: DecisionRow, at: number): boolean {
  const { words, lexicon } = scene;
  for (let back = at - 1; back >= Math.max(0, at - 80); back -= 1) {
    const word = words[back];
    if (word === undefined || word.quoted) continue;
    // `In the statement, the ministers stressed … and emphasized …`
    if (row.only === "declaration" && row.verbs.includes(word.key)) continue;
    if (word.key === ";" || word.key === ":") return false;
    // `The leaders, said a statement, agreed …`
    if (words[at - 1]?.key === "," && words[back - 1]?.key === ",") continue;
    if (phraseAt(words, back, lexicon.doubted) > 0 && words[back + 1]?.key !== ",")
      return (
        !isOfAll(words, back, lexicon) &&
        !isOfSides(scene, row, back, at) &&
        !(scene.settled && isOfTwo(words, back + 1, at))
      );
  }
  return false;
}

/** `…, Alkan claimed`: nobody vouches for what stands before. */
const lastClaim = (words: readonly Word[]): number =>
  words.findLastIndex(({ key, quoted }) => !quoted && (key === "claimed" || key === "alleged"));

/** `the ministers said they have agreed …`: several sides tell what they settled together. */
function isOfAll(words: readonly Word[], at: number, lexicon: EventsLexicon): boolean {
  const next = words[at + 1]?.key === "that" ? words[at + 2] : words[at + 1];
  return (next?.key === "they" || next?.key === "both") && hasParty(words, Math.max(0, at - 14), at, lexicon);
}

const plainlySaid = /^(?:said|says|saying|told|noted|noting|added|adding|stressed|stated|indicated)$/u;

/** `Us said the foreign ministers agreed to …`: what the sides settled, told by one of them. */
function isOfSides({ words, lexicon }: Scene, { kind }: DecisionRow, said: number, at: number): boolean {
  if (!plainlySaid.test(words[said]?.key ?? "") || (kind !== "agreed" && kind !== "decided" && kind !== "signed"))
    return false;
  const from = words[said + 1]?.key === "that" ? said + 2 : said + 1;
  if (words[from]?.key === "they" || words.slice(from, at).some(({ kind: of, quoted }) => of === "mark" || quoted))
    return false;
  return at - from < 8 && hasParty(words, from, Math.min(at, from + 4), lexicon);
}

/** `He said the Ministry and the Union agreed …` in a story that told of their signing: he tells what the text says. */
function isOfTwo(words: readonly Word[], from: number, at: number): boolean {
  const start = words[from]?.key === "that" ? from + 1 : from;
  const subject = words.slice(start, at);
  const join = subject.findIndex(({ key }) => key === "and");
  if (join < 0 || subject.some(({ kind, quoted }) => quoted || kind === "mark")) return false;
  // Nothing but the names of two sides.
  if (!subject.every(({ key, capital }) => capital || subjectWord.test(key))) return false;
  return subject.slice(0, join).some(isNamed) && subject.slice(join + 1).some(isNamed);
}

const subjectWord = /^(?:the|of|and|for|both|its|also|have|has|had|jointly)$/u;
const isNamed = ({ capital }: Word) => capital;

function settle(scene: Scene, cue: Cue, before: Cue | null, after: Cue | null): Finding[] {
  const { words, doc, sentence, index } = scene;
  const { row, at, length, passive } = cue;
  const reduced = !passive && row.kind === "signed" && row.words.length === 0 && isReduced(words[at + length], scene);
  const { start, subject } = startOfClause(scene, before === null ? 0 : before.at + before.length, at);
  const end = endOfClause(scene, at + length, after === null ? words.length : after.at);
  if (isPast(scene, start, end) || isOfMonthBefore(scene, at) || end <= start) return [];
  if (reduced) {
    const one = settleReduced(scene, cue, start, end);
    return one === null ? [] : [one];
  }
  // A verb alone in its clause has its subject in the sentence's first one.
  if (start === at && subject === "") return [];
  // A subject with its office and place is no part of what was decided; a passive's is.
  const own = !passive && at - start > longSubject ? at : start;
  const elected =
    row.kind === "elected" ? splitElected(scene, { start, at, end: at + length, stop: end, passive }) : null;
  if (elected !== null) return elected.flatMap((one) => whole(scene, row.kind, one));
  const head = [subject, textOf(doc, words, start, at + length)].filter((one) => one !== "").join(" ");
  const stretches = splitting.has(row.kind) ? splitDeeds(scene, at + length, end) : [[at + length, end] as const];
  return stretches.flatMap(([from, to], number) => {
    const first = words[number === 0 ? own : from];
    const last = words[to - 1];
    if (first === undefined || last === undefined) return [];
    const link = number > 0 && words[from]?.key !== "to" ? "to " : "";
    const text = asSentence(`${head} ${link}${textOf(doc, words, from, to)}`.replace(" ,", ","), doc.language);
    const { part } = sentence;
    return [{ kind: row.kind, text, start: first.start, end: last.end, sentence: index, part, firm: true }];
  });
}

function whole({ words, doc, sentence, index }: Scene, kind: Finding["kind"], one: Elected): Finding[] {
  const first = words[one.from];
  const last = words[one.to - 1];
  if (first === undefined || last === undefined) return [];
  const text = asSentence(one.text, doc.language);
  return [{ kind, text, start: first.start, end: last.end, sentence: index, part: sentence.part, firm: true }];
}

const splitting = new Set(["decided", "agreed", "committed"]);

const longSubject = 9;

/** `the protocol signed in Baku`, `signed Tuesday`: no main verb. */
function isReduced(next: Word | undefined, { lexicon }: Scene): boolean {
  if (next === undefined) return false;
  if (/^(?:at|on|between|by|in|during|with|after)$/u.test(next.key)) return true;
  return next.capital && listWith(lexicon.weekdays, next.key) >= 0;
}

const mainVerb =
  /^(?:will|would|can|could|may|might|shall|should|is|are|was|were|has|have|had|aims?|covers?|provides?|includes?|foresees?|envisages?|sets?|allows?|calls?|seeks?|stipulates?)$/u;

/** `signed in August` in a story of October: a month that is neither the story's nor the one before it. */
function isOldMonth({ words, doc, lexicon }: Scene, at: number): boolean {
  if (words[at]?.key !== "in" || doc.published === null) return false;
  const month = listWith(lexicon.months, words[at + 1]?.base ?? "");
  const now = new Date(doc.published + 3 * 3_600_000).getUTCMonth();
  return month >= 0 && month !== now && month !== (now + 11) % 12;
}

/** `late March declared`, in a story of April. */
function isOfMonthBefore({ words, doc, lexicon }: Scene, at: number): boolean {
  if (doc.published === null || !/^(?:late|early|mid|last)$/u.test(words[at - 2]?.key ?? "")) return false;
  const month = listWith(lexicon.months, words[at - 1]?.base ?? "");
  return month >= 0 && month !== new Date(doc.published + 3 * 3_600_000).getUTCMonth();
}

const spokenOf = /(?:ed|ing)$|^(?:that|on|for|about|of)$/u;

/** `the memorandum signed between A and B, …` → `The memorandum was signed between A and B.` */
function settleReduced(scene: Scene, { row, at, length }: Cue, start: number, end: number): Finding | null {
  const { words, doc, lexicon, sentence, index } = scene;
  let noun = at - 1;
  while (noun > start && nounAt(words, noun, lexicon.documents) === 0 && at - noun < 5) noun -= 1;
  if (nounAt(words, noun, lexicon.documents) === 0) return null;
  let from = noun;
  while (from > start && at - from < 9 && !/^(?:the|a|an)$/u.test(words[from]?.key ?? "")) from -= 1;
  // `welcomed the accord signed in …`, `hopes that the accord signed …`: spoken of, not told.
  if (spokenOf.test(words[from - 1]?.key ?? "") || isOldMonth(scene, at + length)) return null;
  let stop = at + length;
  while (stop < end && words[stop]?.key !== "," && !mainVerb.test(words[stop]?.key ?? "")) stop += 1;
  const first = words[from];
  const last = words[stop - 1];
  if (first === undefined || last === undefined) return null;
  const subject = textOf(doc, words, from, words[at - 1]?.key === "," ? at - 1 : at);
  const text = asSentence(`${subject} was ${textOf(doc, words, at, stop)}`, doc.language);
  return { kind: row.kind, text, start: first.start, end: last.end, sentence: index, part: sentence.part, firm: false };
}
