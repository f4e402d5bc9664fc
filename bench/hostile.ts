import { loadConfig, loadLexicon, packageRoot } from "../src/config.js";
import { createBriefer } from "../src/core/brief/brief.js";
import { createMatcher } from "../src/core/match/matcher.js";
import type { Article } from "../src/core/story.js";
import type { Row } from "./measure.js";
import { cost } from "./measure.js";

export const name = "hostile";
export const about = "How many times as long four times a hostile text takes; 4 is in proportion.";

const small = 250_000;
const large = 4 * small;
/** What four times the text may cost: 4 is in proportion. */
const limit = 5;
/** A ratio above the limit is taken again: another process may have been in the way. */
const tries = 3;

/** Texts that make careless readers slow: a piece, written again and again; `at` is its number. */
const kinds: Record<string, (at: number) => string> = {
  "one word": () => "Kızılay ",
  "quotes never closed": () => '"Protokolü imzaladık diyen ',
  "names in one sentence": (at) => `Azerbaycan Kızılay Başkanı Ad${at} Soyad, `,
  ve: () => "Ali Kaya ve ",
  digits: (at) => `${at} 12,5 2019 3. `,
  apostrophes: () => "Bakü'de Kızılay'ın ",
  "apostrophes alone": () => "''’ ",
  capitals: () => "TÜRK KIZILAY BAŞKANI ",
  commas: () => "toplantıya, ",
  "verbs of deciding": () => "karar verildi ve imzalandı, ",
  "told by those who were there": () => '"İki protokol imzaladık." ',
  participles: () => "imzalanan protokolle kurulan ",
  brackets: () => "((Bakü ",
  "short paragraphs": () => "Bakü\n",
  "one word without end": () => "kızılay",
};

const longest = (piece: (at: number) => string, length: number): string => {
  let text = "";
  for (let at = 0; text.length < length; at += 1) text += piece(at);
  return text;
};

function article(text: string): Article {
  return {
    link: null,
    language: "tr",
    title: "Toplantı",
    spot: null,
    author: null,
    dateline: null,
    published: Date.UTC(2025, 10, 19, 15),
    updated: null,
    section: null,
    body: text.split("\n").map((line) => ({ kind: "paragraph", text: line })),
    photo: null,
    tags: [],
  };
}

/** How many times as long four times the text takes; the least of some tries where it is too much. */
function ratio(read: (text: string) => unknown, piece: (at: number) => string): number {
  const [few, many] = [longest(piece, small), longest(piece, large)];
  let least = Infinity;
  for (let turn = 0; turn < tries && least > limit; turn += 1) {
    least = Math.min(least, cost(() => read(many), 1) / cost(() => read(few), 3));
  }
  return least;
}

/** Both engines on hostile texts of 250 kB and of 1 MB. Throws where one grows faster than its text. */
export async function run(): Promise<Row[]> {
  const brief = createBriefer(loadLexicon());
  const matcher = createMatcher(loadConfig({ env: {}, cwd: packageRoot() }).settings.topics);
  const engines: Record<string, (text: string) => unknown> = {
    brief: (text) => brief(article(text)),
    match: (text) => matcher.match({ title: "", body: text, language: "tr" }),
  };
  const rows = Object.entries(kinds).map(([what, piece]): Row => {
    const ratios = Object.entries(engines).map(([engine, read]) => [
      `${engine}, times as long`,
      Number(ratio(read, piece).toFixed(1)),
    ]);
    return { "1 MB beside 250 kB": what, ...Object.fromEntries(ratios) };
  });
  const over = rows.filter((row) => Object.values(row).some((value) => typeof value === "number" && value > limit));
  if (over.length > 0) throw new Error(`grows faster than its text: ${JSON.stringify(over)}`);
  return rows;
}
