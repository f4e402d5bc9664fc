import { expect, test } from "vitest";
import { z } from "zod";
import type { Seed } from "../../src/store/seed.js";
import { hour, minute, openStore, seed, start } from "./open.js";

const day = 24 * hour;

test("a lease is held by one, ends by time or by hand, and its fence grows with each owner", async () => {
  const { store } = await openStore();
  const { take, end, endAll } = store.leases;
  const first = await take("lane:console", "p1", minute, start);
  expect(first).toEqual({ name: "lane:console", fence: 1 });
  expect(await take("lane:console", "p2", minute, start + minute - 1)).toBe(null);
  const second = await take("lane:console", "p2", minute, start + minute);
  expect(second).toEqual({ name: "lane:console", fence: 2 });
  expect(await end(first!)).toBe(false);
  expect(await take("lane:console", "p3", minute, start + minute)).toBe(null);
  expect(await end(second!)).toBe(true);
  expect(await take("lane:console", "p3", minute, start + minute)).toMatchObject({ fence: 3 });
  await endAll(start + minute);
  expect(await take("lane:console", "p4", minute, start + minute)).toMatchObject({ fence: 4 });
});

test("a seed fills a new database once; after that the database is the truth", async () => {
  const { store } = await openStore();
  expect(await store.seed(seed, start)).toBe(true);
  expect(await store.differences(seed)).toEqual([]);
  expect(await store.seed({ feeds: [], topics: [], subscribe: [] }, start + 1)).toBe(false);
  expect(await store.topics.list()).toEqual(seed.topics.map((topic) => ({ ...topic, owner: null })));
  expect(await store.chats.lanes()).toEqual([{ lane: "console", platform: "console" }]);
});

const [guncel, dunya] = seed.feeds;
const [kizilay, tdt] = seed.topics;

test.each<[string, Partial<Seed>, object[]]>([
  [
    "a new feed",
    { feeds: [guncel!, dunya!, { ...guncel!, id: "spor" }] },
    [{ what: "feed", id: "spor", how: "missing" }],
  ],
  [
    "another interval",
    { feeds: [{ ...guncel!, every: hour }, dunya!] },
    [{ what: "feed", id: "guncel", how: "differs" }],
  ],
  ["a feed left out", { feeds: [guncel!] }, [{ what: "feed", id: "dunya", how: "extra" }]],
  [
    "another name",
    { topics: [{ ...kizilay!, name: { tr: "K", en: "R" } }, tdt!] },
    [{ what: "topic", id: "kizilay", how: "differs" }],
  ],
  [
    "a new keyword",
    { topics: [{ ...kizilay!, keywords: [...kizilay!.keywords, "Hilal-i Ahmer"] }, tdt!] },
    [{ what: "keyword", id: "kizilay: Hilal-i Ahmer", how: "missing" }],
  ],
  [
    "a keyword left out",
    { topics: [{ ...kizilay!, keywords: ["Kızılay"] }, tdt!] },
    [{ what: "keyword", id: "kizilay: -Kızılay Meydanı", how: "extra" }],
  ],
  [
    "a new chat",
    { subscribe: [...seed.subscribe, { chat: "telegram:7", topics: ["tdt"] }] },
    [{ what: "subscription", id: "telegram:7 tdt", how: "missing" }],
  ],
])("%s is a difference, and apply settles all but what is extra", async (_, change, expected) => {
  const { store } = await openStore();
  await store.seed(seed, start);
  const wanted = { ...seed, ...change };
  expect(await store.differences(wanted)).toEqual(expected);
  await store.apply(wanted, start + 1);
  expect((await store.differences(wanted)).filter(({ how }) => how !== "extra")).toEqual([]);
});

test("a feed with another address is read anew, with the rules of a first poll", async () => {
  const { store } = await openStore();
  await store.seed(seed, start);
  const claim = () => store.feeds.claim({ owner: "p1", span: minute, all: false }, start);
  const claimed = (await claim()).find(({ feed }) => feed.id === "guncel")!;
  expect(claimed.first).toBe(true);
  await store.feeds.settle(claimed, { due: start + hour, failures: 0, good: start, etag: "e" }, [], start);
  await store.apply({ ...seed, feeds: [{ ...guncel!, url: "https://new.example/" }, dunya!] }, start);
  const again = (await claim()).find(({ feed }) => feed.id === "guncel")!;
  expect(again).toMatchObject({ first: true, feed: { url: "https://new.example/", etag: null, due: start } });
});

test.each([
  "",
  "console2",
  "telegram:",
  "telegram:abc",
  "telegram:@kanal",
  "telegram:1/x",
  "slack:T1",
  "slack:T1/",
  "discord:1",
])("%j is no address", async (address) => {
  const { store } = await openStore();
  await expect(store.chats.ensure(address, "tr", start)).rejects.toThrow("is no address of a chat");
});

test.each([
  ["console", "console"],
  ["telegram:-1001234", "telegram"],
  ["telegram:-1001234/5", "telegram"],
  ["slack:T1/C2", "slack:T1"],
])("%s is served by the lane %s, and is one chat however often it is named", async (address, lane) => {
  const { store } = await openStore();
  const id = await store.chats.ensure(address, "en", start);
  expect(await store.chats.ensure(address, "tr", start)).toBe(id);
  expect(await store.chats.find(address)).toMatchObject({ id, lane, language: "en", gone: null });
});

test("settings are read with a schema, and a value that does not fit is a fault", async () => {
  const { store } = await openStore();
  expect(await store.settings.get("cap", z.number())).toBe(null);
  await store.settings.set("cap", 3);
  await store.settings.set("cap", 4);
  expect(await store.settings.get("cap", z.number())).toBe(4);
  await expect(store.settings.get("cap", z.string())).rejects.toThrow("expected string");
});

test("a delivery cannot be stored twice, whoever tries", async () => {
  const { store, database } = await openStore();
  await store.seed(seed, start);
  const chat = (await store.chats.find("console"))!.id;
  const row = { chat, kind: "post" as const, ref: "aa:1", place: 1, created: start, tries: 0, fence: 0 };
  await database.db
    .insertInto("deliveries")
    .values({ ...row, id: "a" })
    .execute();
  await expect(
    database.db
      .insertInto("deliveries")
      .values({ ...row, id: "b" })
      .execute(),
  ).rejects.toThrow(/unique/iu);
  await expect(
    database.db
      .insertInto("deliveries")
      .values({ ...row, id: "c", chat: "nobody", ref: "x" })
      .execute(),
  ).rejects.toThrow(/foreign key/iu);
});

test("tidying drops texts and settled deliveries whose time is over, and nothing that is owed or known", async () => {
  const { store, database } = await openStore();
  const { db } = database;
  await store.seed(seed, start);
  const chat = (await store.chats.find("console"))!.id;
  const base = { chat, kind: "post" as const, created: start, tries: 1, fence: 1 };
  const delivery = (id: string, more: object) => ({ ...base, id, ref: id, place: 1, ...more });
  await db
    .insertInto("deliveries")
    .values([
      delivery("sent", { sent: start, reference: "m" }),
      delivery("owed", { due: start }),
      delivery("edited", { sent: start, reference: "m" }),
      delivery("edit", { kind: "update", original: "edited", created: start + 100 * day, sent: start + 100 * day }),
    ])
    .execute();
  const item = { feed: "guncel", host: "h", link: "l", title: "t", spot: "s", batch: "b", failures: 0, fence: 0 };
  await db
    .insertInto("items")
    .values([
      { ...item, id: "old", seen: start, text: "words" },
      { ...item, id: "new", seen: start + 100 * day, text: "words" },
    ])
    .execute();
  const retention = { text: 90 * day, unmatched: 30 * day, deliveries: 80 * day };
  await store.tidy(retention, start + 110 * day);
  expect((await db.selectFrom("deliveries").select("id").orderBy("id").execute()).map(({ id }) => id)).toEqual([
    "edit",
    "edited",
    "owed",
  ]);
  expect(await db.selectFrom("items").select(["id", "text"]).orderBy("id").execute()).toEqual([
    { id: "new", text: "words" },
    { id: "old", text: null },
  ]);
  await store.tidy(retention, start + 200 * day);
  expect((await db.selectFrom("deliveries").select("id").execute()).map(({ id }) => id)).toEqual(["owed"]);
});
