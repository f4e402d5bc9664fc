import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { backUp, restore } from "../../src/store/backup.js";
import { Refusal } from "../../src/core/refusal.js";
import { temporaryFolder } from "../temporary.js";
import { openFileStore, seed, start } from "./open.js";

test("a copy holds what was committed, and replaces no file", async () => {
  const { folder, store } = await openFileStore();
  await store.seed(seed, start);
  const file = join(folder, "copies", "a.db");
  expect(backUp(folder, file)).toBeGreaterThan(10_000);
  expect(readdirSync(join(folder, "copies"))).toEqual(["a.db"]);
  expect(() => backUp(folder, file)).toThrow(/exists already/u);
  const other = temporaryFolder();
  expect(await restore(file, other, start)).toBeNull();
  expect(readdirSync(other)).toEqual(["tellal.db"]);
  const restored = await openFileStore(other);
  expect(await restored.store.chats.list()).toHaveLength(1);
});

test("there is nothing to copy in an empty folder", () => {
  const folder = temporaryFolder();
  expect(() => backUp(folder, join(folder, "a.db"))).toThrow(/There is no database/u);
});

test("what was owed when the copy was made is marked as a repeat, and the database that was there can still be opened", async () => {
  const { folder, store, database } = await openFileStore();
  await store.seed(seed, start);
  const chat = await store.chats.ensure("telegram:1", "tr", start);
  const row = { chat, kind: "post" as const, ref: "aa:1", place: 1, created: start, due: start, tries: 0, fence: 0 };
  await database.db
    .insertInto("deliveries")
    .values({ id: "d1", ...row })
    .execute();
  const file = join(folder, "a.db");
  backUp(folder, file);
  await database.close();
  const kept = await restore(file, folder, start + 1);
  expect(kept).toBe("tellal.db.before-restore-2025-11-19T15-00-00-001Z");
  const restored = await openFileStore(folder);
  expect(await restored.database.db.selectFrom("deliveries").select("repeated").execute()).toEqual([
    { repeated: start + 1 },
  ]);
  const old = join(folder, "old");
  mkdirSync(old);
  writeFileSync(join(old, "tellal.db"), readFileSync(join(folder, kept ?? "")));
  expect(await (await openFileStore(old)).store.chats.list()).toHaveLength(2);
});

test.each([
  ["a file that is not there", null, /does not exist/u],
  ["a text", "no database at all, but long enough to look like the head of one. ".repeat(9), /is damaged/u],
  ["an empty file", "", /is empty/u],
])("%s is not restored, and the database stays as it was", async (_, text, why) => {
  const { folder, database } = await openFileStore();
  await database.close();
  const before = readFileSync(join(folder, "tellal.db"));
  const file = join(temporaryFolder(), "copy.db");
  if (text !== null) writeFileSync(file, text);
  const error = await restore(file, folder, start).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Refusal);
  expect(String(error)).toMatch(why);
  expect(readdirSync(folder)).toEqual(["tellal.db"]);
  expect(readFileSync(join(folder, "tellal.db")).equals(before)).toBe(true);
  expect(existsSync(file)).toBe(text !== null);
});
