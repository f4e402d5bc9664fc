import { endingOf, isVowel, readChain, withDotted } from "./chain.js";
import { fold } from "./fold.js";
import { unitsOf } from "./letters.js";
import { belongsElsewhere, stemsOf } from "./stems.js";

/** A shorter beginning is too often another word: kan in kanun, al in Ali. */
const shortest = 4;
/** Longer words than this are no words. */
const longest = 40;
const hardened: Record<string, string> = { b: "p", c: "ç", d: "t", ğ: "k", g: "k" };

/**
 * The words of which a lower-case word may be a form, the longest first: toplantısında → toplantı, kitabı → kitap, meetings → meeting.
 * The grammar alone decides, so some are no words at all, which no text has. `ascii`: suffixes may be spelt without Turkish letters.
 */
export function basesOf(word: string, ascii: boolean): string[] {
  if (word.length > longest) return [];
  const text = fold(word);
  // A word that folding makes longer or shorter is none of ours.
  if (text.length !== word.length) return [];
  const bases: string[] = /^[a-z]{4,}[^s]s$/u.test(word) ? [word.slice(0, -1)] : [];
  for (let at = word.length - 1; at >= shortest; at -= 1) {
    if (belongsElsewhere(word, at)) continue;
    const stem = word.slice(0, at);
    const vowelFirst = isVowel(word.charCodeAt(at));
    for (const base of wordsOf(stem, vowelFirst)) {
      const rules = { ascii, derive: false, habits: [], vowelFirst, possessed: false };
      const endings = [stem, base].flatMap((one) => {
        const own = endingOf(unitsOf(one));
        return ascii ? withDotted(own) : [own];
      });
      const isForm = endings.some((ending) => readChain(text, at, word.length, ending, rules) !== "none");
      if (isForm && syllables(base) > 1) bases.push(base);
    }
  }
  return [...new Set(bases)];
}

/** The words that have this stem: itself, and where a vowel follows those that harden (kitab, kitap) or have a vowel more (şehr, şehir). */
function wordsOf(stem: string, vowelFollows: boolean): string[] {
  if (!vowelFollows) return [stem];
  const last = stem.at(-1) ?? "";
  const hard = hardened[last];
  const fuller = ["ı", "i", "u", "ü"].map((vowel) => `${stem.slice(0, -1)}${vowel}${last}`);
  const other = [...(hard === undefined ? [] : [stem.slice(0, -1) + hard]), ...fuller];
  return [stem, ...other.filter((word) => stemsOf(word).some(({ letters }) => letters === stem))];
}

function syllables(word: string): number {
  return unitsOf(word).filter(isVowel).length;
}
