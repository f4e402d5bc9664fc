import type { Doc } from "./document.js";
import type { Word } from "./event-words.js";
import { fold, isIn, textOf, wordsOf } from "./event-words.js";
import type { EventsLexicon } from "./lexicon-events.js";
import type { Attendee } from "./schema.js";

/** Names by their last word in lower case, as the story gives them in full. */
export type FullNames = Map<string, string>;

/** The people whom the story names in full: attendees, and runs of capitals behind an office (`Bakanı Ece Al`). */
export function readFullNames(
  doc: Doc,
  lexicon: EventsLexicon,
  attendees: readonly Pick<Attendee, "name">[],
): FullNames {
  const names: FullNames = new Map();
  const add = (name: string, key: string) => {
    if (!names.has(key)) names.set(key, name);
  };
  for (const sentence of doc.sentences) {
    const words = wordsOf(doc, sentence);
    for (let at = 0; at < words.length; at += 1) {
      if (words[at]?.capital !== true || words[at]?.quoted === true) continue;
      const end = runEnd(words, at);
      const name = nameIn(doc, words, at, end, lexicon);
      const last = words[end - 1];
      if (name !== null && name.includes(" ") && last !== undefined) add(name, last.base);
      at = Math.max(at, end - 1);
    }
  }
  for (const { name } of attendees) names.set(lastKey(name, doc.language), name);
  return names;
}

function lastKey(name: string, language: string): string {
  return fold(name.slice(name.lastIndexOf(" ") + 1), language);
}

/** Index behind a run of capitals; a suffix behind an apostrophe ends it. */
export function runEnd(words: readonly Word[], at: number): number {
  let end = at;
  while (words[end]?.capital === true && words[end]?.kind === "word" && words[end]?.quoted === false) {
    end += 1;
    if (words[end - 1]?.key.includes("'") === true) break;
  }
  return end;
}

const longest = 4;

/** The person's name at the end of a run of capitals: what stands behind the last word of an office, at least two words. */
function nameIn(doc: Doc, words: readonly Word[], from: number, to: number, { speech }: EventsLexicon): string | null {
  if (to - from < 3) return null;
  let office = -1;
  for (let at = from; at < to; at += 1) if (isIn(speech.offices, words[at])) office = at;
  if (office < 0 || to - office - 1 < 2 || to - office - 1 > longest) return null;
  return withoutSuffix(textOf(doc, words, office + 1, to));
}

function withoutSuffix(text: string): string {
  return text.replace(/['’‘ʼ´`]\p{L}+$/u, "");
}

/** The speaker named by the run `words[from..to]`: in full if the story names him so; null when it may be no person. */
export function speakerIn(
  doc: Doc,
  words: readonly Word[],
  from: number,
  to: number,
  names: FullNames,
  lexicon: EventsLexicon,
): string | null {
  const last = words[to - 1];
  if (last === undefined || to <= from) return null;
  const known = names.get(last.base);
  if (known !== undefined) return known;
  return nameIn(doc, words, from, to, lexicon);
}
