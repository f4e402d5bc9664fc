import type { Reader } from "./tables.js";

/**
 * How fast a lane may send: ms between two sends to one chat, ms between two sends at all, and how many may leave at once (they
 * are paid for afterwards). Kept as the time of the next permitted send, so that it holds for several processes and restarts.
 */
export interface Pace {
  perChat: number;
  perSend: number;
  burst: number;
}

/** When a chat or a lane may send next; 0 if at once. */
export async function allowedAt(db: Reader, key: string): Promise<number> {
  const row = await db.selectFrom("pacing").select("next").where("key", "=", key).executeTakeFirst();
  return row?.next ?? 0;
}

/** Moves the time of the next permitted send. */
export async function permit(db: Reader, key: string, next: number): Promise<void> {
  await db
    .insertInto("pacing")
    .values({ key, next })
    .onConflict((on) => on.column("key").doUpdateSet({ next }))
    .execute();
}
