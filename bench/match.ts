import { readFileSync } from "node:fs";
import { join } from "node:path";
import AhoCorasick from "modern-ahocorasick";
import { packageRoot } from "../src/config.js";
import { createMatcher } from "../src/core/match/matcher.js";
import type { Row } from "./measure.js";
import { median, rate } from "./measure.js";

export const name = "match";
export const about =
  "Articles of 3 kB matched a second of processor time, by number of keywords; the peers know no ending, no unwanted keyword and no language.";

const sizes = [10, 100, 1_000, 10_000];
const articleLength = 3_000;
const articleCount = 300;
const runs = 7;
const oneRunMs = 300;

/** Pseudo-random numbers below `n`, the same in each run. */
function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** Articles of 3 kB, put together from the corpus's own sentences. */
export function articles(): string[] {
  const corpus = readFileSync(join(packageRoot(), "tests/corpus/matching.tsv"), "utf8");
  const sentences = corpus.split("\n").flatMap((it) => (it.startsWith("#") ? [] : (it.split("\t")[1] ?? [])));
  const turkish = sentences.filter((it) => /^[\p{Script=Latin}\P{L}]+$/u.test(it));
  const roll = dice(1);
  return Array.from({ length: articleCount }, () => {
    let text = "";
    while (text.length < articleLength) text += `${turkish[roll(turkish.length)]} `;
    return text.slice(0, articleLength);
  });
}

/** Ten words that every second article has, whatever the size; the others are invented names of one to three words, as in a long watch list. */
export function keywords(count: number, texts: readonly string[]): string[] {
  const roll = dice(2);
  const counts = new Map<string, number>();
  for (const word of texts.join(" ").match(/\p{L}{4,}/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  const known = [...counts].filter(([, count]) => Math.abs(count - articleCount / 2) < 50).map(([word]) => word);
  const syllables = [
    "ba",
    "ka",
    "re",
    "min",
    "tay",
    "öz",
    "gül",
    "şen",
    "dur",
    "can",
    "yıl",
    "maz",
    "ar",
    "ke",
    "lo",
    "tur",
    "ben",
    "ça",
    "sel",
    "vir",
  ];
  const invented = (): string => {
    const word = Array.from({ length: 2 + roll(3) }, () => syllables[roll(syllables.length)]).join("");
    return word.charAt(0).toLocaleUpperCase("tr") + word.slice(1);
  };
  const found = new Set<string>();
  while (found.size < count) {
    const real = found.size < 10 ? known.at(roll(known.length)) : undefined;
    found.add(real ?? Array.from({ length: 1 + roll(3) }, invented).join(" "));
  }
  return [...found];
}

/** Five ways to look for a list of keywords: ours, and what others do, with their best settings. */
function engines(list: readonly string[]): Record<string, (text: string) => unknown> {
  const lower = list.map((it) => it.toLocaleLowerCase("tr"));
  const matcher = createMatcher([{ id: "bench", name: { tr: "", en: "" }, keywords: list }]);
  // The keywords are letters and spaces: nothing of them needs an escape.
  const alternation = (words: readonly string[], flags: string) =>
    new RegExp(`(?<!\\p{L})(?:${words.join("|")})`, flags);
  const anyCase = alternation(list, "giu");
  const lowerCase = alternation(lower, "gu");
  const automaton = new AhoCorasick(lower);
  return {
    tellal: (body) => matcher.match({ title: "", body, language: "tr" }),
    "includes in a loop": (body) => {
      const text = body.toLocaleLowerCase("tr");
      return lower.filter((it) => text.includes(it));
    },
    "RegExp iu": (body) => body.match(anyCase),
    "RegExp on lower case": (body) => body.toLocaleLowerCase("tr").match(lowerCase),
    "modern-ahocorasick": (body) => automaton.search(body.toLocaleLowerCase("tr")),
  };
}

/** Articles of 3 kB a second, beside four peers, none of which knows an ending. All sizes take turns, so that noise hits all alike. */
export async function run(): Promise<Row[]> {
  const texts = articles();
  const lanes = sizes.flatMap((size) =>
    Object.entries(engines(keywords(size, texts))).map(([engine, read]) => ({
      size,
      engine,
      read: (turn: number) => read(texts[turn % texts.length] ?? ""),
      rates: [] as number[],
    })),
  );
  for (const { read } of lanes) rate(read, oneRunMs);
  for (let turn = 0; turn < runs; turn += 1) for (const { read, rates } of lanes) rates.push(rate(read, oneRunMs));
  return sizes.map((size) => {
    const row: Row = { keywords: size };
    for (const lane of lanes)
      if (lane.size === size) row[`${lane.engine}, articles/s`] = Math.round(median(lane.rates));
    return row;
  });
}
