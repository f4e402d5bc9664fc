import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadLocales, loadStyle } from "../src/config.js";
import { bareBrief } from "../src/core/brief/brief.js";
import { briefKinds, type Attendee, type Brief } from "../src/core/brief/schema.js";
import { nameKey } from "../src/core/name-key.js";
import { createWords } from "../src/core/message/words.js";
import type { Article } from "../src/core/story.js";
import { storyText } from "../src/core/story.js";
import { openDatabase } from "../src/store/database.js";
import { indexBrief } from "../src/store/story-index.js";
import { createStore } from "../src/store/store.js";
import type { Database } from "../src/store/tables.js";
import { createAccess } from "../src/web/access.js";
import { openDoors } from "../src/web/doors.js";
import { createMetrics } from "../src/web/metrics.js";
import { createSite } from "../src/web/site.js";
import type { Row } from "./measure.js";
import { median } from "./measure.js";

const now = Date.UTC(2025, 10, 19, 15);
const day = 24 * 60 * 60_000;
/** As many as the shipped topics find on a busy day: a thousand stories are a month, a hundred thousand seven years. */
const perDay = 40;
const kept = 180 * day;
const given = "Ayşe Mehmet Elif Can Deniz Emre Zeynep Murat Leyla Kerem".split(" ");
const family = "Kaya Demir Şahin Çelik Aydın Öztürk Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan".split(" ");
const countries = ["TR", "TR", "TR", "AZ", "KZ", "KG", "UZ", "TM", "HU", "SD", "SY", "PS"];
const words =
  "yardım deprem toplantı bakan heyet görüşme anlaşma şehir kurum proje destek gıda çadır gönüllü kan".split(" ");
const endings = ["", "ı", "nın", "lar", "larda", "dan", "sında"];

/** A repeatable row of numbers from 0 to 1. */
function dice(seed: number): () => number {
  let state = seed * 7_919 + 1;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

function storyOf(number: number): { article: Article; brief: Brief; at: number } {
  const roll = dice(number + 1);
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(roll() * list.length)]!;
  const sentence = () => Array.from({ length: 12 }, () => pick(words) + pick(endings)).join(" ");
  const body = Array.from({ length: 5 }, () => ({ kind: "paragraph" as const, text: `Kızılay ${sentence()}.` }));
  // One story in a hundred has the rare word.
  if (number % 100 === 0) body.push({ kind: "paragraph", text: "Arıcılık kooperatifinin toplantısında konuşuldu." });
  const at = now - Math.floor((number * day) / perDay);
  const facts = { author: null, dateline: null, published: at, updated: null, section: null, photo: null, tags: [] };
  const title = `Kızılay ${sentence().slice(0, 50)} ${number}`;
  const article: Article = { link: `https://aa.example/${number}`, language: "tr", title, spot: null, body, ...facts };
  const bare = bareBrief(article, storyText(article).text, null);
  const attendees = Array.from({ length: 3 }, (_, place): Attendee => ({
    // One in ten stories has the president.
    name:
      place === 0 && number % 10 === 0
        ? "Fatma Yılmaz"
        : `${pick(given)} ${pick(family)}${pick(["", "oğlu", "er", "ay"])}`,
    honorifics: [],
    title: "Başkan",
    titleEn: null,
    office: "Başkan",
    organisation: null,
    country: pick(countries),
    part: "present",
    host: false,
    for: null,
    start: 0,
    end: 0,
    titleStart: null,
    titleEnd: null,
  }));
  const decisions =
    number % 3 === 0 ? [{ text: "Depo kurulmasına karar verildi.", kind: "decided" as const, start: 0, end: 0 }] : [];
  const place = { city: null, country: pick(countries), start: 0, end: 0 };
  return { article, at, brief: { ...bare, kind: pick(briefKinds), confidence: 0.9, attendees, decisions, place } };
}

async function fill({ db, write }: Database, count: number): Promise<void> {
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
  // The oldest first, as they came.
  for (let from = count - 1; from >= 0; from -= 1_000) {
    await write(async (trx) => {
      for (let number = from; number > from - 1_000 && number >= 0; number -= 1) {
        const { article, brief, at } = storyOf(number);
        const story = `aa:${number}`;
        const same = { hash: "", version: 1, recorded: at };
        const told = { link: article.link ?? "", source: "AA", language: "tr", title: article.title, shown: "" };
        await trx
          .insertInto("stories")
          .values({ id: story, feed: "f", published: at, ...told, ...same })
          .execute();
        await trx
          .insertInto("versions")
          .values({ story, ...same })
          .execute();
        const text = { kind: brief.kind, confidence: brief.confidence, brief: JSON.stringify(brief) };
        await trx
          .insertInto("briefs")
          .values({ story, version: 1, ...text })
          .execute();
        const topic = number % 4 === 0 ? "tdt" : "kizilay";
        await trx.insertInto("matches").values({ story, topic, relevance: 1, hits: "[]" }).execute();
        await indexBrief(trx, story, brief, at);
        if (at < now - kept) continue;
        const sent = { sent: at + 300_000, place: count - number, created: at, due: at, tries: 1, fence: 0 };
        await trx
          .insertInto("deliveries")
          .values({ id: story, chat: "c", kind: "post", ref: story, ...sent })
          .execute();
        await trx.insertInto("delivery_stories").values({ delivery: story, story, position: 0 }).execute();
      }
    });
  }
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

/** The median time of each page over a store of so many stories, in ms. */
async function measured(count: number): Promise<Map<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), "tellal-bench-"));
  const database = await openDatabase({ folder });
  await fill(database, count);
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
    const spans: number[] = [];
    for (let turn = 0; turn < 13; turn += 1) {
      const begin = performance.now();
      const response = await fetch(`http://127.0.0.1:${doors.port}${path}`);
      await response.text();
      if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
      // The first ones load libraries and fill caches.
      if (turn > 1) spans.push(performance.now() - begin);
    }
    times.set(page, median(spans));
  }
  await doors.close();
  await database.close();
  rmSync(folder, { recursive: true });
  return times;
}

/** Each page over a thousand stories and over a hundred thousand, and how much longer it takes. */
export const name = "web";
export const run = async (): Promise<Row[]> => {
  const few = await measured(1_000);
  const many = await measured(100_000);
  const tenth = (value: number) => Math.round(value * 10) / 10;
  return asked.map(([page]) => {
    const [a, b] = [few.get(page) ?? 0, many.get(page) ?? 0];
    return { page, "1,000 ms": tenth(a), "100,000 ms": tenth(b), ratio: tenth(b / a) };
  });
};
