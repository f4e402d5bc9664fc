import { breathe } from "./breathe.js";
import type { Item } from "../core/story.js";
import type { Origin } from "./items.js";
import { toItem, unique } from "./items.js";
import { oneLine } from "./plain.js";
import { createStrictReader } from "./rss.js";
import type { ReadStrictly } from "./rss.js";
import { readTolerantly } from "./tolerant.js";

/** What a text said to be a feed turned out to be. */
export type Reading =
  | {
      kind: "read";
      items: Item[];
      reader: "rss-parser" | "tolerant";
      /** Why rss-parser's reading was not taken; null where it was. */
      fault: string | null;
    }
  | { kind: "failed"; why: string };

/** Milliseconds that rss-parser may take. */
const strictDeadline = 2_000;
/** A thread for each feed. */
const { read: alone } = createStrictReader({ kept: 0 });

/** The first words of what is no feed, so that the operator sees whether it is an error page, a captcha or nothing. */
function firstWords(text: string): string {
  return oneLine(text.slice(0, 1_000), 80) || "empty";
}

/**
 * Text of a feed as items: rss-parser's reading, or the tolerant reader's where that one fails, is stopped, finds fewer
 * items, or cannot resolve `xml:base`. A feed without items is a feed; what is none is `failed`.
 */
export async function readFeed(
  text: string,
  origin: Origin,
  { deadline = strictDeadline, readStrictly = alone }: { deadline?: number; readStrictly?: ReadStrictly } = {},
): Promise<Reading> {
  const tolerant = await readTolerantly(text, origin.base);
  if (!tolerant.isFeed) return { kind: "failed", why: `not a feed: ${firstWords(text)}` };
  const items: Item[] = [];
  const strict = await strictReading(text, tolerant.items.length, (xml) => readStrictly(xml, deadline));
  for (const [at, raw] of ("items" in strict ? strict.items : tolerant.items).entries()) {
    if (at % 20 === 19) await breathe();
    const item = toItem(raw, origin);
    const isEmpty = item.title === "" && item.spot === "" && item.link === "" && item.guid === null;
    if (!isEmpty || item.published !== null) items.push(item);
  }
  const fault = "fault" in strict ? oneLine(strict.fault, 120) : null;
  return { kind: "read", items: await unique(items), reader: fault === null ? "rss-parser" : "tolerant", fault };
}

async function strictReading(
  text: string,
  count: number,
  read: (text: string) => ReturnType<ReadStrictly>,
): ReturnType<ReadStrictly> {
  // What only the tolerant reader knows how to read.
  const beyond = ["xml:base", '"base64"', '"application/octet-stream"'].find((mark) => text.includes(mark));
  if (beyond !== undefined) return { fault: beyond };
  const strict = await read(text);
  if ("items" in strict && strict.items.length < count) return { fault: `${strict.items.length} of ${count} items` };
  return strict;
}
