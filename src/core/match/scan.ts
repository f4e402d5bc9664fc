import { anyEnding, readChain } from "../text/chain.js";
import type { Folded } from "../text/fold.js";
import { fold, inWord } from "../text/fold.js";
import { arabicParticles } from "../text/endings.js";
import { codes } from "../text/letters.js";
import { hasTurkicEndings } from "../text/turkic.js";
import type { Entry } from "./entries.js";
import { entriesOf, pathOf } from "./entries.js";
import type { Pattern } from "./keyword.js";
import { guessLanguage } from "./language.js";
import type { Fields, Hit } from "./topic.js";
import { createTrie } from "./trie.js";
import { readWord } from "./word.js";

/** A pattern found in a field: offsets into the original, and its first and last word counted from the field's start. */
export interface Found extends Pick<Hit, "field" | "start" | "end" | "derived"> {
  first: number;
  last: number;
}

/** All patterns found in a story, by number, each list in the order of title, then body. */
export interface Scan {
  found: Map<number, Found[]>;
  /** As declared, else as guessed; empty where neither says. */
  language(): string;
}

const longestWord = 200;

/** Collects patterns and then finds all of them in a text in one pass. */
export function createScanner(): { add(pattern: Pattern): number; scan(fields: Fields): Scan } {
  const trie = createTrie();
  const ends: (Entry[] | undefined)[] = [];
  const numbers = new Map<string, number>();

  function add(pattern: Pattern): number {
    const name = `${pattern.exact ? "=" : ""}${pattern.ascii ? "~" : ""}${pattern.compound === true ? "+" : ""}${pattern.text}`;
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(name, number);
    for (const entry of entriesOf(pattern, number)) (ends[trie.add(pathOf(entry))] ??= []).push(entry);
    return number;
  }

  function scan(fields: Fields): Scan {
    const found = new Map<number, Found[]>();
    let guessed: string | null = null;
    const language = (): string =>
      (guessed ??= fields.language?.slice(0, 2).toLowerCase() ?? guessLanguage(`${fields.title}\n${fields.body}`));
    scanField(fields.title, "title", language, found);
    scanField(fields.body, "body", language, found);
    return { found, language };
  }

  function scanField(text: string, field: Hit["field"], language: () => string, found: Map<number, Found[]>): void {
    const folded = fold(text);
    const { key } = folded;
    let word = -1;
    for (let at = 0; at < folded.length; at += 1) {
      if (!inWord(key[at])) continue;
      word += 1;
      const end = wordEnd(folded, at);
      walk(folded, at, at, word, field, language, found);
      if ((key[at] ?? 0) >= 0x600 && (key[at] ?? 0) < 0x700) {
        for (const size of particlesAt(folded, at)) walk(folded, at, at + size, word, field, language, found);
      }
      at = end;
    }
  }

  /** Follows the trie from a word's start (or from behind its particles) and checks each entry met on the way. */
  function walk(
    folded: Folded,
    begin: number,
    from: number,
    word: number,
    field: Hit["field"],
    language: () => string,
    found: Map<number, Found[]>,
  ): void {
    const { key, length } = folded;
    let node = 0;
    let words = 0;
    for (let at = from; at < length; at += 1) {
      const unit = key[at] ?? 0;
      if (!inWord(unit) && (at === 0 || inWord(key[at - 1]))) words += 1;
      node = trie.step(node, unit);
      if (node < 0) return;
      const entries = ends[node];
      if (entries === undefined) continue;
      const to = at + 1;
      const end = inWord(key[to]) ? wordEnd(folded, to) : to;
      if (end - at > longestWord) continue;
      for (const entry of entries) {
        const inflection = readWord(folded, entry, from, to, end, language);
        if (inflection === "none") continue;
        note(found, entry.pattern, {
          field,
          start: folded.start[begin] ?? 0,
          end: folded.end[(entry.acronym ? behindHyphen(folded, end) : end) - 1] ?? 0,
          derived: inflection === "derived",
          first: word,
          last: word + words,
        });
      }
    }
  }

  return { add, scan };
}

/** A pattern counts once per word it begins at; an inflected reading beats a derived one. */
function note(found: Map<number, Found[]>, pattern: number, it: Found): void {
  const list = found.get(pattern);
  const previous = list?.at(-1);
  if (list === undefined) found.set(pattern, [it]);
  else if (previous?.field !== it.field || previous.start !== it.start) list.push(it);
  else if (it.end > previous.end || (it.end === previous.end && previous.derived)) list[list.length - 1] = it;
}

function wordEnd({ key, length }: Folded, from: number): number {
  let at = from;
  while (at < length && inWord(key[at])) at += 1;
  return at;
}

/** Azerbaijani, Kazakh and Kyrgyz join suffixes to an acronym with a hyphen (TDT-nin, ОТГ-ның): where the word then ends. */
function behindHyphen(folded: Folded, end: number): number {
  const { key, capital, start } = folded;
  const isJoined = key[end] === codes.hyphen && inWord(key[end + 1]) && capital[end + 1] === 0;
  if (!isJoined || start[end + 1] !== (start[end] ?? 0) + 1) return end;
  const after = wordEnd(folded, end + 1);
  const first = key[end + 1] ?? 0;
  if (first >= 0x400 && first < 0x530)
    return hasTurkicEndings("", String.fromCharCode(...key.subarray(end + 1, after))) ? after : end;
  const rules = { ascii: false, derive: true, habits: [], vowelFirst: false, possessed: false };
  return readChain(folded, end + 1, after, anyEnding, rules) === "none" ? end : after;
}

function particlesAt({ exact }: Folded, at: number): number[] {
  const sizes: number[] = [];
  for (const particle of arabicParticles) {
    let fits = true;
    for (let i = 0; i < particle.length; i += 1) if (exact[at + i] !== particle.charCodeAt(i)) fits = false;
    if (fits && inWord(exact[at + particle.length]) && exact[at + particle.length] !== codes.apostrophe)
      sizes.push(particle.length);
  }
  return sizes;
}
