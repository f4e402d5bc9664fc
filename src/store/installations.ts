import type { Database } from "./tables.js";

/** The workspaces that installed our app, each with its tokens as a text that somebody else has sealed. */
export function createInstallations({ db, write }: Database) {
  return {
    /** Ids of the workspaces that have us now. */
    teams: async (): Promise<string[]> => {
      const rows = await db
        .selectFrom("installations")
        .select("team")
        .where("revoked", "is", null)
        .orderBy("created")
        .orderBy("team")
        .execute();
      return rows.map(({ team }) => team);
    },

    /** What is kept of a workspace; null if it does not have us. */
    find: async (team: string): Promise<string | null> => {
      const row = await db
        .selectFrom("installations")
        .select("data")
        .where("team", "=", team)
        .where("revoked", "is", null)
        .executeTakeFirst();
      return row?.data ?? null;
    },

    /** Keeps what is sealed of a workspace, in place of what was kept. */
    put: (team: string, data: string, now: number) =>
      write(async (trx) => {
        await trx
          .insertInto("installations")
          .values({ team, data, created: now })
          .onConflict((on) => on.column("team").doUpdateSet({ data, revoked: null }))
          .execute();
      }),

    /** Keeps other tokens of a workspace; nothing happens if it does not have us any more. */
    renew: (team: string, data: string) =>
      write(async (trx) => {
        await trx
          .updateTable("installations")
          .set({ data })
          .where("team", "=", team)
          .where("revoked", "is", null)
          .execute();
      }),

    /** Forgets the tokens of a workspace, but not that it once had us. False if it does not have us. */
    revoke: (team: string, now: number): Promise<boolean> =>
      write(async (trx) => {
        const result = await trx
          .updateTable("installations")
          .set({ data: "", revoked: now })
          .where("team", "=", team)
          .where("revoked", "is", null)
          .executeTakeFirst();
        return result.numUpdatedRows === 1n;
      }),
  };
}
