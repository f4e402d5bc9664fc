import type { Word } from "../event-words.js";

/** How many words the short name in parentheses at `at` has with its marks, `(TDT)` or `(Turkic Council)`; 0 for none. */
export function parenthesesAt(words: readonly Word[], at: number): number {
  if (words[at]?.text !== "(" || words[at + 1]?.capital !== true) return 0;
  for (let end = at + 2; end < at + 6; end += 1) {
    if (words[end]?.text === ")") return end + 1 - at;
    if (words[end]?.kind !== "word") return 0;
  }
  return 0;
}
