import { expect, test } from "vitest";
import { day, hour, minute, start } from "../store/open.js";
import { item } from "../app/rig.js";
import { openSite, titles } from "./open-site.js";

/** Three stories of Kızılay, one of TDT, one of a chat's own topic. */
async function filled(options: Parameters<typeof openSite>[0] = {}) {
  const site = await openSite(options);
  const { world, process } = site;
  world.show("guncel", [
    item(1, "Kızılay yardım gönderdi", { body: "#SD @Ayşe Kaya #TR yola çıktı.", published: start - 3 * hour }),
    item(2, "Kızılay buluşması", {
      body: "#AZ @Ayşe Kaya #TR ile @Muhtar Cakıpov #KG Ankara'daki toplantısında görüştü. Depo kurulmasına karar verildi.",
      published: start - 2 * hour,
    }),
    item(3, "TDT zirvesi <b>&", { body: "@Muhtar Cakıpov geldi.", published: start - hour }),
    item(4, "Kızılay eski haberi", { body: "@Can Kaya geldi.", published: start - 20 * hour }),
  ]);
  await process.all(start);
  return site;
}

test("the archive shows the newest first; a title is text, whatever it holds", async () => {
  const { get } = await filled();
  const { status, text } = await get("/");
  expect(status).toBe(200);
  expect(titles(text)).toEqual([
    "TDT zirvesi &lt;b&gt;&amp;",
    "Kızılay buluşması",
    "Kızılay yardım gönderdi",
    "Kızılay eski haberi",
  ]);
});

test.each<[string, string[]]>([
  ["?q=toplant%C4%B1", ["Kızılay buluşması"]],
  ["?q=bulusma", ["Kızılay buluşması"]],
  ["?q=k%C4%B1z%C4%B1lay&kind=aid", ["Kızılay yardım gönderdi"]],
  ["?q=k%C4%B1z%C4%B1lay&country=AZ", ["Kızılay buluşması"]],
  ["?q=k%C4%B1z%C4%B1lay&person=cakipov", ["Kızılay buluşması"]],
  ["?q=*", []],
  ["?topic=tdt", ["TDT zirvesi &lt;b&gt;&amp;"]],
  [
    "?topic=unknown&kind=nonsense&country=%3Cx&from=tomorrow&behind=x",
    ["TDT zirvesi &lt;b&gt;&amp;", "Kızılay buluşması", "Kızılay yardım gönderdi", "Kızılay eski haberi"],
  ],
  ["?kind=aid", ["Kızılay yardım gönderdi"]],
  ["?country=KG", ["Kızılay buluşması"]],
  ["?country=TR", ["Kızılay buluşması", "Kızılay yardım gönderdi"]],
  ["?country=TR&kind=meeting", ["Kızılay buluşması"]],
  ["?person=Jakypov", ["TDT zirvesi &lt;b&gt;&amp;", "Kızılay buluşması"]],
  ["?person=Cak%C4%B1pov&country=AZ", ["Kızılay buluşması"]],
  ["?person=Nobody", []],
  ["?to=2025-11-18", ["Kızılay eski haberi"]],
  ["?from=2025-11-19&topic=kizilay", ["Kızılay buluşması", "Kızılay yardım gönderdi"]],
  [
    "?from=2025-11-19&from=2025-11-20",
    ["TDT zirvesi &lt;b&gt;&amp;", "Kızılay buluşması", "Kızılay yardım gönderdi", "Kızılay eski haberi"],
  ],
])("the archive asked for %s", async (query, expected) => {
  const { get } = await filled();
  expect(titles((await get(`/${query}`)).text)).toEqual(expected);
});

test("a hit is marked in its inflected form, and the form keeps what was asked", async () => {
  const { get } = await filled();
  const { text } = await get("/?q=toplant%C4%B1&topic=kizilay");
  expect(text).toContain("<mark>toplantısında</mark>");
  expect(text).toContain('value="toplantı"');
  expect(text).toMatch(/<option value="kizilay" selected>/u);
});

test("a search that stopped says so and leads on, and back to the newest", async () => {
  const { get } = await filled({ limits: { tried: 1, vain: 9, read: 1, batch: 1 } });
  const first = (await get("/?q=k%C4%B1z%C4%B1lay")).text;
  expect(titles(first)).toHaveLength(1);
  expect(first).toContain("daha eskilerine bakılmadı");
  const next = /<a href="([^"]*)" rel="next">Daha eskilerde ara/u.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const second = (await get(next)).text;
  expect(titles(second)).toHaveLength(1);
  expect(titles(second)).not.toEqual(titles(first));
  expect(second).toMatch(/<a href="\/\?q=k%C4%B1z%C4%B1lay" rel="prev">« En yeniler/u);
});

test("long lists come in pages that neither repeat nor leave out a story, though many have the same time", async () => {
  const site = await openSite();
  const items = Array.from({ length: 47 }, (_, n) =>
    item(100 + n, `Kızılay ${100 + n}`, {
      body: "@Ayşe Kaya geldi. #TR",
      published: start - Math.floor(n / 10) * minute,
    }),
  );
  site.world.show("guncel", items);
  await site.process.all(start);
  for (const query of ["", "?country=TR", "?person=kaya", "?q=k%C4%B1z%C4%B1lay"]) {
    const seen: string[] = [];
    let path: string | undefined = `/${query}`;
    while (path !== undefined) {
      const { text } = await site.get(path);
      seen.push(...titles(text));
      path = /<a href="([^"]*)" rel="next"/u.exec(text)?.[1]?.replaceAll("&amp;", "&");
    }
    expect([query, new Set(seen).size, seen.length]).toEqual([query, 47, 47]);
  }
});

test("a story shows its brief, its keywords, what changed and what became of its posts", async () => {
  const { get, world, process } = await filled();
  world.page("https://aa.example/tr/gundem/haber/2", {
    kind: "read",
    hash: "second",
    article: {
      link: "https://aa.example/tr/gundem/haber/2",
      language: "tr",
      title: "Kızılay buluşması sürüyor",
      spot: "Spot of 2.",
      author: null,
      dateline: null,
      published: start - 2 * hour,
      updated: start,
      section: null,
      body: [{ kind: "paragraph", text: "#AZ @Ayşe Kaya #TR geldi. Fon kurulmasına karar verildi." }],
      photo: null,
      tags: [],
    },
  });
  await process.readAll(start + 16 * minute);
  const { text } = await get("/story/aa:2");
  expect(text).toMatch(/<h1><a href="https:\/\/aa\.example[^>]*>Kızılay buluşması sürüyor<\/a><\/h1>/u);
  expect(text).toContain("<strong>Ayşe Kaya</strong>");
  expect(text).toContain("<mark>Kızılay</mark>");
  expect(text).toContain("<del>Muhtar Cakıpov</del>");
  expect(text).toContain("<ins>Fon kurulmasına karar verildi</ins>");
  expect(text).toContain("<del>Depo kurulmasına karar verildi</del>");
  expect(text).toMatch(/<th scope="row">Konsol<\/th>\s*<td class="number">1<\/td>/u);
});

test("people, decisions, charts, status and keywords are told", async () => {
  const { get, process } = await filled();
  const people = (await get("/people")).text;
  expect(people.indexOf("Ayşe Kaya")).toBeGreaterThan(0);
  expect((await get("/people?name=kaya")).text).toMatch(
    /Ayşe Kaya<\/a>\s*<span class="count">2<[^]*Can Kaya<\/a>\s*<span class="count">1</u,
  );
  const person = (await get("/people/mohtar%20nobody")).status;
  expect(person).toBe(404);
  const [, path = ""] = /href="(\/people\/[^"]*)">Muhtar Cakıpov/u.exec(people) ?? [];
  expect((await get(path)).text).toMatch(/TDT zirvesi[^]*Kızılay buluşması[^]*Kimlerle görüştü\?[^]*Ayşe Kaya/u);
  expect((await get("/decisions")).text).toMatch(/Kasım 2025[^]*Kızılay buluşması[^]*Depo kurulmasına karar verildi/u);
  expect((await get("/decisions?topic=tdt")).text).not.toContain("Depo kurulmasına");
  const charts = (await get("/charts")).text;
  expect(charts.match(/<svg[^>]*role="img"/gu)).toHaveLength(4);
  expect(charts).not.toMatch(/<style|style="/u);
  expect((await get("/status")).text).toContain("Her şey yolunda.");
  await process.store.feedback.give(
    { kind: "irrelevant", story: "aa:1", person: "telegram:1", chat: "console" },
    start,
  );
  expect((await get("/keywords")).text).toMatch(/<code>Kızılay<\/code><\/td>\s*<td class="number">1</u);
});

test("a feed that fails is red, with its reason", async () => {
  const { get, world, process, time } = await filled();
  world.answer("guncel", { kind: "failed", why: "no answer within 20 s" });
  time.now = start + 10 * minute;
  await process.poll(time.now);
  const { text } = await get("/status");
  expect(text).toMatch(/<li class="bad" data-health="failing">[^]*guncel[^]*no answer within 20 s/u);
  expect(text).toContain("sorunlu akış 1");
});

test("a chat's own topic, its stories and its keywords are nowhere on the page", async () => {
  const { get, process } = await filled();
  const owner = await process.store.chats.ensure("telegram:8", "tr", start);
  await process.db.updateTable("topics").set({ owner, tr: "Gizli" }).where("id", "=", "tdt").execute();
  for (const path of ["/", "/?topic=tdt", "/?q=zirve", "/people", "/decisions", "/charts", "/keywords", "/status"]) {
    const { text } = await get(path);
    expect([path, text.includes("TDT zirvesi"), text.includes("Gizli")]).toEqual([path, false, false]);
  }
  expect((await get("/story/aa:3")).status).toBe(404);
});

test("without stories every page says so", async () => {
  const { get } = await openSite();
  for (const path of ["/", "/?q=x", "/people", "/decisions", "/charts", "/status", "/keywords"]) {
    expect([path, (await get(path)).status]).toEqual([path, 200]);
  }
});

test("language: the browser's, or the one that was chosen", async () => {
  const { get, post } = await filled();
  expect((await get("/", { "accept-language": "en-GB,en;q=0.9" })).text).toMatch(
    /<html lang="en">[^]*<h1>Archive<\/h1>/u,
  );
  expect((await get("/", { "accept-language": "de" })).text).toContain('<html lang="tr">');
  const chosen = await post("/language", { language: "en", to: "/status?x=1" });
  expect([chosen.status, chosen.headers.get("location")]).toEqual([303, "/status?x=1"]);
  const cookie = (chosen.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  expect((await get("/", { cookie })).text).toContain('<html lang="en">');
});

test("nothing but our own style is allowed, and nothing is written by looking", async () => {
  const { get, process } = await filled();
  const counts = () =>
    process.db.selectNoFrom((eb) => eb.selectFrom("settings").select(eb.fn.countAll().as("n")).as("n")).execute();
  const before = await counts();
  const { headers } = await get("/");
  expect(headers.get("content-security-policy")).toBe(
    "default-src 'none';style-src 'self';img-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none'",
  );
  expect(headers.get("x-powered-by")).toBeNull();
  for (const path of ["/", "/style.css", "/icon.svg", "/status", "/charts", "/story/aa:1"]) {
    const answer = await get(path);
    expect([path, answer.status, answer.headers.get("set-cookie")]).toEqual([path, 200, null]);
  }
  expect(await counts()).toEqual(before);
});

test("a page that fails says so without a word of why; the log knows", async () => {
  const { get, process } = await filled();
  await process.kill();
  const { status, text } = await get("/story/aa:1");
  expect(status).toBe(500);
  expect(text).not.toMatch(/driver|Error|node_modules/u);
  expect(process.logged.some(({ level, text: said }) => level === "error" && said === "a page failed")).toBe(true);
});

test("an old story stays where it was told: its day counts, not when it was recorded", async () => {
  const { get, time } = await filled();
  time.now = start + 400 * day;
  expect((await get("/charts")).text).toContain("Son 26 haftada haber yok.");
  expect((await get("/people")).text).toContain("Bu sürede kimse kaydedilmedi.");
});
