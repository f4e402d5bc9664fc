import { afterEach, expect, test } from "vitest";
import { createRobots } from "../../src/feeds/robots.js";
import type { Site } from "./server.js";
import { createWeb, say, site } from "./server.js";

const open: Site[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

let now = 1_000_000;
const clock = () => now;
const hour = 3_600_000;

async function serve(answer: Parameters<typeof site>[0]) {
  const server = await site(answer);
  open.push(server);
  const robots = createRobots({ download: createWeb().download, clock });
  return { ...server, ask: (path: string) => robots(new URL(path, server.url)) };
}

const file = `User-agent: *\nDisallow: /\n\nUser-agent: Tellal\nDisallow: /api/\nDisallow: /*?preview=\nAllow: /api/feed$\n`;

test.each([
  ["/tr/rss/default?cat=guncel", true],
  ["/", true],
  ["/api/x", false],
  ["/api/feed", true],
  ["/tr/1?preview=1", false],
])("our own rules for %s", async (path, allowed) => {
  const { ask, port } = await serve({ "/robots.txt": say(200, {}, file) });
  expect(await ask(path)).toEqual(
    allowed ? null : { kind: "forbidden", why: `robots.txt of 127.0.0.1:${port} disallows this address` },
  );
});

const everyone = "\ufeffUser-agent: *\r\nDisallow: /api/";
test.each([
  ["rules for everyone", say(200, {}, everyone), null, "forbidden"],
  ["no file", say(404), null, null],
  ["a file that is forbidden", say(403), null, null],
  ["an empty file", say(200), null, null],
  ["a page instead of a file", say(200, { "content-type": "text/html" }, "<!doctype html><p>User-agent"), null, null],
  ["a redirect into a private network", say(302, { location: "http://10.0.0.1/robots.txt" }), null, null],
  ["a redirect to a name in a private network", say(302, { location: "http://localhost/robots.txt" }), null, null],
  ["a redirect to itself", say(302, { location: "/robots.txt" }), null, null],
  ["a fault of the server", say(503, { "retry-after": "60" }), "answer", "answer"],
  ["too many requests", say(429), "answer", "answer"],
  ["rules before 500 KiB", say(200, {}, `${everyone}\n${"#".repeat(600_000)}`), null, "forbidden"],
  ["rules behind 500 KiB", say(200, {}, `${"#".repeat(600_000)}\n${everyone}`), null, null],
])("%s", async (_, answer, news, api) => {
  const { ask } = await serve({ "/robots.txt": answer });
  expect([(await ask("/tr/1"))?.kind ?? null, (await ask("/api/1"))?.kind ?? null]).toEqual([news, api]);
});

test("rules are kept for a day, by the given clock", async () => {
  const { ask, hits } = await serve({ "/robots.txt": say(200, {}, everyone) });
  await Promise.all([ask("/a"), ask("/b"), ask("/api/c")]);
  now += 23 * hour;
  await ask("/a");
  expect(hits).toHaveLength(1);
  now += 2 * hour;
  await ask("/a");
  expect(hits).toHaveLength(2);
});

test("a file that cannot be had is asked for again after a minute, and its reason is told", async () => {
  const server = await serve({});
  await server.close();
  const why = `robots.txt of 127.0.0.1:${server.port}: the connection was refused`;
  expect(await server.ask("/a")).toEqual({ kind: "failed", why });
  let status = 503;
  const second = await serve((_, response) => response.writeHead(status).end());
  expect(await second.ask("/a")).toMatchObject({ kind: "answer", status: 503 });
  status = 404;
  now += 30_000;
  expect(await second.ask("/a")).toMatchObject({ kind: "answer", status: 503 });
  now += 40_000;
  expect(await second.ask("/a")).toBeNull();
});

test("yesterday's rules hold while today's cannot be had", async () => {
  let isUp = true;
  const { ask } = await serve((_, response) => response.writeHead(isUp ? 200 : 500).end(everyone));
  expect(await ask("/api/1")).toMatchObject({ kind: "forbidden" });
  isUp = false;
  now += 25 * hour;
  expect([await ask("/api/1"), await ask("/tr/1")]).toMatchObject([{ kind: "forbidden" }, null]);
});

test("a failure whose words speak of redirects is no redirect", async () => {
  const failed = { kind: "failed" as const, why: "the connection to redirect.example was reset" };
  const robots = createRobots({ download: () => Promise.resolve(failed), clock });
  expect(await robots(new URL("https://redirect.example/a"))).toMatchObject({ kind: "failed" });
});
