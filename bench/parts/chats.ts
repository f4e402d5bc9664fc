import { createPages } from "../../src/app/pages.js";
import { createPoll } from "../../src/app/poll.js";
import { loadLexicon } from "../../src/config.js";
import { createBriefer } from "../../src/core/brief/brief.js";
import type { Item } from "../../src/core/story.js";
import type { Feeds } from "../../src/feeds/outcome.js";
import { openDatabase } from "../../src/store/database.js";
import { createStore } from "../../src/store/store.js";
import { turkishStory } from "./turkish.js";

const log = { info: () => {}, warn: () => {}, error: console.error };
const hit = { topic: "kizilay", keyword: "Kızılay", field: "title", start: 0, end: 7, derived: false } as const;

/** A store with so many chats that subscribe to one topic, and a feed in memory whose every item is a story of it. */
export async function openChats(folder: string, chats: number) {
  const database = await openDatabase({ folder });
  const store = createStore({ database });
  const now = Date.now();
  await store.seed(
    {
      feeds: [{ id: "f", kind: "aa", url: "https://aa.example/rss", language: "tr", every: 60_000 }],
      topics: [{ id: "kizilay", name: { tr: "Kızılay", en: "Red Crescent" }, keywords: ["Kızılay"] }],
      subscribe: [],
    },
    now,
  );
  for (let from = 0; from < chats; from += 1_000) {
    const some = Array.from({ length: Math.min(1_000, chats - from) }, (_, at) => from + at + 1);
    await database.db
      .insertInto("chats")
      .values(
        some.map((peer) => ({
          id: `c${peer}`,
          address: `telegram:${peer}`,
          platform: "telegram" as const,
          lane: "telegram",
          peer: `telegram:${peer}`,
          language: "tr" as const,
          settings: "{}",
          created: now,
        })),
      )
      .execute();
    await database.db
      .insertInto("subscriptions")
      .values(some.map((peer) => ({ chat: `c${peer}`, topic: "kizilay", created: now, settings: "{}" })))
      .execute();
  }
  let shown: Item[] = [];
  const feeds: Feeds = {
    read: async () => ({
      kind: "read",
      items: shown,
      etag: null,
      modified: null,
      hash: String(shown[0]?.id),
      maxAge: null,
      movedTo: null,
      reader: "rss-parser",
    }),
    article: async (link) => {
      const { title, spot, body, city } = turkishStory(Number(link.split("/").at(-1)), now);
      return {
        kind: "read",
        hash: link,
        article: {
          link,
          language: "tr",
          title,
          spot,
          author: null,
          dateline: city,
          published: now,
          updated: null,
          section: null,
          body: [...body],
          photo: null,
          tags: [],
        },
      };
    },
  };
  const parts = { store, feeds, log, owner: "bench" };
  const poll = createPoll({ ...parts, random: () => 0 });
  const pages = createPages({ ...parts, match: () => [hit], brief: createBriefer(loadLexicon()) });
  return {
    database,
    store,
    /** Shows one story and polls; the page is still to be read. */
    show: async (number: number) => {
      const { title, spot } = turkishStory(number, now);
      const link = `https://aa.example/tr/gundem/haber/${number}`;
      shown = [{ id: `aa:${number}`, guid: String(number), link, title, spot, published: now, photo: null }];
      await poll(Date.now(), true);
    },
    /** Reads the page, matches, briefs and records it with all that is owed. */
    read: () => pages(Date.now()),
  };
}
