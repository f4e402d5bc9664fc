import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createDownload } from "../../src/feeds/download.js";
import type { Resolve } from "../../src/feeds/fetch.js";
import { createFetch } from "../../src/feeds/fetch.js";
import type { NetworkSettings } from "../../src/feeds/network.js";
import { createPacing } from "../../src/feeds/pacing.js";

export interface Site {
  url: string;
  port: number;
  /** Method-less log: path and query of every request, in order. */
  hits: string[];
  requests: IncomingMessage[];
  close(): Promise<void>;
}

/** A real server on loopback. Paths without an answer are 404, robots.txt too. */
export async function site(
  answer: Record<string, RequestListener> | RequestListener,
  host = "127.0.0.1",
): Promise<Site> {
  const hits: string[] = [];
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    hits.push(path);
    requests.push(request);
    const handle = typeof answer === "function" ? answer : answer[path];
    if (handle === undefined) response.writeHead(404).end();
    else handle(request, response);
  });
  await new Promise<void>((done) => server.listen(0, host, done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}`,
    port,
    hits,
    requests,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Answers with a status, headers and a body. */
export const say =
  (status: number, headers: Record<string, string> = {}, body: string | Uint8Array = "") =>
  (_: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(status, headers).end(body);
  };

export const network: NetworkSettings = {
  contact: "https://example.org/about",
  userAgent: "",
  allowPrivateHosts: ["127.0.0.1"],
  ports: [80, 443],
  perHostDelay: 0,
};

/** The real fetch and download with test settings. */
export function createWeb(settings: Partial<NetworkSettings> = {}, resolve?: Resolve, signal?: AbortSignal) {
  const all = { ...network, ...settings };
  const fetch = createFetch(resolve === undefined ? { network: all } : { network: all, resolve });
  const stop = signal === undefined ? {} : { signal };
  const turn = createPacing({ delay: all.perHostDelay, clock: Date.now, ...stop });
  return { fetch, network: all, download: createDownload({ fetch, network: all, turn, clock: Date.now, ...stop }) };
}
