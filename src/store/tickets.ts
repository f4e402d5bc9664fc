import type { Database } from "./tables.js";

/** Links that let in once. */
export function createTickets({ write }: Database) {
  return {
    /** Uses a ticket up; false if it was used before. It is remembered until it would have ended anyway. */
    spend: (id: string, until: number, now: number): Promise<boolean> =>
      write(async (trx) => {
        await trx.deleteFrom("tickets").where("until", "<=", now).execute();
        const result = await trx
          .insertInto("tickets")
          .values({ id, until })
          .onConflict((on) => on.column("id").doNothing())
          .executeTakeFirst();
        return result.numInsertedOrUpdatedRows === 1n;
      }),
  };
}
