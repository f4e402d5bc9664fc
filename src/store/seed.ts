import { ensureChat, subscribeChat } from "./chats.js";
import { readSetting, writeSetting } from "./settings.js";
import type { Database, Reader } from "./tables.js";
import { listTopics, mergeTopic } from "./topics.js";
import type { Topic } from "../core/match/topic.js";
import type { FeedKind, Language } from "../core/story.js";

/** A feed as the configuration names it; `every` is ms. */
interface FeedSeed {
  id: string;
  kind: FeedKind;
  url: string;
  language: Language;
  every: number;
}

/** The part of the configuration that seeds the database, and that `config apply` merges again. */
export interface Seed {
  feeds: readonly FeedSeed[];
  topics: readonly Topic[];
  subscribe: readonly { chat: string; topics: readonly string[]; language?: "tr" | "en" }[];
}

/**
 * Where database and configuration disagree. `missing`: the database has it not; `differs`: it has it otherwise; `extra`: the
 * configuration has it not.
 */
export interface Difference {
  what: "feed" | "topic" | "keyword" | "subscription";
  id: string;
  how: "missing" | "differs" | "extra";
}

const seeded = "seeded";

/** Feeds, topics and subscriptions from the configuration. */
export function createSeed({ db, write }: Database) {
  return {
    /** Fills a new database; false, and nothing written, if it was filled before: then the database is the truth. */
    seed: (seed: Seed, now: number): Promise<boolean> =>
      write(async (trx) => {
        if ((await readSetting(trx, seeded)) !== null) return false;
        await merge(trx, seed, now);
        return true;
      }),

    /** Merges the configuration into the database: adds and overwrites, takes nothing away. */
    apply: (seed: Seed, now: number): Promise<void> => write((trx) => merge(trx, seed, now)),

    /** Where database and configuration disagree, in the order of the configuration; a new database is not asked. */
    differences: (seed: Seed): Promise<Difference[]> => differences(db, seed),
  };
}

async function merge(db: Reader, { feeds, topics, subscribe }: Seed, now: number): Promise<void> {
  for (const feed of feeds) await mergeFeed(db, feed, now);
  for (const topic of topics) await mergeTopic(db, topic, now);
  for (const { chat, topics, language } of subscribe) {
    const id = await ensureChat(db, chat, language ?? "tr", now);
    for (const topic of topics) await subscribeChat(db, id, topic, now);
  }
  await writeSetting(db, seeded, now);
}

/** A feed with another address is another feed: it is read anew, with the rules of a first poll. */
export async function mergeFeed(db: Reader, { id, kind, url, language, every }: FeedSeed, now: number): Promise<void> {
  const old = await db.selectFrom("feeds").select("url").where("id", "=", id).executeTakeFirst();
  if (old === undefined) {
    await db
      .insertInto("feeds")
      .values({ id, kind, url, language, every, created: now, due: now, moves: 0, failures: 0, strange: 0 })
      .execute();
    return;
  }
  const anew = { moved: null, moving: null, moves: 0, etag: null, modified: null, hash: null, shown: null, good: null };
  await db
    .updateTable("feeds")
    .set({ kind, url, language, every, removed: null })
    .$if(old.url !== url, (query) => query.set({ ...anew, due: now, failures: 0, why: null }))
    .where("id", "=", id)
    .execute();
}

async function differences(db: Reader, seed: Seed): Promise<Difference[]> {
  const feeds = await db.selectFrom("feeds").selectAll().where("removed", "is", null).orderBy("id").execute();
  const topics = (await listTopics(db)).filter(({ owner }) => owner === null);
  const rows = await db
    .selectFrom("subscriptions as s")
    .innerJoin("chats as c", "c.id", "s.chat")
    .innerJoin("topics as t", "t.id", "s.topic")
    .select(["c.address", "s.topic"])
    .where("c.gone", "is", null)
    .where("t.owner", "is", null)
    .orderBy("c.address")
    .orderBy("s.topic")
    .execute();
  return [
    ...compare("feed", seed.feeds.map(feedEntry), feeds.map(feedEntry)),
    ...compare("topic", seed.topics.map(topicEntry), topics.map(topicEntry)),
    ...compare("keyword", seed.topics.flatMap(keywordEntries), topics.flatMap(keywordEntries)),
    ...compare(
      "subscription",
      seed.subscribe.flatMap(({ chat, topics }) => topics.map((topic) => entry(`${chat} ${topic}`))),
      rows.map(({ address, topic }) => entry(`${address} ${topic}`)),
    ),
  ];
}

interface Entry {
  id: string;
  value: string;
}

function entry(id: string, ...values: unknown[]): Entry {
  return { id, value: JSON.stringify(values) };
}

function feedEntry({ id, kind, url, language, every }: FeedSeed): Entry {
  return entry(id, kind, url, language, every);
}

function topicEntry({ id, name }: Topic): Entry {
  return entry(id, name.tr, name.en);
}

function keywordEntries({ id, keywords }: Topic): Entry[] {
  return keywords.map((text) => entry(`${id}: ${text}`));
}

function compare(what: Difference["what"], wanted: Entry[], known: Entry[]): Difference[] {
  const have = new Map(known.map(({ id, value }) => [id, value]));
  const want = new Set(wanted.map(({ id }) => id));
  const found: Difference[] = [];
  for (const { id, value } of wanted) {
    const stored = have.get(id);
    if (stored === undefined) found.push({ what, id, how: "missing" });
    else if (stored !== value) found.push({ what, id, how: "differs" });
  }
  for (const { id } of known) if (!want.has(id)) found.push({ what, id, how: "extra" });
  return found;
}
