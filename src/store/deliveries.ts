import { sql } from "kysely";
import { arrange, closeDigests } from "./digests.js";
import { foldBacklogs } from "./fold.js";
import { awaiting, collecting, head, inHand, leftSending, open, waiting } from "./outbox.js";
import { broadcastText } from "./owe-broadcast.js";
import { allowedAt, gapOf, permit, reserveChat, reserveLane } from "./pacing.js";
import type { Pace } from "./pacing.js";
import { settleOne } from "./settle.js";
import type { Settlement } from "./settle.js";
import type { Database, DeliveryRow, Reader, Tables } from "./tables.js";
import type { Lane } from "../core/lane.js";
import type { ChatAddress } from "../core/message/messenger.js";

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

/** A delivery with its turn reserved: it may be sent from `at` on. */
export interface Turn extends Claimed {
  at: number;
}

/** The outbox: deliveries claimed, sent and settled. */
export function createDeliveries({ db, write }: Database) {
  return {
    /**
     * Reserves turns for the next deliveries of a lane: at most one per chat, each the oldest that its chat is owed, as many as
     * `most` and the pace's burst allow, spaced as the pace wants. Nothing is sent before `intend`.
     */
    claim: ({ lane, owner, span }: Claim, pace: Pace, now: number, most = pace.burst) =>
      write(async (trx): Promise<Turn[]> => {
        // Who reserves early keeps the turns of others: only what the next quarter of a second or so can take is reserved.
        if ((await allowedAt(trx, `lane:${lane}`)) > now) return [];
        await closeDigests(trx, now);
        await foldBacklogs(trx, lane, pace, now);
        const heads = await awaiting(trx, lane, now)
          .select(["d.id", "d.peer"])
          .orderBy("d.created")
          .orderBy("d.place")
          .orderBy("d.address")
          .limit(Math.min(most, pace.burst))
          .execute();
        const turns: Turn[] = [];
        const taken = new Set<string>();
        for (const { id, peer } of heads) {
          if (taken.has(peer)) continue;
          const delivery = await trx
            .updateTable("deliveries")
            .set((eb) => ({ lease: now + span, owner, fence: eb("fence", "+", 1) }))
            .where("id", "=", id)
            .where("intent", "is", null)
            .where((eb) => eb.or([eb("lease", "is", null), eb("lease", "<=", now)]))
            .where((eb) => open(eb))
            .returningAll()
            .executeTakeFirst();
          if (delivery === undefined) continue;
          // What may have arrived is sent again as it was.
          if (delivery.kind === "digest" && delivery.tries === 0 && !(await arrange(trx, delivery, now))) continue;
          taken.add(peer);
          const at = Math.ceil(now + turns.length * pace.perSend);
          await permit(trx, `chat:${peer}`, at + gapOf(peer, pace));
          turns.push({ delivery, chat: await chatOf(trx, delivery.chat), at });
        }
        if (turns.length > 0) await permit(trx, `lane:${lane}`, now + turns.length * pace.perSend);
        return turns;
      }),

    /**
     * Marks a reserved delivery as *sending*, committed before it is sent; null if the turn is over or not ours any more. The chat's next one
     * keeps its distance from now, which may be later than the turn.
     */
    intend: ({ delivery, chat }: Claimed, pace: Pace, now: number) =>
      write(async (trx): Promise<Claimed | null> => {
        const intended = await trx
          .updateTable("deliveries")
          // What the last send ended with is past: without it, a delivery left *sending* is one whose process died.
          .set((eb) => ({ intent: now, why: null, tries: eb("tries", "+", 1) }))
          .where("id", "=", delivery.id)
          .where("fence", "=", delivery.fence)
          .where("intent", "is", null)
          .where("lease", ">", now)
          .where((eb) => open(eb))
          .returningAll()
          .executeTakeFirst();
        if (intended === undefined) return null;
        await permit(trx, `chat:${chat.peer}`, now + gapOf(chat.peer, pace));
        return { delivery: intended, chat };
      }),

    /** Gives a reserved turn back. */
    release: ({ delivery }: Claimed) =>
      write(async (trx) => {
        await trx
          .updateTable("deliveries")
          .set({ lease: null, owner: null })
          .where("id", "=", delivery.id)
          .where("fence", "=", delivery.fence)
          .where("intent", "is", null)
          .execute();
      }),

    /** Reserves the next permitted send to a chat for something that is no delivery, an answer, and returns its time. */
    chatTurn: (peer: ChatAddress, pace: Pace, now: number): Promise<number> =>
      write((trx) => reserveChat(trx, peer, pace, now)),

    /** When that time has come: reserves the lane's next permitted send for it, and returns when it may leave. */
    laneTurn: (where: { lane: Lane; peer: ChatAddress }, pace: Pace, now: number): Promise<number> =>
      write((trx) => reserveLane(trx, where, pace, now)),

    /** Lets a lane rest until a time. */
    rest: (lane: Lane, until: number): Promise<void> => write((trx) => permit(trx, `lane:${lane}`, until)),

    /** A lane whose account is another one rests no more. */
    wake: (lane: Lane, now: number): Promise<void> =>
      write(async (trx) => {
        const key = `lane:${lane}`;
        await trx.updateTable("pacing").set({ next: now }).where("key", "=", key).where("next", ">", now).execute();
      }),

    /** How many deliveries of a lane wait to be sent. */
    waiting: async (lane: Lane): Promise<number> => {
      const counted = waiting(db, lane).select((eb) => eb.fn.countAll().as("count"));
      return Number((await counted.executeTakeFirstOrThrow()).count);
    },

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

    /**
     * Writes what became of a claimed delivery; false if another process has it now, and then nothing is written. The platform counted a
     * send at some time before it answered: with a pace the chat's next one keeps its distance from the answer.
     */
    settle: (claimed: Claimed, settlement: Settlement, now: number, pace?: Pace): Promise<boolean> =>
      write(async (trx) => {
        const { peer } = claimed.chat;
        if (pace !== undefined) await permit(trx, `chat:${peer}`, now + gapOf(peer, pace));
        return settleOne(trx, claimed, settlement, now);
      }),

    /** When this lane has something to do next: a delivery's turn, or an unknown one to settle; null if nothing is owed. */
    nextDue: async (lane: Lane, grace: number, now: number): Promise<number | null> => {
      const heads = await head(db, lane, now)
        .select((eb) => eb.fn.min<number | null>(later("d.due", "p.next")).as("first"))
        .executeTakeFirst();
      // A reserved turn whose time is over is free again, and counted by its chat.
      const held = await inHand(db, lane)
        .where((eb) => eb.or([eb("d.intent", "is not", null), eb("d.lease", ">", now)]))
        .select(["d.lease", "d.intent"])
        .execute();
      const first = heads?.first ?? null;
      const times = held.map(({ lease, intent }) => Math.max(lease ?? 0, intent === null ? 0 : intent + grace));
      const closing = await collecting(db, lane)
        .select((eb) => eb.fn.min<number | null>("d.closes").as("first"))
        .executeTakeFirst();
      if (typeof closing?.first === "number") times.push(closing.first);
      if (first !== null) times.push(Math.max(first, await allowedAt(db, `lane:${lane}`)));
      return times.reduce<number | null>((least, time) => Math.min(least ?? time, time), null);
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

    /** The words of an announcement; null if they are kept no longer. */
    broadcastText: (ref: string): Promise<string | null> => broadcastText(db, ref),

    /** What the message is that a delivery renders anew: an update of a digest is the digest again. */
    formOf: (id: string): Promise<Pick<DeliveryRow, "kind" | "reason">> =>
      db.selectFrom("deliveries").select(["kind", "reason"]).where("id", "=", id).executeTakeFirstOrThrow(),
  };
}

function chatOf(db: Reader, id: string) {
  return db.selectFrom("chats").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

/** The later of two times, of which the second may be missing. */
function later(a: string, b: string) {
  const [first, second] = [sql.ref<number>(a), sql.ref<number>(b)];
  return sql<number>`case when ${second} > ${first} then ${second} else ${first} end`;
}
