import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { expect, test } from "vitest";
import { createFeeds } from "../../src/feeds/feeds.js";
import type { Resolve } from "../../src/feeds/fetch.js";
import { createWeb, network } from "../feeds/server.js";
import { createProcess, createWorld, pageOf } from "../app/rig.js";
import { hour, minute, start } from "../store/open.js";
import { figure, isFull } from "./figure.js";
import { bombs, siteFaults } from "./faults.js";

/** How long a site that hangs may do so here; in earnest it is 20 s, as it is here for the others. */
const deadline = isFull ? 2_000 : 300;
/** When the faults are met, and when all is well again. */
const bad = [20 * minute, 40 * minute, 2 * hour, 9 * hour];
const well = 16 * hour;

/** A feed with two stories: one that all know, and one of its own time. */
function feedOf(id: string, now: number): string {
  const items = [start, now].map((time) => {
    const title = `Kızılay ${id} ${(time - start) / minute}`;
    return `<item><title>${title}</title><link>http://${id}.example/${time}</link><guid>${title}</guid><pubDate>${new Date(time).toUTCString()}</pubDate></item>`;
  });
  return `<rss version="2.0"><channel><title>${id}</title>${items.join("")}</channel></rss>`;
}

const resolve: Resolve = (host, done) => {
  const fault = (code: string) => done(Object.assign(new Error(code), { code }), []);
  if (host === "unknown.example") fault("ENOTFOUND");
  else if (host === "again.example") fault("EAI_AGAIN");
  else if (host === "inside.example") done(null, [{ address: "10.0.0.7", family: 4 }]);
  else if (host !== "never.example") done(null, [{ address: "127.0.0.1", family: 4 }]);
};

/** Every fault at once: each feed at a host of its own, and one that is sound, which is last in the row. */
async function play() {
  const faults = siteFaults(feedOf("x", start), await bombs());
  const ids = faults.map((_, at) => `f${String(at).padStart(2, "0")}`);
  const sound = "z";
  let now = start;
  let isBad = false;

  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    socket.on("end", () => socket.end());
    socket.once("data", (bytes) => {
      const request = bytes.toString("latin1");
      const id = /^Host: (\w+)\.example/imu.exec(request)?.[1] ?? "";
      const fault = faults[ids.indexOf(id)];
      if (request.includes("/robots.txt"))
        socket.end("HTTP/1.1 404 None\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      else if (isBad && fault !== undefined) fault.strike(socket);
      else socket.end(`HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${feedOf(id, now)}`);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const home = (id: string) => `http://${id}.example:${port}/rss`;

  const hosts = [...ids, sound, "tls"].map((id) => `${id}.example`);
  const settings = { ...network, allowPrivateHosts: [...hosts, "127.0.0.1"] };
  const { fetch } = createWeb(settings, resolve);
  const extract = () => ({ kind: "failed", why: "no pages here" }) as const;
  const parts = { fetch, network: settings, clock: Date.now, extract };
  const [patient, hasty] = [createFeeds(parts), createFeeds({ ...parts, deadline })];
  const world = createWorld();
  const soundAfter: number[] = [];
  let begin = 0;
  world.feeds.read = async (request, time) => {
    const fault = faults[ids.indexOf(request.id)];
    const url = (isBad && fault?.url?.(port)) || request.url;
    const outcome = await (isBad && fault?.hangs === true ? hasty : patient).read({ ...request, url }, time);
    if (request.id === sound) soundAfter.push(performance.now() - begin);
    if (outcome.kind === "read") for (const item of outcome.items) world.page(item.link, pageOf(item, "."));
    return outcome;
  };
  const process = await createProcess(world, {
    from: {
      feeds: [...ids, sound].map((id) => ({
        id,
        kind: "rss" as const,
        url: home(id),
        language: "tr",
        every: 2 * minute,
      })),
      topics: [{ id: "kizilay", name: { tr: "Kızılay", en: "Red Crescent" }, keywords: ["Kızılay"] }],
      subscribe: [{ chat: "console", topics: ["kizilay"] }],
    },
  });

  const health: { why: string | null; failures: number }[] = [];
  async function round(after: number): Promise<void> {
    now = start + after;
    begin = performance.now();
    await process.all(now);
  }
  await round(0);
  isBad = true;
  for (const after of bad) {
    await round(after);
    if (after === bad[0]) {
      for (const { id, why, failures } of await process.store.feeds.list())
        if (id !== sound) health.push({ why, failures });
    }
  }
  isBad = false;
  // The one that asked for a week is asked again after a day.
  await round(well);
  await round(well + 24 * hour);
  const told = world.told().flatMap((text) => text.replace(/^\w+ /u, "").split(" + "));
  const logged = process.logged.filter(({ text }) => text.includes("threw"));
  await process.kill();
  for (const socket of sockets) socket.destroy();
  await new Promise((done) => server.close(done));
  return { faults, ids, sound, health, told, soundAfter, logged };
}

let once: ReturnType<typeof play> | null = null;
const played = () => (once ??= play());
let survived = 0;

const none = new Uint8Array();
const names = siteFaults("", { gzip: none, double: none, brotli: none }).map(({ name }, at) => [name, at] as const);

test.each(names)("%s: the feed says so, keeps what it had, and goes on when the site does", async (_, at) => {
  const { faults, health, ids, told } = await played();
  const [fault, found, id] = [faults[at], health[at], ids[at]];
  expect(found?.why ?? "").toMatch(fault?.why ?? /^$/u);
  expect(found?.failures).toBe(fault?.why === null ? 0 : 1);
  const own = told.filter((title) => title.includes(`Kızılay ${id} `));
  const owed = [0, (well + 24 * hour) / minute].map((time) => `Kızılay ${id} ${time}`);
  expect(own).toEqual(expect.arrayContaining(owed));
  expect(new Set(own).size).toBe(own.length);
  survived += 1;
});

test("a sound feed beside all of them is read each time", async () => {
  const { sound, told, soundAfter, faults, logged } = await played();
  const times = [0, ...bad, well, well + 24 * hour].map((after) => `Kızılay ${sound} ${after / minute}`);
  expect(told.filter((title) => title.includes(`Kızılay ${sound} `))).toEqual(times);
  expect(logged).toEqual([]);
  const [quiet = 0, ...others] = soundAfter.slice(0, bad.length + 1);
  figure({
    what: "faults of sites, all at once",
    runs: faults.length * bad.length,
    survived: survived * bad.length,
    lost: 0,
    doubled: 0,
    delay: Math.round(Math.max(...others) - Math.min(quiet, ...others)),
    more: `each may take ${deadline} ms`,
  });
});
