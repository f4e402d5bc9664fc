import { expect, test } from "vitest";
import { storyText } from "../../src/core/story.js";
import type { ArticleOutcome } from "../../src/feeds/outcome.js";
import { hour, minute, start } from "../store/open.js";
import { briefOf } from "./plain-engine.js";
import { createProcess, item, pageOf, rig } from "./rig.js";

type Process = Awaited<ReturnType<typeof createProcess>>;

function items({ db }: Process) {
  return db.selectFrom("items").select(["id", "fate", "text", "due", "why"]).orderBy("id").execute();
}

test("a story that matches in its body alone is recorded, briefed, indexed and posted", async () => {
  const { world, process } = await rig();
  const body = "Kızılay toplandı. @Fatma Yılmaz geldi. Başkanlık için karar verildi";
  world.show("guncel", [item(1, "Toplantı", { body })]);
  await process.all(start);
  expect(world.told()).toEqual(["post Toplantı"]);
  const { view } = await process.store.views.find("aa:1");
  expect(view).toMatchObject({ id: "aa:1", source: "AA", partial: false, version: 1, topics: [{ id: "kizilay" }] });
  expect(view.brief.text).toContain(body);
  expect(await process.db.selectFrom("attendances").select(["person", "part"]).execute()).toEqual([
    { person: "fatma ilmaz", part: "present" },
  ]);
  expect(await process.db.selectFrom("decisions").select("kind").execute()).toEqual([{ kind: "decided" }]);
  expect(await process.db.selectFrom("matches").select(["topic", "relevance"]).execute()).toEqual([
    { topic: "kizilay", relevance: 0.44 },
  ]);
  expect(await items(process)).toMatchObject([{ fate: "posted", text: null, due: start + 15 * minute }]);
});

test("an unmatched item keeps its text and owes no page any more", async () => {
  const { world, process } = await rig();
  const shown = item(1, "Spor", { body: "Maç berabere bitti" });
  world.show("guncel", [shown]);
  await process.all(start);
  expect(world.posts).toEqual([]);
  const page = pageOf(shown, "Maç berabere bitti");
  const text = page.kind === "read" ? storyText(page.article).text : "";
  expect(await items(process)).toEqual([{ id: "aa:1", fate: "unmatched", text, due: null, why: null }]);
});

test("a story in two feeds is one story and is posted once", async () => {
  const { world, process } = await rig();
  const one = item(1, "Kızılay toplandı");
  world.show("guncel", [one]);
  world.show("dunya", [one]);
  await process.all(start);
  expect(world.told()).toEqual(["post Kızılay toplandı"]);
  expect(world.asked.pages).toEqual([one.link]);
});

test("two feeds that word one story differently do not make it flap", async () => {
  const { world, process } = await rig();
  world.show("guncel", [item(1, "Kızılay toplandı")]);
  world.show("dunya", [item(1, "Kızılay toplandı: ayrıntılar")]);
  await process.all(start);
  await process.all(start + 2 * minute);
  await process.all(start + 4 * minute);
  expect(world.asked.pages).toHaveLength(1);
});

test("two subscribed topics in one story are one post; a chat that subscribed to neither gets none", async () => {
  const { world, process } = await rig();
  const other = await process.store.chats.ensure("telegram:7", "en", start);
  world.show("guncel", [item(1, "Kızılay ve TDT")]);
  await process.poll(start);
  await process.readAll(start);
  const owed = await process.db.selectFrom("deliveries").select(["chat", "kind", "ref"]).execute();
  expect(owed).toMatchObject([{ kind: "post", ref: "aa:1" }]);
  expect(owed[0]?.chat).not.toBe(other);
  await process.store.chats.subscribe(other, "tdt", start);
  await process.deliver("telegram", start);
  expect(world.posts).toEqual([]);
});

test("a story that nobody subscribed to is recorded and says so", async () => {
  const { world, process } = await rig({
    from: {
      feeds: [{ id: "guncel", kind: "aa", url: "https://aa.example/rss", language: "tr", every: minute }],
      topics: [],
      subscribe: [],
    },
  });
  world.show("guncel", [item(1, "Kızılay toplandı")]);
  await process.all(start);
  expect(await items(process)).toMatchObject([{ fate: "unsubscribed" }]);
});

test.each<[string, ArticleOutcome, string]>([
  ["failed", { kind: "failed", why: "timed out", layout: false }, "timed out"],
  ["later", { kind: "later", status: 429, until: null }, "the page answered 429"],
  ["gone before it was ever read", { kind: "gone", status: 404 }, "the page answered 404"],
  ["forbidden", { kind: "forbidden", why: "robots.txt" }, "robots.txt"],
])("a page that is %s: the feed's text is posted as partial, and completed by an update", async (_, outcome, why) => {
  const { world, process } = await rig();
  const one = item(1, "Kızılay toplandı");
  world.page(one.link, outcome);
  world.show("guncel", [one]);
  await process.all(start);
  expect(await items(process)).toMatchObject([{ fate: "posted", due: start + minute, why }]);
  world.page(one.link, pageOf(one, "Ayrıntı. Yeni bir karar verildi"));
  await process.all(start + minute);
  await process.all(start + 2 * minute);
  expect(world.told()).toEqual(["post Kızılay toplandı (partial)", "update Kızılay toplandı"]);
  expect(world.posts[1]).toMatchObject({ edits: "m1", replyTo: null });
  expect(await items(process)).toMatchObject([{ due: start + 15 * minute, why: null }]);
});

test("a partial item that matches only in its body is posted once its page is read", async () => {
  const { world, process } = await rig();
  const one = item(1, "Toplantı");
  world.page(one.link, { kind: "failed", why: "reset", layout: false });
  world.show("guncel", [one]);
  await process.all(start);
  expect(world.posts).toEqual([]);
  world.page(one.link, pageOf(one, "Kızılay katıldı"));
  await process.all(start + minute);
  expect(world.told()).toEqual(["post Toplantı"]);
});

test("an unreadable page is tried ever more seldom, and given up after a day", async () => {
  const { world, process } = await rig();
  world.show("guncel", [item(1, "Toplantı")]);
  world.page(item(1, "").link, { kind: "failed", why: "reset", layout: false });
  await process.poll(start);
  const waits: number[] = [];
  let now = start;
  for (;;) {
    expect((await process.pages(now)).tried).toBe(1);
    const due = (await items(process))[0]?.due ?? null;
    if (due === null) break;
    waits.push((due - now) / minute);
    now = due;
  }
  expect(waits.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  expect(now - start).toBeGreaterThan(20 * hour);
});

test("a page of unknown structure is counted for its feed", async () => {
  const { world, process } = await rig();
  const one = item(1, "Kızılay");
  world.page(one.link, { kind: "failed", why: "no body found", layout: true });
  world.show("guncel", [one]);
  await process.all(start);
  expect((await process.store.feeds.list()).map(({ id, strange }) => [id, strange])).toEqual([
    ["dunya", 0],
    ["guncel", 1],
  ]);
});

test("a brief that throws leaves lead and link, and a page that throws stops no other", async () => {
  const { world, process } = await rig({
    brief: (article) => {
      if (article.title.includes("kusur")) throw new Error("bug");
      return briefOf(article);
    },
  });
  const broken = item(2, "Kızılay sayfası");
  world.page(broken.link, () => Promise.reject(new Error("bug")));
  world.show("guncel", [item(1, "Kızılay kusur"), broken, item(3, "Kızılay son")]);
  await process.all(start);
  expect(world.told()).toEqual(["post Kızılay kusur", "post Kızılay son"]);
  expect((await process.store.views.find("aa:1")).view.brief).toMatchObject({ lead: "Spot of 1.", confidence: 0 });
  expect(process.logged.filter((line) => line.level === "error")).toHaveLength(2);
  world.page(broken.link, pageOf(broken, "."));
  await process.all(start + minute);
  expect(world.told()[2]).toBe("post Kızılay sayfası");
});

test("items are recorded in the order of publication, one page per host at a time", async () => {
  const { world, process } = await rig();
  const at = (number: number, ago: number) => item(number, `Kızılay ${number}`, { published: start - ago * minute });
  world.show("guncel", [at(1, 5), at(2, 30), at(3, 10)]);
  await process.poll(start);
  expect((await process.pages(start)).tried).toBe(1);
  await process.all(start);
  expect(world.told()).toEqual(["post Kızılay 2", "post Kızılay 3", "post Kızılay 1"]);
});

test("a process killed while it reads a page has lost nothing, and a stale reading writes nothing", async () => {
  const { world, process } = await rig();
  const one = item(1, "Kızılay eski");
  let release: (outcome: ArticleOutcome) => void = () => {};
  world.page(one.link, () => new Promise((resolve) => (release = resolve)));
  world.show("guncel", [one]);
  await process.poll(start);
  const stalled = process.pages(start);
  while (world.asked.pages.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));

  const next = await createProcess(world, { folder: process.folder, owner: "p2" });
  world.page(one.link, pageOf({ ...one, title: "Kızılay yeni" }, "."));
  expect((await next.pages(start + minute)).tried).toBe(0);
  expect((await next.pages(start + 6 * minute)).recorded).toBe(1);
  release(pageOf(one, "."));
  expect(await stalled).toMatchObject({ recorded: 0 });
  expect((await next.store.views.find("aa:1")).view).toMatchObject({ version: 1, brief: { title: "Kızılay yeni" } });
});

test("an item that changes while its page is read is read again", async () => {
  const { world, process } = await rig();
  const one = item(1, "Kızılay toplandı");
  let release: (outcome: ArticleOutcome) => void = () => {};
  world.page(one.link, () => new Promise((resolve) => (release = resolve)));
  world.show("guncel", [one]);
  await process.poll(start);
  const reading = process.pages(start);
  while (world.asked.pages.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  world.show("guncel", [item(1, "Kızılay toplanıyor")]);
  await process.poll(start + 2 * minute);
  release(pageOf(one, "."));
  await reading;
  world.page(one.link, pageOf({ ...one, title: "Kızılay toplanıyor" }, "."));
  await process.all(start + 2 * minute);
  expect(world.told()).toEqual(["post Kızılay toplanıyor"]);
});

test("a story that continues a known one answers its post, and a third one answers the first", async () => {
  const { world, process } = await rig();
  const people = "@Fatma Yılmaz ve @Samir Şerifov geldi.";
  world.show("guncel", [item(1, "Kızılay ağı Bakü'de toplandı", { body: people })]);
  await process.all(start);
  world.show("guncel", [
    item(1, "Kızılay ağı Bakü'de toplandı", { body: people }),
    item(2, "Kızılay ağı Bakü'de bildiri imzaladı", { body: people, published: start + minute }),
    item(3, "Kızılay kan bağışı çağrısı", { body: "@Ali Veli konuştu", published: start + 2 * minute }),
  ]);
  await process.all(start + 2 * minute);
  expect(world.posts.map(({ replyTo }) => replyTo)).toEqual([null, "m1", null]);
  expect(world.told()[1]).toBe("followUp Kızılay ağı Bakü'de bildiri imzaladı");
  world.show("guncel", [
    item(4, "Kızılay ağı Bakü'de bildiri imzaladı: son", { body: people, published: start + hour }),
  ]);
  await process.all(start + hour);
  expect(world.posts.at(-1)).toMatchObject({ replyTo: "m1" });
});

test("calls that overlap read one page of a host at a time, and a page left in hand by a killed process is free with the lock", async () => {
  const { world, process } = await rig();
  const [one, two] = [
    item(1, "Kızılay bir", { published: start - 1 }),
    item(2, "Kızılay iki", { published: start - 2 }),
  ];
  world.page(one.link, () => new Promise(() => {}));
  world.show("guncel", [one]);
  await process.poll(start);
  void process.pages(start);
  while (world.asked.pages.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  world.show("guncel", [one, two]);
  await process.poll(start + 2 * minute);
  expect((await process.pages(start + 2 * minute)).tried).toBe(0);
  const next = await createProcess(world, { folder: process.folder, owner: "p2" });
  world.page(one.link, pageOf(one, "."));
  await next.store.leases.endAll(start + 3 * minute);
  await next.all(start + 3 * minute);
  expect(world.told()).toEqual(["post Kızılay iki", "post Kızılay bir"]);
});

test("a process that stood still while it read a page does not postpone it: it is due for the others", async () => {
  let there = true;
  const { world, process } = await rig({ holds: () => there });
  world.show("guncel", [item(1, "Kızılay 1")]);
  await process.poll(start);
  world.page(item(1, "").link, () => {
    there = false;
    return Promise.reject(new Error("the connection has ended"));
  });
  await process.pages(start);
  const row = await process.db.selectFrom("items").select(["due", "tried"]).executeTakeFirstOrThrow();
  expect(row).toEqual({ due: start, tried: null });
});
