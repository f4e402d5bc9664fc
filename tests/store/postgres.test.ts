import { expect, test } from "vitest";
import { isOnServer, storageOf } from "./storage.js";
import { openStore } from "./open.js";
import { openDatabase } from "../../src/store/database.js";
import { takeLock } from "../../src/store/lock.js";
import { placeOf } from "../../src/store/postgres.js";
import { Refusal } from "../../src/core/refusal.js";
import { temporaryFolder } from "../temporary.js";

test.each([
  ["postgres://tellal:hush@db.example:5433/news?sslmode=require", "db.example:5433/news"],
  ["postgres://tellal@[::1]/news", "[::1]/news"],
  ["postgres://a b", "the database"],
])("%s is told to a person as %s", (address, place) => {
  expect(placeOf(address)).toBe(place);
});

test("an address at which nobody listens is refused with its cure, and without its password", async () => {
  const opened = openDatabase({ folder: temporaryFolder(), address: "postgres://tellal:hush@127.0.0.1:1/news" });
  await expect(opened).rejects.toThrow(Refusal);
  await expect(opened).rejects.toThrow("127.0.0.1:1/news cannot be opened: nobody listens there");
  await expect(opened).rejects.not.toThrow("hush");
});

test.runIf(isOnServer)("a database that is not there is refused with its cure", async () => {
  const { address = "" } = await storageOf(temporaryFolder());
  const missing = new URL(address);
  missing.pathname = "nobodys";
  await expect(openDatabase({ folder: temporaryFolder(), address: missing.href })).rejects.toThrow(
    "the server has no such database",
  );
});

test.runIf(isOnServer)("the lock of a database is given once, and free again when its holder ends", async () => {
  const storage = await storageOf(temporaryFolder());
  const lock = await takeLock(storage);
  await expect(takeLock(storage)).rejects.toThrow("Another Tellal is running");
  await lock.release();
  await (await takeLock(storage)).release();
});

test.runIf(isOnServer)("two writes that came between each other both count", async () => {
  const { store, database } = await openStore();
  await store.settings.set("sum", 0);
  const add = () =>
    database.write(async (trx) => {
      const row = await trx.selectFrom("settings").select("value").where("key", "=", "sum").executeTakeFirstOrThrow();
      await trx
        .updateTable("settings")
        .set({ value: `${Number(row.value) + 1}` })
        .where("key", "=", "sum")
        .execute();
    });
  await Promise.all(Array.from({ length: 5 }, add));
  const { value } = await database.db
    .selectFrom("settings")
    .select("value")
    .where("key", "=", "sum")
    .executeTakeFirstOrThrow();
  expect(value).toBe("5");
});

test.runIf(isOnServer)("a character that PostgreSQL does not take is the only one that is lost", async () => {
  const { database } = await openStore();
  await database.write((trx) => trx.insertInto("settings").values({ key: "nul", value: "Kızı\0lay" }).execute());
  const row = await database.db.selectFrom("settings").select("value").where("key", "=", "nul").executeTakeFirst();
  expect(row?.value).toBe("Kızı\uFFFDlay");
});
