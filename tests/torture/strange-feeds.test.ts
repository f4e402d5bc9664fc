import { afterAll, expect, test } from "vitest";
import { pageOf, read as answerOf, rig } from "../app/rig.js";
import type { World } from "../app/rig.js";
import { createTime } from "../app/virtual-time.js";
import { readFeed } from "../../src/feeds/reader.js";
import { createStrictReader } from "../../src/feeds/rss.js";
import { hour, minute, start } from "../store/open.js";
import { figure, isFull } from "./figure.js";

/** One thread for all of them: to start one takes longer than most feeds. */
const { read: readStrictly } = createStrictReader({ kept: 1 });

interface Entry {
  number: number;
  guid?: string;
  link?: string;
  date?: number;
  title?: string;
}

const linkOf = (number: number) => `https://haber.example/tr/kizilay-${number}`;
const entries = (from: number, count: number): Entry[] =>
  Array.from({ length: count }, (_, at) => ({ number: from + at }));

/** A feed of stories that all name the Red Crescent, as text. */
function feedOf(list: readonly Entry[]): string {
  const items = list.map(({ number, guid = `g${number}`, link = linkOf(number), date, title }) => {
    const words = title ?? `Kızılay ${number}`;
    const when = new Date(date ?? start - hour + number * 1_000).toUTCString();
    return `<item><guid isPermaLink="false">${guid}</guid><link>${link}</link><title>${words}</title><pubDate>${when}</pubDate></item>`;
  });
  return `<rss version="2.0"><channel><title>x</title>${items.join("")}</channel></rss>`;
}

const ten = entries(1, 10);
const day = 24 * hour;
const failed = (why: string) => ({ kind: "failed", why }) as const;

/** What the feed shows after ten known stories, and how many posts and digests that may bring. */
const table: [string, string | ReturnType<typeof failed>, { posts: number; digests?: number }][] = [
  ["the same again", feedOf(ten), { posts: 0 }],
  ["in another order", feedOf(ten.toReversed()), { posts: 0 }],
  ["nothing", feedOf([]), { posts: 0 }],
  ["one of ten", feedOf(ten.slice(4, 5)), { posts: 0 }],
  ["other guids for the same links", feedOf(ten.map((it) => ({ ...it, guid: `neu-${it.number}` }))), { posts: 0 }],
  [
    "other links for the same guids",
    feedOf(ten.map((it) => ({ ...it, link: `${linkOf(it.number)}/yeni` }))),
    { posts: 0 },
  ],
  [
    "http for https",
    feedOf(ten.map((it) => ({ ...it, link: linkOf(it.number).replace("https", "http") }))),
    { posts: 0 },
  ],
  ["utm parameters", feedOf(ten.map((it) => ({ ...it, link: `${linkOf(it.number)}?utm_source=rss` }))), { posts: 0 }],
  ["all dates a month back", feedOf(ten.map((it) => ({ ...it, date: start - 30 * day }))), { posts: 0 }],
  ["all dates a month ahead", feedOf(ten.map((it) => ({ ...it, date: start + 30 * day }))), { posts: 0 }],
  ["a new one, dated a month back", feedOf([...ten, { number: 11, date: start - 30 * day }]), { posts: 0, digests: 1 }],
  ["a new one, dated a month ahead", feedOf([...ten, { number: 11, date: start + 30 * day }]), { posts: 1 }],
  [
    "a new one, 10,000 times",
    feedOf([...ten, ...Array.from({ length: 10_000 }, () => ({ number: 11 }))]),
    { posts: 1 },
  ],
  ["an error page with 200", "<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>", { posts: 0 }],
  ["JSON", '{"error":"quota"}', { posts: 0 }],
  ["an empty body", "", { posts: 0 }],
  ["a body cut off in the third item", feedOf(ten).slice(0, 520), { posts: 0 }],
  ["no answer", failed("connection reset"), { posts: 0 }],
];

const origin = { kind: "rss" as const, url: "https://haber.example/rss", base: "https://haber.example/rss" };

/** The feed answers with a text, and each page with its item's words. */
async function show(world: World, text: string | ReturnType<typeof failed>): Promise<void> {
  const reading = typeof text === "string" ? await readFeed(text, origin, { readStrictly }) : text;
  if (reading.kind === "failed") {
    world.answer("guncel", reading);
    return;
  }
  world.answer("guncel", answerOf(reading.items));
  for (const item of reading.items) world.page(item.link, pageOf(item, "."));
}

let survived = 0;
afterAll(() => figure({ what: "feeds that do strange things", runs: table.length, survived }));

test.each(table)(
  "a feed shows %s: nothing is sent twice, and afterwards it goes on",
  async (_, shown, { posts, digests = 0 }) => {
    const { world, process } = await rig();
    await show(world, feedOf(ten));
    await process.all(start);
    expect(world.posts).toHaveLength(10);
    world.posts.length = 0;
    await show(world, shown);
    // Longer than a failing feed is let rest.
    const later = start + 20 * minute;
    await process.all(later);
    const kinds = world.told().map((text) => text.split(" ")[0]);
    expect(kinds.filter((kind) => kind === "post")).toHaveLength(posts);
    expect(kinds.filter((kind) => kind === "digest")).toHaveLength(digests);
    expect(kinds).toHaveLength(posts + digests);

    world.posts.length = 0;
    await show(world, feedOf([...ten, ...entries(20, 1)]));
    await process.all(later + 40 * minute);
    expect(world.told()).toEqual(["post Kızılay 20"]);
    survived += 1;
  },
);

const many = isFull ? 500 : 120;

test(`a first poll of ${many} old items sends nothing; ${many} new ones at once come whole, in few messages`, async () => {
  const time = createTime(start);
  const { world, process } = await rig({
    until: time.until,
    pace: { perSecond: 30, perChat: 1_000, perGroup: 3_000 },
    lanes: ["telegram"],
    from: {
      feeds: [{ id: "guncel", kind: "rss", url: origin.url, language: "tr", every: 2 * minute }],
      topics: [{ id: "kizilay", name: { tr: "Kızılay", en: "Red Crescent" }, keywords: ["Kızılay"] }],
      subscribe: [{ chat: "telegram:1", topics: ["kizilay"] }],
    },
  });
  const old = entries(1, many).map((it) => ({ ...it, date: start - 3 * day }));
  await show(world, feedOf(old));
  await process.all(start, "telegram");
  expect(world.posts).toEqual([]);
  time.pass(20 * minute);
  const fresh = entries(1_000, many).map((it) => ({ ...it, date: start }));
  await show(world, feedOf([...fresh, ...old]));
  await process.poll(time.clock());
  await process.readAll(time.clock());
  await process.keep("telegram", ({ next }) => next === null);
  const told = world.told().flatMap((text) => text.replace(/^\w+ /u, "").split(" + "));
  expect(new Set(told).size).toBe(many);
  expect(told).toHaveLength(many);
  expect(world.posts.length).toBeLessThan(many / 2);
  figure({
    what: `${many} new stories in one poll`,
    runs: many,
    lost: 0,
    doubled: 0,
    more: `${world.posts.length} messages`,
  });
});
