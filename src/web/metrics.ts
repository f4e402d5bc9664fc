import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Brief } from "../core/brief/schema.js";
import { platformOf } from "../core/message/address.js";
import type { Article } from "../core/story.js";
import type { Feeds } from "../feeds/outcome.js";
import type { Store } from "../store/store.js";

export type Metrics = ReturnType<typeof createMetrics>;

const second = 1_000;
/** From half a minute, which no journey undercuts, to a day. */
const waySteps = [30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 10_800, 86_400];
const briefSteps = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

/**
 * What is counted of a running Tellal. Each of `feeds`, `brief` and `store` gives back what it was given, counted: who uses it need not
 * know. The gauges are read from the store when somebody asks.
 */
export function createMetrics({ store, clock }: { store: Store; clock: () => number }) {
  const registry = new Registry();
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name, help, labelNames, registers });

  const polls = counter("tellal_polls_total", "Polls of feeds, by what they brought", ["feed", "outcome"]);
  const pages = counter("tellal_pages_total", "Pages of stories that were asked for, by what they brought", [
    "outcome",
  ]);
  const items = counter("tellal_items_total", "Items that feeds showed newly or with other words", ["change"]);
  const stories = counter("tellal_stories_total", "Stories that were recorded or changed", ["change"]);
  const matches = counter("tellal_matches_total", "Stories by topic; the topics of single chats count as one", [
    "topic",
  ]);
  const gaps = counter("tellal_gaps_total", "Polls that shared no item with the last good one", ["feed"]);
  const deliveries = counter("tellal_deliveries_total", "Deliveries by what became of them", ["platform", "outcome"]);
  const limited = counter("tellal_rate_limited_total", "Sends that a platform put off (429)", ["platform"]);
  const briefs = new Histogram({
    name: "tellal_brief_seconds",
    help: "How long a brief takes",
    buckets: briefSteps,
    registers,
  });
  const ways = new Histogram({
    name: "tellal_publication_to_post_seconds",
    help: "From a story's publication to its post in a chat",
    buckets: waySteps,
    registers,
  });

  const gauge = (name: string, help: string, read: () => Promise<number>) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await read());
      },
    });
  gauge("tellal_outbox_waiting", "Deliveries that are due or being sent", async () =>
    (await store.laneStates()).reduce((sum, { waiting }) => sum + waiting, 0),
  );
  gauge("tellal_outbox_age_seconds", "Since when the longest waiting delivery is due", async () => {
    const due = (await store.laneStates()).flatMap(({ oldest }) => (oldest === null ? [] : [oldest]));
    return due.length === 0 ? 0 : Math.max(0, clock() - Math.min(...due)) / second;
  });
  const feedGauge = (name: string, help: string, read: (feed: Feed) => number | null) =>
    new Gauge({
      name,
      help,
      registers,
      labelNames: ["feed"],
      async collect() {
        this.reset();
        for (const feed of await store.feeds.list()) {
          const value = feed.paused === null ? read(feed) : null;
          if (value !== null) this.set({ feed: feed.id }, value);
        }
      },
    });
  feedGauge("tellal_feed_failures", "Failed polls in a row", ({ failures }) => failures);
  feedGauge(
    "tellal_feed_good_age_seconds",
    "Since the last good poll",
    ({ good }) => good && (clock() - good) / second,
  );
  feedGauge(
    "tellal_feed_item_age_seconds",
    "Age of the newest item",
    ({ newest }) => newest && (clock() - newest) / second,
  );

  /** How long a story was on its way; only of its first post in a chat, and only where its publication is known. */
  async function noteWay(delivery: { kind: string; ref: string }, now: number): Promise<void> {
    if (delivery.kind !== "post") return;
    const story = await store.stories.find(delivery.ref);
    const published = story?.published ?? null;
    if (published !== null) ways.observe(Math.max(0, now - published) / second);
  }

  return {
    /** Begins to measure the process itself. */
    watchProcess: () => collectDefaultMetrics({ register: registry }),
    type: registry.contentType,
    text: () => registry.metrics(),

    feeds: (feeds: Feeds): Feeds => ({
      async read(feed, now) {
        const outcome = await feeds.read(feed, now);
        polls.inc({ feed: feed.id, outcome: outcome.kind });
        return outcome;
      },
      async article(link, language, now) {
        const outcome = await feeds.article(link, language, now);
        pages.inc({ outcome: outcome.kind });
        return outcome;
      },
    }),

    brief:
      (brief: (article: Article) => Brief) =>
      (article: Article): Brief => {
        const end = briefs.startTimer();
        try {
          return brief(article);
        } finally {
          end();
        }
      },

    store: (): Pick<Store, "feeds" | "stories" | "deliveries"> => ({
      feeds: {
        ...store.feeds,
        async settle(claimed, patch, shown, now) {
          const result = await store.feeds.settle(claimed, patch, shown, now);
          if (result.kind === "settled") {
            items.inc({ change: "new" }, result.fresh);
            items.inc({ change: "changed" }, result.changed);
            if (patch.gap === now) gaps.inc({ feed: claimed.feed.id });
          }
          return result;
        },
      },
      stories: {
        ...store.stories,
        async record(reading, now) {
          const recorded = await store.stories.record(reading, now);
          if (recorded.kind === "changed") stories.inc({ change: "changed" });
          if (recorded.kind !== "recorded") return recorded;
          stories.inc({ change: "new" });
          const known = await store.topics.list();
          for (const { topic } of reading.topics) {
            const isOwn = known.some(({ id, owner }) => id === topic && owner !== null);
            matches.inc({ topic: isOwn ? "own" : topic });
          }
          return recorded;
        },
      },
      deliveries: {
        ...store.deliveries,
        async settle(claimed, settlement, now, pace) {
          const settled = await store.deliveries.settle(claimed, settlement, now, pace);
          if (!settled) return settled;
          const platform = platformOf(claimed.chat.address) ?? "other";
          deliveries.inc({ platform, outcome: settlement.kind });
          if (settlement.kind === "later" && settlement.slower === true) limited.inc({ platform });
          if (settlement.kind === "sent") await noteWay(claimed.delivery, now);
          return settled;
        },
      },
    }),
  };
}

type Feed = Awaited<ReturnType<Store["feeds"]["list"]>>[number];
