import type { Word } from "../event-words.js";
import { Tag } from "./tag.js";

/** They end a name: `Nurlan Asan uulu`, `Aida Bek kızı`. */
const last = new Set("uulu uluu kızı gızı qızı qizi kyzy oğlu oglu ogly".split(" "));
const spanish = new Set(["la", "las", "los"]);

/** A part of a stretch of words: what is looked at of a scene. */
interface Names {
  words: readonly Word[];
  tags: readonly number[];
}

/** How many small words of a name stand at `at` before its next capital, `bin`, `de la`, `van der`, or at its end, `uulu`; 0 for none. */
export function particlesAt(scene: Names, at: number): number {
  const { words, tags } = scene;
  const capital = (index: number) => ((tags[index] ?? 0) & Tag.capital) !== 0;
  let end = at;
  while (end - at < 3 && isParticle(scene, end)) end += 1;
  if (end > at && capital(end)) return end - at;
  return endsName(scene, at) && words[at]?.capital === false ? 1 : 0;
}

/** Whether the word at `at` ends the name before it. */
export function endsName({ words, tags }: Names, at: number): boolean {
  return (
    last.has(words[at]?.base ?? "") && ((tags[at - 1] ?? 0) & (Tag.capital | Tag.suffix | Tag.head)) === Tag.capital
  );
}

function isParticle({ words, tags }: Names, at: number): boolean {
  if (((tags[at] ?? 0) & Tag.particle) !== 0) return true;
  const key = words[at]?.key ?? "";
  const before = words[at - 1]?.key ?? "";
  // Alone they are Turkish for `too` and `from`.
  if (key === "de") return before === "van" || spanish.has(words[at + 1]?.key ?? "");
  return (key === "den" && before === "van") || (spanish.has(key) && before === "de");
}
