import type { ChainRules, Inflection } from "../text/chain.js";
import { isVowel, readChain } from "../text/chain.js";
import { english, hasEndings, turkicCyrillic, uzbek } from "../text/endings.js";
import type { Folded } from "../text/fold.js";
import { inWord } from "../text/fold.js";
import { codes, sameLetter } from "../text/letters.js";
import { belongsElsewhere } from "../text/stems.js";
import type { Entry } from "./entries.js";
import { spelt } from "./entries.js";

/** Names of so few letters are common words too often to be known in lower case with a suffix (Hakkı, hakkında). */
const shortName = 5;

/** Words in front of which a bare office is another office: Bakan Yardımcısı is no Bakan. */
const deputies = ["yardimci", "vekil", "danisman", "aday", "musavir"];

/**
 * Decides on the original whether a text bears an entry at `from`, once the loose letters up to `to` agree: the letters
 * themselves, then what is left of the word (`to..end`) as a chain of suffixes. `language` is asked only in doubt.
 */
export function readWord(
  text: Folded,
  entry: Entry,
  from: number,
  to: number,
  end: number,
  language: () => string,
): Inflection {
  if (!entry.ascii && !spelledAlike(text, entry, from, to)) return "none";
  if (entry.opens && text.capital[from] === 0 && text.capital[from + entry.last] === 1) return "none";
  const quoted = text.exact[to] === codes.apostrophe;
  if (entry.acronym && !quoted && !inCapitals(text, from + entry.last, to)) return "none";
  if (to === end) return bareWord(text, entry, from, to);
  if (entry.tail === "none") return "none";
  const rest = (): string => slice(text, to, end);
  if (entry.tail === "cyrillic") return hasEndings(rest(), turkicCyrillic) ? "inflected" : "none";

  const turkish = turkishTail(text, entry, from, to, end, quoted, language);
  if (turkish !== "none" || entry.before === "vowel" || entry.possessed) return turkish;
  const foreign = rest();
  if (hasEndings(foreign, english) && (quoted || entry.phrase || language() === "en")) return "inflected";
  return hasEndings(foreign, uzbek) && (entry.phrase || language() === "uz") ? "inflected" : "none";
}

function turkishTail(
  text: Folded,
  entry: Entry,
  from: number,
  to: number,
  end: number,
  quoted: boolean,
  language: () => string,
): Inflection {
  const capital = text.capital[from + entry.last] === 1;
  if (!quoted) {
    if (entry.before === "consonant" && isVowel(text.exact[to] ?? 0)) return "none";
    // A short name in lower case is another word: `vanda` is no city.
    if (entry.name && !capital && !entry.phrase && to - from <= shortName) return "none";
    if (/\d/u.test(String.fromCharCode(text.exact[to - 1] ?? 0))) return "none";
  }
  const rules: ChainRules = {
    ascii: entry.ascii,
    derive: entry.name && !entry.possessed && (quoted || (capital && to - from >= shortName)),
    habits: entry.acronym ? ["belongs"] : entry.name ? ["yours"] : [],
    vowelFirst: entry.before === "vowel",
    // Türk Kızılayı is Türk Kızılay'dan too; in capitals a clause would pass for it (KIZILAY HAFTADA BİR).
    possessed: entry.possessed && !(entry.name && capital && text.capital[to - 1] === 0),
  };
  for (const ending of entry.endings) {
    const found = readChain(text, to, end, ending, rules);
    if (found === "none") continue;
    if (!quoted && !entry.phrase && belongsElsewhere(spelt(text.exact.subarray(from, end)), to - from)) return "none";
    if (!quoted && !entry.turkish && language() === "en") return "none";
    return found;
  }
  return "none";
}

function bareWord(text: Folded, entry: Entry, from: number, to: number): Inflection {
  if (entry.before === "vowel") return "none";
  if (!entry.possessed) return "inflected";
  if (!entry.name || text.capital[from + entry.last] !== 1) return "none";
  let next = to;
  while (next < text.length && !inWord(text.key[next])) next += 1;
  const following = slice(text, next, next + 8);
  return deputies.some((it) => following.startsWith(it)) ? "none" : "inflected";
}

function spelledAlike(text: Folded, entry: Entry, from: number, to: number): boolean {
  const { exact } = entry;
  for (let at = from; at < to; at += 1) {
    const t = text.exact[at] ?? 0;
    const k = exact[at - from] ?? 0;
    if (t !== k && !sameLetter(t, k)) return false;
  }
  return true;
}

function inCapitals(text: Folded, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const isDigit = (text.key[at] ?? 0) < 58;
    if (text.capital[at] !== 1 && !isDigit) return false;
  }
  return true;
}

/** Loose letters: lists compared with it are spelt without Turkish letters. */
function slice(text: Folded, from: number, to: number): string {
  let out = "";
  for (let at = from; at < Math.min(to, text.length); at += 1) out += String.fromCharCode(text.key[at] ?? 0);
  return out;
}
