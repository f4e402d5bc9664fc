import { Tag } from "./tag.js";
import type { Scene } from "./turkish-runs.js";

const isStrangeCapital = (tags: readonly number[], at: number) =>
  ((tags[at] ?? 0) & (Tag.capital | Tag.institution | Tag.organisation | Tag.country | Tag.head | Tag.notName)) ===
  Tag.capital;

/** A given name that is an office, too, before a surname. */
export const opensName = (tags: readonly number[], at: number) =>
  ((tags[at] ?? 0) & Tag.given) !== 0 &&
  ((tags[at] ?? 0) & Tag.alsoName) !== 0 &&
  isStrangeCapital(tags, at + 1) &&
  ((tags[at + 2] ?? 0) & Tag.capital) === 0;

const officeShape = /[ıiuü]$/u;
const strongShape = /(?:kanı|[cç][ıiuü]s[ıiuü]|l[ıiuü]s[ıiuü]|törü|mürü|dürü|manı|meni)$/u;

/** An office that the lexicon does not know: a possessive behind an institution or a country, two strange capitals behind it. */
export function officeByShape({ words, tags }: Pick<Scene, "words" | "tags">, from: number, to: number): number {
  const strange = (at: number) => isStrangeCapital(tags, at);
  for (let at = from + 1; at + 2 < to; at += 1) {
    const key = words[at]?.key ?? "";
    const before = (tags[at - 1] ?? 0) & (Tag.institution | Tag.organisation | Tag.country | Tag.city);
    const fits = strange(at) && (before !== 0 ? officeShape : strongShape).test(key);
    if (fits && strange(at + 1) && strange(at + 2)) return at;
  }
  return -1;
}
