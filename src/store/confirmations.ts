import type { Database } from "./tables.js";

/** Who is asked, and where: a yes of anybody else, or from elsewhere, is none. */
export interface Asked {
  who: string;
  chat: string;
}

/** Questions that wait for a yes. What the yes does is kept here: a button carries a token alone. */
export function createConfirmations({ write }: Database) {
  return {
    /** Keeps what a yes will do until a time; what nobody answered in time is forgotten. */
    ask: (token: string, { who, chat }: Asked, action: unknown, until: number, now: number) =>
      write(async (trx) => {
        await trx.deleteFrom("confirmations").where("until", "<=", now).execute();
        await trx
          .insertInto("confirmations")
          .values({ token, who, chat, action: JSON.stringify(action), until })
          .execute();
      }),

    /** Takes the question back, once: what its yes does; null if it is unknown, over, or another's. */
    take: (token: string, { who, chat }: Asked, now: number): Promise<unknown> =>
      write(async (trx) => {
        const row = await trx
          .deleteFrom("confirmations")
          .where("token", "=", token)
          .where("who", "=", who)
          .where("chat", "=", chat)
          .where("until", ">", now)
          .returning("action")
          .executeTakeFirst();
        return row === undefined ? null : (JSON.parse(row.action) as unknown);
      }),
  };
}
