import { sql } from "kysely";
import { onTestFinished } from "vitest";
import { createBell } from "../../src/app/bell.js";
import { createDeliver } from "../../src/app/deliver.js";
import { deliveryRules, platformOf } from "../../src/app/delivery-rules.js";
import { createLane } from "../../src/app/lane.js";
import type { Log, Notice } from "../../src/app/log.js";
import { createPages } from "../../src/app/pages.js";
import { createPoll } from "../../src/app/poll.js";
import type { Brief } from "../../src/core/brief/schema.js";
import type { Messenger, Outcome, Post } from "../../src/core/message/messenger.js";
import type { Article, Item } from "../../src/core/story.js";
import type { ArticleOutcome, FeedOutcome, Feeds } from "../../src/feeds/outcome.js";
import type { Seed } from "../../src/store/seed.js";
import type { Database } from "../../src/store/tables.js";
import { createMetrics } from "../../src/web/metrics.js";
import { createTurn } from "../../src/app/turn.js";
import { isPostgres } from "../../src/store/postgres.js";
import { openStore, seed, start } from "../store/open.js";
import { briefOf, compose, match } from "./plain-engine.js";

/** The world outside, as plain values that a test changes. Its feeds and chats outlive the process under test. */
export function createWorld() {
  const feedAnswers = new Map<string, FeedOutcome | (() => Promise<FeedOutcome>)>();
  const pageAnswers = new Map<string, ArticleOutcome | (() => Promise<ArticleOutcome>)>();
  const posts: Post[] = [];
  const outcomes: (Outcome | ((post: Post) => Promise<Outcome>))[] = [];
  let history: Map<string, string> | Error | null = null;
  const asked = { feeds: [] as string[], pages: [] as string[], history: 0 };

  const feeds: Feeds = {
    read: async ({ id, url }) => {
      asked.feeds.push(url);
      const answer = feedAnswers.get(id) ?? { kind: "unchanged", maxAge: null, movedTo: null };
      return typeof answer === "function" ? answer() : answer;
    },
    article: async (link) => {
      asked.pages.push(link);
      const answer = pageAnswers.get(link) ?? { kind: "failed", why: "no such page in this world", layout: false };
      return typeof answer === "function" ? answer() : answer;
    },
  };
  const messenger: Messenger = {
    send: async (post) => {
      posts.push(post);
      const outcome = outcomes.shift() ?? { kind: "sent", ref: `m${posts.length}` };
      return typeof outcome === "function" ? outcome(post) : outcome;
    },
    history: async () => {
      asked.history += 1;
      if (history instanceof Error) throw history;
      return history;
    },
  };

  return {
    feeds,
    messenger,
    posts,
    outcomes,
    asked,
    breakHistory: (fault: Error) => (history = fault),
    setHistory: (known: Map<string, string> | null) => (history = known),
    answer: (feed: string, answer: FeedOutcome | (() => Promise<FeedOutcome>)) => feedAnswers.set(feed, answer),
    page: (link: string, answer: ArticleOutcome | (() => Promise<ArticleOutcome>)) => pageAnswers.set(link, answer),
    /** A feed that shows these items, and the page of each, with the given words in its body. */
    show: (feed: string, items: (Item & { body?: string })[]) => {
      feedAnswers.set(feed, read(items));
      for (const item of items)
        if (!pageAnswers.has(item.link)) pageAnswers.set(item.link, pageOf(item, item.body ?? ""));
    },
    /** What the chats got, in order: kind of message and titles. */
    told: () =>
      posts.map(({ message }) =>
        message.blocks.map((block) => (block.type === "heading" ? block.text[0]?.text : "")).join(),
      ),
  };
}

export type World = ReturnType<typeof createWorld>;

/** A feed's answer with these items. */
export function read(items: Item[], more: Partial<Extract<FeedOutcome, { kind: "read" }>> = {}): FeedOutcome {
  const hash = JSON.stringify(items.map(({ id, title, spot }) => [id, title, spot]));
  return {
    kind: "read",
    items,
    etag: null,
    modified: null,
    hash,
    maxAge: null,
    movedTo: null,
    reader: "rss-parser",
    ...more,
  };
}

export function item(
  number: number,
  title: string,
  more: Partial<Item> & { body?: string } = {},
): Item & { body?: string } {
  return {
    id: `aa:${number}`,
    guid: String(number),
    link: `https://aa.example/tr/gundem/haber/${number}`,
    title,
    spot: `Spot of ${number}.`,
    published: start,
    photo: null,
    ...more,
  };
}

export function pageOf(item: Item, body: string, more: Partial<Article> = {}): ArticleOutcome {
  const article: Article = {
    link: item.link,
    language: "tr",
    title: item.title,
    spot: item.spot,
    author: null,
    dateline: null,
    published: item.published,
    updated: null,
    section: null,
    body: [{ kind: "paragraph", text: body }],
    photo: null,
    tags: [],
    ...more,
  };
  return { kind: "read", article, hash: JSON.stringify([article.title, article.spot, article.body]) };
}

/** What a process that dies in a test committed is with the kernel: waiting for the disk would only take time. */
export function unsynced(database: Database): Database {
  if (!isPostgres(database.db)) void sql.raw("pragma synchronous = off").execute(database.db);
  return database;
}

/** One process over a folder: what it logged and told the admins, and its use cases. A second one on the folder is a restart. */
export async function createProcess(
  world: World,
  {
    folder,
    owner = "p1",
    from = seed,
    uncertain = "resend",
    brief = briefOf,
    lanes = ["console", "telegram", "slack:T1"],
    wrap = unsynced,
    counts = false,
    until = async (at) => at, // Time is what a test says it is: whoever waits for a time is there at once.
    holds = () => true,
    pace = { perSecond: 8, perChat: 1_000, perGroup: 1_000 },
  }: {
    folder?: string;
    owner?: string;
    from?: Seed;
    uncertain?: "resend" | "skip";
    brief?: (article: Article) => Brief;
    lanes?: string[];
    wrap?: (database: Database) => Database;
    /** What it does is counted for `/metrics`. */
    counts?: boolean;
    until?: (at: number, cut?: AbortSignal) => Promise<number>;
    holds?: (from: number) => boolean;
    pace?: { perSecond: number; perChat: number; perGroup: number };
  } = {},
) {
  const { store, database, folder: used } = await openStore(folder, wrap);
  await store.seed(from, start);
  const logged: { level: string; text: string; facts: object }[] = [];
  const notices: Notice[] = [];
  const to = (level: string) => (facts: object, text: string) => void logged.push({ level, text, facts });
  const log: Log = { info: to("info"), warn: to("warn"), error: to("error") };
  const admins = (notice: Notice) => void notices.push(notice);
  const rules = deliveryRules({ uncertain, telegram: pace, slack: { perChat: 1_000 } });
  const messengers = new Map(lanes.map((lane) => [lane, world.messenger]));
  const metrics = createMetrics({ store, clock: () => start });
  const feeds = counts ? metrics.feeds(world.feeds) : world.feeds;
  const parts = { store: counts ? { ...store, ...metrics.store() } : store, log, admins, owner };
  const poll = createPoll({ ...parts, feeds, random: () => 0 });
  const bell = createBell();
  const pages = createPages({
    ...parts,
    owed: bell.ring,
    holds,
    feeds,
    match,
    brief: counts ? metrics.brief(brief) : brief,
  });
  const begin = createDeliver({ ...parts, messengers, compose, rules, until, holds });

  /** One round of a lane, to its end. */
  async function deliver(lane: string, now: number) {
    const { grace } = rules.platforms[platformOf(lane)];
    const report = await (await begin(lane, now)).done;
    return { ...report, next: messengers.has(lane) ? await store.deliveries.nextDue(lane, grace, now) : null };
  }

  async function readAll(now: number): Promise<void> {
    while ((await pages(now)).tried > 0);
  }

  return {
    folder: used,
    store,
    metrics,
    db: database.db,
    database,
    takeOver: (now: number) => store.leases.endAll(now),
    poll,
    pages,
    deliver,
    turn: createTurn({ store, rules, until }),
    keep: createLane({ store, begin, rules, until, log, bell }),
    readAll,
    log,
    logged,
    notices,
    /** The whole journey at one time, on the console lane. */
    all: async (now: number, lane = "console") => {
      const report = await poll(now);
      await readAll(now);
      while ((await deliver(lane, now)).sent > 0);
      return report;
    },
    kill: () => database.close(),
  };
}

/** A process that dies with the test, and its world. */
export async function rig(options: Parameters<typeof createProcess>[1] = {}) {
  const world = createWorld();
  const process = await createProcess(world, options);
  onTestFinished(() => process.kill());
  return { world, process };
}
