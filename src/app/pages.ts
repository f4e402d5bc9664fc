import type { Log } from "./log.js";
import { faultText } from "./log.js";
import { createReading } from "./reading.js";
import type { ReadingParts } from "./reading.js";
import { impossible } from "../core/impossible.js";
import { earlier, nextReading, nextTry } from "../core/schedule.js";
import type { ArticleOutcome, Feeds } from "../feeds/outcome.js";
import type { ClaimedItem } from "../store/items.js";
import type { Recorded } from "../store/stories.js";
import type { Store } from "../store/store.js";

export interface PagesParts extends Omit<ReadingParts, "store" | "log"> {
  store: Pick<Store, "feeds" | "items" | "stories" | "views">;
  feeds: Pick<Feeds, "article">;
  log: Log;
  /** Names this process in claims. */
  owner: string;
  /** Told as soon as a page left something to send. */
  owed?: () => void;
  /** Whether what this process claimed at a time is still its own; always, unless it is given. */
  holds?: (from: number) => boolean;
  /** A page whose reading it interrupts is neither recorded nor counted as failed: it is read at the next start. */
  signal?: AbortSignal;
}

/** What one round of pages brought: pages tried, and what was recorded of them. */
export interface PagesReport {
  tried: number;
  recorded: number;
  changed: number;
  failed: number;
}

/** Longer than any page takes, its wait for the host's turn included. */
const span = 5 * 60_000;

/**
 * Reads the pages that items owe: each call one page of every host that has none in hand, so calls may overlap. Each item is
 * matched, briefed and recorded with its deliveries in one transaction. Returns what it did; `tried` 0 means nothing is due.
 */
export function createPages(parts: PagesParts) {
  const {
    store,
    feeds,
    match,
    brief,
    log,
    owner,
    signal,
    restored = null,
    holds = () => true,
    owed = () => {},
  } = parts;
  const readingOf = createReading({ store, match, brief, log, restored });

  async function readOne(item: ClaimedItem, now: number): Promise<Recorded | null> {
    const outcome = await feeds.article(item.link, item.language, now);
    if (signal?.aborted === true) return null;
    if (outcome.kind === "failed" && outcome.layout) {
      log.warn({ item: item.id, link: item.link, why: outcome.why }, "a page has a structure that we do not know");
    }
    await noteStructure(item, outcome);
    if (outcome.kind === "read") return store.stories.record(await readingOf(item, outcome, now), now);
    const why = whyOf(outcome);
    const until = outcome.kind === "later" ? outcome.until : null;
    const retry = nextTry(item.failures + 1, until, now);
    if (outcome.kind === "gone" && item.read !== null) {
      const due = item.recorded === null ? null : nextReading(item.recorded, now);
      return store.stories.withdraw(item, due, why, now);
    }
    if (item.read !== null) {
      const due = item.recorded === null ? retry : earlier(retry, nextReading(item.recorded, now));
      return store.stories.postpone(item, { due, why }, now);
    }
    return store.stories.record(await readingOf(item, { kind: "partial", why, retry }, now), now);
  }

  /** One strange page is one; several in a row are a new layout, which `watch` tells of. Only AA's pages have a structure that is theirs. */
  async function noteStructure({ feed, kind, strange }: ClaimedItem, outcome: ArticleOutcome): Promise<void> {
    const isUnknown = outcome.kind === "failed" && outcome.layout;
    const isFallback = outcome.kind === "read" && kind === "aa" && outcome.own === false;
    if (isUnknown || isFallback) await store.feeds.pageRead(feed, true);
    else if (outcome.kind === "read" && strange > 0) await store.feeds.pageRead(feed, false);
  }

  /** The item's id is the story's: a log can be searched for it from the feed to the posts. */
  function tell({ id: story, feed }: ClaimedItem, recorded: Recorded): void {
    if (recorded.kind === "recorded") {
      log.info({ story, feed, fate: recorded.fate, owed: recorded.owed }, "a story was recorded");
    }
    if (recorded.kind === "changed") {
      log.info({ story, feed, version: recorded.version, owed: recorded.owed }, "a story changed");
    }
  }

  /** Pages of which nothing could be written: until their leases end, they would keep their hosts from being asked. */
  const unwritten = new Set<ClaimedItem>();

  async function postpone(item: ClaimedItem, due: number | null, now: number): Promise<void> {
    try {
      await store.stories.postpone(item, { due, why: "a fault of Tellal's own, see the log" }, now);
      unwritten.delete(item);
    } catch (error) {
      if (unwritten.has(item)) return;
      unwritten.add(item);
      log.error({ item: item.id, fault: faultText(error) }, "not even that could be written; tried again and again");
    }
  }

  return async function pages(now: number): Promise<PagesReport> {
    const report: PagesReport = { tried: 0, recorded: 0, changed: 0, failed: 0 };
    // What stood in the way was the database: as soon as it takes this, it takes the page too.
    for (const item of unwritten) await postpone(item, now, now);
    const items = await store.items.claim({ owner, span }, now);
    await Promise.all(
      items.map(async (item) => {
        report.tried += 1;
        try {
          const recorded = await readOne(item, now);
          if (recorded === null) return;
          tell(item, recorded);
          if ("owed" in recorded && recorded.owed > 0) owed();
          if (recorded.kind === "recorded") report.recorded += 1;
          if (recorded.kind === "changed") report.changed += 1;
          if (recorded.kind === "stale") log.warn({ item: item.id }, "another process took this page over");
        } catch (error) {
          report.failed += 1;
          log.error({ item: item.id, link: item.link, fault: faultText(error) }, "a page could not be recorded");
          // Who stood still in the middle of it has not this page any more, which is due as before.
          if (holds(now)) await postpone(item, nextTry(item.failures + 1, null, now), now);
        }
      }),
    );
    return report;
  };
}

function whyOf(outcome: Exclude<ArticleOutcome, { kind: "read" }>): string {
  switch (outcome.kind) {
    case "later":
    case "gone":
      return `the page answered ${outcome.status}`;
    case "forbidden":
    case "failed":
      return outcome.why;
    default:
      return impossible(outcome);
  }
}
