import { readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { p } from "../../src/cli/demo/story.js";
import { createAaSite } from "../world/aa-site.js";
import { createFolder, run } from "../world/tellal.js";
import { count, hour, story } from "./stories.js";

let site: Awaited<ReturnType<typeof createAaSite>>;
beforeEach(async () => {
  site = await createAaSite();
});
afterEach(() => site.close());

test("a story in two feeds is posted once; a second run posts nothing", async () => {
  site.show("guncel", [story(101, hour), story(102, 2 * hour)]);
  site.show("dunya", [story(101, hour)]);
  const { env } = createFolder(site.url, ["guncel", "dunya"]);
  const first = await run(["once"], env);
  expect(first.code).toBe(0);
  expect([count(first.out, 101), count(first.out, 102)]).toEqual([1, 1]);
  expect(first.out).toContain("Konya Valisi");
  const second = await run(["once"], env);
  expect(second).toMatchObject({ code: 0, out: "" });
});

test("an older story goes first", async () => {
  site.show("guncel", [story(101, hour), story(102, 2 * hour)]);
  const { env } = createFolder(site.url, ["guncel"]);
  const { out } = await run(["once"], env);
  expect(out.indexOf("102. buluşmasını")).toBeLessThan(out.indexOf("101. buluşmasını"));
});

test("a changed item posts an update", async () => {
  const old = story(101, hour);
  site.show("guncel", [old]);
  const { env } = createFolder(site.url, ["guncel"]);
  await run(["once"], env);
  site.show("guncel", [
    {
      ...old,
      spot: "Buluşmada gönüllüler yeni bir afet eğitim merkezi kurulmasını kararlaştırdı.",
      body: [...old.body, p("Buluşmada, Konya'da bir afet eğitim merkezi kurulmasına karar verildi.")],
    },
  ]);
  const { code, out } = await run(["once"], env);
  expect(code).toBe(0);
  expect(out).toContain("Güncellendi");
  expect(out).toContain("afet eğitim merkezi kurulmasına karar verildi");
  expect(count(out, 101)).toBe(1);
  expect((await run(["once"], env)).out).toBe("");
});

test("at the first poll, a story older than a day is stored and not posted", async () => {
  site.show("guncel", [story(101, hour), story(102, 25 * hour)]);
  const { env } = createFolder(site.url, ["guncel"]);
  const { code, out, err } = await run(["once"], env);
  expect(code).toBe(0);
  expect([count(out, 101), count(out, 102)]).toEqual([1, 0]);
  expect(err).toContain("2 stories recorded");
});

test("a poll that shares nothing with the last one is a gap, said on the log and in the summary", async () => {
  site.show("guncel", [story(101, 2 * hour)]);
  const { env } = createFolder(site.url, ["guncel"]);
  await run(["once"], env);
  site.show("guncel", [story(102, hour)]);
  const { out, err } = await run(["once"], env);
  expect(count(out, 102)).toBe(1);
  expect(err).toContain("gap in aa-guncel");
});

test("after an outage of thirty hours the late stories come as one digest", async () => {
  site.show("guncel", [story(101, 32 * hour)]);
  const { env } = createFolder(site.url, ["guncel"]);
  await run(["once"], env);
  site.fault("rss", 503);
  expect((await run(["once"], env)).code).toBe(1);
  site.fault("rss", null);
  site.show("guncel", [story(104, hour), story(103, 26 * hour), story(102, 28 * hour), story(101, 32 * hour)]);
  const { code, out } = await run(["once"], env);
  expect(code).toBe(0);
  expect([101, 102, 103, 104].map((id) => count(out, id))).toEqual([0, 1, 1, 1]);
  expect(out.match(/^─+$/gmu)).toHaveLength(2);
});

test("a feed that fails is named and the exit code says so; its neighbour is posted", async () => {
  site.show("guncel", [story(101, hour)]);
  const { env } = createFolder(site.url, ["guncel", "yok"]);
  const { code, out, err } = await run(["once"], env);
  expect(code).toBe(1);
  expect(count(out, 101)).toBe(1);
  expect(err).toContain("failed feeds: aa-yok");
});

test("a page that cannot be read is posted from the feed's text, said to be partial, and completed later", async () => {
  const one = story(101, hour);
  site.show("guncel", [one]);
  site.fault("/101", 503);
  const { env } = createFolder(site.url, ["guncel"]);
  const { out } = await run(["once"], env);
  expect(count(out, 101)).toBe(1);
  expect(out).not.toContain("İbrahim Soykan");
  site.fault("/101", null);
  site.show("guncel", [{ ...one, spot: "Buluşmada bir yıllık çalışmalar anlatıldı." }]);
  const later = await run(["once"], env);
  expect(later.out).toContain("Tam metin okundu");
  expect(later.out).toContain("İbrahim Soykan");
});

test("many hosts at once are no leak that Node would warn of", async () => {
  const { env } = createFolder(site.url, ["guncel"]);
  const file = env["TELLAL_CONFIG"] ?? "";
  const hosts = Array.from({ length: 20 }, (_, at) => `127.0.1.${at + 1}`);
  // Nobody listens there: each is asked for its robots.txt and refuses.
  const feeds = hosts.map(
    (host) =>
      `  - { id: "${host.replaceAll(".", "-")}", kind: aa, url: "http://${host}:9/rss", language: tr, every: 2m }`,
  );
  const shipped = readFileSync(file, "utf8").replace(
    /allowPrivateHosts: .*?\]/u,
    `allowPrivateHosts: ${JSON.stringify(hosts)}`,
  );
  writeFileSync(file, shipped.replace(/feeds:\n.*\n/u, `feeds:\n${feeds.join("\n")}\n`));
  const { code, err } = await run(["once"], env);
  expect(code).toBe(1);
  expect(err).toContain("127-0-1-20");
  expect(err).not.toContain("Warning");
});
