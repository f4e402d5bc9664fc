import type { Finding, Scene } from "./decision-parts.js";
import { isPast, trimStart } from "./decision-parts.js";
import { asSentence, hasBeginning, hasPhrase, textOf } from "./event-words.js";
import { readKind } from "./kind.js";
import type { DecisionRow, EventsLexicon } from "./lexicon-events.js";
import { allowed, fixedFrom } from "./turkish-decisions.js";
import { looksFinite, pastOf } from "./turkish-forms.js";

interface Form {
  row: DecisionRow;
  words: string[][];
}

const compiled = new WeakMap<readonly DecisionRow[], Map<string, Form[]>>();
/** What several do together. Who was elected and what was promised nobody tells of himself. */
const together = new Set(["signed", "agreed", "decided"]);

/** `imzaladık`, `mutabık kaldık`, `karar aldık` by the verb. */
function formsOf({ decisions }: EventsLexicon): Map<string, Form[]> {
  const made = compiled.get(decisions);
  if (made !== undefined) return made;
  const forms = new Map<string, Form[]>();
  for (const row of decisions) {
    if (!together.has(row.kind) || row.only !== undefined) continue;
    const words = row.words.map((entry) => entry.split(" ").toReversed());
    for (const stem of row.verbs) {
      const form = `${pastOf(stem)}k`;
      forms.set(form, [...(forms.get(form) ?? []), { row, words }]);
    }
  }
  compiled.set(decisions, forms);
  return forms;
}

/** Kinds of story in which the speaker can have been one of those who settled it. */
const met = new Set(["meeting", "visit", "agreement"]);
/** `yardıma gitmeye karar verdik` is one man's resolve. */
const resolve = /m[ae]y[ae]$/u;
/** In a speech that is itself the news, only with the event that it was done at. */
const there = ["toplantı", "görüşme", "zirve", "ziyaret", "tören", "bugün", "az önce", "biraz önce"];
const stops = new Set([".", "!", "?", ";", ":", '"', "“", "«"]);

/**
 * `"… protokolünü imzaladık." dedi`: what somebody who was there tells in quotation marks as done, in a story of a
 * meeting. A telling in passing: the story's own sentence about it is preferred.
 */
export function readTold(scene: Scene): Finding[] {
  const { words, doc, lexicon, sentence, index } = scene;
  if (sentence.part !== "paragraph") return [];
  const forms = formsOf(lexicon);
  const found: Finding[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const same = word?.quoted === true ? forms.get(word.key) : undefined;
    if (word === undefined || same === undefined) continue;
    for (const { row, words: fixed } of same) {
      const from = fixedFrom(words, at, fixed);
      if (from === null || !allowed(scene, row, from, at, "past")) continue;
      const start = clauseStart(scene, from);
      if (start >= from || resolve.test(words[from - 1]?.key ?? "") || isPast(scene, start, at + 1, true)) continue;
      if (hasPhrase(words, start, at, lexicon.planned)) continue;
      if (!met.has(kindOf(scene)) && !namesEvent(scene, start, at, row)) continue;
      const text = asSentence(textOf(doc, words, start, at + 1), doc.language);
      const first = words[start]?.start ?? word.start;
      found.push({
        kind: row.kind,
        text,
        start: first,
        end: word.end,
        sentence: index,
        part: sentence.part,
        firm: false,
      });
      break;
    }
  }
  return found;
}

/** The event stands in the clause itself; of what nobody does alone (`-masına karar verdik`) also in the story's own words around it. */
function namesEvent({ words }: Scene, start: number, at: number, { kind }: DecisionRow): boolean {
  if (hasBeginning(words, start, at, there)) return true;
  return kind !== "signed" && words.some((word) => !word.quoted && hasBeginning([word], 0, 1, there));
}

const kinds = new WeakMap<Scene["doc"], string>();

function kindOf({ doc, lexicon }: Scene): string {
  const kind = kinds.get(doc) ?? readKind(doc, lexicon, { attendees: [], decisions: [] });
  kinds.set(doc, kind);
  return kind;
}

const longest = 60;
const finiteWe = /[dt][ıiuü]k$/u;

/** Index of the first word of the clause inside the quotation. */
function clauseStart({ words, lexicon }: Scene, from: number): number {
  for (let back = from - 1; back >= Math.max(0, from - longest); back -= 1) {
    const word = words[back];
    if (word === undefined) continue;
    const next = words[back + 1]?.key ?? "";
    const closes = (next === "," || next === "ve") && (looksFinite(word.key) || finiteWe.test(word.key));
    if (closes || (word.kind === "mark" && stops.has(word.text))) return trimStart(words, back + 1, from, lexicon);
  }
  return from;
}
