import fc from "fast-check";
import { expect, test } from "vitest";
import { readQuery } from "../../src/core/match/search.js";
import { openDatabase } from "../../src/store/database.js";
import { createSearch } from "../../src/store/search.js";
import { item, pageOf, rig } from "../app/rig.js";
import { hour, minute, openStore, start } from "./open.js";
import { storageOf } from "./storage.js";

type Rig = Awaited<ReturnType<typeof rig>>;
const everything = { topics: ["kizilay", "tdt"], skip: 0, count: 5 };

async function ids({ process }: Rig, typed: string, more: Partial<typeof everything> = {}): Promise<string[]> {
  const { hits } = await process.store.search.find(readQuery(typed)!, { ...everything, ...more });
  return hits.map(({ view }) => view.id);
}

async function news(): Promise<Rig> {
  const both = await rig();
  both.world.show("guncel", [
    item(1, "Kızılay toplandı", { body: "Bakanlar toplantısında kanun konuşuldu.", published: start - 3 }),
    item(2, "TDT zirvesi", { body: "Şehri gezdiler, kan bağışladılar.", published: start - 2 }),
    item(3, "Kızılay yardımı", { body: "Yardım şehirlere ulaştı. @Ayşe Kaya geldi.", published: start - 1 }),
  ]);
  await both.process.poll(start);
  await both.process.readAll(start);
  return both;
}

test.each([
  ["toplantı", ["aa:1"]],
  ["kan", ["aa:2"]],
  ["şehir", ["aa:3", "aa:2"]],
  ["kizilay", ["aa:3", "aa:1"]],
  ["kızılay yardım", ["aa:3"]],
  ["Kaya", ["aa:3"]],
  ["yok", []],
])("%s is found in %j, newest first", async (typed, expected) =>
  expect(await ids(await news(), typed)).toEqual(expected),
);

test("only stories of the given topics are found, and a page has an end", async () => {
  const both = await news();
  expect(await ids(both, "şehir", { topics: ["tdt"] })).toEqual(["aa:2"]);
  expect(await ids(both, "şehir", { topics: [] })).toEqual([]);
  expect(await ids(both, "şehir", { skip: 1 })).toEqual(["aa:2"]);
  const { more } = await both.process.store.search.find(readQuery("şehir")!, { ...everything, count: 1 });
  expect(more).toBe(true);
});

test("a word is found though the index has thousands of words that begin like it", async () => {
  const both = await rig();
  const others = Array.from({ length: 4_100 }, (_, n) => `kan${n}`).join(" ");
  both.world.show("guncel", [
    item(1, "Kızılay kan topladı", { published: start - 2 }),
    item(2, "Kızılay haberi", { body: others, published: start - 1 }),
  ]);
  await both.process.all(start);
  expect(await ids(both, "kan")).toEqual(["aa:1"]);
  expect(await ids(both, "kan4099")).toEqual(["aa:2"]);
});

test("a search that looked at enough stops, says so, and can go on from there", async () => {
  const { process } = await news();
  const find = (limits: { tried: number; read: number; vain?: number }, more = {}) =>
    createSearch(process.database, { vain: 9, ...limits, batch: 1 }).find(readQuery("şehir")!, {
      ...everything,
      ...more,
    });
  const first = await find({ tried: 1, read: 9 });
  expect(first).toMatchObject({ hits: [{ view: { id: "aa:3" } }], more: false });
  const before = first.stopped ?? 0;
  const second = await find({ tried: 9, read: 9 }, { before });
  expect(second).toMatchObject({ hits: [{ view: { id: "aa:2" } }], more: false, stopped: null });
  // What does not fit counts too.
  expect(await find({ tried: 1, read: 9 }, { topics: ["tdt"] })).toMatchObject({ hits: [], stopped: before });
  expect((await find({ tried: 9, read: 1 })).stopped).toBe(before);
  // Few stories of a topic are gone through, though the index would lead past others.
  const tdt = await find({ tried: 2, read: 9, vain: 1 }, { topics: ["tdt"] });
  expect(tdt).toMatchObject({ hits: [{ view: { id: "aa:2" } }], more: false });
  expect(await find({ tried: 9, read: 9, vain: 1 }, { person: "nobody" })).toMatchObject({ hits: [], stopped: null });
});

test("a new version takes the place of the old one, and a withdrawn story is found no more", async () => {
  const both = await news();
  const first = item(1, "Kızılay toplandı");
  both.world.page(first.link, pageOf(first, "Genelge konuşuldu."));
  await both.process.readAll(start + 15 * minute);
  expect(await ids(both, "toplantı")).toEqual([]);
  expect(await ids(both, "genelge")).toEqual(["aa:1"]);
  both.world.page(first.link, { kind: "gone", status: 410 });
  await both.process.readAll(start + hour);
  expect(await ids(both, "genelge")).toEqual([]);
});

test("when the words of a story are forgotten, what its post shows is still found", async () => {
  const both = await news();
  const day = 24 * hour;
  await both.process.store.tidy({ text: day, unmatched: day, deliveries: day }, start + 2 * day);
  expect(await ids(both, "toplantı")).toEqual([]);
  expect(await ids(both, "Kızılay")).toEqual(["aa:3", "aa:1"]);
  expect(await ids(both, "Ayşe")).toEqual(["aa:3"]);
});

test("stories that were recorded before there was an index are indexed when the database is opened", async () => {
  const both = await news();
  await both.process.db.deleteFrom("indexed").execute();
  expect(await ids(both, "şehir")).toEqual([]);
  const heard: number[][] = [];
  const indexing = (...told: [number, number]) => void heard.push(told);
  await (await openDatabase({ ...(await storageOf(both.process.folder)), indexing })).close();
  expect(heard).toEqual([[0, 3]]);
  const again = await openStore(both.process.folder);
  const { hits } = await again.store.search.find(readQuery("şehir")!, everything);
  expect(hits.map(({ view }) => view.id)).toEqual(["aa:3", "aa:2"]);
});

test("nothing that is typed makes the index throw", async () => {
  const both = await news();
  const signs = [
    "NEAR(",
    "AND",
    "OR",
    "NOT",
    "words:",
    "rowid",
    "^",
    "*",
    '"',
    "'",
    ")",
    "{",
    "-",
    ";",
    "\0",
    "kan",
    "𐐀𐐀",
    "ﬁﬁ",
  ];
  const typed = fc.oneof(
    fc.string({ unit: "binary", maxLength: 250 }),
    fc.array(fc.constantFrom(...signs), { maxLength: 60 }).map((parts) => parts.join(" ")),
  );
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      const query = readQuery(text);
      if (query !== null) await both.process.store.search.find(query, everything);
    }),
    { numRuns: 300 },
  );
});
