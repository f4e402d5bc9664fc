import { extractFromXml } from "@extractus/feed-extractor";
import { parseFeed } from "feedsmith";
import Parser from "rss-parser";
import { renderFeed } from "../src/cli/demo/feed.js";
import { readFeed } from "../src/feeds/reader.js";
import { createStrictReader } from "../src/feeds/rss.js";
import type { Row } from "./measure.js";
import { median, rateAsync, short } from "./measure.js";
import { turkishStory } from "./parts/turkish.js";

export const name = "parse";
export const about =
  "Items read a second of processor time, from 20 feeds of 50 Turkish items each in AA's form. Ours reads every feed twice, with rss-parser in a " +
  "thread and with a tolerant reader, so that a broken feed loses nothing, and finds identities, dates, plain text and photos.";

const items = 50;
const runs = 7;
const oneRunMs = 300;
const start = Date.UTC(2025, 10, 19, 15);
const origin = { kind: "aa", url: "https://aa.example/rss", base: "https://aa.example/rss" } as const;

const feeds = Array.from({ length: 20 }, (_, feed) =>
  renderFeed(
    Array.from({ length: items }, (__, at) => turkishStory(feed * items + at, start - at * 60_000)),
    "https://aa.example",
  ),
);

/** Each returns how many items it found. */
function engines(): Record<string, (xml: string) => Promise<number>> {
  const readStrictly = createStrictReader({ kept: 1 }).read;
  return {
    tellal: async (xml) => {
      const reading = await readFeed(xml, origin, { readStrictly });
      return reading.kind === "read" ? reading.items.length : 0;
    },
    "rss-parser": async (xml) => (await new Parser().parseString(xml)).items.length,
    feedsmith: async (xml) => {
      const { format, feed } = parseFeed(xml);
      return format === "rss" ? (feed.items?.length ?? 0) : 0;
    },
    "@extractus/feed-extractor": async (xml) => extractFromXml(xml).entries?.length ?? 0,
  };
}

export async function run(): Promise<Row[]> {
  const lanes = Object.entries(engines()).map(([engine, read]) => ({ engine, read, rates: [] as number[] }));
  for (const { engine, read } of lanes) {
    const found = await read(feeds[0] ?? "");
    if (found !== items) throw new Error(`${engine} finds ${found} of ${items} items`);
    await rateAsync((turn) => read(feeds[turn % feeds.length] ?? ""), oneRunMs);
  }
  for (let turn = 0; turn < runs; turn += 1) {
    for (const { read, rates } of lanes)
      rates.push(items * (await rateAsync((at) => read(feeds[at % feeds.length] ?? ""), oneRunMs)));
  }
  const ours = median(lanes[0]?.rates ?? []);
  return lanes.map(({ engine, rates }) => ({
    reader: engine,
    "items/s": Math.round(median(rates)),
    "beside ours": short(median(rates) / ours),
  }));
}
