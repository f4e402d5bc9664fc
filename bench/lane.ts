import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createDeliver } from "../src/app/deliver.js";
import { deliveryRules } from "../src/app/delivery-rules.js";
import { createLane } from "../src/app/lane.js";
import { createPages } from "../src/app/pages.js";
import { createPoll } from "../src/app/poll.js";
import { createTelegramMessenger } from "../src/chat/telegram/messenger.js";
import { loadLexicon, loadLocales } from "../src/config.js";
import { createBriefer } from "../src/core/brief/brief.js";
import { broadcastPost } from "../src/core/message/broadcast.js";
import { storyPost } from "../src/core/message/posts.js";
import { createWords } from "../src/core/message/words.js";
import type { Article, Item } from "../src/core/story.js";
import type { Feeds } from "../src/feeds/outcome.js";
import { openDatabase } from "../src/store/database.js";
import { createStore } from "../src/store/store.js";
import { createTelegram } from "../tests/world/telegram/telegram.js";
import type { Row } from "./measure.js";

/** A lane in real time against a platform that lets 30 messages a second through, strictly, and counts: 1,000 chats, one story. */
export const name = "lane";
export const about =
  "A story for 1,000 chats against a platform that lets 30 messages a second through and counts, for 30 s.";

const seconds = 30;
const chats = 1_000;
const allowed = 30;
const token = "7000000004:AAbench-token-of-nobody-0123456789abcdef";

const item: Item = {
  id: "aa:1",
  guid: "1",
  link: "https://aa.example/tr/gundem/kizilay/1",
  title: "Kızılay gönüllüleri Konya'da buluştu",
  spot: "Buluşmada gönüllüler bir yıllık çalışmalarını anlattı.",
  published: null,
  photo: null,
};
const article: Article = {
  link: item.link,
  language: "tr",
  title: item.title,
  spot: item.spot,
  author: null,
  dateline: "KONYA",
  published: null,
  updated: null,
  section: null,
  body: [
    {
      kind: "paragraph",
      text: "Buluşmaya, Konya Valisi İbrahim Soykan ile Türk Kızılay Konya Şube Başkanı Elif Tuna katıldı.",
    },
  ],
  photo: null,
  tags: [],
};

export async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "tellal-bench-"));
  const telegram = await createTelegram({ token });
  const store = createStore({ database: await openDatabase({ folder }) });
  const stop = new AbortController();
  const log = { info: () => {}, warn: () => {}, error: console.error };
  try {
    const people = Array.from({ length: chats }, (_, n) =>
      telegram.user({ first_name: `Kişi ${n}`, username: `kisi_${n}`, started: true }),
    );
    await store.seed(
      {
        feeds: [{ id: "f", kind: "aa", url: "https://aa.example/rss", language: "tr", every: 60_000 }],
        topics: [{ id: "kizilay", name: { tr: "Kızılay", en: "Red Crescent" }, keywords: ["Kızılay"] }],
        subscribe: people.map(({ id }) => ({ chat: `telegram:${id}`, topics: ["kizilay"] })),
      },
      Date.now(),
    );
    const feeds: Feeds = {
      read: async () => ({
        kind: "read",
        items: [item],
        etag: null,
        modified: null,
        hash: "1",
        maxAge: null,
        movedTo: null,
        reader: "rss-parser",
      }),
      article: async () => ({ kind: "read", article, hash: "1" }),
    };
    const hit = { topic: "kizilay", keyword: "Kızılay", field: "title", start: 0, end: 7, derived: false } as const;
    const parts = { store, feeds, log, owner: "bench" };
    await createPoll({ ...parts, random: () => 0 })(Date.now());
    await createPages({ ...parts, match: () => [hit], brief: createBriefer(loadLexicon()) })(Date.now());

    const words = createWords(loadLocales());
    const rules = deliveryRules({
      uncertain: "resend",
      telegram: { perSecond: allowed, perChat: 1_000, perGroup: 3_000 },
      slack: { perChat: 1_000 },
    });
    async function until(at: number, cut: AbortSignal = stop.signal): Promise<number> {
      const span = at - Date.now();
      if (span > 0) await sleep(span, undefined, { signal: AbortSignal.any([stop.signal, cut]) }).catch(() => {});
      return Date.now();
    }
    const begin = createDeliver({
      ...parts,
      messengers: new Map([
        ["telegram", createTelegramMessenger({ token, apiRoot: telegram.url, words, clock: Date.now })],
      ]),
      compose: (posting) =>
        posting.kind === "broadcast"
          ? broadcastPost(posting.text, posting.language, words)
          : storyPost(posting.stories[0], posting.language, words),
      rules,
      until,
      signal: stop.signal,
    });
    const keep = createLane({ store, begin, rules, until, log, signal: stop.signal });
    setTimeout(() => stop.abort(), (seconds + 1) * 1_000);
    await keep("telegram", ({ next }) => next === null);
    // Counted from the first message on: what the program takes to begin is no pace.
    const times = telegram.calls.filter((call) => call.accepted && call.method === "sendMessage").map(({ at }) => at);
    const accepted = times.filter((at) => at < (times[0] ?? 0) + seconds * 1_000).length;
    return [
      {
        seconds,
        accepted,
        "a second": Number((accepted / seconds).toFixed(2)),
        "share of the permitted": Number((accepted / seconds / allowed).toFixed(3)),
        "refused with 429": telegram.counts.tooMany,
      },
    ];
  } finally {
    await store.close();
    await telegram.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
