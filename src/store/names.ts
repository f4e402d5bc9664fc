import type { Database } from "./tables.js";

/** How people and chats are called, by address. */
export type Names = ReadonlyMap<string, string>;

/** The names by which people and chats are told of to administrators, as their platforms gave them last. */
export function createNames({ db, write }: Database) {
  return {
    note: (names: Readonly<Record<string, string>>, now: number): Promise<void> =>
      write(async (trx) => {
        for (const [address, name] of Object.entries(names)) {
          await trx
            .insertInto("names")
            .values({ address, name, noted: now })
            .onConflict((on) => on.column("address").doUpdateSet({ name, noted: now }).where("names.name", "!=", name))
            .execute();
        }
      }),

    /** Those of some addresses that are known. */
    of: async (addresses: readonly string[]): Promise<Names> => {
      if (addresses.length === 0) return new Map();
      const rows = await db.selectFrom("names").selectAll().where("address", "in", addresses).execute();
      return new Map(rows.map(({ address, name }) => [address, name]));
    },
  };
}
