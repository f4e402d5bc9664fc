import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { FeedOutcome, FeedRequest } from "../../src/feeds/outcome.js";
import { feed, hash, now, world } from "./feeds-world.js";
import { say } from "./server.js";

const xml = { "content-type": "application/xml" };
const first = { id: "aa:3747971", title: "Kızılay Bakü'de yeni lojistik merkezini açtı" };
const whole = { kind: "read", reader: "rss-parser", hash, etag: null, modified: null, maxAge: null, movedTo: null };
const bare = { kind: "unchanged", maxAge: null, movedTo: null };
const conditions = { etag: `"7"`, modified: "Thu, 08 Oct 2026 07:00:00 GMT" };
const rss = (inner: string) => `<rss version="2.0"><channel>${inner}</channel></rss>`;

const reads: [string, ReturnType<typeof say>, Partial<FeedRequest>, Partial<FeedOutcome>][] = [
  ["a feed", say(200, xml, feed), {}, whole as Partial<FeedOutcome>],
  [
    "a feed with everything",
    say(200, { ...xml, etag: `W/"8"`, "last-modified": "x", "cache-control": "public, max-age=300" }, feed),
    {},
    { ...whole, etag: `W/"8"`, modified: "x", maxAge: 300_000 } as Partial<FeedOutcome>,
  ],
  [
    "a compressed feed",
    say(200, { ...xml, "content-encoding": "gzip" }, gzipSync(feed)),
    {},
    whole as Partial<FeedOutcome>,
  ],
  ["another body than the last", say(200, xml, feed), { hash: "0".repeat(64) }, whole as Partial<FeedOutcome>],
  [
    "the same body as the last",
    say(200, { "cache-control": "max-age=60" }, feed),
    { hash },
    { ...bare, maxAge: 60_000 } as Partial<FeedOutcome>,
  ],
  [
    "a 304",
    say(304, { "cache-control": `max-age="120"` }),
    conditions,
    { ...bare, maxAge: 120_000 } as Partial<FeedOutcome>,
  ],
  ["a 304 that we did not ask for", say(304), {}, { kind: "failed", why: "HTTP 304 to a request without conditions" }],
  ["a feed without items", say(200, xml, rss("")), {}, { kind: "read", items: [] }],
  ["a damaged feed", say(200, xml, rss("<item><title>A & B</title></item>")), {}, { kind: "read", reader: "tolerant" }],
  ["a 429 with seconds", say(429, { "retry-after": "120" }), {}, { kind: "later", status: 429, until: now + 120_000 }],
  [
    "a 503 with a date",
    say(503, { "retry-after": "Thu, 08 Oct 2026 08:00:00 GMT" }),
    {},
    { kind: "later", status: 503, until: Date.parse("2026-10-08T08:00:00Z") },
  ],
  [
    "a 503 with a date that is past",
    say(503, { "retry-after": "Thu, 08 Oct 2026 07:00:00 GMT" }),
    {},
    { kind: "later", status: 503, until: null },
  ],
  ["a 500 with nonsense", say(500, { "retry-after": "soon" }), {}, { kind: "later", status: 500, until: null }],
  ["a 404", say(404), {}, { kind: "gone", status: 404 }],
  ["a 410", say(410), {}, { kind: "gone", status: 410 }],
  ["a 403", say(403), {}, { kind: "failed", why: "HTTP 403" }],
  ["a redirect without address", say(302), {}, { kind: "failed", why: "HTTP 302" }],
  [
    "a page",
    say(200, { "content-type": "text/html" }, "<!doctype html><html><p>Bakım"),
    {},
    { kind: "failed", why: "not a feed: <!doctype html><html><p>Bakım" },
  ],
  ["nothing", say(200, xml), {}, { kind: "failed", why: "not a feed: empty" }],
  ["JSON", say(200, {}, `{"items":[]}`), {}, { kind: "failed", why: `not a feed: {"items":[]}` }],
  ["silence", () => {}, {}, { kind: "failed", why: "no complete answer in time" }],
];
test.each(reads)("reading %s", async (_, answer, last, expected) => {
  const { read } = await world({ "/feed": answer });
  expect(await read("/feed", last)).toMatchObject(expected);
});

test("the items of a feed, and the headers that asked for it", async () => {
  const { read, requests } = await world({ "/feed": say(200, xml, feed) }, { version: "1.2.3" });
  const outcome = await read("/feed", conditions);
  expect(outcome.kind === "read" && outcome.items.slice(0, 1)).toMatchObject([first]);
  expect(requests.map(({ url }) => url)).toEqual(["/robots.txt", "/feed"]);
  expect(requests[1]?.headers).toMatchObject({
    "if-none-match": conditions.etag,
    "if-modified-since": conditions.modified,
    "user-agent": "Tellal/1.2.3 (+https://example.org/about)",
  });
  await read("/feed");
  expect(requests[2]?.headers).not.toHaveProperty("if-none-match");
});

test("a feed that moved for good, and one that is elsewhere today", async () => {
  const { read, url } = await world({
    "/old": say(301, { location: "/new" }),
    "/today": say(302, { location: "/new" }),
    "/new": say(200, xml, rss(`<item><title>x</title><link>haber/1</link></item>`)),
  });
  expect(await read("/old")).toMatchObject({
    kind: "read",
    movedTo: `${url}/new`,
    items: [{ link: `${url}/haber/1` }],
  });
  expect(await read("/today")).toMatchObject({ kind: "read", movedTo: null });
});

test("a feed that the connection cut off gives its complete items and no validator", async () => {
  const half = feed.subarray(0, 4000);
  const { read } = await world({
    "/feed": (_, response) => {
      response.writeHead(200, { ...xml, etag: `"7"`, "content-length": String(feed.length) });
      response.write(half, () => response.destroy());
    },
    "/start": (_, response) => {
      response.writeHead(200, { "content-length": "9000" });
      response.write(feed.subarray(0, 300), () => response.destroy());
    },
  });
  const outcome = await read("/feed");
  const complete = half.toString().split("</item>").length - 1;
  expect(complete).toBeGreaterThan(3);
  expect(outcome).toMatchObject({ kind: "read", etag: null, modified: null });
  expect(outcome.kind === "read" && outcome.items).toHaveLength(complete);
  expect(await read("/start")).toEqual({ kind: "failed", why: "the answer was cut off" });
});

test.each([
  ["http://10.0.0.1/feed", "10.0.0.1 is not a public address"],
  ["file:///etc/passwd", "file: is not http or https"],
  ["http://u:hunter2@127.0.0.1/feed", "the address carries a user name or password"],
  ["http://93.184.215.14:22/feed?token=hunter2", "port 22 is not allowed"],
])("%s is forbidden, as feed and as page", async (address, why) => {
  const { read, article } = await world({});
  expect(await read(address)).toEqual({ kind: "forbidden", why });
  expect(await article(address)).toEqual({ kind: "forbidden", why });
});

test("what robots.txt disallows is not asked for, nor what a redirect leads to there", async () => {
  const { read, article, hits, port } = await world({
    "/robots.txt": say(200, {}, "User-agent: Tellal\nDisallow: /api/"),
    "/feed": say(302, { location: "/api/feed" }),
  });
  const forbidden = { kind: "forbidden", why: `robots.txt of 127.0.0.1:${port} disallows this address` };
  expect(await read("/api/feed")).toEqual(forbidden);
  expect(await article("/api/page")).toEqual(forbidden);
  expect(await read("/feed")).toEqual(forbidden);
  expect(hits).toEqual(["/robots.txt", "/feed"]);
});

test("while robots.txt cannot be had, nothing is asked for", async () => {
  const { read, article, hits } = await world({
    "/robots.txt": say(503, { "retry-after": "60" }),
    "/feed": say(200, xml, feed),
  });
  expect(await read("/feed")).toEqual({ kind: "later", status: 503, until: now + 60_000 });
  expect(await article("/page")).toEqual({ kind: "later", status: 503, until: now + 60_000 });
  expect(hits).toEqual(["/robots.txt"]);
});

test("one request per host at a time, feeds before pages", async () => {
  let busy = 0;
  let most = 0;
  const { read, article, hits } = await world((request, response) => {
    most = Math.max(most, ++busy);
    setTimeout(() => {
      busy--;
      if (request.url === "/robots.txt") response.writeHead(404).end();
      else response.writeHead(200).end(request.url === "/feed" ? feed : "<h1>x</h1>");
    }, 10);
  });
  await Promise.all([...[1, 2, 3].map((number) => article(`/${number}`)), read("/feed")]);
  expect(most).toBe(1);
  expect(hits).toEqual(["/robots.txt", "/1", "/feed", "/2", "/3"]);
});

test("a stop ends polls at once", async () => {
  const stop = new AbortController();
  const { read, article } = await world({ "/feed": () => stop.abort() }, { signal: stop.signal, deadline: 60_000 });
  const outcomes = await Promise.all([read("/feed"), article("/1"), read("/feed")]);
  expect(outcomes.map((outcome) => "why" in outcome && outcome.why)).toEqual(["stopped", "stopped", "stopped"]);
});

test("the log says why a feed needed the tolerant reader", async () => {
  const lines: object[] = [];
  const log = { info: (fields: object) => void lines.push(fields) };
  const { read } = await world({ "/feed": say(200, xml, rss("<item><title>A & B</title></item>")) }, { log });
  await read("/feed");
  expect(lines).toEqual([
    { feed: "aa-tr-guncel", fault: expect.stringMatching(/^Invalid character/) as unknown, items: 1 },
  ]);
});
