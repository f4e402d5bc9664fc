import type { Word } from "../event-words.js";
import { onceFor, perForm } from "../forms.js";

const known = new WeakMap<readonly Word[], Map<readonly string[], boolean>>();

const beginsWith = onceFor((starts: readonly string[]) =>
  perForm(({ key }) => starts.some((start) => key.startsWith(start))),
);

/** Words of a sentence that are read again sooner than the answer is found. */
const few = 100;

/** Whether a word of the sentence begins with one of `starts`: of a long one read once, as a list of thousands asks for each of its members. */
export function saysAnywhere(words: readonly Word[], starts: readonly string[]): boolean {
  if (words.length <= few) return words.some(beginsWith(starts));
  const answers = known.get(words) ?? new Map<readonly string[], boolean>();
  known.set(words, answers);
  const answer = answers.get(starts) ?? words.some(beginsWith(starts));
  answers.set(starts, answer);
  return answer;
}
