import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readQuery } from "../src/core/match/search.js";
import type { StoryFilter } from "../src/store/archive.js";
import { databaseFile, openDatabase } from "../src/store/database.js";
import { createSearch } from "../src/store/search.js";
import { createViews } from "../src/store/views.js";
import type { Database } from "../src/store/tables.js";
import type { Row } from "./measure.js";
import { short } from "./measure.js";
import { archiveEnd, archiveSpan } from "./parts/archive.js";
import { multiply } from "./parts/multiply.js";
import { askedOften, fill, pages } from "./web.js";

const few = 10_000;
const by = 100;
const topics = ["kizilay", "tdt"];
/** A topic that only the three oldest stories are of. */
const rare = "rare";

/** What a chat asks for, in ms. */
async function asked(database: Database): Promise<Map<string, number>> {
  const search = createSearch(database);
  const views = createViews(database);
  const find =
    (text: string, filter: Partial<StoryFilter> = {}) =>
    () => {
      const query = readQuery(text);
      if (query === null) throw new Error(`${text} is no question`);
      return search.find(query, { topics, skip: 0, count: 5, ...filter });
    };
  const questions: Record<string, () => Promise<unknown>> = {
    "/latest": () => views.latest("console", { topics, count: 5 }),
    "/latest of one topic": () => views.latest("console", { topics: ["tdt"], count: 5 }),
    "/latest of a topic with three old stories": () => views.latest("console", { topics: [rare], count: 5 }),
    "/latest, the hundredth page": () => views.latest("console", { topics, skip: 500, count: 5 }),
    "/search, a word of all": find("kızılay"),
    "/search, a common word": find("toplantı"),
    "/search, two words": find("deprem çadır"),
    "/search, a rare word": find("arıcılık"),
    "/search, no hit": find("yokyok"),
    "/search, a common word in three old stories": find("toplantı", { topics: [rare] }),
    "/search, a word of all, a country of no story": find("kızılay", { country: "XX" }),
    "/search, a word of all, before two years": find("kızılay", { to: archiveEnd - 2 * 365 * 24 * 60 * 60_000 }),
  };
  const times = new Map<string, number>();
  for (const [what, ask] of Object.entries(questions)) times.set(what, await askedOften(ask));
  return times;
}

async function measured(folder: string): Promise<Map<string, number>> {
  const database = await openDatabase({ folder });
  await keepRare(database);
  const times = new Map([...(await asked(database)), ...(await pages(database))]);
  await database.close();
  return times;
}

async function keepRare({ db }: Database): Promise<void> {
  await db.deleteFrom("matches").where("topic", "=", rare).execute();
  const topic = { id: rare, tr: rare, en: rare, created: 0, owner: null };
  await db
    .insertInto("topics")
    .values(topic)
    .onConflict((on) => on.doNothing())
    .execute();
  const oldest = await db.selectFrom("indexed").select("story").orderBy("number").limit(3).execute();
  for (const { story } of oldest) {
    await db.insertInto("matches").values({ story, topic: rare, relevance: 1, hits: "[]" }).execute();
  }
}

export const name = "web-million";
export const about =
  "What a chat asks for, and each page of the web page, over 10,000 stories and over 1,000,000 (the same ones again and again, further and further back), in ms.";
export const long = true;
export async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "tellal-bench-"));
  try {
    const database = await openDatabase({ folder });
    await fill(database, few);
    await database.close();
    const before = await measured(folder);
    const begin = performance.now();
    multiply(databaseFile(folder), { count: few, by, span: archiveSpan(few) });
    console.error(`${few * by} stories made in ${Math.round((performance.now() - begin) / 1_000)} s`);
    const after = await measured(folder);
    return [...before].map(([what, ms]) => {
      const large = after.get(what) ?? 0;
      return { what, "10,000 ms": short(ms), "1,000,000 ms": short(large), times: short(large / ms) };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
