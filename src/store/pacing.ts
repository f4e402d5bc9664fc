import type { Reader } from "./tables.js";
import { isCrowd } from "../core/lane.js";
import type { Lane } from "../core/lane.js";
import type { ChatAddress } from "../core/message/messenger.js";

/**
 * How fast a lane may send, in ms (parts of one are allowed): between two sends to one chat of a person or a channel, to one crowd,
 * and at all; and how many sends are reserved ahead at once. What is permitted next is kept in rows, so that it holds for
 * several processes and over restarts.
 */
export interface Pace {
  perChat: number;
  perCrowd: number;
  perSend: number;
  burst: number;
}

/** When a chat or a lane may send next; 0 if at once. */
export async function allowedAt(db: Reader, key: string): Promise<number> {
  const row = await db.selectFrom("pacing").select("next").where("key", "=", key).executeTakeFirst();
  return row?.next ?? 0;
}

/** Moves the time of the next permitted send, never back. */
export async function permit(db: Reader, key: string, time: number): Promise<void> {
  const next = Math.ceil(time);
  await db
    .insertInto("pacing")
    .values({ key, next })
    .onConflict((on) => on.column("key").doUpdateSet({ next }).where("pacing.next", "<", next))
    .execute();
}

/** Reserves the next permitted send to a chat and returns its time; its lane may still be busy then. */
export async function reserveChat(db: Reader, peer: ChatAddress, pace: Pace, now: number): Promise<number> {
  const at = Math.max(now, await allowedAt(db, `chat:${peer}`));
  await permit(db, `chat:${peer}`, at + gapOf(peer, pace));
  return at;
}

/** Reserves the next permitted send of a lane, for a chat whose own turn has come, and returns its time. */
export async function reserveLane(
  db: Reader,
  { lane, peer }: { lane: Lane; peer: ChatAddress },
  pace: Pace,
  now: number,
): Promise<number> {
  const at = Math.max(now, await allowedAt(db, `lane:${lane}`));
  await permit(db, `lane:${lane}`, at + pace.perSend);
  await permit(db, `chat:${peer}`, at + gapOf(peer, pace));
  return at;
}

/** The pause after a send to this chat. */
export function gapOf(peer: ChatAddress, pace: Pick<Pace, "perChat" | "perCrowd">): number {
  return isCrowd(peer) ? pace.perCrowd : pace.perChat;
}
