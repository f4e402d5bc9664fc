/** A word as phrases are looked up by: lower case, without what stands behind an apostrophe. */
interface Keyed {
  base: string;
}

interface Phrase<T> {
  words: string[];
  value: T;
}

/** Phrases by their first word, longest first. */
export type PhraseIndex<T> = Map<string, Phrase<T>[]>;

/** An index of `[words, value]` pairs; the first of two equal phrases wins. */
export function indexPhrases<T>(entries: Iterable<readonly [string[], T]>): PhraseIndex<T> {
  const index: PhraseIndex<T> = new Map();
  for (const [words, value] of entries) {
    const first = words[0];
    if (first === undefined) continue;
    const same = index.get(first);
    if (same === undefined) index.set(first, [{ words, value }]);
    else same.push({ words, value });
  }
  for (const same of index.values()) same.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** Case endings that AA writes onto an institution's name without an apostrophe: `Teşkilatının`, `Derneğine`. */
const endings = new Set(
  "n nın nin nun nün ın in un ün na ne ya ye nı ni yı yi nda nde da de ta te ndan nden dan den yla yle la le".split(
    " ",
  ),
);

/** The longest phrase that begins at `at`, and how many words it has; null for none. */
export function phraseOf<T>(
  words: readonly Keyed[],
  at: number,
  index: PhraseIndex<T>,
): { length: number; value: T } | null {
  const first = words[at];
  if (first === undefined) return null;
  for (const phrase of index.get(first.base) ?? []) {
    const last = phrase.words.length - 1;
    const matches = phrase.words.every((word, offset) => {
      const base = words[at + offset]?.base;
      if (base === undefined) return false;
      if (base === word) return true;
      return offset === last && last > 0 && base.startsWith(word) && endings.has(base.slice(word.length));
    });
    if (matches) return { length: phrase.words.length, value: phrase.value };
  }
  return null;
}
