import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bareBrief } from "../src/core/brief/brief.js";
import { readQuery } from "../src/core/match/search.js";
import type { Article } from "../src/core/story.js";
import { storyText } from "../src/core/story.js";
import { openDatabase } from "../src/store/database.js";
import { indexWords } from "../src/store/search-index.js";
import { createSearch } from "../src/store/search.js";
import type { Row } from "./measure.js";
import { median } from "./measure.js";

const words =
  `yardım deprem toplantı bakan heyet görüşme anlaşma şehir kurum proje destek gıda çadır gönüllü kan bağış sağlık su okul
  çocuk aile kış yol köprü hastane ekip uçak gemi sınır kamp`.split(/\s+/u);
const endings = ["", "ı", "nın", "lar", "larda", "dan", "la", "sında"];

/** A repeatable row of numbers from 0 to 1. */
function dice(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

function articleOf(number: number): Article {
  const roll = dice(number + 1);
  const pick = <Item>(list: readonly Item[]): Item | undefined => list[Math.floor(roll() * list.length)];
  const sentence = () => Array.from({ length: 14 }, () => `${pick(words)}${pick(endings)}`).join(" ");
  const body = Array.from({ length: 20 }, () => ({ kind: "paragraph" as const, text: `Kızılay ${sentence()}.` }));
  // One story in a hundred has the rare word.
  if (number % 100 === 0) body.push({ kind: "paragraph", text: "Arıcılık kooperatifinin toplantısında konuşuldu." });
  const title = `Kızılay ${sentence().slice(0, 60)} ${number}`;
  const facts = {
    author: null,
    dateline: null,
    published: number,
    updated: null,
    section: null,
    photo: null,
    tags: [],
  };
  return { link: `https://aa.example/${number}`, language: "tr", title, spot: null, body, ...facts };
}

async function measured(count: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "tellal-bench-"));
  const database = await openDatabase({ folder });
  const { db, write } = database;
  const feed = {
    id: "f",
    kind: "aa" as const,
    url: "",
    language: "tr",
    every: 1,
    created: 0,
    due: 0,
    moves: 0,
    failures: 0,
    strange: 0,
  };
  await db.insertInto("feeds").values(feed).execute();
  await db.insertInto("topics").values({ id: "kizilay", tr: "Kızılay", en: "Red Crescent", created: 0 }).execute();
  for (let from = 0; from < count; from += 500) {
    await write(async (trx) => {
      for (let number = from; number < Math.min(count, from + 500); number += 1) {
        const article = articleOf(number);
        const story = `aa:${number}`;
        const brief = bareBrief(article, storyText(article).text, null);
        const same = { hash: "", version: 1, recorded: number };
        const told = { link: article.link ?? "", source: "AA", language: "tr", title: article.title, shown: "" };
        await trx
          .insertInto("stories")
          .values({ id: story, feed: "f", published: number, ...told, ...same })
          .execute();
        await trx
          .insertInto("versions")
          .values({ story, ...same })
          .execute();
        const text = { kind: brief.kind, confidence: 1, brief: JSON.stringify(brief) };
        await trx
          .insertInto("briefs")
          .values({ story, version: 1, ...text })
          .execute();
        await trx.insertInto("matches").values({ story, topic: "kizilay", relevance: 1, hits: "[]" }).execute();
        await indexWords(trx, story, brief);
      }
    });
  }
  const search = createSearch(database);
  const rows: Row[] = [];
  for (const typed of ["kızılay", "toplantı", "arıcılık", "deprem çadır", "kooperatifi", "yok"]) {
    const query = readQuery(typed);
    if (query === null) throw new Error(`${typed} is no question`);
    const spans: number[] = [];
    for (let turn = 0; turn < 21; turn += 1) {
      const begin = performance.now();
      await search.find(query, { topics: ["kizilay"], skip: 0, count: 5 });
      spans.push(performance.now() - begin);
    }
    rows.push({ stories: count, words: typed, ms: Math.round(median(spans) * 10) / 10 });
  }
  await database.close();
  rmSync(folder, { recursive: true });
  return rows;
}

/** One page of hits out of a thousand and of ten thousand stories, by words that all, some and few of them have. */
export const name = "search";
export const about = "One page of hits of the full text search, in ms.";
export const run = async (): Promise<Row[]> => [...(await measured(1_000)), ...(await measured(10_000))];
