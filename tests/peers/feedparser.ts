/**
 * `node dist/tests/peers/feedparser.js FOLDER`: holds our reader to the feeds of kurtmckee/feedparser's tests, whose folder
 * `tests` is given. Prints how many of what they expect of items (title, link, id, date) we give, and the others.
 */
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { readDate } from "../../src/feeds/date.js";
import { decode } from "../../src/feeds/decode.js";
import { plainText } from "../../src/feeds/plain.js";
import { readFeed } from "../../src/feeds/reader.js";
import type { Item } from "../../src/core/story.js";

/** What a test wants of one item. */
interface Wanted {
  index: number;
  field: string;
  value: string;
}

const address = "http://127.0.0.1:8097/";
const fields: Record<string, (item: Item) => string | number | null> = {
  title: ({ title }) => title,
  link: ({ link }) => link,
  id: ({ guid }) => guid,
  guid: ({ guid }) => guid,
  published: ({ published }) => published,
  updated: ({ published }) => published,
  created: ({ published }) => published,
  published_parsed: ({ published }) => published,
  updated_parsed: ({ published }) => published,
  created_parsed: ({ published }) => published,
};

/** `u'it\'s'` → `it's`; null for what is no Python string. */
function pythonString(literal: string): string | null {
  const body = /^u?(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/su.exec(literal);
  if (body === null) return null;
  return (body[1] ?? body[2] ?? "").replaceAll(
    /\\(?:u([\da-f]{4})|U([\da-f]{8})|x([\da-f]{2})|(.))/gisu,
    (_, u: string | undefined, long: string | undefined, x: string | undefined, other: string | undefined) => {
      const code = u ?? long ?? x;
      if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
      return { n: "\n", t: "\t", r: "\r" }[other ?? ""] ?? other ?? "";
    },
  );
}

/** `(2004, 1, 1, 19, 48, 21, 3, 1, 0)`, a UTC time of Python's, in epoch ms. */
function pythonTime(literal: string): number | null {
  const [, parts] = /^\(((?:\d+,\s*){5}\d+)/u.exec(literal) ?? [];
  if (parts === undefined) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.split(",").map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function wantedOf(head: string): Wanted[] {
  const found = head.matchAll(
    /entries\[(\d+)\](?:\[['"](\w+)['"]\]|\.(\w+))\s*==\s*(.+?)(?=\s+and\s+(?:not\s+)?(?:entries|feed|len)|$)/gu,
  );
  return [...found].map(([, index, key, name, value]) => ({
    index: Number(index),
    field: key ?? name ?? "",
    value: (value ?? "").trim(),
  }));
}

/** Null where the item is as wanted, else what differs; undefined where the test asks for what we do not read. */
function differs({ field, value }: Wanted, item: Item | undefined): string | null | undefined {
  const read = fields[field];
  if (read === undefined) return undefined;
  const text = pythonString(value);
  const time =
    pythonTime(value) ?? (/published|updated|created/u.test(field) && text !== null ? readDate(text, 0) : null);
  if (text === null && time === null) return undefined;
  // We show plain words, so markup that the suite keeps or cleans is compared by its words.
  const expected =
    time ?? (field === "link" || field === "id" || field === "guid" ? text : plainText(text ?? "", 4_000));
  // An item whose markup has no words is none.
  if (item === undefined) return expected === "" ? null : "no such item";
  const got = read(item);
  const same =
    got === expected ||
    (field === "link" && typeof got === "string" && got === new URL(String(expected), address).href);
  return same ? null : `${field}: ${JSON.stringify(got)} for ${JSON.stringify(expected)}`;
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:xml|rss|atom)$/u.test(name))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}

async function main(folder: string | undefined): Promise<number> {
  if (folder === undefined) {
    console.error("Name the folder of the suite: node dist/tests/peers/feedparser.js FOLDER");
    return 2;
  }
  const count = new Map<string, { right: number; asked: number }>();
  const faults: string[] = [];
  for (const path of filesOf(folder)) {
    const bytes = readFileSync(path);
    const text = decode(bytes, null);
    const [, head] = /Expect:\s*(.*)/u.exec(text) ?? [];
    if (head === undefined) continue;
    const wanted = wantedOf(head).filter((it) => it.field in fields);
    if (wanted.length === 0) continue;
    const reading = await readFeed(text, { kind: "rss", url: address, base: address });
    const items = reading.kind === "read" ? reading.items : [];
    for (const one of wanted) {
      const fault = differs(one, items[one.index]);
      if (fault === undefined) continue;
      const kind = one.field.replace(/^guid$/u, "id").replace(/_parsed$/u, "");
      const sum = count.get(kind) ?? { right: 0, asked: 0 };
      count.set(kind, { right: sum.right + (fault === null ? 1 : 0), asked: sum.asked + 1 });
      if (fault !== null) faults.push(`${path.slice(folder.length)}: ${fault}`);
    }
  }
  for (const line of faults) console.log(line);
  let [right, asked] = [0, 0];
  for (const [field, sum] of count) {
    console.log(`${field}: ${sum.right} of ${sum.asked}`);
    right += sum.right;
    asked += sum.asked;
  }
  console.log(`${right} of ${asked} expectations of items`);
  return asked === 0 ? 1 : 0;
}

process.exitCode = await main(process.argv[2]);
