import { sql } from "kysely";
import { open } from "./outbox.js";
import type { Database, Reader } from "./tables.js";
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

/** Stories there are, pages that are still to be read, and deliveries that wait, are in doubt, or were given up. */
export interface Standing {
  stories: number;
  unread: number;
  owed: number;
  sending: number;
  dead: number;
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

    /** How things stand now, without counting all that was ever sent. */
    standing: async (): Promise<Standing> => {
      const stories = await db
        .selectFrom("stories")
        .select((eb) => eb.fn.countAll().as("count"))
        .executeTakeFirstOrThrow();
      const unread = await db
        .selectFrom("items")
        .select((eb) => eb.fn.countAll().as("count"))
        .where("due", "is not", null)
        .where("fate", "is", null)
        .executeTakeFirstOrThrow();
      const dead = await db
        .selectFrom("deliveries")
        .select((eb) => eb.fn.countAll().as("count"))
        .where("dead", "is not", null)
        .executeTakeFirstOrThrow();
      return {
        stories: Number(stories.count),
        unread: Number(unread.count),
        ...(await openCounts(db)),
        dead: Number(dead.count),
      };
    },

    /** The lanes that some chat needs or needed. */
    laneStates: (): Promise<LaneState[]> => laneStates(db),

    /** Deliveries that wait to be sent; a chat that is gone is owed none. */
    owed: async (): Promise<number> => (await openCounts(db)).owed,

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
  // Of each chat the last one sent, by its index, and what is open, which is little: never all that was sent.
  const lanes = await db
    .selectFrom("chats as c")
    .select((eb) => [
      "c.lane",
      eb.fn
        .max(
          eb
            .selectFrom("deliveries as s")
            .select((in_) => in_.fn.max("s.sent").as("last"))
            .whereRef("s.chat", "=", "c.id")
            .where("s.sent", "is not", null),
        )
        .as("sent"),
    ])
    .where((eb) => eb.exists(eb.selectFrom("deliveries as d").select("d.id").whereRef("d.chat", "=", "c.id")))
    .groupBy("c.lane")
    .orderBy("c.lane")
    .execute();
  const waiting = await db
    .selectFrom("deliveries as d")
    .innerJoin("chats as c", "c.id", "d.chat")
    .select((eb) => ["c.lane", eb.fn.countAll().as("waiting"), eb.fn.min("d.due").as("oldest")])
    .where("c.gone", "is", null)
    .where("d.sent", "is", null)
    .where("d.dead", "is", null)
    .where("d.moot", "is", null)
    .where("d.due", "is not", null)
    .groupBy("c.lane")
    .execute();
  return lanes.map(({ lane, sent }) => {
    const rest = waiting.find((row) => row.lane === lane);
    return { lane, sent, waiting: Number(rest?.waiting ?? 0), oldest: rest?.oldest ?? null };
  });
}

async function openCounts(db: Reader): Promise<Pick<Standing, "owed" | "sending">> {
  const { all, sending } = await db
    .selectFrom("deliveries")
    .select((eb) => [eb.fn.countAll().as("all"), eb.fn.count("intent").as("sending")])
    .where((eb) => open(eb))
    .executeTakeFirstOrThrow();
  return { owed: Number(all) - Number(sending), sending: Number(sending) };
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
