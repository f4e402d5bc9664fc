import { expect, test } from "vitest";
import { createProcess } from "../app/rig.js";
import { item } from "../app/rig.js";
import { run } from "../cli/run.js";
import { hour, start } from "../store/open.js";
import { readFeed } from "../../src/feeds/reader.js";
import { storageOf } from "../store/storage.js";
import { openSite, token } from "./open-site.js";

const bom = "\uFEFF";

/** What the command line is started with to find the same stories. */
async function sameStore(folder: string) {
  const { address } = await storageOf(folder);
  return { env: { TELLAL_DATA: folder, ...(address === undefined ? {} : { DATABASE_URL: address }) } };
}

async function filled(options: Parameters<typeof openSite>[0] = {}) {
  const site = await openSite(options);
  site.world.show("guncel", [
    item(1, "=Kızılay; yardım & <haber>", { body: "#SD @Ayşe Kaya #TR yola çıktı.", published: start - 3 * hour }),
    item(2, "Kızılay buluşması", {
      body: "#AZ @Ayşe Kaya #TR ile @Muhtar Cakıpov #KG geldi. Depo, fon kurulmasına karar verildi.",
      published: start - 2 * hour,
    }),
    item(3, "TDT zirvesi", { body: "@Muhtar Cakıpov geldi.", published: start - hour }),
  ]);
  await site.process.all(start);
  return site;
}

test("a table opens in a spreadsheet program: one row per attendee, nothing that would be run", async () => {
  const { get } = await filled();
  const { text, headers } = await get("/export/people.csv?topic=kizilay");
  expect(headers.get("content-disposition")).toBe("attachment; filename=tellal-people.csv");
  expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const [head, ...rows] = text.split("\r\n");
  expect(head).toMatch(/^story;published;title;kind;topics;city;country;from;to;name;/u);
  expect(rows).toEqual([
    expect.stringMatching(/^aa:2;2025-11-19 16:00;Kızılay buluşması;meeting;kizilay;;AZ;;;Ayşe Kaya;/u),
    expect.stringMatching(/^aa:2;2025-11-19 16:00;Kızılay buluşması;meeting;kizilay;;AZ;;;Muhtar Cakıpov;/u),
    expect.stringMatching(/^aa:1;2025-11-19 15:00;"'=Kızılay; yardım & <haber>";aid;kizilay;;SD;;;Ayşe Kaya;/u),
    "",
  ]);
});

test.each([
  ["stories.csv", 5],
  ["decisions.csv", 3],
  ["people.csv?country=KG", 4],
  ["stories.csv?person=kaya&kind=aid", 3],
  ["stories.csv?person=nobody", 2],
])("%s has %i lines, head and end counted", async (path, lines) => {
  const { get } = await filled();
  expect((await get(`/export/${path}`)).text.split("\r\n")).toHaveLength(lines);
});

test("the same as JSON", async () => {
  const { get } = await filled();
  const rows = JSON.parse((await get("/export/decisions.json")).text) as object[];
  expect(rows).toEqual([
    expect.objectContaining({ story: "aa:2", decision: "decided", text: "Depo, fon kurulmasına karar verildi" }),
  ]);
  expect(JSON.parse((await get("/export/people.json?person=nobody")).text)).toEqual([]);
});

test("an Atom feed of a topic is read by our own reader, markup in titles stays text", async () => {
  const { get, base } = await filled();
  const { text, headers } = await get("/feeds/kizilay.atom");
  expect(headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  const read = await readFeed(text, { kind: "rss", url: `${base}/feeds/kizilay.atom`, base });
  expect(read.kind === "read" && [read.reader, ...read.items.map(({ title }) => title)]).toEqual([
    "rss-parser",
    "Kızılay buluşması",
    "=Kızılay; yardım & <haber>",
  ]);
  expect(text).toContain(`<link rel="alternate" href="${base}/story/aa%3A2"/>`);
  expect(text).toContain("<updated>2025-11-19T13:00:00.000Z</updated>");
  expect((await get("/feeds/all.atom")).text.match(/<entry>/gu)).toHaveLength(3);
});

test("a JSON feed of all topics", async () => {
  const { get, base } = await filled();
  const feed = JSON.parse((await get("/feeds/all.json")).text) as {
    version: string;
    items: { url: string; tags: string[] }[];
  };
  expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
  expect(feed.items.map(({ url }) => url)).toEqual([3, 2, 1].map((n) => `${base}/story/aa%3A${n}`));
  expect(feed.items[2]?.tags).toEqual(["aid", "kizilay"]);
});

test("a calendar has the meetings on their days, in short lines", async () => {
  const site = await openSite();
  const long =
    "Kızılay derneklerinin genel sekreterleri Ankara'da, İstanbul'da ve Bakü'de bir araya geldi; virgül, noktalı virgül";
  site.world.show("guncel", [
    item(1, long, { body: "Gün: 2025-11-18/2025-11-19. @Ayşe Kaya geldi." }),
    item(2, "Kızılay yardım", { body: "Gün: 2025-11-18/2025-11-18." }),
  ]);
  await site.process.all(start);
  const { text, headers } = await site.get("/calendar/kizilay.ics");
  expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const lines = text.split("\r\n");
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  const whole = text.replaceAll("\r\n ", "").split("\r\n");
  expect(whole.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
  expect(whole).toEqual(
    expect.arrayContaining([
      "DTSTART;VALUE=DATE:20251118",
      "DTEND;VALUE=DATE:20251120",
      "METHOD:PUBLISH",
      "END:VCALENDAR",
    ]),
  );
  expect(whole.find((line) => line.startsWith("SUMMARY:"))).toBe(
    String.raw`SUMMARY:Kızılay derneklerinin genel sekreterleri Ankara'da\, İstanbul'da ve Bakü'de bir araya geldi\; virgül\, noktalı virgül`,
  );
  expect(whole.find((line) => line.startsWith("DESCRIPTION:"))).toContain(String.raw`\n• Ayşe Kaya`);
});

test.each([
  "/feeds/unknown.atom",
  "/feeds/kizilay.xml",
  "/calendar/kizilay.atom",
  "/export/chats.csv",
  "/export/people.pdf",
  "/feeds/%E0%A4%A.atom",
])("%s is not there", async (path) => {
  const { get } = await filled();
  expect((await get(path)).status).toBeGreaterThanOrEqual(400);
  expect((await get(path)).status).toBeLessThan(500);
});

test("programs are asked for the token as a password, and find only topics of all", async () => {
  const { get, process } = await filled({ open: false });
  const stranger = await get("/feeds/all.atom");
  expect([stranger.status, stranger.headers.get("www-authenticate")]).toEqual([
    401,
    'Basic realm="Tellal", charset="UTF-8"',
  ]);
  const authorization = `Basic ${Buffer.from(`x:${token}`).toString("base64")}`;
  const owner = await process.store.chats.ensure("telegram:8", "tr", start);
  await process.db.updateTable("topics").set({ owner }).where("id", "=", "tdt").execute();
  expect((await get("/feeds/all.atom", { authorization })).text).not.toContain("TDT zirvesi");
  expect((await get("/feeds/tdt.atom", { authorization })).status).toBe(404);
  expect((await get("/export/stories.csv", { authorization })).text).not.toContain("TDT zirvesi");
});

test("tellal export and tellal trace tell the same from the command line, beside a running Tellal", async () => {
  const { process } = await filled();
  const given = await sameStore(process.folder);
  const people = await run(["export", "people"], given);
  expect(people).toMatchObject({ code: 0, err: "" });
  expect(people.out.startsWith(`${bom}story;published;`)).toBe(true);
  expect(people.out.split("\r\n")).toHaveLength(6);
  const decisions = await run(["export", "decisions", "--format", "json", "--topic", "kizilay"], given);
  expect(JSON.parse(decisions.out)).toHaveLength(1);
  expect(await run(["export", "stories", "--topic", "kizila"], given)).toMatchObject({
    code: 2,
    err: '--topic: found "kizila"; did you mean kizilay?\n',
  });
  expect((await run(["export", "chats"], given)).code).toBe(2);
  // Who watches sees how far it is, but not among the rows.
  const watched = await run(["export", "people"], { ...given, interactive: true });
  expect([watched.code, watched.out]).toEqual([0, people.out]);
  const [before, drawn, after, ...more] = watched.err.split("\r\u001b[2K");
  expect([before, after, more]).toEqual(["", "", []]);
  expect(drawn).toMatch(/^━{30} 100 % stories: (\d+) of \1$/u);
  expect(await run(["export", "people"], { ...given, interactive: true, onScreen: true })).toMatchObject({ err: "" });

  for (const named of ["aa:2", "2", "https://aa.example/tr/gundem/haber/2"]) {
    const { code, out } = await run(["trace", named], given);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^aa:2 {2}Kızılay buluşması\nhttps:\/\/aa\.example\/tr\/gundem\/haber\/2\n {2}feed {6}guncel; published 2025-11-19T13:00:00\.000Z/u,
    );
    expect(out).toMatch(
      /page {6}read 2025-11-19T15:00[^]*story {5}recorded[^]*topic {5}kizilay, relevance[^]*“Kızılay” in the title at 0–7[^]*version {3}1,[^]*delivery {2}\S+: post to console, owed [^]*, sent 2025-11-19T15:00:00\.000Z as m\d/u,
    );
  }
  expect(await run(["trace", "999"], given)).toMatchObject({ code: 2, out: "" });
  expect((await run(["export", "stories"])).err).toContain("there is no database yet");
});

test("a story that no topic wanted is traced too", async () => {
  const { world, process } = await filled();
  world.show("guncel", [item(1, "=Kızılay; yardım & <haber>"), item(7, "Başka haber")]);
  const again = await createProcess(world, { folder: process.folder });
  await again.poll(start + hour);
  await again.readAll(start + hour);
  await again.kill();
  const given = await sameStore(process.folder);
  const { out } = await run(["trace", "7"], given);
  expect(out).toContain("none: no keyword of any topic stands in it");
});
