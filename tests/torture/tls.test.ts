import { writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { site } from "../feeds/server.js";
import { certificate } from "../world/certificate.js";
import { createFolder, run } from "../world/tellal.js";
import { figure } from "./figure.js";

const day = 24 * 60 * 60_000;
const here = "127.0.0.1";

/** A feed whose only story has its page behind a redirect from https to http. */
function feedOf(page: string): string {
  const item = `<item><title>Kızılay toplandı</title><link>${page}</link><guid>1</guid><pubDate>${new Date().toUTCString()}</pubDate></item>`;
  return `<rss version="2.0"><channel><title>x</title>${item}</channel></rss>`;
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, here, done));
  return `${here}:${(server.address() as AddressInfo).port}`;
}

/** What becomes of a feed behind TLS: its health's words, null where it is read. */
const rows: [name: string, why: RegExp | null][] = [
  ["a certificate that is trusted", null],
  ["a redirect from https to http", /^redirect: from https to http$/u],
  ["a certificate that nobody signed", /the connection failed \(.*SELF_SIGNED/u],
  ["a certificate that has expired", /the connection failed \(CERT_HAS_EXPIRED\)$/u],
  ["a certificate that is not valid yet", /the connection failed \(CERT_NOT_YET_VALID\)$/u],
  ["a certificate of another host", /the connection failed \(ERR_TLS_CERT_ALTNAME_INVALID\)$/u],
  ["http where https is expected", /the connection failed/u],
];

/** One run of the program over a feed behind each row. What it trusts is told to Node at its start, as an operator would. */
async function play() {
  const now = Date.now();
  const span: [number, number] = [now - day, now + day];
  const plain = await site(() => {});
  const servers: Server[] = [];
  async function secure(own: { key: string; cert: string }, answer: RequestListener): Promise<string> {
    const server = createServer(own, answer);
    servers.push(server);
    return `https://${await listening(server)}`;
  }
  const down: RequestListener = ({ url }, response) =>
    response.writeHead(302, { location: `${plain.url}${url}` }).end();
  const good = certificate(here, span);
  const late = certificate(here, [now - 2 * day, now - day]);
  const early = certificate(here, [now + day, now + 2 * day]);
  const other = certificate("127.0.0.2", span);
  const downhill = await secure(good, (request, response) =>
    request.url === "/robots.txt" ? response.writeHead(404).end() : down(request, response),
  );
  const answer: RequestListener = (request, response) =>
    request.url === "/rss" ? response.end(feedOf(`${downhill}/haber/1`)) : response.writeHead(404).end();
  const addresses = [
    await secure(good, answer),
    downhill,
    await secure(certificate(here, span), answer),
    await secure(late, answer),
    await secure(early, answer),
    await secure(other, answer),
    plain.url.replace("http:", "https:"),
  ];
  const { folder, env } = createFolder(plain.url, []);
  const feeds = addresses.map((url, at) => `  - { id: f${at}, kind: rss, url: "${url}/rss", language: tr, every: 2m }`);
  const config = join(folder, "tellal.yaml");
  writeFileSync(
    config,
    `feeds:
${feeds.join("\n")}
topics:
  - { id: kizilay, name: { tr: Kızılay, en: Red Crescent }, keywords: ["Kızılay"] }
network: { allowPrivateHosts: ["${here}"], perHostDelay: 1ms }
subscribe:
  - { chat: console, topics: [kizilay] }
`,
  );
  const trusted = join(folder, "trusted.pem");
  writeFileSync(trusted, [good, late, early, other].map(({ cert }) => cert).join(""));
  const ended = await run(["once"], { ...env, NODE_EXTRA_CA_CERTS: trusted });
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await plain.close();
  return { ended, askedInTheOpen: plain.hits };
}

let once: ReturnType<typeof play> | null = null;
const played = () => (once ??= play());
let survived = 0;

test.each(rows.map(([name, why], at) => [name, why, at] as const))("%s", async (_, why, at) => {
  const { ended } = await played();
  const told = ended.err
    .split("\n")
    .filter((line) => line.includes("could not be read") && line.includes(`"feed":"f${at}"`));
  const causes = told.map((line) => /"why":"([^"]*)"/u.exec(line)?.[1] ?? "");
  expect(causes).toHaveLength(why === null ? 0 : 1);
  expect(causes.join()).toMatch(why ?? /^$/u);
  survived += 1;
});

test("nothing is asked for in the open that was asked for in secret, neither feed nor page", async () => {
  const { askedInTheOpen, ended } = await played();
  expect(askedInTheOpen).toEqual([]);
  // The page is not read, so the feed's own words are what is told.
  expect(ended.out).toContain("Kızılay toplandı");
  figure({
    what: "faults of TLS, a way down to http among them",
    runs: rows.length,
    survived,
    more: `${askedInTheOpen.length} requests in the open`,
  });
});
