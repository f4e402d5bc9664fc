import { copyFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite from "better-sqlite3";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { migrations } from "../../migrations/index.js";
import { Refusal } from "../../src/core/refusal.js";
import { databaseFile, openDatabase } from "../../src/store/database.js";
import { makeFile } from "../../src/store/sqlite.js";
import { openLock } from "../../src/store/lock.js";
import { openFileStore, seed, start } from "./open.js";
import { temporaryFolder } from "../temporary.js";

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(Refusal);
  return error instanceof Refusal ? error.message : "";
}

/** A closed database with content, in one file. */
async function filled(): Promise<{ folder: string; file: string }> {
  const { folder, database, store } = await openFileStore();
  await store.seed(seed, start);
  await database.close();
  return { folder, file: databaseFile(folder) };
}

test("a new folder gets a database with the pragmas of the design", async () => {
  const { database } = await openFileStore(temporaryFolder());
  const pragma = async (name: string) =>
    (await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(database.db)).rows[0];
  expect(await pragma("journal_mode")).toEqual({ journal_mode: "wal" });
  expect(await pragma("synchronous")).toEqual({ synchronous: 2 });
  expect(await pragma("foreign_keys")).toEqual({ foreign_keys: 1 });
  expect(await pragma("busy_timeout")).toEqual({ timeout: 100 });
});

test("what was written is there after the file is opened again", async () => {
  const { folder } = await filled();
  const { store } = await openFileStore(folder);
  expect((await store.feeds.list()).map((feed) => feed.id)).toEqual(["dunya", "guncel"]);
});

test.each<[string, (file: string) => void]>([
  [
    "a zeroed header",
    (file) => writeFileSync(file, Buffer.concat([Buffer.alloc(100), readFileSync(file).subarray(100)])),
  ],
  ["garbage in a page", (file) => writeFileSync(file, readFileSync(file).fill(0xa5, 4_096, 12_288))],
  ["a truncated file", (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ["an empty file", (file) => truncateSync(file, 0)],
  ["a text file", (file) => writeFileSync(file, "not a database at all, but long enough to be looked at".repeat(40))],
])("%s is refused by name and left as it is", async (_, damage) => {
  const { folder, file } = await filled();
  damage(file);
  const before = readFileSync(file);
  const message = await refusalOf(openDatabase({ folder }));
  expect(message).toContain(file);
  expect(message).toContain("put a copy");
  expect(readFileSync(file).equals(before)).toBe(true);
});

test("a database of another program is refused", async () => {
  const folder = temporaryFolder();
  const other = new BetterSqlite(databaseFile(folder));
  other.exec("create table notes (id integer)");
  other.close();
  expect(await refusalOf(openDatabase({ folder }))).toContain("another program");
});

test("a database of a newer Tellal is refused", async () => {
  const { folder, database } = await openFileStore();
  await sql`insert into kysely_migration (name, timestamp) values ('0999_later', '2030-01-01')`.execute(database.db);
  await database.close();
  expect(await refusalOf(openDatabase({ folder }))).toMatch(/newer Tellal \(0999_later\)/u);
});

test("a folder that is a file is refused", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "file"), "");
  expect(await refusalOf(openDatabase({ folder: join(folder, "file", "data") }))).toContain("cannot be opened");
});

test("a failing migration leaves the database as it was, and a mended one then runs", async () => {
  const { folder, file } = await filled();
  const broken = {
    ...migrations,
    "9999_broken": {
      up: async (db: Parameters<(typeof migrations)["0001_start"]["up"]>[0]) => {
        await db.schema.createTable("half").addColumn("id", "text").execute();
        throw new Error("out of luck");
      },
    },
  };
  await expect(openDatabase({ folder, migrations: broken })).rejects.toThrow("out of luck");
  const raw = new BetterSqlite(file, { readonly: true });
  expect(raw.prepare("select name from sqlite_master where name = 'half'").all()).toEqual([]);
  expect(raw.prepare("select name from kysely_migration").all()).toEqual(
    Object.keys(migrations).map((name) => ({ name })),
  );
  raw.close();
  const { store } = await openFileStore(folder);
  expect(await store.seed(seed, start)).toBe(false);
});

test("a process killed while making the file leaves none behind that looks like a lost database", async () => {
  const folder = temporaryFolder();
  writeFileSync(`${databaseFile(folder)}.1.new`, "");
  const { store } = await openFileStore(folder);
  expect(await store.seed(seed, start)).toBe(true);
});

test("of two processes that make the database at one time, the second takes what the first made", async () => {
  const { folder, store } = await openFileStore();
  const { ino } = statSync(databaseFile(folder));
  makeFile(databaseFile(folder));
  expect(statSync(databaseFile(folder)).ino).toBe(ino);
  await store.seed(seed, start);
  const second = await openFileStore(folder);
  expect((await second.store.feeds.list()).map((feed) => feed.id)).toEqual(["dunya", "guncel"]);
  expect(readdirSync(folder).filter((name) => name.endsWith(".new"))).toEqual([]);
});

test("a write waits for another process that holds the database, without blocking the event loop", async () => {
  const { store, folder } = await openFileStore();
  await store.seed(seed, start);
  const other = new BetterSqlite(databaseFile(folder));
  other.exec("begin immediate");
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 10);
  onTestFinished(() => clearInterval(timer));
  const write = store.settings.set("note", 1);
  await new Promise((resolve) => setTimeout(resolve, 400));
  other.exec("commit");
  other.close();
  await write;
  expect(ticks).toBeGreaterThan(3);
});

test("the lock of a folder is given once, and free again when its holder ends", async () => {
  const folder = temporaryFolder();
  const lock = openLock(folder);
  expect(() => openLock(folder)).toThrow(Refusal);
  expect(() => openLock(folder)).toThrow(folder);
  lock.release();
  openLock(folder).release();
});

test("the database can be copied and opened beside a lock", async () => {
  const { folder, file } = await filled();
  const lock = openLock(folder);
  onTestFinished(() => lock.release());
  const copy = temporaryFolder();
  copyFileSync(file, databaseFile(copy));
  const { store } = await openFileStore(copy);
  expect(await store.feeds.list()).toHaveLength(2);
});
