import { releaseDigests } from "./digests.js";
import { endItem } from "./items.js";
import type { ClaimedItem } from "./items.js";
import { dropUnsent, oweEdits, oweUnsent } from "./edits.js";
import { oweStory } from "./owe.js";
import { indexBrief, writeMatches, type TopicMatch } from "./story-index.js";
import type { Database, Reader } from "./tables.js";
import type { Fate } from "./words.js";
import type { Brief } from "../core/brief/schema.js";
import type { Hit } from "../core/match/topic.js";
import type { Placement } from "../core/schedule.js";
import type { Article } from "../core/story.js";

/** A page as it was read, matched and briefed: what is recorded of it. */
export interface Reading {
  item: ClaimedItem;
  article: Article;
  /** Full text, kept of unmatched items. */
  text: string;
  hash: string;
  source: string;
  /** The page could not be read: the article is the feed's text, and `why` says the reason. */
  partial: boolean;
  why: string | null;
  hits: Hit[];
  /** The topics of the hits, and how much the story is about each. */
  topics: TopicMatch[];
  /** Null where no topic matched and none did before. */
  told: { brief: Brief; shown: string } | null;
  /** The first story of the thread that it continues. */
  continues: string | null;
  placement: Placement;
  /** When the page is read again, if it is a story and if it is none. */
  due: { story: number | null; other: number | null };
  failures: number;
}

/** What was written. `owed` counts the deliveries that it brought; `stale`: another process had taken the item over. */
export type Recorded =
  | { kind: "stale" }
  | { kind: "unmatched" }
  | { kind: "recorded"; fate: Fate; owed: number }
  | { kind: "same" }
  | { kind: "changed"; version: number; owed: number };

type Told = NonNullable<Reading["told"]>;

/** Recording stories. Each function is one transaction, with all that follows from it in the outbox. */
export function createStories({ db, write }: Database) {
  return {
    /** Records a reading: a new story with its deliveries, a new version with its updates, or nothing new. */
    record: (reading: Reading, now: number): Promise<Recorded> =>
      write(async (trx) => {
        const old = await storyOf(trx, reading.item.id);
        const { told } = reading;
        if (told === null || (old === undefined && reading.hits.length === 0)) return unmatched(trx, reading, now);
        const fate = old === undefined ? await fateOf(trx, reading) : (reading.item.fate ?? "posted");
        const patch = {
          ...readPatch(reading, now),
          recorded: reading.item.recorded ?? now,
          due: reading.due.story,
          fate,
          text: null,
        };
        if (!(await endItem(trx, reading.item, patch, now))) return { kind: "stale" };
        const recorded =
          old === undefined
            ? await recordFirst(trx, { reading, told, fate }, now)
            : await recordNext(trx, { reading, told, old }, now);
        await releaseDigests(trx, now);
        return recorded;
      }),

    /** The page of a known story is gone: its posts are marked as withdrawn, those not yet sent are not sent. */
    withdraw: (item: ClaimedItem, due: number | null, why: string, now: number): Promise<Recorded> =>
      write(async (trx) => {
        if (!(await endItem(trx, item, { due, failures: 0, why }, now))) return { kind: "stale" };
        const story = await storyOf(trx, item.id);
        if (story === undefined || story.withdrawn !== null) return { kind: "same" };
        await trx.updateTable("stories").set({ withdrawn: now }).where("id", "=", story.id).execute();
        await dropUnsent(trx, story.id, now);
        const edit = { kind: "withdrawal", story: story.id, version: story.version } as const;
        return { kind: "changed", version: story.version, owed: await oweEdits(trx, edit, now) };
      }),

    /** The page of an item could not be read (again) and there is nothing new to record. */
    postpone: (item: ClaimedItem, { due, why }: { due: number | null; why: string }, now: number): Promise<Recorded> =>
      write(async (trx) => {
        if (!(await endItem(trx, item, { due, why, failures: item.failures + 1 }, now))) return { kind: "stale" };
        await releaseDigests(trx, now);
        return { kind: "same" };
      }),

    /** A story's state, or undefined if the item is none. */
    find: (id: string) => storyOf(db, id),
  };
}

function storyOf(db: Reader, id: string) {
  return db.selectFrom("stories").selectAll().where("id", "=", id).executeTakeFirst();
}

type Story = NonNullable<Awaited<ReturnType<typeof storyOf>>>;

function readPatch({ partial, why, failures }: Reading, now: number) {
  return { failures, why, ...(partial ? {} : { read: now }) };
}

async function unmatched(trx: Reader, reading: Reading, now: number): Promise<Recorded> {
  const patch = { ...readPatch(reading, now), due: reading.due.other, fate: "unmatched" as const, text: reading.text };
  if (!(await endItem(trx, reading.item, patch, now))) return { kind: "stale" };
  await releaseDigests(trx, now);
  return { kind: "unmatched" };
}

async function fateOf(trx: Reader, { placement, topics }: Reading): Promise<Fate> {
  if (placement === "old") return "old";
  const row = await trx
    .selectFrom("subscriptions as s")
    .innerJoin("chats as c", "c.id", "s.chat")
    .select("s.chat")
    .where("s.topic", "in", idsOf(topics))
    .where("c.gone", "is", null)
    .executeTakeFirst();
  if (row === undefined) return "unsubscribed";
  return placement === "post" ? "posted" : "digest";
}

async function recordFirst(
  trx: Reader,
  { reading, told, fate }: { reading: Reading; told: Told; fate: Fate },
  now: number,
): Promise<Recorded> {
  const { item, article, topics, continues, source } = reading;
  await trx
    .insertInto("stories")
    .values({
      id: item.id,
      feed: item.feed,
      source,
      continues,
      recorded: now,
      ...storyColumns(reading, told, 1, now),
    })
    .execute();
  await writeVersion(trx, { story: item.id, version: 1, article, reading, brief: told.brief }, now);
  await writeMatches(trx, item.id, reading);
  const isOwed = fate === "posted" || fate === "digest";
  const owed = isOwed ? await owe(trx, { reading, told, topics, since: now }, now) : 0;
  return { kind: "recorded", fate, owed };
}

async function recordNext(
  trx: Reader,
  { reading, told, old }: { reading: Reading; told: Told; old: Story },
  now: number,
): Promise<Recorded> {
  const { article, topics } = reading;
  const story = old.id;
  const fresh = topics.length === 0 ? [] : await newTopics(trx, story, topics);
  const brief = await trx
    .selectFrom("briefs")
    .select("brief")
    .where("story", "=", story)
    .where("version", "=", old.version)
    .executeTakeFirst();
  const back = old.withdrawn !== null;
  const partial = old.partial !== null;
  const same = old.hash === reading.hash && partial === reading.partial && brief?.brief === JSON.stringify(told.brief);
  if (same && !back && fresh.length === 0) return { kind: "same" };
  const version = old.version + 1;
  await trx
    .updateTable("stories")
    .set({ ...storyColumns(reading, told, version, now), withdrawn: null })
    .where("id", "=", story)
    .execute();
  await writeVersion(trx, { story, version, article, reading, brief: told.brief }, now);
  if (topics.length > 0) await writeMatches(trx, story, reading);
  let owed = 0;
  if (back || old.shown !== told.shown) owed = await oweEdits(trx, { kind: "update", story, version }, now);
  if (back) owed += await oweUnsent(trx, story);
  // A flash without its page may have seemed too little about a topic, or of another kind, to chats that choose.
  const readNow = partial && !reading.partial ? topics.filter((topic) => !fresh.includes(topic)) : [];
  owed += await oweAgain(trx, { reading, told, topics: readNow, since: old.recorded }, now);
  owed += await oweAgain(trx, { reading, told, topics: fresh, since: now }, now);
  return { kind: "changed", version, owed };
}

interface Owed {
  reading: Reading;
  told: Told;
  topics: TopicMatch[];
  since: number;
}

/** Owes a known story for some topics to the chats that have it not: nothing of what was old at a first poll. */
function oweAgain(trx: Reader, owed: Owed, now: number): Promise<number> {
  const { placement, item } = owed.reading;
  const isOld = placement !== "post" && item.fate === "old";
  return owed.topics.length === 0 || isOld ? Promise.resolve(0) : owe(trx, owed, now);
}

function owe(trx: Reader, { reading, told, topics, since }: Owed, now: number): Promise<number> {
  const { item, article, placement } = reading;
  const batch = placement === "post" ? null : item.batch;
  const { kind } = told.brief;
  return oweStory(trx, { story: item.id, topics, kind, language: article.language, batch, since }, now);
}

async function newTopics(trx: Reader, story: string, topics: readonly TopicMatch[]): Promise<TopicMatch[]> {
  const rows = await trx.selectFrom("matches").select("topic").where("story", "=", story).execute();
  const known = new Set(rows.map((row) => row.topic));
  return topics.filter(({ topic }) => !known.has(topic));
}

function idsOf(topics: readonly TopicMatch[]): string[] {
  return topics.map(({ topic }) => topic);
}

function storyColumns({ item, article, hash, partial }: Reading, { shown }: Told, version: number, now: number) {
  return {
    link: article.link ?? item.link,
    language: article.language,
    title: article.title,
    published: article.published ?? item.published,
    updated: article.updated,
    partial: partial ? now : null,
    hash,
    shown,
    version,
  };
}

async function writeVersion(
  trx: Reader,
  {
    story,
    version,
    article,
    reading,
    brief,
  }: { story: string; version: number; article: Article; reading: Reading; brief: Brief },
  now: number,
): Promise<void> {
  const partial = reading.partial ? now : null;
  await trx
    .insertInto("versions")
    .values({ story, version, recorded: now, hash: reading.hash, partial, article: JSON.stringify(article) })
    .execute();
  await trx
    .insertInto("briefs")
    .values({ story, version, kind: brief.kind, confidence: brief.confidence, brief: JSON.stringify(brief) })
    .execute();
  await indexBrief(trx, story, brief, now);
}
