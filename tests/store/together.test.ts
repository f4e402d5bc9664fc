import BetterSqlite from "better-sqlite3";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { databaseFile } from "../../src/store/database.js";
import type { Database } from "../../src/store/tables.js";
import { openFileStore } from "./open.js";

const set = ({ write }: Database, key: string, value = "1") =>
  write(async (trx) => {
    await trx.insertInto("settings").values({ key, value }).execute();
    return key;
  });

/** What another process sees: nothing that is not committed. */
function onlooker(folder: string) {
  const other = new BetterSqlite(databaseFile(folder), { timeout: 0 });
  return {
    other,
    keys: () => other.prepare("select key from settings where key like 'k%' order by rowid").pluck().all(),
  };
}

const names = Array.from({ length: 20 }, (_, at) => `k${at}`);

test("writes that wait together are committed together, in their order, and none is told before", async () => {
  const { folder, database } = await openFileStore();
  const { other, keys } = onlooker(folder);
  const seen: unknown[][] = [];
  const told = await Promise.all(
    names.map(async (name) => {
      const key = await set(database, name);
      seen.push(keys());
      return key;
    }),
  );
  other.close();
  expect(told).toEqual(names);
  expect(seen).toEqual(names.map(() => names));
});

test("more than go together, and writes that begin others' turns, all come", async () => {
  const { database } = await openFileStore();
  const many = Array.from({ length: 200 }, (_, at) => `k${at}`);
  const chained = async (key: string) => set(database, `${await set(database, key)}-next`);
  expect(await Promise.all(many.map(chained))).toEqual(many.map((key) => `${key}-next`));
});

test("a write that throws is undone alone, and told its own error", async () => {
  const { folder, database } = await openFileStore();
  const { other, keys } = onlooker(folder);
  const results = await Promise.allSettled(
    names.map((name, at) =>
      database.write(async (trx) => {
        await trx.insertInto("settings").values({ key: name, value: "1" }).execute();
        if (at === 3) throw new Error("no");
        // Twice the same key.
        if (at === 5) await trx.insertInto("settings").values({ key: name, value: "1" }).execute();
      }),
    ),
  );
  expect(results.flatMap(({ status }, at) => (status === "rejected" ? [at] : []))).toEqual([3, 5]);
  expect(String(results[3]?.status === "rejected" ? results[3].reason : "")).toBe("Error: no");
  expect(keys()).toEqual(names.filter((_, at) => at !== 3 && at !== 5));
  other.close();
});

test("one that fills the disk, which undoes the whole transaction, fails alone", async () => {
  const { folder, database } = await openFileStore();
  const { other, keys } = onlooker(folder);
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.db);
  await sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + 3}`).execute(database.db);
  const results = await Promise.allSettled(
    names.map((name, at) => set(database, name, at === 7 ? "x".repeat(100_000) : "1")),
  );
  expect(results.flatMap(({ status }, at) => (status === "rejected" ? [at] : []))).toEqual([7]);
  expect(keys()).toEqual(names.filter((_, at) => at !== 7));
  other.close();
});

test("while another process holds the database, all wait", async () => {
  const { folder, database } = await openFileStore();
  const { other, keys } = onlooker(folder);
  other.exec("begin immediate");
  const writes = Promise.all(names.map((name) => set(database, name)));
  setTimeout(() => other.exec("commit"), 300);
  expect(await writes).toEqual(names);
  expect(keys()).toEqual(names);
  other.close();
});
