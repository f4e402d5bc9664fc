import { yearOf } from "./decision-parts.js";
import type { Doc, Sentence } from "./document.js";
import type { Word } from "./event-words.js";
import { beginningAt, hasPhrase, phraseAt, wordsOf } from "./event-words.js";
import type { EventsLexicon } from "./lexicon-events.js";
import type { Background } from "./schema.js";

/**
 * Marks the sentences that tell what was before the event: a section under a subhead such as "Ne olmuştu?" or one that
 * opens with a founding (`… 10 Ekim 2024'te kuruldu`), and single sentences of that kind from the second paragraph on.
 */
export function markBackground(doc: Doc, lexicon: EventsLexicon): Doc {
  const state = { section: false, run: false, fresh: 0, paragraphs: 0, last: -1 };
  const year = yearOf(doc.published);
  const sentences = doc.sentences.map((sentence, index): Sentence => {
    if (sentence.part !== "paragraph" && sentence.part !== "subhead") return sentence;
    const words = wordsOf(doc, sentence);
    if (sentence.part === "subhead") {
      state.section = namesBackground(words, lexicon) || opensInPast(doc, index + 1, lexicon, year);
      state.run = false;
      return { ...sentence, background: state.section };
    }
    if (sentence.paragraph !== state.last) {
      state.paragraphs += 1;
      state.last = sentence.paragraph;
    }
    if (state.section) return { ...sentence, background: true };
    if (state.paragraphs < 2) return sentence;
    const past = tellsPast(words, lexicon, year);
    // A founding is often followed by what the institution does since then, in the present.
    state.run = past || (state.run && isPresent(words) && !words.some(({ quoted }) => quoted));
    return state.run ? { ...sentence, background: true } : sentence;
  });
  return { ...doc, sentences };
}

/** The longest run of background sentences, as one stretch of the text; null if there is none. */
export function readBackground(doc: Doc): Background | null {
  const runs: { start: number; end: number }[] = [];
  let open = false;
  for (const sentence of doc.sentences) {
    const run = open ? runs.at(-1) : undefined;
    if (sentence.background && sentence.part === "paragraph") {
      if (run === undefined) runs.push({ start: sentence.start, end: sentence.end });
      else run.end = sentence.end;
      open = true;
    } else if (!sentence.background) open = false;
  }
  const best = runs.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0];
  return best === undefined ? null : { ...best, text: doc.text.slice(best.start, best.end) };
}

function namesBackground(words: readonly Word[], { background }: EventsLexicon): boolean {
  for (let at = 0; at < words.length; at += 1) {
    if (
      background.subheads.some(
        (start) => beginningAt(words, at, start) > 0 && (start.includes(" ") || words.length <= 4),
      )
    ) {
      return true;
    }
  }
  return false;
}

/** Whether one of the first two sentences under a subhead tells of a founding or of another past event. */
function opensInPast(doc: Doc, from: number, lexicon: EventsLexicon, year: number | null): boolean {
  for (const sentence of doc.sentences.slice(from, from + 2)) {
    if (sentence.part !== "paragraph") return false;
    if (tellsPast(wordsOf(doc, sentence), lexicon, year)) return true;
  }
  return false;
}

const pluperfect = /(?:m[ıiuü]şt[ıiuü]|m[ıiuü]şl[ae]rd[ıi])$/u;

/** An older year together with a founding verb, or a main verb in the pluperfect. */
function tellsPast(words: readonly Word[], { background }: EventsLexicon, year: number | null): boolean {
  const verb = lastWord(words);
  if (verb !== undefined && !verb.quoted && pluperfect.test(verb.key)) return true;
  if (phraseAt(words, 0, background.openers) > 0 && words.some(({ key }) => pluperfect.test(key))) return true;
  const founded = hasPhrase(words, 0, words.length, background.founded);
  return founded && words.some((word) => !word.quoted && isOlder(word, year));
}

function isOlder(word: Word, year: number | null): boolean {
  const digits = /^(?:\d{1,2}[./]\d{1,2}[./])?((?:18|19|20)\d{2})(?:'|$)/u.exec(word.key)?.[1];
  if (word.kind !== "number" || digits === undefined) return false;
  return year === null || Number(digits) < year;
}

function isPresent(words: readonly Word[]): boolean {
  const key = lastWord(words)?.key ?? "";
  return /(?:[ıiuü]yor(?:l[ae]r)?|m[ae]kt[ae](?:d[ıi]r)?|yer al[ıi]yor|[ıiuüea]r)$/u.test(key) || hasPresentVerb(words);
}

function hasPresentVerb(words: readonly Word[]): boolean {
  return words.some(
    ({ key }) => key === "has" || key === "is" || key === "operates" || key === "works" || key === "includes",
  );
}

function lastWord(words: readonly Word[]): Word | undefined {
  return words.findLast(({ kind }) => kind !== "mark");
}
