import type { ChainRules, Inflection } from "../text/chain.js";
import { isVowel, readChain } from "../text/chain.js";
import { arabic, english, hasEndings, uzbek, uzbekCyrillic } from "../text/endings.js";
import type { Folded } from "../text/fold.js";
import { inWord } from "../text/fold.js";
import { codes, sameLetter } from "../text/letters.js";
import { belongsElsewhere } from "../text/stems.js";
import { hasTurkicEndings } from "../text/turkic.js";
import type { Entry } from "./entries.js";
import { spelt, turkishLetters } from "./entries.js";

/** Names of so few letters are common words too often to be known in lower case with a suffix (Hakkı, hakkında). */
const shortName = 5;

const veryShortName = 4;

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
  if (entry.only !== "" && !entry.phrase && language() !== entry.only) return "none";
  if (to === end) return bareWord(text, entry, from, to);
  switch (entry.tail) {
    case "none":
      return "none";
    case "cyrillic":
      return cyrillicTail(text, entry, from, to, end, language);
    case "arabic":
      return to - from >= shortArabic && hasEndings(slice(text.key, to, end), arabic) ? "inflected" : "none";
    case "uzbek":
      return hasEndings(slice(text.key, to, end), uzbek) ? "inflected" : "none";
    case "latin":
      return latinTail(text, entry, from, to, end, quoted, language);
    default:
      return entry.tail satisfies never;
  }
}

/** Arabic words of so few letters are the beginnings of too many others. */
const shortArabic = 4;

function cyrillicTail(
  text: Folded,
  entry: Entry,
  from: number,
  to: number,
  end: number,
  language: () => string,
): Inflection {
  const rest = slice(text.key, to, end);
  if (entry.before === "vowel" && !/^[ыіиуү]/u.test(rest)) return "none";
  const stem = entry.acronym ? "" : slice(text.key, from + entry.last, to);
  if (hasTurkicEndings(stem, rest)) return "inflected";
  return hasEndings(rest, uzbekCyrillic) && (entry.phrase || language() === "uz") ? "inflected" : "none";
}

/** The longest chain of endings of English and Uzbek. */
const longestForeign = 12;

function latinTail(
  text: Folded,
  entry: Entry,
  from: number,
  to: number,
  end: number,
  quoted: boolean,
  language: () => string,
): Inflection {
  const turkish = turkishTail(text, entry, from, to, end, quoted, language);
  if (turkish !== "none" || entry.before === "vowel" || entry.possessed || end - to > longestForeign) return turkish;
  const rest = slice(text.key, to, end);
  if (hasEndings(rest, english) && (quoted || entry.phrase || language() === "en")) return "inflected";
  // The last letter of Qorabogʻ looks like an apostrophe.
  if (!hasEndings(quoted ? rest.slice(1) : rest, uzbek)) return "none";
  // Uzbek knows no harmony; a name takes its endings where nothing says that the text is in another language.
  return entry.phrase || language() === "uz" || (entry.name && rest.length > 1 && language() === "")
    ? "inflected"
    : "none";
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
    // Names are often left as they are: Bişkekin.
    if (entry.before === "consonant" && !entry.name && isVowel(text.exact[to] ?? 0)) return "none";
    // A short name in lower case is another word: `vanda` is no city; a very short one with one letter more where every word has a capital (`Vana patladı`).
    const isOther = !capital
      ? to - from <= shortName
      : to - from < veryShortName && end - to === 1 && opensSentence(text, from);
    if (entry.name && !entry.phrase && !entry.acronym && isOther) return "none";
    if (/\d/u.test(String.fromCharCode(text.exact[to - 1] ?? 0))) return "none";
  }
  const rules: ChainRules = {
    ascii: entry.ascii,
    derive: entry.name && !entry.possessed && (quoted || (capital && to - from >= shortName)),
    habits: entry.acronym ? ["belongs"] : [],
    azeri: entry.azeri,
    vowelFirst: entry.before === "vowel",
    its: entry.its,
    // Türk Kızılayı is Türk Kızılay'dan too; in capitals a clause would pass for it (KIZILAY HAFTADA BİR).
    possessed: entry.possessed && !(entry.name && capital && text.capital[to - 1] === 0),
  };
  for (const ending of entry.endings) {
    let found = readChain(text, to, end, ending, rules);
    if (found === "none" && !entry.azeri) {
      found = readChain(text, to, end, ending, { ...rules, azeri: true });
      if (found !== "none" && language() !== "az") return "none";
    }
    if (found === "none") continue;
    if (!quoted && !entry.phrase && belongsElsewhere(spelt(text.exact.subarray(from, end)), to - from)) return "none";
    const isTurkish = quoted || entry.turkish || hasTurkishLetter(text.exact, from, end);
    if (!isTurkish && isForeign(entry, end - to, language())) return "none";
    return found;
  }
  return "none";
}

function hasTurkishLetter(exact: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (turkishLetters.has(exact[at] ?? 0)) return true;
  return false;
}

/** English makes adjectives of countries that look like an accusative (Kuwaiti): one letter counts only where the text is surely Turkic. */
function isForeign({ name, phrase }: Entry, letters: number, language: string): boolean {
  return language === "en" || (name && !phrase && letters === 1 && language !== "tr" && language !== "az");
}

function opensSentence({ key, exact }: Folded, from: number): boolean {
  let at = from - 1;
  while (at >= 0 && key[at] === codes.space) at -= 1;
  return at < 0 || (!inWord(exact[at]) && key[at] !== codes.hyphen);
}

function bareWord(text: Folded, entry: Entry, from: number, to: number): Inflection {
  if (entry.before === "vowel") return "none";
  if (!entry.possessed) return "inflected";
  if (!entry.name || !entry.phrase || text.capital[from + entry.last] !== 1) return "none";
  let next = to;
  while (next < text.length && !inWord(text.key[next])) next += 1;
  const following = slice(text.key, next, Math.min(next + 8, text.length));
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
function slice(key: Uint16Array, from: number, to: number): string {
  let out = "";
  for (let at = from; at < Math.min(to, key.length); at += 1) out += String.fromCharCode(key[at] ?? 0);
  return out;
}
