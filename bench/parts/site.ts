/**
 * A site of many feeds on loopback, in a process of its own so that its work is not counted as the reader's:
 * `node site.js FEEDS ITEMS HOSTS open|closed`. Prints its port once it listens. Each feed has a tag and answers 304 to it.
 * `closed`: robots.txt forbids the stories' pages, so that a reader of pages makes do with the feed's text.
 */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { renderFeed } from "../../src/cli/demo/feed.js";
import { renderPage } from "../../src/cli/demo/page.js";
import { hostAt } from "./loopback.js";
import { turkishStory } from "./turkish.js";

const [feeds = 100, items = 50, hosts = 100] = process.argv.slice(2, 5).map(Number);
const isClosed = process.argv[5] === "closed";
const start = Date.now();
const minute = 60_000;
const robots = isClosed ? "User-agent: *\nDisallow: /tr/\n" : "User-agent: *\nDisallow: /api/\n";
const made = new Map<number, { body: Buffer; tag: string }>();
let port = 0;
/** Feeds answered in whole and with 304, until somebody asks. */
let told = { whole: 0, same: 0 };

/** The stories of all feeds are of the last hours: a reader that never saw the feed takes them as news. */
const storyAt = (number: number) => turkishStory(number, start - (number % items) * minute);
const originOf = (feed: number) => `http://${hostAt(feed % hosts)}:${port}`;

function feedOf(feed: number): { body: Buffer; tag: string } {
  const known = made.get(feed);
  if (known !== undefined) return known;
  const stories = Array.from({ length: items }, (_, at) => storyAt(feed * items + at));
  const body = Buffer.from(renderFeed(stories, originOf(feed)));
  const fresh = { body, tag: `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"` };
  made.set(feed, fresh);
  return fresh;
}

function send(
  response: ServerResponse,
  type: string,
  body: Buffer | string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(200, { "content-type": type, "content-length": Buffer.byteLength(body), ...headers });
  response.end(body);
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? "/";
  if (path === "/robots.txt") return send(response, "text/plain", robots);
  const feed = Number(/^\/feed\/(\d+)\.xml$/u.exec(path)?.[1] ?? Number.NaN);
  if (feed >= 0 && feed < feeds) {
    const { body, tag } = feedOf(feed);
    if (request.headers["if-none-match"] === tag) {
      told.same += 1;
      return void response.writeHead(304, { etag: tag }).end();
    }
    told.whole += 1;
    const modified = new Date(start).toUTCString();
    return send(response, "application/rss+xml; charset=utf-8", body, { etag: tag, "last-modified": modified });
  }
  const number = Number(/\/haber-(\d+)\/\d+$/u.exec(path)?.[1] ?? Number.NaN);
  if (number >= 0 && number < feeds * items) {
    const page = renderPage(storyAt(number), originOf(Math.floor(number / items)), []);
    return send(response, "text/html; charset=utf-8", page);
  }
  response.writeHead(404).end();
}

/** One server for each address: Node listens on one address or on all, and all would be more than loopback. */
function listen(host: string, at: number): Promise<number> {
  const server = createServer(answer);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port: at, backlog: 1_024 }, () => resolve((server.address() as AddressInfo).port));
  });
}

port = await listen(hostAt(0), 0);
for (let host = 1; host < hosts; host += 1) await listen(hostAt(host), port);
// The feeds are made before anybody asks: their making is nobody's time.
for (let feed = 0; feed < feeds; feed += 1) feedOf(feed);
process.stdout.write(`${port}\n`);
process.on("message", () => {
  process.send?.(told);
  told = { whole: 0, same: 0 };
});
process.on("disconnect", () => process.exit());
