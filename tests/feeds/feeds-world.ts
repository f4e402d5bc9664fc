import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterEach } from "vitest";
import type { Article } from "../../src/core/story.js";
import type { Extract, FeedsParts } from "../../src/feeds/feeds.js";
import { createFeeds } from "../../src/feeds/feeds.js";
import type { FeedRequest } from "../../src/feeds/outcome.js";
import type { Site } from "./server.js";
import { createWeb, network, site } from "./server.js";

const open: Site[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

export const now = Date.parse("2026-10-08T07:30:00Z");
export const feed = readFileSync(new URL("../fixtures/feeds/aa-tr.xml", import.meta.url));
export const hash = createHash("sha256").update(feed).digest("hex");

const article: Article = {
  link: null,
  language: "tr",
  title: "Başlık",
  spot: "Özet",
  author: null,
  dateline: "Ankara",
  published: now,
  updated: null,
  section: null,
  body: [{ kind: "paragraph", text: "Metin" }],
  photo: null,
  tags: [],
};
/** Takes the page's h1 as title, so that a test sees what arrived. */
export const extract: Extract = ({ html, link, language }) => {
  const title = /<h1>(.*?)<\/h1>/.exec(html)?.[1];
  if (html === "") return { kind: "failed", why: "no text", layout: false };
  return title === undefined
    ? { kind: "failed", why: "no headline" }
    : { kind: "read", article: { ...article, title, link, language } };
};

/** The real feeds against a real server, with a short deadline. */
export async function world(answer: Parameters<typeof site>[0], parts: Partial<FeedsParts> = {}) {
  const server = await site(answer);
  open.push(server);
  const { fetch } = createWeb(parts.network);
  const feeds = createFeeds({ fetch, network, clock: Date.now, extract, deadline: 500, ...parts });
  const request = (path: string, last: Partial<FeedRequest> = {}): FeedRequest => ({
    id: "aa-tr-guncel",
    kind: "aa",
    url: path.includes("://") ? path : server.url + path,
    language: "tr",
    etag: null,
    modified: null,
    hash: null,
    ...last,
  });
  return {
    ...server,
    read: (path: string, last?: Partial<FeedRequest>) => feeds.read(request(path, last), now),
    article: (path: string) => feeds.article(path.includes("://") || path === "" ? path : server.url + path, "tr", now),
  };
}
