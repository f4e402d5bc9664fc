import { commitmentsOf } from "./commitments.js";
import type { Finding, Scene } from "./decision-parts.js";
import { fits, hasParty, isPast, nounAt, trimStart } from "./decision-parts.js";
import type { Word } from "./event-words.js";
import { asSentence, hasBeginning, hasPhrase, phraseAt, textOf } from "./event-words.js";
import type { DecisionRow, EventsLexicon } from "./lexicon-events.js";
import type { Shape } from "./turkish-forms.js";
import {
  isPassive,
  looksFinite,
  looksParticiple,
  nominative,
  pastOf,
  verbForms,
  withoutGenitive,
} from "./turkish-forms.js";
import { subjectBefore } from "./turkish-subject.js";

/** A verb of a row as it stands at `at`; its fixed words begin at `from`. */
interface Cue {
  row: DecisionRow;
  stem: string;
  shape: Shape;
  from: number;
  at: number;
}

interface Form {
  row: DecisionRow;
  stem: string;
  shape: Shape;
  words: string[][];
}

const compiled = new WeakMap<readonly DecisionRow[], Map<string, Form[]>>();

function formsOf(rows: readonly DecisionRow[]): Map<string, Form[]> {
  const made = compiled.get(rows);
  if (made !== undefined) return made;
  const forms = new Map<string, Form[]>();
  for (const row of rows) {
    const words = row.words.map((entry) => entry.split(" ").reverse());
    for (const stem of row.verbs) {
      for (const [form, shape] of verbForms(stem)) {
        const same = forms.get(form);
        if (same === undefined) forms.set(form, [{ row, stem, shape, words }]);
        else same.push({ row, stem, shape, words });
      }
    }
  }
  compiled.set(rows, forms);
  return forms;
}

/** Decisions of one Turkish sentence, in its order. */
export function readTurkish(scene: Scene): Finding[] {
  const found: Finding[] = [];
  const cues = readCues(scene);
  const breaks = new Set(cues.filter(({ shape }) => shape !== "past").map(({ at }) => at));
  for (const at of readDiscussed(scene)) breaks.add(at);
  for (const cue of cues) {
    const finding = settle(scene, cue, breaks);
    if (finding !== null) found.push(finding);
  }
  const ends = new Set(found.map(({ end }) => end));
  for (const one of commitmentsOf(scene)) if (!ends.has(one.end)) found.push(one);
  return found;
}

function readCues(scene: Scene): Cue[] {
  const { words, lexicon } = scene;
  const forms = formsOf(lexicon.decisions);
  const cues: Cue[] = [];
  words.forEach((word, at) => {
    if (word.quoted || word.kind !== "word") return;
    for (const form of forms.get(word.key) ?? []) {
      const from = fixedFrom(words, at, form.words);
      if (from === null) continue;
      const { row, stem, shape } = form;
      if (!allowed(scene, row, from, at, shape)) continue;
      cues.push({ row, stem, shape, from, at });
      break;
    }
  });
  return cues;
}

/** Index of the first of the row's fixed words before the verb; the verb's own if it has none; null if they are missing. */
function fixedFrom(words: readonly Word[], at: number, fixed: string[][]): number | null {
  if (fixed.length === 0) return at;
  const phrase = fixed.find((parts) => parts.every((part, index) => words[at - 1 - index]?.key === part));
  return phrase === undefined ? null : at - phrase.length;
}

function allowed(scene: Scene, row: DecisionRow, from: number, at: number, shape: Shape): boolean {
  const { words, lexicon, declaration } = scene;
  if (row.only === "declaration" && !declaration) return false;
  if (row.only === "parties" && !declaration && !hasParty(words, 0, Math.min(from, 14), lexicon)) return false;
  let near = from;
  while (near > 0 && lexicon.manners.includes(words[near - 1]?.key ?? "")) near -= 1;
  const before = words[near - 1];
  // `Yılmaz'ı kabul etti`: a person is received, whatever text was named earlier.
  const named = before !== undefined && before.capital && before.key.includes("'");
  if (row.near < 12 && named && nounAt(words, near - 1, lexicon.documents) === 0) return false;
  const stretches: [number, number][] = [[near - row.near, near]];
  if (shape === "participle") stretches.push([at + 1, at + 6]);
  return fits(words, row, stretches, lexicon);
}

/** Where a "was discussed" stands as a participle: what follows is another clause. */
function readDiscussed({ words, lexicon }: Scene): number[] {
  const ends: number[] = [];
  const index = discussedForms(lexicon);
  words.forEach((word, at) => {
    for (const parts of index.get(word.key) ?? []) {
      if (parts.every((part, back) => words[at - 1 - back]?.key === part)) ends.push(at);
    }
  });
  return ends;
}

const discussedCompiled = new WeakMap<readonly string[], Map<string, string[][]>>();

function discussedForms({ discussed }: EventsLexicon): Map<string, string[][]> {
  const made = discussedCompiled.get(discussed);
  if (made !== undefined) return made;
  const index = new Map<string, string[][]>();
  for (const entry of discussed) {
    const parts = entry.split(" ");
    const stem = parts.pop() ?? "";
    for (const [form, shape] of verbForms(stem)) {
      if (shape !== "fact" && shape !== "while") continue;
      index.set(form, [...(index.get(form) ?? []), parts.reverse()]);
    }
  }
  discussedCompiled.set(discussed, index);
  return index;
}

/** Index of the first word of the clause that the cue closes. */
function clauseStart(scene: Scene, cue: Cue, breaks: ReadonlySet<number>): number {
  const { words, lexicon } = scene;
  let start = 0;
  for (let at = cue.from - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (word === undefined || word.quoted) continue;
    const next = words[at + 1]?.key ?? "";
    const joined = next === "," || next === "ve" || next === "ancak";
    const closes =
      word.key === ";" ||
      breaks.has(at) ||
      (joined && (looksFinite(word.key) || /[ae]rken$|[ıiuü]rken$|zken$/u.test(word.key))) ||
      (joined && cue.shape !== "past" && looksParticiple(word.key));
    if (!closes) continue;
    start = at + 1;
    break;
  }
  return trimStart(words, start, cue.from, lexicon);
}

const meetingNoun =
  /^(?:toplantı|görüşme|zirve|tören|ziyaret|oturum|buluşma|kongre|kurul|konferans|forum|çalıştay|program|etkinlik|müzakere)/u;

function settle(scene: Scene, cue: Cue, breaks: ReadonlySet<number>): Finding | null {
  const { words, doc, sentence, index } = scene;
  const { row, stem, at } = cue;
  const start = clauseStart(scene, cue, breaks);
  if (isPast(scene, start, at + 1)) return null;
  const made = write(scene, cue, start);
  if (made === null) return null;
  const first = words[start];
  const last = words[made.end];
  if (first === undefined || last === undefined) return null;
  const subject = cue.shape === "past" && !isPassive(stem) ? subjectBefore(scene, start) : "";
  const text = asSentence(subject === "" ? made.text : `${subject}, ${made.text}`, doc.language);
  const firm = cue.shape === "past" || cue.shape === "while" || row.words.length > 0;
  return { kind: row.kind, text, start: first.start, end: last.end, sentence: index, part: sentence.part, firm };
}

interface Written {
  text: string;
  /** Index of the clause's last word. */
  end: number;
}

/** The clause with its verb in the past tense; null where the form does not say that it happened. */
function write(scene: Scene, cue: Cue, start: number): Written | null {
  const { words, doc, lexicon } = scene;
  const { shape, stem, from, at, row } = cue;
  const next = words[at + 1];
  const before = textOf(doc, words, start, at);
  const finite = pastOf(stem);
  if (before === "" && shape !== "participle") return null;
  switch (shape) {
    case "past":
      return { text: `${before} ${words[at]?.text ?? finite}`, end: at };
    case "while":
    case "converb":
      return from > start || row.words.length > 0 ? { text: `${before} ${finite}`, end: at } : null;
    case "participle":
      return row.words.length > 0
        ? from - start >= 2 && !hasPhrase(words, at + 1, at + 2, ["kararlar", "karar"])
          ? { text: `${before} ${finite}`, end: at }
          : null
        : writeParticiple(scene, cue, start);
    case "fact":
    case "factObject": {
      const object = shape === "factObject";
      const told = reporter(words, at + 1, lexicon, object ? 4 : 3);
      if (hasBeginning(words, at + 1, at + 5, lexicon.doubted)) return null;
      if (told > 0) return { text: textOf(doc, words, start, told), end: told - 1 };
      if (object || next === undefined || !meetingNoun.test(next.key)) return null;
      return { text: `${withBareObject(scene, start, at)} ${finite}`, end: at };
    }
    case "after": {
      const ending = words.at(-1)?.kind === "mark" ? words.at(-2) : words.at(-1);
      if (!/^(?:ardından|akabinde|sonra|sonrasında)$/u.test(next?.key ?? "")) return null;
      if (ending === undefined || hasPhrase(words, at, words.length, lexicon.planned)) return null;
      if (!/(?:[çfhkpsşt]t|d)[ıiuü](?:l[ae]r)?$/u.test(ending.key)) return null;
      return { text: `${withBareObject(scene, start, at)} ${finite}`, end: at };
    }
  }
}

/** Index behind the verb of telling (`… karar verildiği bildirildi`) that begins within `reach` words; 0 for none. */
function reporter(words: readonly Word[], at: number, { announced }: EventsLexicon, reach: number): number {
  for (let next = at; next < at + reach; next += 1) {
    const length = phraseAt(words, next, announced);
    if (length > 0) return next + length;
    if (words[next]?.kind === "mark") return 0;
  }
  return 0;
}

/** `Ortak bildirinin` before a participle is the object of the plain sentence: `Ortak bildiri imzalandı`. */
function withBareObject({ words, doc }: Scene, start: number, at: number): string {
  for (let back = at - 1; back >= Math.max(start, at - 3); back -= 1) {
    const word = words[back];
    const bare = word === undefined || word.kind !== "word" ? null : withoutGenitive(word.text);
    if (bare === null) continue;
    return [textOf(doc, words, start, back), bare, textOf(doc, words, back + 1, at)]
      .filter((one) => one !== "")
      .join(" ");
  }
  return textOf(doc, words, start, at);
}

/** `imzalanan iş birliği protokolüyle` → `iş birliği protokolü imzalandı`; `seçilen Ece Al` → `Ece Al … seçildi`. */
function writeParticiple(scene: Scene, cue: Cue, start: number): Written | null {
  const { words, doc, lexicon } = scene;
  const { stem, at, row } = cue;
  const before = textOf(doc, words, start, at);
  if (row.only === "declaration") return before === "" ? null : { text: `${before} ${pastOf(stem)}`, end: at };
  if (row.kind === "elected") return at - start >= 1 ? writeElected(scene, cue, start) : null;
  if (!isPassive(stem)) return null;
  for (let head = at + 1; head < Math.min(at + 8, words.length); head += 1) {
    const word = words[head];
    if (word === undefined || word.kind !== "word") return null;
    const length = nounAt(words, head, lexicon.documents);
    if (length === 0) continue;
    let last = head + length - 1;
    while (nounAt(words, last + 1, lexicon.documents) === 1) last += 1;
    const behind = words[last + 1]?.key ?? "";
    // `imzalanan protokol kapsamında` most often speaks of an old one.
    if (lexicon.underDocument.includes(behind) && behind !== "ile" && behind !== "göre") return null;
    const noun = words[last];
    const stemOf = lexicon.documents
      .filter((one) => noun?.key.startsWith(one) === true)
      .sort((a, b) => b.length - a.length)[0];
    if (noun === undefined) return null;
    const base = stemOf === undefined ? noun.text : nominative(noun.text, stemOf);
    const lead = textOf(doc, words, at + 1, last);
    const text = [before, lead, base, pastOf(stem)].filter((one) => one !== "").join(" ");
    return { text, end: last };
  }
  return null;
}

/** The person elected stands behind the participle as a run of capitals. */
function writeElected({ words, doc }: Scene, { stem, at }: Cue, start: number): Written | null {
  let last = at;
  while (words[last + 1]?.capital === true && words[last + 1]?.kind === "word" && last - at < 6) {
    last += 1;
    if (words[last]?.key.includes("'") === true) break;
  }
  if (last - at < 2) return null;
  const name = textOf(doc, words, at + 1, last + 1).replace(/['’‘ʼ´`].*$/u, "");
  return { text: `${name}, ${textOf(doc, words, start, at)} ${pastOf(stem)}`, end: last };
}
