import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parse } from "yaml";
import { z } from "zod";
import { loadLexicon, packageRoot } from "../src/config.js";
import { createBriefer } from "../src/core/brief/brief.js";
import { readPlain } from "../src/core/plain.js";
import type { Article } from "../src/core/story.js";
import type { Row } from "./measure.js";
import { cost, median, rate } from "./measure.js";

export const name = "brief";
export const about = "What a brief costs, and how the cost grows with a list of people and with the length of a text.";

/** Bytes of UTF-8. */
const storySize = 3_000;
const runs = 5;
const oneRunMs = 700;
const warmRounds = 60;
const day = Date.UTC(2025, 10, 19, 15);

/** The corpus's stories, filled up with each other's paragraphs as far as they fit into 3 kB of UTF-8; few are longer by themselves. */
function stories(): Article[] {
  const folder = join(packageRoot(), "tests/corpus/briefs/dev");
  const shape = z.object({ language: z.string(), text: z.string() });
  const plain = readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => shape.parse(parse(readFileSync(join(folder, file), "utf8"))))
    .map(({ language, text }) => ({ ...readPlain(text, language), published: day }));
  const size = (body: Article["body"]) => body.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  return plain.map((article, index) => {
    const body = [...article.body];
    for (let other = index + 1; other < index + plain.length; other += 1) {
      const more = plain[other % plain.length];
      if (more === undefined || more.language !== article.language) continue;
      for (const part of more.body) if (size(body) + size([part]) <= storySize) body.push(part);
    }
    return { ...article, body };
  });
}

/** A list of `count` people in one sentence, numbered from `first`. */
function crowd(count: number, first = 0): Article {
  const people = Array.from(
    { length: count },
    (_, at) => `Azerbaycan Kızılay Başkanı Ad${first + at} Soyad${first + at}`,
  );
  const text = `Toplantıya, ${people.join(", ")} katıldı.`;
  return {
    link: null,
    language: "tr",
    title: "Toplantı",
    spot: null,
    author: null,
    dateline: null,
    published: day,
    updated: null,
    section: null,
    body: [{ kind: "paragraph", text }],
    photo: null,
    tags: [],
  };
}

/** MiB that stay in use behind so many short stories, no two of which share a name. */
function memoryBehind(brief: (article: Article) => unknown, count: number): number {
  for (let turn = 0; turn < count; turn += 1) {
    const text = `Bakü'de Ece${turn} Al${turn}, Vali Can${turn} Us${turn} ile görüştü. Ev${turn}de toplantı yapıldı.`;
    brief({ ...crowd(0), body: [{ kind: "paragraph", text }] });
  }
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

/** Briefs of 3 kB a second of processor time, and how the cost grows with a list of people and with a long text. */
export async function run(): Promise<Row[]> {
  const brief = createBriefer(loadLexicon());
  const all = stories();
  const write = (turn: number): unknown => {
    const story = all[turn % all.length];
    return story && brief(story);
  };
  // Warm by turns, not by time: on a busy machine a time is too short, and then the compiler is measured. The rate still
  // grew in the fiftieth round.
  for (let turn = 0; turn < warmRounds * all.length; turn += 1) write(turn);
  const rates = Array.from({ length: runs }, () => rate(write, oneRunMs));
  // People whom no story has named before: what is kept of words would favour the short list.
  let met = 0;
  const [few, many] = [2_500, 10_000].map((count) => cost(() => brief(crowd(count, (met += count)))));
  const long = (times: number) => ({
    ...crowd(1),
    body: Array.from({ length: times }, () => all.find(({ language }) => language === "tr")?.body ?? []).flat(),
  });
  const [short, whole] = [100, 400].map((times) => cost(() => brief(long(times))));
  const [early, late] = [20_000, 100_000].map((count) => memoryBehind(brief, count));
  return [
    { what: "briefs of 3 kB a second", value: Math.round(median(rates)) },
    { what: "10,000 people in one sentence, ms", value: Math.round(many ?? 0) },
    { what: "the same, beside 2,500 (4 would be linear)", value: Number(((many ?? 0) / (few ?? 1)).toFixed(1)) },
    { what: "a text four times as long (4 would be linear)", value: Number(((whole ?? 0) / (short ?? 1)).toFixed(1)) },
    { what: "MiB in use behind 20,000 different stories", value: Math.round(early ?? 0) },
    { what: "the same behind 100,000 more", value: Math.round(late ?? 0) },
  ];
}
