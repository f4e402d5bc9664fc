import type { Doc } from "./document.js";
import type { Word } from "./event-words.js";
import { isIn, wordsOf } from "./event-words.js";
import { byFirstLetter, onceFor, perForm } from "./forms.js";
import type { EventsLexicon } from "./lexicon-events.js";
import { readPlaceNames } from "./place-names.js";
import type { Attendee, BriefKind, Decision } from "./schema.js";

type KindRow = EventsLexicon["kinds"][number];

/** One cue: its words in order; a word that ends in `*` may go on, a lone `*` is any one word. */
interface Cue {
  kind: BriefKind;
  weight: number;
  /** What it counts in the title, if more than elsewhere. */
  title: number;
  parts: string[];
}

/** The cues that a word opens, longest first. */
const cuesOf = onceFor((rows: readonly KindRow[]) => {
  const all = rows
    .flatMap(({ kind, weight, title, cues }) =>
      cues.map((entry): Cue => ({ kind, weight, title: title ?? weight, parts: entry.split(" ") })),
    )
    .sort((a, b) => b.parts.length - a.parts.length);
  const near = byFirstLetter(all);
  return perForm((form) => {
    const opened = near(form.key).filter(({ parts }) => parts[0] !== "*" && fits(form, parts[0] ?? ""));
    return opened.length === 0 ? null : opened;
  });
});

/** Whether the words behind the first of a cue stand there too. */
function goesOn(words: readonly Word[], at: number, parts: readonly string[]): boolean {
  for (let index = 1; index < parts.length; index += 1) {
    const part = parts[index] ?? "";
    const word = words[at + index];
    if (word === undefined || !fits(word, part)) return false;
  }
  return true;
}

function fits(word: Pick<Word, "kind" | "key" | "base">, part: string): boolean {
  if (part === "*") return word.kind === "word";
  return part.endsWith("*") ? word.key.startsWith(part.slice(0, -1)) : word.key === part || word.base === part;
}

const none: Cue[] = [];

/** Fewer quoted words are the name of an event ("Gönüllülük Zirvesi"), more are speech. */
const shortQuote = 7;

/** The kinds whose cues stand in a sentence, each once with the most that one of them weighs. A cue of several words hides the shorter ones inside it. */
function kindsIn(words: readonly Word[], rows: readonly KindRow[], inTitle: boolean): Map<BriefKind, number> {
  const opened = cuesOf(rows);
  const kinds = new Map<BriefKind, number>();
  const speech = words.reduce((sum, { quoted }) => (quoted ? sum + 1 : sum), 0) >= shortQuote;
  let at = 0;
  while (at < words.length) {
    const word = words[at];
    let length = 1;
    if (word !== undefined && word.kind !== "mark" && !(word.quoted && speech)) {
      for (const { kind, weight, title, parts } of opened(word) ?? none) {
        // A shorter cue counts only for a kind that the longer one names too.
        if ((parts.length < length && !kinds.has(kind)) || !goesOn(words, at, parts)) continue;
        kinds.set(kind, Math.max(inTitle ? title : weight, kinds.get(kind) ?? 0));
        length = Math.max(length, parts.length);
      }
    }
    at += length;
  }
  return kinds;
}

/** A sentence of the opening: what a cue counts there, the kinds whose cues it has, and what its build says. */
interface Opening {
  weight: number;
  kinds: Map<BriefKind, number>;
  hint: BriefKind | null;
}

const openings = new WeakMap<Doc, Opening[]>();

/** Title, spot and the first two paragraphs, read once per document. */
function opening(doc: Doc, lexicon: EventsLexicon): Opening[] {
  const made = openings.get(doc);
  if (made !== undefined) return made;
  const found: Opening[] = [];
  let paragraphs = 0;
  let last = -1;
  for (const sentence of doc.sentences) {
    if (sentence.part === "paragraph" && sentence.paragraph !== last) {
      paragraphs += 1;
      last = sentence.paragraph;
    }
    if (paragraphs > 2) break;
    if (sentence.background || sentence.part === "dateline" || sentence.part === "subhead") continue;
    const weight = sentence.part === "title" ? 3 : sentence.part === "spot" ? 2 : paragraphs === 1 ? 2 : 0.5;
    const words = wordsOf(doc, sentence);
    const inTitle = sentence.part === "title";
    const hint = hintOf(words, inTitle, lexicon, doc.language);
    found.push({ weight, kinds: kindsIn(words, lexicon.kinds, inTitle), hint });
  }
  openings.set(doc, found);
  return found;
}

/** Whether the story is about a talk by telephone. */
export function isCall(doc: Doc, lexicon: EventsLexicon): boolean {
  return opening(doc, lexicon).some(({ kinds, weight }) => weight > 1 && kinds.has("call"));
}

/** What the build of a sentence counts, like a cue. */
const hintWeight = 5;
const arrived = /^(?:gel|git|gid|ulaş|var)(?:di|dı|ti|tı|iyor|ecek|acak|en|an)$/u;

/**
 * What the build of a sentence says: `Bakan Alkan: …` is a statement, `Bakan Alkan Bişkek'te` and `Bakan Alkan, Bişkek'e geldi` a visit.
 * Null where an office of somebody is missing.
 */
function hintOf(words: readonly Word[], inTitle: boolean, lexicon: EventsLexicon, language: string): BriefKind | null {
  const office = words.findIndex((word) => !word.quoted && isIn(lexicon.speech.offices, word));
  if (office < 0) return null;
  if (language === "en") return arrives(words, office, inTitle, lexicon) ? "visit" : null;
  const colon = words.findIndex(({ key }) => key === ":");
  const end = colon < 0 ? words.length : colon;
  const names = readPlaceNames(words, lexicon, language);
  const there = names.some(
    ({ at, length, case: suffix }) =>
      at > office &&
      ((inTitle && suffix === "in" && at + length === end && !words[end - 1]?.key.endsWith("ki")) ||
        (suffix === "to" && arrived.test(words[at + length]?.key ?? "")) ||
        // `Gebele kentine gitti`
        (lexicon.townWords.includes(words[at + length]?.key ?? "") && arrived.test(words[at + length + 1]?.key ?? ""))),
  );
  if (there) return "visit";
  const last = words[end - 1];
  const speaks = inTitle && colon > office && end - office <= 5 && last?.capital === true && !last.key.includes("'");
  return speaks ? "statement" : null;
}

/** Those who are in a place for good. */
const posted = /^(?:ambassador|envoy|representative|coordinator|official|consul|governor|mayor|spokes\p{L}*|head)$/u;

/** What may stand between an office and `arrived in`: `president of the Red Crescent, …`. */
const apposed = /^(?:of|the|and|,|for|also|has|have|late|earlier|later)$/u;

/** `Foreign minister in Baku for summit` as a title, `President Alkan arrived in Baku`. */
function arrives(words: readonly Word[], office: number, inTitle: boolean, lexicon: EventsLexicon): boolean {
  const named = ({ key, capital }: Word) => capital || lexicon.speech.offices.includes(key);
  // Where every word has a capital a verb looks like a name.
  const titleCase = words.every(({ key, capital }) => capital || key.length <= 3);
  return words.some(({ key, quoted }, at) => {
    if (key !== "in" || quoted || at < office) return false;
    const end = placeBehind(words, at + 1, lexicon);
    if (end === 0) return false;
    if (/^(?:arrive[ds]?|landed|lands)$/u.test(words[at - 1]?.key ?? ""))
      return words.slice(office, at - 1).every((one) => named(one) || apposed.test(one.key));
    const between = words.slice(office, at);
    const stays = between.some((one) => posted.test(one.key));
    const behind = words[end]?.key ?? "";
    return inTitle && !titleCase && !stays && between.every(named) && /^(?:|for|on|to)$/u.test(behind);
  });
}

/** Index behind the place (`Baku`, `Azerbaijani capital Baku`, `the Turkish capital`) that begins at `at`; 0 for none. */
function placeBehind(words: readonly Word[], at: number, lexicon: EventsLexicon): number {
  let end = words[at]?.key === "the" ? at + 1 : at;
  while (end < at + 6 && words[end]?.capital === true) end += 1;
  if (lexicon.capitalWords.includes(words[end]?.key ?? "")) end += 1;
  else if (end > at && !readPlaceNames(words.slice(at, end), lexicon, "en").some(({ case: suffix }) => suffix !== "of"))
    return 0;
  while (end < at + 8 && words[end]?.capital === true) end += 1;
  return end > at ? end : 0;
}

/** What the attendees and decisions already found say about the kind. */
export interface Found {
  attendees: readonly Pick<Attendee, "part" | "host">[];
  decisions: readonly Pick<Decision, "kind" | "start">[];
}

/** What kind of story it is, by the cues of title, spot and first paragraphs and by what was found; `news` if nothing tells. */
export function readKind(doc: Doc, lexicon: EventsLexicon, found: Found): BriefKind {
  const scores = new Map<BriefKind, number>();
  for (const { weight, kinds, hint } of opening(doc, lexicon)) {
    if (hint !== null) scores.set(hint, (scores.get(hint) ?? 0) + weight * hintWeight);
    for (const [kind, points] of kinds) {
      // `Bakan Alkan: Protokolü imzaladık`: the news is that it is said.
      if (hint === "statement" && kind === "agreement") continue;
      scores.set(kind, (scores.get(kind) ?? 0) + weight * points);
    }
  }
  const present = found.attendees.filter(
    ({ part }) => part === "present" || part === "host" || part === "chair",
  ).length;
  const add = (kind: BriefKind, points: number) =>
    scores.has(kind) && scores.set(kind, (scores.get(kind) ?? 0) + points);
  if (present >= 2) add("meeting", 4 + Math.min(present, 6));
  if (found.decisions.some(({ kind }) => kind === "signed")) add("agreement", 3);
  const first = doc.sentences.find(({ part }) => part === "paragraph");
  const opens = found.decisions.some(
    ({ kind, start }) => kind === "signed" && first !== undefined && start < first.end,
  );
  if (opens) add("agreement", 10);
  if (found.decisions.some(({ kind }) => kind === "elected")) add("election", 6);
  let best: BriefKind = "news";
  let most = 0;
  for (const { kind } of lexicon.kinds) {
    const score = scores.get(kind) ?? 0;
    if (score > most) {
      best = kind;
      most = score;
    }
  }
  return best;
}
