import { awaiting, head, leftSending, open } from "./outbox.js";
import { allowedAt, permit } from "./pacing.js";
import type { Pace } from "./pacing.js";
import { settleOne } from "./settle.js";
import type { Settlement } from "./settle.js";
import type { Database, DeliveryRow, Reader, Tables } from "./tables.js";
import type { Lane } from "../core/lane.js";

/** A delivery that this process has in hand, with its chat and the references it needs. */
export interface Claimed {
  delivery: DeliveryRow;
  chat: Tables["chats"];
}

/** Who claims, and until when the claim holds (ms from now). */
export interface Claim {
  lane: Lane;
  owner: string;
  span: number;
}

/** The outbox: deliveries claimed, sent and settled. */
export function createDeliveries({ db, write }: Database) {
  return {
    /**
     * Marks the next deliveries of a lane as *sending* and returns them: at most one per chat, each the oldest that its chat
     * is owed, no more than the lane's pace allows. What is claimed here is committed before anything is sent.
     */
    claim: ({ lane, owner, span }: Claim, pace: Pace, now: number) =>
      write(async (trx) => {
        if ((await allowedAt(trx, `lane:${lane}`)) > now) return [];
        const ids = await awaiting(trx, lane, now)
          .select("d.id")
          .orderBy("d.created")
          .orderBy("d.place")
          .orderBy("d.address")
          .limit(pace.burst)
          .execute();
        const claimed: Claimed[] = [];
        for (const { id } of ids) {
          const delivery = await trx
            .updateTable("deliveries")
            .set((eb) => ({
              intent: now,
              lease: now + span,
              owner,
              // What the last send ended with is past: without it, a delivery left *sending* is one whose process died.
              why: null,
              fence: eb("fence", "+", 1),
              tries: eb("tries", "+", 1),
            }))
            .where("id", "=", id)
            .where("intent", "is", null)
            .where((eb) => open(eb))
            .returningAll()
            .executeTakeFirst();
          if (delivery === undefined) continue;
          await permit(trx, `chat:${delivery.chat}`, now + pace.perChat);
          claimed.push({ delivery, chat: await chatOf(trx, delivery.chat) });
        }
        if (claimed.length > 0) await permit(trx, `lane:${lane}`, now + claimed.length * pace.perSend);
        return claimed;
      }),

    /**
     * Claims the deliveries of a lane that were left *sending*, whose lease is over and whose intent is older than `grace`:
     * nobody knows whether they arrived. They stay *sending* until they are settled.
     */
    claimUnknown: ({ lane, owner, span }: Claim, grace: number, now: number) =>
      write(async (trx) => {
        const rows = await leftSending(trx, lane)
          .select("d.id")
          .where("d.lease", "<=", now)
          .where("d.intent", "<=", now - grace)
          .orderBy("d.created")
          .execute();
        const claimed: Claimed[] = [];
        for (const { id } of rows) {
          const delivery = await trx
            .updateTable("deliveries")
            .set((eb) => ({ lease: now + span, owner, fence: eb("fence", "+", 1) }))
            .where("id", "=", id)
            .where("intent", "is not", null)
            .where("lease", "<=", now)
            .where((eb) => open(eb))
            .returningAll()
            .executeTakeFirst();
          if (delivery !== undefined) claimed.push({ delivery, chat: await chatOf(trx, delivery.chat) });
        }
        return claimed;
      }),

    /** Writes what became of a claimed delivery; false if another process has it now, and then nothing is written. */
    settle: (claimed: Claimed, settlement: Settlement, now: number): Promise<boolean> =>
      write((trx) => settleOne(trx, claimed, settlement, now)),

    /** When this lane has something to do next: a delivery's turn, or an unknown one to settle; null if nothing is owed. */
    nextDue: async (lane: Lane, grace: number): Promise<number | null> => {
      const waiting = await head(db, lane).select(["d.due", "p.next"]).execute();
      const unknown = await leftSending(db, lane).select(["d.lease", "d.intent"]).execute();
      const laneAt = await allowedAt(db, `lane:${lane}`);
      const times = [
        ...waiting.map(({ due, next }) => Math.max(due ?? 0, next ?? 0, laneAt)),
        ...unknown.map(({ lease, intent }) => Math.max(lease ?? 0, (intent ?? 0) + grace)),
      ];
      return times.length === 0 ? null : Math.min(...times);
    },

    /** What a delivery edits: `ref` null for a new post; `lost` if the message that it would edit never arrived. */
    edits: async ({ original }: DeliveryRow): Promise<{ kind: "known"; ref: string | null } | { kind: "lost" }> => {
      if (original === null) return { kind: "known", ref: null };
      const row = await db.selectFrom("deliveries").select("reference").where("id", "=", original).executeTakeFirst();
      const ref = row?.reference ?? null;
      return ref === null ? { kind: "lost" } : { kind: "known", ref };
    },

    /** The reference of a story's post in a chat, for a story that continues it; null where the chat has none. */
    postOf: async (chat: string, story: string): Promise<string | null> => {
      const row = await db
        .selectFrom("deliveries")
        .select("reference")
        .where("chat", "=", chat)
        .where("kind", "=", "post")
        .where("ref", "=", story)
        .executeTakeFirst();
      return row?.reference ?? null;
    },

    /** The kind of the message that a delivery renders anew: an update of a digest is the digest again. */
    kindOf: async (id: string): Promise<DeliveryRow["kind"]> => {
      const row = await db.selectFrom("deliveries").select("kind").where("id", "=", id).executeTakeFirstOrThrow();
      return row.kind;
    },
  };
}

function chatOf(db: Reader, id: string) {
  return db.selectFrom("chats").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}
