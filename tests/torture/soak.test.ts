import { createServer } from "node:http";
import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { expect, onTestFinished, test } from "vitest";
import { createFeeds } from "../../src/feeds/feeds.js";
import { createProcess, createWorld, pageOf } from "../app/rig.js";
import { createWeb, network } from "../feeds/server.js";
import { hour, minute, start } from "../store/open.js";
import { figure, isFull } from "./figure.js";
import { held } from "./held.js";
import { createRandom } from "./random.js";

const feedCount = isFull ? 100 : 20;
const hours = isFull ? 24 : 2;
const every = isFull ? hour : 30 * minute;
/** What a hundredth of the polls meets, each. */
const strikes: RequestListener[] = [
  (request) => request.socket.resetAndDestroy(),
  (_, response) => response.writeHead(503).end(),
  (_, response) => response.writeHead(200, { "content-length": 900 }).end("<rss>"),
  (_, response) => response.writeHead(200, { "content-type": "text/html" }).end("<html>oops</html>"),
  (_, response) => response.writeHead(429, { "retry-after": "1" }).end(),
];
const faulty = strikes.length;

/** Rise of a row of numbers for each step, by least squares. */
function slope(row: readonly number[]): number {
  const middle = (row.length - 1) / 2;
  const mean = row.reduce((sum, one) => sum + one, 0) / row.length;
  const up = row.reduce((sum, one, at) => sum + (at - middle) * (one - mean), 0);
  return up / row.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
}

test(
  `${hours} h with ${feedCount} feeds over HTTP, ${faulty} of 100 polls faulty: nothing lost, no handle left, memory flat`,
  { timeout: 300_000 },
  async () => {
    const random = createRandom(21);
    let now = start;
    let isCalm = false;
    const shown = new Map<string, number[]>();
    function feedOf(id: string): string {
      const items = (shown.get(id) ?? []).slice(-30).map((time) => {
        const name = `${id} ${(time - start) / minute}`;
        return `<item><title>Kızılay ${name}</title><guid>${name}</guid><link>http://${id}.example/${time}</link><pubDate>${new Date(time).toUTCString()}</pubDate></item>`;
      });
      return `<rss version="2.0"><channel><title>x</title>${items.join("")}</channel></rss>`;
    }
    const server = createServer((request, response) => {
      const id = /^(\w+)\.example/u.exec(request.headers.host ?? "")?.[1] ?? "";
      const strike = isCalm ? undefined : strikes[Math.floor(random() * 100)];
      if (request.url === "/robots.txt") response.writeHead(404).end();
      else if (strike === undefined) response.end(feedOf(id));
      else strike(request, response);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    const ids = Array.from({ length: feedCount }, (_, at) => `f${at}`);
    const settings = { ...network, allowPrivateHosts: ids.map((id) => `${id}.example`) };
    const { fetch } = createWeb(settings, (_, done) => done(null, [{ address: "127.0.0.1", family: 4 }]));
    const extract = () => ({ kind: "failed", why: "no pages here" }) as const;
    const real = createFeeds({ fetch, network: settings, clock: Date.now, extract });
    const world = createWorld();
    world.feeds.read = async (request, time) => {
      const outcome = await real.read(request, time);
      if (outcome.kind === "read") for (const item of outcome.items) world.page(item.link, pageOf(item, "."));
      return outcome;
    };
    let sent = 0;
    world.messenger.send = async ({ message }) => {
      const [heading] = message.blocks;
      sent += heading?.type === "heading" ? (heading.text[0]?.text ?? "").split(" + ").length : 0;
      return { kind: "sent", ref: "m" };
    };
    const process = await createProcess(world, {
      from: {
        feeds: ids.map((id) => ({
          id,
          kind: "rss" as const,
          url: `http://${id}.example:${port}/rss`,
          language: "tr",
          every,
        })),
        topics: [{ id: "kizilay", name: { tr: "Kızılay", en: "Red Crescent" }, keywords: ["Kızılay"] }],
        subscribe: [{ chat: "console", topics: ["kizilay"] }],
      },
    });

    const lag = monitorEventLoopDelay({ resolution: 5 });
    lag.enable();
    const [memory, handles]: [number[], number[]] = [[], []];
    let published = 0;
    for (let step = 0; step < hours * 6; step += 1, now += 10 * minute) {
      // Nothing new in the last hour, so that all that was shown is taken up before the end.
      if (step < (hours - 1) * 6) {
        const id = ids[Math.floor(random() * ids.length)] ?? "f0";
        shown.set(id, [...(shown.get(id) ?? []), now]);
        published += 1;
      }
      await process.all(now);
      process.logged.length = 0;
      process.notices.length = 0;
      world.asked.feeds.length = 0;
      if (step % 6 === 5) {
        memory.push(held());
        handles.push(globalThis.process.getActiveResourcesInfo().length);
      }
    }
    lag.disable();
    isCalm = true;
    await process.all(now + every);
    await process.all(now + 2 * every);
    const { stories, deliveries } = await process.store.summary();
    expect({ stories, sent, deliveries }).toMatchObject({
      stories: published,
      sent: published,
      deliveries: { owed: 0, sending: 0, dead: 0 },
    });
    // The first hours warm up.
    const settled = memory.slice(Math.floor(memory.length / 3));
    const rise = slope(settled);
    // Both ends of the connections that are kept for the next request are here; later hours have no more of them than earlier ones.
    const middle = Math.ceil(handles.length / 2);
    expect(Math.max(...handles.slice(middle))).toBeLessThanOrEqual(1.2 * Math.max(...handles.slice(0, middle)) + 20);
    expect(rise).toBeLessThan(isFull ? 1 : Infinity);
    figure({
      what: `${hours} h, ${feedCount} feeds over HTTP, ${faulty} of 100 polls faulty`,
      runs: hours * feedCount * (hour / every),
      lost: published - stories,
      doubled: sent - published,
      survived: Math.round((hours * feedCount * (hour / every) * faulty) / 100),
      more: `memory ${rise.toFixed(2)} MiB an hour, handles ${handles[0]} to ${handles.at(-1)}, lag p99 ${Math.round(lag.percentile(99) / 1e6)} ms`,
    });
    console.log(memory.map(Math.round), handles, Math.round(lag.percentile(99) / 1e6));
    await process.kill();
  },
);
