import type { Finding, Scene } from "./decision-parts.js";
import { hasParty, nounAt } from "./decision-parts.js";
import { deedsIn, endOfClause, joinBefore, subjectOf } from "./english-clauses.js";
import { asSentence, hasPhrase, phraseAt, textOf } from "./event-words.js";

/**
 * `Under the declaration, the societies will widen …, carry out … and strengthen …`: each verb behind `will` is one
 * sentence that stands on its own. Elsewhere a `will` is a plan and gives nothing.
 */
export function englishCommitments(scene: Scene): Finding[] {
  const { words, doc, lexicon, sentence, index } = scene;
  if (sentence.part !== "paragraph" || !isBinding(scene)) return [];
  const others = lexicon.planned.filter((entry) => entry !== "will" && entry !== "to be");
  if (hasPhrase(words, 0, words.length, others)) return [];
  const wills = words.flatMap((word, at) =>
    word.key === "will" && !word.quoted && words[at + 1]?.key !== "not" ? [at] : [],
  );
  const cut = (from: number, to: number) => textOf(doc, words, from, to);
  return wills.flatMap((will, nth): Finding[] => {
    const next = wills[nth + 1];
    // `Türkiye will provide pumps, Azerbaijan will send helicopters`: each has a subject of its own.
    // `The declaration stated that Hungary will host …`: whose will it is stands behind `that`.
    const that = nth === 0 ? words.findIndex(({ key, quoted }, at) => at < will && !quoted && key === "that") : -1;
    const head =
      nth > 0 || that > 0 ? joinBefore(words, nth > 0 ? (wills[nth - 1] ?? 0) + 1 : that, will, that + 1) : will;
    const own = nth === 0 && that < 1 ? subjectOf(words, cut, lexicon.openers) : cut(head, will);
    const shared = nth > 0 && own === "" ? subjectOf(words, cut, lexicon.openers) : own;
    if (shared === "") return [];
    const end = endOfClause(scene, will + 1, next ?? words.length);
    const starts = [will + 1, ...deedsIn(scene, will + 3, end)];
    return starts.flatMap((start, number): Finding[] => {
      let stop = starts[number + 1] ?? end;
      while (stop > start && /^(?:,|and|will|also)$/u.test(words[stop - 1]?.key ?? "")) stop -= 1;
      const from = number > 0 ? start : nth > 0 || that > 0 ? head : firstWord(scene, will, shared);
      const first = words[from];
      const last = words[stop - 1];
      if (first === undefined || last === undefined || stop <= start) return [];
      const text = asSentence(`${shared} will ${cut(start, stop)}`, doc.language);
      const { part } = sentence;
      return [{ kind: "committed", text, start: first.start, end: last.end, sentence: index, part, firm: true }];
    });
  });
}

/** Index of the subject's first word. */
function firstWord({ words, doc }: Scene, will: number, subject: string): number {
  for (let at = will - 1; at >= 0; at -= 1) if (textOf(doc, words, at, will) === subject) return at;
  return will;
}

/** It names an agreement this story tells of, or goes on with one. */
function isBinding({ words, lexicon, settled, declaration, follows }: Scene): boolean {
  const reach = Math.min(words.length, 20);
  if (phraseAt(words, 0, lexicon.underDocument) > 0 || declaration) {
    for (let at = 0; at < reach; at += 1) {
      if (nounAt(words, at, lexicon.agreements) > 0 && (settled || declaration)) return true;
    }
  }
  if (
    settled &&
    sides.test(
      words
        .slice(0, 3)
        .map(({ key }) => key)
        .join(" "),
    )
  )
    return true;
  return follows && (phraseAt(words, 0, lexicon.continues) > 0 || hasParty(words, 0, 4, lexicon));
}

/** Both who signed, named as such, anywhere behind the signing. */
const sides =
  /^(?:the |both )?(?:two )?(?:parties|sides|countries|societies|institutions|organizations|organisations)\b/u;
