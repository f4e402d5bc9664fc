import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { z } from "zod";
import { isOnServer, storageOf } from "./storage.js";
import { openStore } from "./open.js";
import { openDatabase } from "../../src/store/database.js";
import { openSign, placeOf } from "../../src/store/postgres.js";
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

test.runIf(isOnServer)(
  "a process's sign is seen by others until its connection ends, and its number is its own",
  async () => {
    const { address = "" } = await storageOf(temporaryFolder());
    const [one, two] = [await openSign(address, 7), await openSign(address, 8)];
    expect(await one.others()).toEqual(new Set([7, 8]));
    await expect(openSign(address, 8)).rejects.toThrow("the number 8 is another process's");
    await two.end();
    await expect.poll(() => one.others()).toEqual(new Set([7]));
    expect([one.isUp(), two.isUp()]).toEqual([true, false]);
    await one.end();
  },
);

test.runIf(isOnServer)(
  "a connection that the server ends in the middle of a transaction costs that work alone",
  async () => {
    const { store, database } = await openStore();
    const work = database.write(async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      await sql`select pg_terminate_backend(${rows[0]?.pid ?? 0}::int)`.execute(database.db);
      await sleep(200);
      await trx.insertInto("settings").values({ key: "half", value: "1" }).execute();
    });
    await expect(work).rejects.toThrow(/terminat|not queryable/u);
    await store.settings.set("whole", 1);
    const keys = await database.db.selectFrom("settings").select("key").execute();
    expect(keys).toEqual([{ key: "whole" }]);
  },
);

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

test.runIf(isOnServer)("of many writes at one moment, by several processes, all come", async () => {
  const { folder, store, database } = await openStore();
  const others = await Promise.all([1, 2, 3].map(() => openStore(folder)));
  await store.settings.set("sum", 0);
  const add = (from: typeof database) =>
    from.write(async (trx) => {
      const row = await trx.selectFrom("settings").select("value").where("key", "=", "sum").executeTakeFirstOrThrow();
      const value = `${Number(row.value) + 1}`;
      await trx.updateTable("settings").set({ value }).where("key", "=", "sum").execute();
      return value;
    });
  const all = [database, ...others.map((other) => other.database)];
  const told = await Promise.all(Array.from({ length: 400 }, (_, at) => add(all[at % all.length] ?? database)));
  expect(new Set(told).size).toBe(400);
  expect(await store.settings.get("sum", z.number())).toBe(400);
});

test.runIf(isOnServer)("one write that throws is undone alone among those that are committed with it", async () => {
  const { database } = await openStore();
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, (_, at) =>
      database.write(async (trx) => {
        await trx
          .insertInto("settings")
          .values({ key: `k${at}`, value: "1" })
          .execute();
        // Twice the same key: PostgreSQL refuses all that follows in the transaction, unless it is undone.
        if (at === 3)
          await trx
            .insertInto("settings")
            .values({ key: `k${at}`, value: "1" })
            .execute();
      }),
    ),
  );
  expect(results.flatMap(({ status }, at) => (status === "rejected" ? [at] : []))).toEqual([3]);
  const { length } = await database.db.selectFrom("settings").select("key").execute();
  expect(length).toBe(9);
});

test.runIf(isOnServer)("a character that PostgreSQL does not take is the only one that is lost", async () => {
  const { database } = await openStore();
  await database.write((trx) => trx.insertInto("settings").values({ key: "nul", value: "Kızı\0lay" }).execute());
  const row = await database.db.selectFrom("settings").select("value").where("key", "=", "nul").executeTakeFirst();
  expect(row?.value).toBe("Kızı\uFFFDlay");
});
