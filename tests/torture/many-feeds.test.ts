import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { createFeeds } from "../../src/feeds/feeds.js";
import { createProcess, createWorld, pageOf } from "../app/rig.js";
import { createWeb, network } from "../feeds/server.js";
import { minute, start } from "../store/open.js";
import { figure, isFull } from "./figure.js";
import { held } from "./held.js";

const feedCount = isFull ? 1_000 : 100;
/** So many of them share one host, the others have one each. */
const crowd = feedCount / 50;
/** What a host is given between two requests; in earnest a second. */
const perHostDelay = isFull ? 250 : 10;
const rounds = isFull ? 5 : 3;

/** One feed in so many shows a new story each round. */
const lively = 20;

test(
  `${feedCount} feeds at ${feedCount - crowd + 1} hosts: each is polled each time and no more, robots.txt is asked once, 304 saves the rest`,
  { timeout: 400_000 },
  async () => {
    const shown = new Map<string, number>();
    const requests = { robots: 0, fresh: 0, unchanged: 0 };
    const polled = new Map<string, number>();
    const server = createServer((request, response) => {
      if (request.url === "/robots.txt") {
        requests.robots += 1;
        response.writeHead(404).end();
        return;
      }
      const id = request.url?.slice(1) ?? "";
      const count = shown.get(id) ?? 0;
      const etag = `"${count}"`;
      polled.set(id, (polled.get(id) ?? 0) + 1);
      if (request.headers["if-none-match"] === etag) {
        requests.unchanged += 1;
        response.writeHead(304).end();
        return;
      }
      requests.fresh += 1;
      const items = Array.from({ length: count }, (_, at) => {
        const name = `${id} ${at}`;
        return `<item><title>Kızılay ${name}</title><guid>${name}</guid><link>http://pages.example/${id}/${at}</link></item>`;
      });
      const body = `<rss version="2.0"><channel><title>${id}</title>${items.join("")}</channel></rss>`;
      response.writeHead(200, { etag, "content-type": "application/rss+xml" }).end(body);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    const ids = Array.from({ length: feedCount }, (_, at) => `f${at}`);
    const hostOf = (at: number) => (at < crowd ? "crowd.example" : `h${at}.example`);
    const settings = { ...network, perHostDelay, allowPrivateHosts: ids.map((_, at) => hostOf(at)) };
    const { fetch } = createWeb(settings, (_, done) => done(null, [{ address: "127.0.0.1", family: 4 }]));
    const extract = () => ({ kind: "failed", why: "no pages here" }) as const;
    const real = createFeeds({ fetch, network: settings, clock: Date.now, extract });
    const world = createWorld();
    world.feeds.read = async (request, time) => {
      const outcome = await real.read(request, time);
      if (outcome.kind === "read") for (const item of outcome.items) world.page(item.link, pageOf(item, "."));
      return outcome;
    };
    const process = await createProcess(world, {
      from: {
        feeds: ids.map((id, at) => ({
          id,
          kind: "rss" as const,
          url: `http://${hostOf(at)}:${port}/${id}`,
          language: "tr",
          every: 2 * minute,
        })),
        topics: [{ id: "kizilay", name: { tr: "Kızılay", en: "Red Crescent" }, keywords: ["Kızılay"] }],
        subscribe: [{ chat: "console", topics: ["kizilay"] }],
      },
    });

    const memory: number[] = [];
    const spans: number[] = [];
    let published = 0;
    for (let round = 0; round < rounds; round += 1) {
      for (const [at, id] of ids.entries()) {
        if (at % lively !== round % lively) continue;
        shown.set(id, (shown.get(id) ?? 0) + 1);
        published += 1;
      }
      const begin = performance.now();
      const report = await process.all(start + round * 3 * minute);
      spans.push(performance.now() - begin);
      expect(report).toMatchObject({ polled: feedCount, failed: [] });
      process.logged.length = 0;
      memory.push(held());
    }
    // Nobody was left out, and nobody asked more often than it was due.
    expect([...polled.values()].filter((times) => times !== rounds)).toEqual([]);
    expect(polled.size).toBe(feedCount);
    // The first round reads all, a later one only what has changed.
    expect(requests).toEqual({
      robots: feedCount - crowd + 1,
      fresh: feedCount + published - feedCount / lively,
      unchanged: feedCount * (rounds - 1) - (published - feedCount / lively),
    });
    const { stories, deliveries } = await process.store.summary();
    expect({ stories, owed: deliveries.owed }).toEqual({ stories: published, owed: 0 });
    // The first round makes what the later ones use again.
    const grown = (memory.at(-1) ?? 0) - (memory[1] ?? 0);
    expect(grown).toBeLessThan(10);
    const later = spans.slice(1).map((span) => Math.round(span / 100) / 10);
    figure({
      what: `${feedCount} feeds at ${feedCount - crowd + 1} hosts, a host asked once in ${perHostDelay} ms`,
      runs: feedCount * rounds,
      lost: published - stories,
      more: `first round ${Math.round((spans[0] ?? 0) / 1_000)} s, later ${Math.min(...later)} to ${Math.max(...later)} s; ${requests.unchanged} answered 304; ${Math.round(grown)} MiB more after ${rounds} rounds than after two`,
    });
    await process.kill();
  },
);
