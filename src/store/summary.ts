import { sql } from "kysely";
import type { ExpressionBuilder } from "kysely";
import type { Database, DeliveryRow, Reader, Tables } from "./tables.js";
import type { DeliveryKind, Fate } from "./words.js";

/** How many of each there are; `waiting` items were not read yet. */
export interface Summary {
  feeds: number;
  failing: number;
  items: number;
  fates: Record<Fate | "waiting", number>;
  stories: number;
  partial: number;
  withdrawn: number;
  deliveries: { owed: number; sending: number; sent: number; dead: number; moot: number };
  /** Messages that reached a chat. */
  sent: Record<DeliveryKind, number>;
}

/** A lane as it stands: deliveries that wait, since when the longest waiting of them is due, and when it sent last. */
export interface LaneState {
  lane: string;
  waiting: number;
  oldest: number | null;
  sent: number | null;
}

/** Questions that status, demo and `once` ask. */
export function createSummary({ db }: Database) {
  return {
    /** The counts of everything in the database. */
    summary: async (): Promise<Summary> => {
      const feeds = await db.selectFrom("feeds").select("failures").where("removed", "is", null).execute();
      const items = await db
        .selectFrom("items")
        .select((eb) => ["fate", eb.fn.countAll().as("count")])
        .groupBy("fate")
        .execute();
      const stories = await db
        .selectFrom("stories")
        .select((eb) => [
          eb.fn.countAll().as("all"),
          eb.fn.count("partial").as("partial"),
          eb.fn.count("withdrawn").as("withdrawn"),
        ])
        .executeTakeFirstOrThrow();
      const fates = { posted: 0, digest: 0, unsubscribed: 0, old: 0, unmatched: 0, waiting: 0 };
      for (const { fate, count } of items) fates[fate ?? "waiting"] += Number(count);
      return {
        feeds: feeds.length,
        failing: feeds.filter((feed) => feed.failures > 0).length,
        items: Object.values(fates).reduce((sum, count) => sum + count, 0),
        fates,
        stories: Number(stories.all),
        partial: Number(stories.partial),
        withdrawn: Number(stories.withdrawn),
        ...(await outboxCounts(db)),
      };
    },

    /** The lanes that some chat needs or needed. */
    laneStates: (): Promise<LaneState[]> => laneStates(db),

    /** Deliveries that wait to be sent; a chat that is gone is owed none. */
    owed: async (): Promise<number> => (await outboxCounts(db)).deliveries.owed,

    /** The deliveries given up since a time, newest first. */
    dead: (since: number) =>
      db
        .selectFrom("deliveries as d")
        .innerJoin("chats as c", "c.id", "d.chat")
        .select(["d.id", "d.kind", "d.ref", "d.why", "d.dead", "c.address"])
        .where("d.dead", ">=", since)
        .orderBy("d.dead", "desc")
        .execute(),
  };
}

async function laneStates(db: Reader): Promise<LaneState[]> {
  const rows = await db
    .selectFrom("deliveries as d")
    .innerJoin("chats as c", "c.id", "d.chat")
    .select((eb) => [
      "c.lane",
      eb.fn.max<number | null>("d.sent").as("sent"),
      eb.fn.sum<number | string>(eb.case().when(waits(eb)).then(1).else(0).end()).as("waiting"),
      eb.fn.min<number | null>(eb.case().when(waits(eb)).then(eb.ref("d.due")).else(null).end()).as("oldest"),
    ])
    .groupBy("c.lane")
    .orderBy("c.lane")
    .execute();
  return rows.map(({ lane, sent, waiting, oldest }) => ({ lane, sent, oldest, waiting: Number(waiting) }));
}

type Joined = ExpressionBuilder<Tables & { d: DeliveryRow; c: Tables["chats"] }, "d" | "c">;

/** What waits in a chat that is there, and has its time. */
function waits(eb: Joined) {
  return eb.and([
    eb("c.gone", "is", null),
    eb("d.sent", "is", null),
    eb("d.dead", "is", null),
    eb("d.moot", "is", null),
    eb("d.due", "is not", null),
  ]);
}

async function outboxCounts(db: Database["db"]): Promise<Pick<Summary, "deliveries" | "sent">> {
  const state = sql<
    keyof Summary["deliveries"]
  >`case when sent is not null then 'sent' when dead is not null then 'dead'
    when moot is not null then 'moot' when intent is not null then 'sending' else 'owed' end`;
  const rows = await db
    .selectFrom("deliveries")
    .select((eb) => ["kind", state.as("state"), eb.fn.countAll().as("count")])
    .groupBy(["kind", state])
    .execute();
  const deliveries = { owed: 0, sending: 0, sent: 0, dead: 0, moot: 0 };
  const sent = { post: 0, update: 0, withdrawal: 0, digest: 0, broadcast: 0 };
  for (const { kind, state, count } of rows) {
    deliveries[state] += Number(count);
    if (state === "sent") sent[kind] += Number(count);
  }
  return { deliveries, sent };
}
