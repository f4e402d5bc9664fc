import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, expect, test } from "vitest";
import { figure } from "../torture/figure.js";
import type { Site } from "./server.js";
import { createWeb, say, site } from "./server.js";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function serve(answer: Parameters<typeof site>[0]): Promise<Site> {
  const server = await site(answer);
  open.push(server);
  return server;
}

/** A server that writes these bytes as its whole answer, whatever HTTP says to them. */
async function raw(
  write: string | ((send: (text: string | Uint8Array) => void, end: () => void) => void),
): Promise<string> {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => {
      if (typeof write === "string") socket.end(write);
      else
        write(
          (text) => {
            if (!socket.destroyed) socket.write(text);
          },
          () => socket.destroy(),
        );
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  open.push({ close: () => new Promise((done) => server.close(() => done())) });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const options = { limit: 100_000, deadline: 400, urgent: false };
const text = "Kızılay, Bişkek'te ".repeat(200);
const bytes = Buffer.from(text);
const head = "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n";

test.each([
  ["identity", bytes],
  ["gzip", gzipSync(bytes)],
  ["x-gzip", gzipSync(bytes)],
  ["deflate", deflateSync(bytes)],
  ["br", brotliCompressSync(bytes)],
  ["gzip, gzip", gzipSync(gzipSync(bytes))],
])("a body in %s arrives whole", async (coding, body) => {
  const { url } = await serve(say(200, { "content-encoding": coding }, body));
  const answer = await createWeb().download(url, options);
  expect(answer).toMatchObject({ kind: "answer", status: 200, cut: false, movedTo: null, url: `${url}/` });
  expect(Buffer.from("bytes" in answer ? answer.bytes : []).toString()).toBe(text);
});

test.each([
  ["a gzip bomb", { "content-encoding": "gzip" }, gzipSync(Buffer.alloc(50_000_000))],
  ["a bomb in a bomb", { "content-encoding": "gzip, gzip" }, gzipSync(gzipSync(Buffer.alloc(50_000_000)))],
  ["a brotli bomb", { "content-encoding": "br" }, brotliCompressSync(Buffer.alloc(5_000_000))],
  ["a large body", {}, Buffer.alloc(100_001)],
  ["a large declared body", { "content-length": "1000000000" }, ""],
])("%s is refused", async (_, headers, body) => {
  const { url } = await serve(say(200, headers, body));
  expect(await createWeb().download(url, options)).toEqual({ kind: "failed", why: "larger than 100000 bytes" });
});

test("a body over the limit is cut where that is asked for", async () => {
  const { url } = await serve(say(200, {}, Buffer.alloc(300_000)));
  const answer = await createWeb().download(url, { ...options, cutAtLimit: true });
  expect(answer).toMatchObject({ kind: "answer", cut: true });
  expect("bytes" in answer && answer.bytes.byteLength).toBe(100_000);
});

test("an endless body is left at the limit, not at the deadline", async () => {
  let sent = 0;
  const { url } = await serve((_, response) => {
    const more = (): void => {
      for (let room = true; room && !response.destroyed && sent < 1e9; sent += 65_536)
        room = response.write(Buffer.alloc(65_536));
      response.once("drain", more);
    };
    more();
  });
  const outcome = await createWeb().download(url, { ...options, deadline: 10_000 });
  expect(outcome).toEqual({ kind: "failed", why: "larger than 100000 bytes" });
  expect(sent).toBeLessThan(50_000_000);
});

/** What a fault must come to: `answer` with what came of the body, or a sentence. */
const faults: [string, Parameters<typeof raw>[0], object][] = [
  ["silence", () => {}, { kind: "failed", why: "no complete answer in time" }],
  ["a close without an answer", (_, end) => end(), { kind: "failed", why: "the connection was closed early" }],
  [
    "half a header",
    (send) => send("HTTP/1.1 200 OK\r\nContent-"),
    { kind: "failed", why: "no complete answer in time" },
  ],
  [
    "a header without a body",
    (send) => send(`${head}Content-Length: 9\r\n\r\n`),
    { kind: "failed", why: "no complete answer in time" },
  ],
  [
    "a dripping header",
    (send) => {
      send("HTTP/1.1 200 OK\r\n");
      const timer = setInterval(() => send("x: y\r\n"), 50);
      setTimeout(() => clearInterval(timer), 1000);
    },
    { kind: "failed", why: "no complete answer in time" },
  ],
  [
    "a dripping body",
    (send) => {
      send(`${head}Content-Length: 900\r\n\r\n`);
      const timer = setInterval(() => send("x"), 50);
      setTimeout(() => clearInterval(timer), 1000);
    },
    { kind: "failed", why: "no complete answer in time" },
  ],
  [
    "a huge header",
    `${head}x: ${"y".repeat(100_000)}\r\n\r\nbody`,
    { kind: "failed", why: "the headers are too large" },
  ],
  [
    "a body shorter than declared",
    `${head}Content-Length: 90\r\n\r\nbody`,
    { kind: "answer", cut: true, bytes: new TextEncoder().encode("body") },
  ],
  ["a body longer than declared", `${head}Content-Length: 4\r\n\r\nbody and more`, { kind: "answer", status: 200 }],
  [
    "a broken chunk",
    `${head}Transfer-Encoding: chunked\r\n\r\n4\r\nbody\r\nzz\r\n`,
    { kind: "answer", cut: true, bytes: new TextEncoder().encode("body") },
  ],
  ["no HTTP", "SSH-2.0-OpenSSH\r\n", { kind: "failed" }],
  ["broken gzip", `${head}Content-Encoding: gzip\r\nContent-Length: 8\r\n\r\nnot gzip`, { kind: "failed" }],
];
let survived = 0;
afterAll(() => figure({ what: "faults of a server", runs: faults.length, survived }));

test.each(faults)("%s is an outcome, not a surprise", async (_, write, expected) => {
  const answer = await createWeb().download(await raw(write), options);
  expect(answer).toMatchObject(expected);
  survived += 1;
});

test("a gzip body that ends too early gives what came", async () => {
  const { url } = await serve(
    say(200, { "content-encoding": "gzip" }, gzipSync(bytes, { level: 0 }).subarray(0, 2000)),
  );
  const answer = await createWeb().download(url, options);
  expect(answer.kind).toBe("answer");
  expect(
    text.startsWith(
      Buffer.from("bytes" in answer ? answer.bytes : [])
        .toString()
        .slice(0, 500),
    ),
  ).toBe(true);
});

test("nobody listens", async () => {
  const server = await serve({});
  await server.close();
  const answer = await createWeb().download(`${server.url}/?token=hunter2`, options);
  expect(answer).toEqual({ kind: "failed", why: "the connection was refused" });
});

test("a name that is not known", async () => {
  const resolve = (_: string, done: (error: Error | null, answers: []) => void) =>
    done(Object.assign(new Error("getaddrinfo ENOTFOUND news.example"), { code: "ENOTFOUND" }), []);
  const answer = await createWeb({}, resolve).download("http://news.example/?token=hunter2", options);
  expect(answer).toEqual({ kind: "failed", why: "the host's name is not known" });
});

test("a look-up that never ends", async () => {
  const answer = await createWeb({}, () => {}).download("http://news.example/", options);
  expect(answer).toEqual({ kind: "failed", why: "no complete answer in time" });
});

const go = (status: number, location: string) => say(status, { location });
const chain = {
  "/old": go(301, "/older"),
  "/older": go(308, "/new"),
  "/new": say(200, {}, "ok"),
  "/today": go(302, "/new"),
  "/mixed": go(301, "/today"),
  "/late": go(302, "/old"),
  "/loop": go(301, "/loop"),
  "/1": go(307, "/2"),
  "/2": go(303, "/3"),
  "/3": go(302, "/4"),
  "/4": go(302, "/5"),
  "/5": go(302, "/new"),
  "/0": go(302, "/1"),
  "/nowhere": say(302),
};
test.each([
  ["/old", { kind: "answer", url: "/new", movedTo: "/new" }],
  ["/today", { kind: "answer", url: "/new", movedTo: null }],
  ["/mixed", { kind: "answer", url: "/new", movedTo: "/today" }],
  ["/late", { kind: "answer", url: "/new", movedTo: null }],
  ["/1", { kind: "answer", url: "/new", movedTo: null }],
  ["/0", { kind: "failed", why: "more than 5 redirects" }],
  ["/loop", { kind: "failed", why: "more than 5 redirects" }],
  ["/nowhere", { kind: "answer", status: 302, url: "/nowhere" }],
])("redirects from %s", async (path, expected) => {
  const { url } = await serve(chain);
  const answer = await createWeb().download(url + path, options);
  const relative = JSON.parse(JSON.stringify(answer).replaceAll(url, "")) as object;
  expect(relative).toMatchObject(expected);
});

test("all hops share one deadline", async () => {
  const { url } = await serve((request, response) => {
    setTimeout(() => response.writeHead(302, { location: `${request.url}x` }).end(), 150);
  });
  expect(await createWeb().download(url, options)).toEqual({ kind: "failed", why: "no complete answer in time" });
});

test.each([
  [{ contact: "https://example.org/", userAgent: "" }, "Tellal (+https://example.org/)"],
  [{ contact: "", userAgent: "" }, "Tellal"],
  [{ contact: "Kızılay\r\nX: y", userAgent: "" }, "Tellal (+K?z?lay??X: y)"],
  [{ contact: "x", userAgent: "Başka/2" }, "Ba?ka/2"],
])("User-Agent of %j, where no version is given", async (settings, expected) => {
  const server = await serve(say(200));
  await createWeb(settings).download(server.url, options);
  expect(server.requests[0]?.headers["user-agent"]).toBe(expected);
});

test("a stop ends a request under way and the ones that wait", async () => {
  const stop = new AbortController();
  const { url, hits } = await serve(() => stop.abort());
  const { download } = createWeb({}, undefined, stop.signal);
  const slow = { ...options, deadline: 30_000 };
  const outcomes = await Promise.all([download(url, slow), download(url, slow), download(url, slow)]);
  expect(outcomes).toEqual(outcomes.map(() => ({ kind: "failed", why: "stopped" })));
  expect(await download(url, slow)).toEqual({ kind: "failed", why: "stopped" });
  expect(hits).toEqual(["/"]);
});
