import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Config } from "../config.js";
import { loadLexicon, loadLocales, ownVersion } from "../config.js";
import { createBriefer } from "../core/brief/brief.js";
import { createMatcher } from "../core/match/matcher.js";
import type { Matcher } from "../core/match/matcher.js";
import { broadcastPost } from "../core/message/broadcast.js";
import type { Paint } from "../core/message/console.js";
import { digestPost } from "../core/message/digest.js";
import type { Message } from "../core/message/message.js";
import { postButtons, postOfLength } from "../core/message/post-buttons.js";
import { followUpPost, storyPost, updatePost, withdrawalPost } from "../core/message/posts.js";
import { createWords } from "../core/message/words.js";
import type { Words } from "../core/message/words.js";
import { impossible } from "../core/impossible.js";
import type { Posting, StoryPosting } from "../app/compose.js";
import { createBell } from "../app/bell.js";
import { createDeliver } from "../app/deliver.js";
import { createEars } from "../app/ears.js";
import { deliveryRules } from "../app/delivery-rules.js";
import { createLane } from "../app/lane.js";
import { createPages } from "../app/pages.js";
import { createPoll } from "../app/poll.js";
import { createWatch } from "../app/watch.js";
import { createTellAdmins } from "../app/tell-admins.js";
import { createConsoleMessenger } from "../chat/console.js";
import { extractArticle } from "../feeds/article.js";
import { createFeeds } from "../feeds/feeds.js";
import { createFetch } from "../feeds/fetch.js";
import type { Log } from "../log.js";
import { restoredKey } from "../store/backup.js";
import { openDatabase } from "../store/database.js";
import type { Storage } from "../store/database.js";
import { openLock } from "../store/lock.js";
import { createStore } from "../store/store.js";
import type { Seed } from "../store/seed.js";
import { createAccess } from "../web/access.js";
import { createMetrics } from "../web/metrics.js";
import { createByOne } from "./by-one.js";
import { keepAlone, openCompany } from "./company.js";
import { openLanes } from "./lanes.js";
import { createListeners, wait } from "./listeners.js";

export interface TellalParts {
  config: Config;
  /** Language of the chats that the configuration subscribes; Turkish unless said. */
  language?: "tr" | "en";
  clock: () => number;
  random: () => number;
  log: Log;
  /** The console as a chat. `write` rejects when nobody reads any more. */
  console: { write: (text: string) => Promise<void>; paint: Paint; width: () => number };
  /** Ends what is under way; what was not finished is taken up at the next start. */
  signal: AbortSignal;
}

export type Tellal = Awaited<ReturnType<typeof openTellal>>;

/**
 * The whole program on one database: takes its lock, opens it, seeds a new one, and joins all parts.
 * Throws a `Refusal` where another Tellal holds the folder or the database cannot be used.
 */
export async function openTellal({ config, language, clock, random, log, console, signal }: TellalParts) {
  const { settings } = config;
  const storage = storageOf(config);
  const { folder, address } = storage;
  const lock = address === undefined ? openLock(folder) : null;
  const closing: (() => Promise<void>)[] = [async () => lock?.release()];
  try {
    const store = createStore({ database: await openDatabase(storage) });
    closing.push(() => store.close());
    const seed: Seed = seedOf(config, language);
    if (!(await store.seed(seed, clock()))) await tellDifferences();
    const owner = randomUUID();
    const company =
      address === undefined
        ? await keepAlone(store, clock())
        : await openCompany({ store, address, owner, clock, log });
    closing.push(company.leave);

    const outside = createFeeds({
      fetch: createFetch({ network: settings.network }),
      network: settings.network,
      version: ownVersion(),
      clock,
      extract: extractArticle,
      log,
      signal,
    });
    if (config.env.ROLES.includes("poll")) outside.warm();
    const words = createWords(loadLocales());
    const messenger = createConsoleMessenger({ ...console, words, clock });
    const lanes = await openLanes({ env: config.env, console: messenger, store, words, clock, log });
    const { messengers, workspaces } = lanes;
    const tellAdmins = createTellAdmins({ store, admins: config.env.ADMINS, messengers, words, log, clock });
    const admins = tellAdmins.happened;
    const metrics = createMetrics({ store, clock });
    const measured = { ...store, ...metrics.store() };
    const feeds = metrics.feeds(outside);
    const { WEB_HOST: host, WEB_PORT: port, WEB_URL: url = null, WEB_TOKEN: token = null } = config.env;
    const key = await webKey();
    const access = createAccess({ host, url, token, key, spend: store.tickets.spend });
    const topics = createTopics();
    const rules = deliveryRules(settings.delivery);
    const compose = (posting: Posting) => messageOf(posting, words);
    const { holds, isShared } = company;
    const byOne = createByOne({ leases: store.leases, owner, clock, wait, log });
    const delivering = { store: measured, messengers, compose, rules, log, admins, owner, until, signal };
    const begin = createDeliver({ ...delivering, holds });
    const brief = metrics.brief(createBriefer(loadLexicon()));
    const bell = createBell();
    const readPages = createPages({
      store: measured,
      feeds,
      log,
      owner,
      holds,
      owed: bell.ring,
      signal,
      match: (fields) => topics.matcher().match(fields),
      brief,
      restored: await store.settings.get(restoredKey, z.number()),
    });

    return {
      store,
      words,
      /** Who may see the web page. */
      access,
      metrics,
      lanes: [...messengers.keys()],
      messengers,
      onLane: lanes.onOpen,
      laterLane: lanes.later,
      /** Learns which workspaces came and went at other processes. */
      refreshLanes: async () => (isShared ? workspaces?.refresh() : undefined),
      admins,
      /** What hears people, where the environment has what it takes. */
      listening: () =>
        createListeners({
          env: config.env,
          ears: createEars({
            store,
            feeds,
            brief,
            words,
            rules,
            admins: config.env.ADMINS,
            tell: admins,
            web: port === undefined ? null : access,
            clock,
            until,
            breathe,
          }),
          workspaces,
          admins,
          byOne: isShared ? byOne.hearing : undefined,
          first: isShared ? (id, span) => store.tickets.spend(id, clock() + span, clock()) : undefined,
          words,
          clock,
          log,
        }),
      poll: createPoll({ store: measured, feeds, log, admins, owner, random, signal }),
      /** Reads due pages with the topics as they are now. */
      pages: async (now: number) => {
        await topics.refresh();
        return readPages(now);
      },
      tidy,
      /** Looks whether feeds and lanes are well, and tells the admins what is not. */
      watch: createWatch({ store, tell: tellAdmins.tell, log }),
      /** Whether this process may begin something now: it is there, as the others see it. */
      isPresent: () => holds(clock()),
      takeOver: company.takeOver,
      /** Does what two processes must not do at the same time, unless another one does it. */
      byOne: (name: string, work: () => Promise<void>) => (isShared ? byOne.once(name, work) : work()),
      keep: createLane({ store, begin, rules, until, log, signal, bell, ...(isShared && { lookAgain: sharedLook }) }),
      matcher: topics.matcher,
      close,
    };

    /** Resolves at a time, or when the process is to stop or `cut` aborts, and says what time it is then. */
    async function until(at: number, cut: AbortSignal = signal): Promise<number> {
      const span = at - clock();
      if (span > 0) await sleep(span, undefined, { signal: AbortSignal.any([signal, cut]) }).catch(() => {});
      return clock();
    }

    async function tellDifferences(): Promise<void> {
      const differences = await store.differences(seed);
      if (differences.length === 0) return;
      const shown = differences.slice(0, 10).map(({ what, id, how }) => `${what} ${id} ${how}`);
      log.warn(
        { differences: differences.length, shown },
        "tellal.yaml and the database differ; the database counts (tellal config apply merges the file into it)",
      );
    }

    /** What signs links and sessions of the web page: made once for a database. */
    async function webKey(): Promise<string> {
      const known = await store.settings.get(webKeyName, z.string());
      return known ?? store.settings.settle(webKeyName, randomBytes(32).toString("hex"));
    }

    /** Tidies if that was not done for a day: whoever runs `once` from cron keeps the retention too. */
    async function tidy(now: number): Promise<void> {
      const last = await store.settings.get(tidied, z.number());
      if (last !== null && Math.abs(now - last) < day) return;
      await store.tidy(settings.retention, now);
      await store.settings.set(tidied, now);
    }

    /** The compiled topics, compiled again when a command or `config apply` changed them. */
    function createTopics() {
      let matcher: Matcher = createMatcher([]);
      let known = "[]";
      return {
        matcher: () => matcher,
        refresh: async () => {
          const topics = await store.topics.list();
          const text = JSON.stringify(topics);
          if (text === known) return;
          const everybodys = new Set(topics.filter(({ owner }) => owner === null).map(({ id }) => id));
          matcher = createMatcher(topics, (unread) => {
            log.error({ ...unread }, "a keyword cannot be read any more and finds nothing");
            // A chat's own topic is nobody else's business; its list of keywords shows the fault.
            if (everybodys.has(unread.topic)) admins({ kind: "unread", ...unread });
          });
          known = text;
        },
      };
    }
  } catch (error) {
    await close();
    throw error;
  }

  /** Closes what was opened, the last first. */
  async function close(): Promise<void> {
    for (const end of closing.toReversed()) await end();
  }
}

/** Lets all that waits in this process go first. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** How often an idle lane looks whether it is owed something, in ms, where another process may have read the page. */
const sharedLook = 500;
const webKeyName = "web-key";
const tidied = "tidied";
const day = 24 * 60 * 60_000;

/** Where a configured Tellal stores. */
export const storageOf = ({ data, env }: Config): Storage => ({ folder: data, address: env.DATABASE_URL });

/** The part of the configuration that fills a new database. */
export function seedOf({ settings }: Config, language?: "tr" | "en"): Seed {
  const { feeds, topics, subscribe } = settings;
  if (language === undefined) return { feeds, topics, subscribe };
  return { feeds, topics, subscribe: subscribe.map((one) => ({ ...one, language })) };
}

function messageOf(posting: Posting, words: Words): Message {
  if (posting.kind === "broadcast") return broadcastPost(posting.text, posting.language, words);
  const { kind, stories, language, reason } = posting;
  const [first] = stories;
  switch (kind) {
    case "post":
      return ofLength(storyPost(first, language, words), posting, words);
    case "followUp":
      return ofLength(followUpPost(first, language, words), posting, words);
    case "update":
      return ofLength(updatePost(first, language, words), posting, words);
    case "withdrawal":
      return withdrawalPost(first, language, words);
    case "digest":
      return digestPost(stories, language, words, reason);
    default:
      return impossible(kind);
  }
}

function ofLength(post: Message, { stories: [view], length, buttons }: StoryPosting, words: Words): Message {
  const made = postOfLength(post, length);
  return buttons ? { ...made, blocks: [...made.blocks, ...postButtons(view, post.language, length, words)] } : made;
}
