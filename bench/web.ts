import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadLocales, loadStyle } from "../src/config.js";
import { nameKey } from "../src/core/name-key.js";
import { createWords } from "../src/core/message/words.js";
import { openDatabase } from "../src/store/database.js";
import { createStore } from "../src/store/store.js";
import type { Database } from "../src/store/tables.js";
import { createAccess } from "../src/web/access.js";
import { openDoors } from "../src/web/doors.js";
import { createMetrics } from "../src/web/metrics.js";
import { createSite } from "../src/web/site.js";
import type { Row } from "./measure.js";
import { median } from "./measure.js";
import { archiveEnd, fillArchive } from "./parts/archive.js";

const now = archiveEnd;

/** An empty database with so many stories, a chat that got the newest, and what they need. */
export async function fill(database: Database, count: number): Promise<void> {
  const { db } = database;
  const feed = {
    id: "f",
    kind: "aa" as const,
    url: "",
    language: "tr",
    every: 1,
    created: 0,
    due: now,
    moves: 0,
    failures: 0,
    strange: 0,
  };
  await db.insertInto("feeds").values(feed).execute();
  for (const [id, tr] of [
    ["kizilay", "Kızılay"],
    ["tdt", "TDT"],
  ] as const) {
    await db.insertInto("topics").values({ id, tr, en: tr, created: 0, owner: null }).execute();
  }
  await db
    .insertInto("chats")
    .values({
      id: "c",
      address: "console",
      platform: "console",
      lane: "console",
      peer: "console",
      language: "tr",
      created: 0,
      settings: "{}",
    })
    .execute();
  await fillArchive(database, count, "c");
}

const asked: [page: string, path: string][] = [
  ["archive", "/"],
  ["archive, a topic", "/?topic=tdt"],
  ["archive, a kind", "/?kind=aid"],
  ["archive, a country", "/?country=KG"],
  ["archive, a person", "/?person=Fatma+Y%C4%B1lmaz"],
  ["archive, country and kind", "/?country=HU&kind=election"],
  ["archive, a month", "/?from=2025-11-01&to=2025-11-10"],
  ["search, a word of all", "/?q=k%C4%B1z%C4%B1lay"],
  ["search, a common word", "/?q=toplant%C4%B1"],
  ["search, a rare word", "/?q=ar%C4%B1c%C4%B1l%C4%B1k"],
  ["search, with a filter", "/?q=toplant%C4%B1&country=AZ"],
  ["search, no hit", "/?q=yokyok"],
  ["people", "/people"],
  ["people, a name", "/people?name=kaya"],
  ["person", `/people/${encodeURIComponent(nameKey("Fatma Yılmaz"))}`],
  ["decisions", "/decisions"],
  ["charts", "/charts"],
  ["status", "/status"],
  ["keywords", "/keywords"],
  ["a story", "/story/aa:500"],
  ["Atom", "/feeds/all.atom"],
];

/** The median time of each page over so many stories, in ms. */
async function measured(count: number): Promise<Map<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), "tellal-bench-"));
  const database = await openDatabase({ folder });
  await fill(database, count);
  const times = await pages(database);
  await database.close();
  rmSync(folder, { recursive: true });
  return times;
}

/** The median time of a question, in ms; one that takes seconds is asked three times only. */
export async function askedOften(ask: () => Promise<unknown>): Promise<number> {
  const spans: number[] = [];
  let spent = 0;
  for (let turn = 0; turn < 13 && (turn < 3 || spent < 3_000); turn += 1) {
    const begin = performance.now();
    await ask();
    const span = performance.now() - begin;
    spent += span;
    // The first ones load libraries and fill caches.
    if (turn > 1 || span > 1_000) spans.push(span);
  }
  return median(spans);
}

/** The median time of each page over a database, in ms. */
export async function pages(database: Database): Promise<Map<string, number>> {
  const store = createStore({ database });
  const site = createSite({
    store,
    words: createWords(loadLocales()),
    access: createAccess({ host: "127.0.0.1", url: null, token: null, key: "k", spend: store.tickets.spend }),
    clock: () => now,
    css: loadStyle(),
    version: "bench",
    metrics: createMetrics({ store, clock: () => now }),
    pulse: { at: now },
    log: { error: (facts) => void process.stderr.write(`${JSON.stringify(facts)}\n`) },
  });
  const doors = await openDoors({ host: "127.0.0.1", port: 0, routes: new Map(), otherwise: site });
  const times = new Map<string, number>();
  for (const [page, path] of asked) {
    const ms = await askedOften(async () => {
      const response = await fetch(`http://127.0.0.1:${doors.port}${path}`);
      await response.text();
      if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
    });
    times.set(page, ms);
  }
  await doors.close();
  return times;
}

/** Each page over a thousand stories and over a hundred thousand, and how much longer it takes. */
/** A hundred thousand stories are written first. */
export const long = true;
export const name = "web";
export const about = "Each page of the web page over 1,000 stories and over 100,000, in ms.";
export const run = async (): Promise<Row[]> => {
  const few = await measured(1_000);
  const many = await measured(100_000);
  const tenth = (value: number) => Math.round(value * 10) / 10;
  return asked.map(([page]) => {
    const [a, b] = [few.get(page) ?? 0, many.get(page) ?? 0];
    return { page, "1,000 ms": tenth(a), "100,000 ms": tenth(b), ratio: tenth(b / a) };
  });
};
