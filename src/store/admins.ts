import type { Database } from "./tables.js";

/** Those who were added by command to the ones that `ADMINS` names; they are changed by `audit`. */
export function createAdmins({ db }: Database) {
  return {
    list: async (): Promise<string[]> => {
      const rows = await db.selectFrom("admins").select("who").orderBy("created").orderBy("who").execute();
      return rows.map(({ who }) => who);
    },
  };
}
