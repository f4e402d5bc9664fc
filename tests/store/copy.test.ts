import { expect, test } from "vitest";
import { isOnServer, storageOf } from "./storage.js";
import { openFileStore, seed, start } from "./open.js";
import { temporaryFolder } from "../temporary.js";
import { copyAll } from "../../src/store/copy.js";
import { openDatabase } from "../../src/store/database.js";
import type { Database } from "../../src/store/tables.js";

/** More feeds and people than are copied at once, letters of all kinds, and rows that refer to rows of their own table. */
async function filled() {
  const { database, store } = await openFileStore();
  await store.seed(seed, start);
  const { db } = database;
  const people = Array.from({ length: 1_203 }, (_, at) => ({
    id: `p${at % 7}-${at}`,
    name: `Işık 🇦🇿 ${at}`,
    created: at,
  }));
  for (let at = 0; at < people.length; at += 200)
    await db
      .insertInto("people")
      .values(people.slice(at, at + 200))
      .execute();
  const story = {
    feed: "guncel",
    link: "l",
    source: "AA",
    language: "tr",
    hash: "h",
    shown: "{}",
    recorded: start,
    version: 1,
  };
  const none = { published: null, updated: null, partial: null, withdrawn: null };
  await db
    .insertInto("stories")
    .values([
      { ...story, ...none, id: "z", title: "İlk", continues: null },
      { ...story, ...none, id: "a", title: "Yeni 'hâli' \\ \"", continues: "z" },
    ])
    .execute();
  return database;
}

async function target(): Promise<Database> {
  return openDatabase(await storageOf(temporaryFolder()));
}

test.runIf(isOnServer)(
  "all that SQLite holds stands on PostgreSQL afterwards; a second time nothing is copied",
  async () => {
    const source = await filled();
    const server = await target();
    const told: string[] = [];
    const copied = await copyAll(source, server, ({ table }) => told.push(table));
    const rows = new Map(copied?.map((one) => [one.table, one.rows]));
    expect([rows.get("people"), rows.get("stories"), rows.get("feeds")]).toEqual([1_203, 2, 2]);
    expect(told).toContain("deliveries");
    const read = ({ db }: Database) => db.selectFrom("people").selectAll().orderBy("created").execute();
    expect(await read(server)).toEqual(await read(source));
    const stories = ({ db }: Database) => db.selectFrom("stories").selectAll().orderBy("title").execute();
    expect(await stories(server)).toEqual(await stories(source));
    expect(await copyAll(source, server)).toBe(null);
    await server.close();
  },
);

test.runIf(isOnServer)("a database that holds something else is refused, and stays as it is", async () => {
  const source = await filled();
  const server = await target();
  await server.db.insertInto("people").values({ id: "x", name: "Nur Tan", created: 1 }).execute();
  await expect(copyAll(source, server)).rejects.toThrow("The target holds other data already");
  expect(await server.db.selectFrom("people").select("id").execute()).toEqual([{ id: "x" }]);
  expect(await server.db.selectFrom("feeds").selectAll().execute()).toEqual([]);
  await server.close();
});
