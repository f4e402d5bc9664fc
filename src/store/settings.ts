import { z } from "zod";
import type { Database, Reader } from "./tables.js";

/** Small facts that outlive the process, as JSON by key. */
export function createSettings({ db, write }: Database) {
  return {
    /** The value of a key, checked by its schema; null if it was never set. Throws if what is stored does not fit. */
    get: async <Value>(key: string, schema: z.ZodType<Value>): Promise<Value | null> => {
      const text = await readSetting(db, key);
      return text === null ? null : schema.parse(JSON.parse(text));
    },

    /** Sets a key that was never set; the text that stands there then, which may be another process's. */
    settle: (key: string, value: string): Promise<string> =>
      write(async (trx) => {
        const text = JSON.stringify(value);
        await trx
          .insertInto("settings")
          .values({ key, value: text })
          .onConflict((on) => on.column("key").doNothing())
          .execute();
        return z.string().parse(JSON.parse((await readSetting(trx, key)) ?? text));
      }),

    set: (key: string, value: unknown) => write((trx) => writeSetting(trx, key, value)),
  };
}

/** The JSON text of a key; null if it was never set. */
export async function readSetting(db: Reader, key: string): Promise<string | null> {
  const row = await db.selectFrom("settings").select("value").where("key", "=", key).executeTakeFirst();
  return row?.value ?? null;
}

/** Sets a key to a value that JSON can hold. */
export async function writeSetting(db: Reader, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value);
  await db
    .insertInto("settings")
    .values({ key, value: text })
    .onConflict((on) => on.column("key").doUpdateSet({ value: text }))
    .execute();
}
