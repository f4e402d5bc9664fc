import type { Socket } from "node:net";
import { constants, createBrotliCompress, createGzip, gzipSync } from "node:zlib";
import type { Gzip, BrotliCompress } from "node:zlib";
import { isFull } from "./figure.js";

/** A fault of a site: what it does with a request, and what must become of the feed. */
export interface SiteFault {
  name: string;
  strike: (socket: Socket) => void;
  /** What the feed's health says afterwards; null where the answer is good enough to read. */
  why: RegExp | null;
  /** It would last until the deadline, which is a short one here. */
  hangs?: true;
  /** Where its feed lives, if not at the site. */
  url?: (port: number) => string;
}

const say =
  (head: string, body: string | Uint8Array = "") =>
  (socket: Socket) => {
    socket.write(`HTTP/1.1 ${head}\r\n`.replaceAll(/\r?\n/gu, "\r\n"));
    socket.write("Connection: close\r\n\r\n");
    socket.end(body);
  };
const ok = "200 OK\nContent-Type: application/rss+xml";

/** Writes the same bytes for as long as they are taken. */
function endless(socket: Socket, bytes: Uint8Array, most = 1_000_000_000): void {
  let sent = 0;
  const more = (): void => {
    while (!socket.destroyed && sent < most && socket.write(bytes)) sent += bytes.byteLength;
    sent += bytes.byteLength;
    socket.once("drain", more);
  };
  more();
}

/** One byte again and again, until the other side has had enough. */
function drip(socket: Socket, text: string): void {
  const timer = setInterval(() => socket.write(text), 60);
  socket.once("close", () => clearInterval(timer));
}

/** Zeros, packed to a thousandth of their size. */
async function bomb(packer: Gzip | BrotliCompress, mebibytes: number): Promise<Buffer> {
  const zeros = Buffer.alloc(2 ** 20);
  const parts: Buffer[] = [];
  packer.on("data", (part: Buffer) => parts.push(part));
  for (let count = 0; count < mebibytes; count += 1) {
    if (!packer.write(zeros)) await new Promise((resolve) => packer.once("drain", resolve));
  }
  packer.end();
  await new Promise((resolve) => packer.once("end", resolve));
  return Buffer.concat(parts);
}

const inTime = /no complete answer in time/u;
const tooLarge = /larger than \d+ bytes/u;
const page = "<!doctype html><html><head><title>Error</title></head><body><h1>Something went wrong</h1></body></html>";

export interface Bombs {
  gzip: Uint8Array;
  double: Uint8Array;
  brotli: Uint8Array;
}

/** Small bodies that unpack to a GiB; without `npm run torture` to 40 MiB, which is over the limit too. */
export async function bombs(): Promise<Bombs> {
  const gzip = await bomb(createGzip({ level: 1 }), isFull ? 1_024 : 40);
  const brotli = await bomb(
    createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
    isFull ? 1_024 : 40,
  );
  return { gzip, brotli, double: gzipSync(gzip) };
}

/** All that a site may do to whoever reads its feed. `feed` is a good answer's body. */
export function siteFaults(feed: string, { gzip, double, brotli }: Bombs): SiteFault[] {
  const gone = (status: string) => say(`${status}\nContent-Type: text/html`, page);
  const go = (status: number, to: string) => say(`${status} Go\nLocation: ${to}`);
  return [
    {
      name: "a port where nobody listens",
      url: () => "http://127.0.0.1:1/rss",
      strike: () => {},
      why: /connection failed|refused/u,
    },
    { name: "a reset", strike: (socket) => socket.resetAndDestroy(), why: /reset|closed early/u },
    {
      name: "a reset within the body",
      strike: (socket) => {
        socket.write(`HTTP/1.1 ${ok.replace("\n", "\r\n")}\r\nContent-Length: 9000\r\n\r\n<rss>`, () =>
          setTimeout(() => socket.resetAndDestroy(), 30),
        );
      },
      why: /cut off|reset|not a feed/u,
    },
    { name: "silence", strike: () => {}, why: inTime, hangs: true },
    { name: "a half-closed connection", strike: (socket) => socket.end(), why: /closed early/u },
    {
      name: "a header byte by byte",
      strike: (socket) => {
        socket.write("HTTP/1.1 200 OK\r\nx: ");
        drip(socket, "y");
      },
      why: inTime,
      hangs: true,
    },
    {
      name: "a body byte by byte",
      strike: (socket) => {
        socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n`);
        drip(socket, " ");
      },
      why: inTime,
      hangs: true,
    },
    {
      name: "a header without end",
      strike: (socket) => {
        socket.write("HTTP/1.1 200 OK\r\n");
        endless(socket, Buffer.from(`x: ${"y".repeat(1_000)}\r\n`));
      },
      why: /headers are too large|connection failed/u,
    },
    { name: "no HTTP", strike: (socket) => socket.end("SSH-2.0-OpenSSH_9.7\r\n"), why: /connection failed/u },
    {
      name: "a name that nobody knows",
      url: () => "http://unknown.example/rss",
      strike: () => {},
      why: /name is not known/u,
    },
    {
      name: "a name that cannot be looked up now",
      url: () => "http://again.example/rss",
      strike: () => {},
      why: /could not be looked up/u,
    },
    {
      name: "a look-up that takes for ever",
      url: () => "http://never.example/rss",
      strike: () => {},
      why: inTime,
      hangs: true,
    },
    {
      name: "a name that leads to a private network",
      url: () => "http://inside.example/rss",
      strike: () => {},
      why: /not a public address/u,
    },
    {
      name: "TLS that fails",
      url: (port) => `https://tls.example:${port}/rss`,
      strike: (socket) => socket.end(),
      why: /connection|closed/u,
    },
    { name: "200 with an error page", strike: say("200 OK\nContent-Type: text/html", page), why: /not a feed/u },
    { name: "200 with an error page that says it is XML", strike: say(ok, page), why: /not a feed/u },
    {
      name: "200 with JSON",
      strike: say("200 OK\nContent-Type: application/json", `{"error":"quota"}`),
      why: /not a feed/u,
    },
    {
      name: "a page that asks who is human",
      strike: say("403 Forbidden\nContent-Type: text/html", page),
      why: /HTTP 403/u,
    },
    { name: "an empty body", strike: say(`${ok}\nContent-Length: 0`), why: /not a feed|empty/u },
    { name: "204", strike: say("204 No Content"), why: /not a feed|empty/u },
    {
      name: "a body cut off in its first item",
      strike: say(`${ok}\nContent-Length: 9000`, feed.slice(0, 150)),
      why: /cut off/u,
    },
    { name: "304 to a request without conditions", strike: say("304 Not Modified"), why: /304/u },
    { name: "a redirect to itself", strike: go(302, "/rss"), why: /more than 5 redirects/u },
    {
      name: "a redirect to a private network",
      strike: go(302, "http://169.254.169.254/latest/meta-data/"),
      why: /not a public address/u,
    },
    { name: "a redirect to a file", strike: go(301, "file:///etc/passwd"), why: /not http/u },
    { name: "a redirect to port 22", strike: go(302, "http://93.184.215.14:22/"), why: /port 22/u },
    { name: "a redirect to nowhere", strike: go(302, "http://"), why: /not an address/u },
    { name: "429 that asks for a second", strike: say("429 Too Many Requests\nRetry-After: 1"), why: /429/u },
    { name: "429 that asks for a week", strike: say("429 Too Many Requests\nRetry-After: 604800"), why: /429/u },
    { name: "503 for hours", strike: say("503 Service Unavailable"), why: /503/u },
    { name: "500 with an error page", strike: gone("500 Internal Server Error"), why: /500/u },
    { name: "404", strike: gone("404 Not Found"), why: /404/u },
    { name: "410", strike: gone("410 Gone"), why: /410/u },
    {
      name: "a length that is too small",
      strike: say(`${ok}\nContent-Length: 150`, feed),
      why: null,
    },
    { name: "a length that is no number", strike: say(`${ok}\nContent-Length: many`, feed), why: /connection failed/u },
    {
      name: "two lengths",
      strike: say(`${ok}\nContent-Length: 10\nContent-Length: 20`, feed),
      why: /connection failed/u,
    },
    {
      name: "a broken chunk",
      strike: say(`${ok}\nTransfer-Encoding: chunked`, "4\r\n<rss\r\nzz\r\n"),
      why: /cut off|not a feed|connection failed/u,
    },
    {
      name: "a body that is called gzip and is not",
      strike: say(`${ok}\nContent-Encoding: gzip`, feed),
      why: /connection failed/u,
    },
    {
      name: "gzip that ends too early",
      strike: say(`${ok}\nContent-Encoding: gzip`, gzipSync(feed).subarray(0, 60)),
      why: /cut off|not a feed|connection failed/u,
    },
    { name: "a gzip bomb", strike: say(`${ok}\nContent-Encoding: gzip`, gzip), why: tooLarge },
    { name: "a gzip bomb in a gzip", strike: say(`${ok}\nContent-Encoding: gzip, gzip`, double), why: tooLarge },
    { name: "a brotli bomb", strike: say(`${ok}\nContent-Encoding: br`, brotli), why: tooLarge },
    { name: "1 GB that is announced", strike: say(`${ok}\nContent-Length: 1000000000`), why: tooLarge },
    {
      name: "1 GB that is not announced",
      strike: (socket) => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        endless(socket, Buffer.alloc(2 ** 16, " "));
      },
      why: tooLarge,
    },
  ];
}
