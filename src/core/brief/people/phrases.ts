import type { Word } from "../document.js";
import { perForm } from "../forms.js";

interface Phrase<T> {
  words: string[];
  value: T;
}

/** Phrases by their first word, longest first; `opened` are those that a word opens without what stands behind its apostrophe, null for none. */
export type PhraseIndex<T> = Map<string, Phrase<T>[]> & { opened: (word: Word) => Phrase<T>[] | null };

/** An index of `[words, value]` pairs; the first of two equal phrases wins. */
export function indexPhrases<T>(entries: Iterable<readonly [string[], T]>): PhraseIndex<T> {
  const index = new Map<string, Phrase<T>[]>();
  for (const [words, value] of entries) {
    const first = words[0];
    if (first === undefined) continue;
    const same = index.get(first);
    if (same === undefined) index.set(first, [{ words, value }]);
    else same.push({ words, value });
  }
  for (const same of index.values()) same.sort((a, b) => b.words.length - a.words.length);
  return Object.assign(index, { opened: perForm(({ base }) => index.get(base) ?? null) });
}

/** Case endings that AA writes onto an institution's name without an apostrophe: `Teşkilatının`, `Derneğine`. */
const endings = new Set(
  "n nın nin nun nün ın in un ün na ne ya ye nı ni yı yi nda nde da de ta te ndan nden dan den yla yle la le".split(
    " ",
  ),
);

/** The longest phrase that begins at `at`, and how many words it has; null for none. */
export function phraseOf<T>(
  words: readonly Word[],
  at: number,
  index: PhraseIndex<T>,
): { length: number; value: T } | null {
  const first = words[at];
  if (first === undefined) return null;
  const same = index.opened(first);
  if (same === null) return null;
  for (const { words: phrase, value } of same) {
    const last = phrase.length - 1;
    let offset = 1;
    while (offset < last && words[at + offset]?.base === phrase[offset]) offset += 1;
    if (offset > last || (offset === last && endsWith(words[at + last], phrase[last] ?? ""))) {
      return { length: phrase.length, value };
    }
  }
  return null;
}

/** Whether the word is the phrase's last one, maybe with an ending. */
function endsWith(word: Word | undefined, last: string): boolean {
  if (word === undefined || !word.base.startsWith(last)) return false;
  return word.base.length === last.length || endings.has(word.base.slice(last.length));
}
