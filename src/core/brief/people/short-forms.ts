import type { PeopleLexicon } from "./lexicon.js";
import type { Mention } from "./mention.js";
import { phraseOf } from "./phrases.js";
import type { Read } from "./presence.js";
import { isAcronym } from "./turkish-runs.js";

const shortForms = new WeakMap<readonly Read[], Map<string, string>>();

/** `Pakistan Ulusal Afet Ajansı (PUAA)` told once: `PUAA Başkanı` is Pakistan's. */
export function acronymCountry(mention: Mention, reads: readonly Read[], lexicon: PeopleLexicon): string | null {
  const title = (reads[mention.sentence]?.scene.words ?? []).slice(mention.titleFrom, mention.titleTo);
  const own = lexicon.language === "en" ? title.find(isAcronym) : title[0];
  if (own === undefined || !isAcronym(own)) return null;
  let known = shortForms.get(reads);
  if (known === undefined) {
    known = readShortForms(reads, lexicon);
    shortForms.set(reads, known);
  }
  return known.get(own.base) ?? null;
}

/** What stands in parentheses behind an institution whose name says its country. */
function readShortForms(reads: readonly Read[], lexicon: PeopleLexicon): Map<string, string> {
  const known = new Map<string, string>();
  for (const { scene } of reads) {
    const { words } = scene;
    for (let at = 2; at < words.length - 1; at += 1) {
      const word = words[at];
      if (word === undefined || words[at - 1]?.text !== "(" || words[at + 1]?.text !== ")" || !isAcronym(word))
        continue;
      for (let back = at - 2; back >= Math.max(0, at - 10) && words[back]?.kind === "word"; back -= 1) {
        const country = phraseOf(words, back, lexicon.countries);
        if (country !== null && words[back]?.capital === true && !known.has(word.base))
          known.set(word.base, country.value.code);
      }
    }
  }
  return known;
}
