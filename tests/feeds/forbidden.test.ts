import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { forbiddenBy, guardLookup } from "../../src/feeds/fetch.js";
import { isPublicAddress } from "../../src/feeds/address.js";
import type { Resolve } from "../../src/feeds/fetch.js";
import type { Site } from "./server.js";
import { createWeb, network, say, site } from "./server.js";
import { figure } from "../torture/figure.js";

/** Node tells of each socket that it makes, and a socket of each address that it is about to send a packet to. */
let attempts: string[] = [];
function listen(message: unknown): void {
  const { socket } = message as { socket: Socket };
  socket.on("connectionAttempt", (ip: string, port: number) => attempts.push(`${ip}:${port}`));
}

/** Listens on all addresses of this machine, IPv4 and IPv6, at a port that is allowed: who gets past the checks is caught. */
const trap = createServer((socket) => {
  caught += 1;
  socket.destroy();
});
let caught = 0;
let trapPort = 0;
beforeAll(async () => {
  await new Promise<void>((done) => trap.listen(0, done));
  trapPort = (trap.address() as AddressInfo).port;
});
afterAll(() => void trap.close());

const open: Site[] = [];
beforeEach(() => {
  attempts = [];
  caught = 0;
  subscribe("net.client.socket", listen);
});
afterEach(async () => {
  unsubscribe("net.client.socket", listen);
  await Promise.all(open.splice(0).map((server) => server.close()));
});

test("a connection that nobody forbids is noticed, and caught", async () => {
  for (const host of ["127.0.0.1", "::1"]) {
    const socket = connect(trapPort, host);
    await new Promise((done) => socket.once("close", done));
  }
  expect(attempts).toEqual([`127.0.0.1:${trapPort}`, `::1:${trapPort}`]);
  expect(caught).toBe(2);
});

const closed = { allowPrivateHosts: [] };
const options = { limit: 1000, deadline: 2000, urgent: false };

const hosts = `
  127.0.0.1 127.1 127.0.1 127.255.255.254 2130706433 0x7f000001 0x7f.0.0.1 0177.0.0.1 017700000001
  %31%32%37.0.0.1 １２７.０.０.１ 127.0.0.1. 0.0.0.0 0 10.0.0.1 10.1 172.16.0.1 172.31.255.255 192.168.1.1
  169.254.169.254 0xa9fea9fe 100.64.0.1 100.127.255.255 198.18.0.1 198.19.255.255 224.0.0.1 239.255.255.255
  240.0.0.1 255.255.255.255 192.0.0.1 192.0.2.1 198.51.100.1 203.0.113.1 192.88.99.1 [::] [::1]
  [::127.0.0.1] [::ffff:127.0.0.1] [::ffff:a9fe:a9fe] [::ffff:8.8.8.8] [fc00::1] [fd12::1] [fe80::1]
  [fec0::1] [ff02::1] [64:ff9b::7f00:1] [64:ff9b:1::7f00:1] [2002:7f00:1::] [2001::1] [2001:db8::1]
  [3fff::1] [2001:10::1] [2001:20::1] [100::1] [4000::1] 0x7f.1 0177.1 127.0x0.0.01 0x7f.0x0.0x0.0x1 ①②⑦.⓪.⓪.① 127。0。0。1
  %6c%6f%63%61%6c%68%6f%73%74 localhost 100.100.100.200 [::ffff:7f00:1] [0:0:0:0:0:ffff:127.0.0.1]
  [::ffff:0:127.0.0.1] [::7f00:1] [64:ff9b::a9fe:a9fe] [fd00:ec2::254] [fe80::a9fe:a9fe]`
  .trim()
  .split(/\s+/);

let refused = 0;
afterAll(() =>
  figure({
    what: "spellings of private addresses, asked and redirected to",
    runs: 2 * hosts.length,
    harmless: refused,
    more: "not one connection",
  }),
);

const answers =
  (...addresses: string[]): Resolve =>
  (_, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );

test.each(hosts)("no connection to %s", async (host) => {
  const { fetch, download } = createWeb({ ...closed, ports: [80, trapPort] });
  for (const address of [`http://${host}/`, `http://${host}:${trapPort}/`]) {
    expect(await download(address, options)).toMatchObject({ kind: "forbidden" });
    const error = await fetch(address).catch((error: unknown) => error);
    expect(forbiddenBy(error)).toMatch(/not a public address/);
  }
  expect({ attempts, caught }).toEqual({ attempts: [], caught: 0 });
  refused += 1;
});

test.each(hosts)("a redirect to %s ends there", async (host) => {
  const location = `http://${host.replaceAll(/[^ -~]/g, encodeURIComponent)}:${trapPort}/secret`;
  const server = await site({ "/": say(302, { location }) });
  open.push(server);
  const settings = { allowPrivateHosts: ["start.example"], ports: [80, trapPort] };
  const { download } = createWeb(settings, answers("127.0.0.1"));
  expect(await download(`http://start.example:${server.port}/`, options)).toMatchObject({ kind: "forbidden" });
  expect({ attempts, caught }).toEqual({ attempts: [`127.0.0.1:${server.port}`], caught: 0 });
  refused += 1;
});

test.each([
  ["file:///etc/passwd", /file: is not http/],
  ["ftp://93.184.215.14/", /ftp: is not http/],
  ["gopher://93.184.215.14/", /gopher: is not http/],
  ["data:text/plain,x", /data: is not http/],
  ["javascript:alert(1)", /javascript: is not http/],
  ["http://user:hunter2@93.184.215.14/", /user name or password/],
  ["http://93.184.215.14:22/", /port 22 /],
  ["http://93.184.215.14:25/", /port 25 /],
  ["https://93.184.215.14:6379/", /port 6379 /],
  ["http://[::1]:8080/?token=hunter2", /port 8080 /],
  ["no address", /not an address/],
  ["http://", /not an address/],
])("%s is refused, at first and behind a redirect", async (address, why) => {
  const server = await site({ "/": say(301, { location: address }) });
  open.push(server);
  const { download } = createWeb();
  const first = await download(address, options);
  expect(first).toMatchObject({ kind: "forbidden", why: expect.stringMatching(why) as unknown });
  const second = await download(`${server.url}/`, options);
  // What is no address at all stands relative to the page before it.
  const relative = !URL.canParse(address) && URL.canParse(address, server.url);
  expect(second.kind).toBe(relative ? "answer" : address === "http://" ? "failed" : "forbidden");
  expect(JSON.stringify([first, second])).not.toContain("hunter2");
  expect(attempts.filter((target) => target !== `127.0.0.1:${server.port}`)).toEqual([]);
});

test.each([
  [["127.0.0.1"]],
  [["10.0.0.7"]],
  [["169.254.169.254"]],
  [["::1"]],
  [["::ffff:10.0.0.1"]],
  [["fe80::1"]],
  [["93.184.215.14", "192.168.0.1"]],
  [["2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::a00:1"]],
])("a name that resolves to %s is refused before a connection", async (addresses) => {
  const { download } = createWeb(closed, answers(...addresses));
  expect(await download("http://news.example/", options)).toMatchObject({ kind: "forbidden" });
  expect(await download("https://news.example/", options)).toMatchObject({ kind: "forbidden" });
  expect(attempts).toEqual([]);
});

test("a caller that lets fetch follow redirects is as safe", async () => {
  const server = await site({ "/": say(302, { location: "http://127.0.0.1:80/" }) });
  open.push(server);
  const { fetch } = createWeb({ allowPrivateHosts: ["start.example"] }, answers("127.0.0.1"));
  const start = `http://start.example:${server.port}/`;
  const error = await fetch(start, { redirect: "follow" }).catch((error: unknown) => error);
  expect(forbiddenBy(error)).toBe("127.0.0.1 is not a public address");
  expect(attempts).toEqual([`127.0.0.1:${server.port}`]);
});

test("the connection goes to the address that was checked, whatever the name answers next", async () => {
  let turn = 0;
  const flip: Resolve = (host, done) => answers(turn++ === 0 ? "93.184.215.14" : "127.0.0.1")(host, done);
  const lookup = guardLookup({ network: { ...network, ...closed }, resolve: flip });
  const ask = () =>
    new Promise((done) => lookup("news.example", { all: true }, (error, found) => done(error ?? found)));
  expect(await ask()).toEqual([{ address: "93.184.215.14", family: 4 }]);
  expect(forbiddenBy(await ask())).toMatch(/127\.0\.0\.1, not a public address/);
});

test("a private host works where the operator allows it, on any port, by name too", async () => {
  const server = await site({ "/": say(200, {}, "ok") });
  open.push(server);
  const { download } = createWeb({ allowPrivateHosts: ["News.Example."] }, answers("127.0.0.1"));
  const outcome = await download(`http://news.example:${server.port}/`, options);
  expect(outcome).toMatchObject({ kind: "answer", status: 200 });
  expect(await download(server.url, options)).toMatchObject({ kind: "forbidden" });
  expect(server.hits).toEqual(["/"]);
});

test.each([
  "8.8.8.8",
  "93.184.215.14",
  "1.1.1.1",
  "172.32.0.1",
  "100.128.0.1",
  "198.20.0.1",
  "2606:4700::1111",
  "2a02:e0::1",
])("%s is public", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});
