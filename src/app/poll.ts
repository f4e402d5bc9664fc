import PQueue from "p-queue";
import type { Admins, Log } from "./log.js";
import { faultText } from "./log.js";
import { pollPatch } from "./poll-patch.js";
import { hostOf } from "../core/host.js";
import { isFrozen } from "../core/schedule.js";
import type { FeedKind } from "../core/story.js";
import type { Feeds } from "../feeds/outcome.js";
import type { ClaimedFeed } from "../store/feeds.js";
import type { Store } from "../store/store.js";

export interface PollParts {
  store: Pick<Store, "feeds" | "leases">;
  feeds: Pick<Feeds, "read">;
  log: Log;
  admins?: Admins;
  /** Names this process in leases. */
  owner: string;
  /** In [0, 1): spreads the polls. */
  random: () => number;
  /** A poll that it interrupts writes nothing: the feed is polled again at the next start. */
  signal?: AbortSignal;
}

/** What one round of polls brought. `failed` names the feeds that could not be read. */
export interface PollReport {
  polled: number;
  fresh: number;
  changed: number;
  failed: string[];
  gaps: string[];
  /** Feeds that answer, but whose newest item is too old. */
  frozen: string[];
}

/** Longer than any poll takes, once it is the feed's turn at its host. */
const span = 5 * 60_000;
const hostsAtOnce = 16;

/**
 * Polls every feed that is due. What a feed shows is written in one transaction with the feed's state, so nothing that it
 * showed is lost; its pages are read later, by `createPages`. A feed that fails or throws stops no other. `all` polls
 * every feed, whatever its schedule, but for those whose site asked for peace.
 */
export function createPoll({ store, feeds, log, admins, owner, random, signal }: PollParts) {
  /** Polls that could not be written, and when their feeds may be asked again: their leases would hold them for longer. */
  const unwritten = new Map<ClaimedFeed, number>();

  async function freeUnwritten(now: number): Promise<void> {
    for (const [claimed, at] of unwritten) {
      if (at > now) continue;
      await store.leases.end(claimed.lease);
      unwritten.delete(claimed);
    }
  }

  /** Frozen feeds that were told of, so that each is told of once. */
  const told = new Set<string>();

  function tellFrozen(feed: { id: string; kind: FeedKind; newest: number | null }, now: number, report: PollReport) {
    if (!isFrozen(feed, now)) {
      told.delete(feed.id);
      return;
    }
    report.frozen.push(feed.id);
    if (told.has(feed.id)) return;
    told.add(feed.id);
    log.warn({ feed: feed.id, newest: feed.newest }, "the feed answers but stands still: its newest item is old");
  }

  async function pollOne(claimed: ClaimedFeed, now: number, report: PollReport): Promise<void> {
    const { feed } = claimed;
    const { id, kind, language, etag, modified, hash } = feed;
    report.polled += 1;
    let outcome;
    try {
      outcome = await feeds.read({ id, kind, url: feed.moved ?? feed.url, language, etag, modified, hash }, now);
    } catch (error) {
      log.error({ feed: id, fault: faultText(error) }, "reading a feed threw");
      outcome = { kind: "failed", why: "a fault of Tellal's own, see the log" } as const;
    }
    if (signal?.aborted === true) return;
    const { patch, items, gap } = pollPatch(claimed, outcome, now, random());
    const result = await store.feeds.settle(claimed, patch, items, now);
    if (result.kind === "stale") {
      log.warn({ feed: id }, "another process took this feed over; its poll is dropped");
      return;
    }
    report.fresh += result.fresh;
    report.changed += result.changed;
    if (patch.failures > 0) {
      report.failed.push(id);
      log.warn({ feed: id, why: patch.why, failures: patch.failures, due: patch.due }, "feed could not be read");
    } else {
      tellFrozen({ id, kind, newest: patch.newest ?? feed.newest }, now, report);
    }
    if (gap) {
      report.gaps.push(id);
      log.warn({ feed: id, since: feed.good }, "gap: the feed shows no item of the last poll, stories may be missing");
      admins?.({ kind: "gap", feed: id, since: feed.good });
    }
  }

  async function pollSafely(claimed: ClaimedFeed, now: number, report: PollReport): Promise<void> {
    try {
      await pollOne(claimed, now, report);
    } catch (error) {
      report.failed.push(claimed.feed.id);
      unwritten.set(claimed, now + claimed.feed.every);
      log.error({ feed: claimed.feed.id, fault: faultText(error) }, "a poll could not be written");
    }
  }

  return async function poll(now: number, all = false): Promise<PollReport> {
    const report: PollReport = { polled: 0, fresh: 0, changed: 0, failed: [], gaps: [], frozen: [] };
    await freeUnwritten(now);
    const claimed = await store.feeds.claim({ owner, span, all }, now);
    const hosts = new Map<string, ClaimedFeed[]>();
    // Those that failed the last time may hang again: they come last, so that they hold up nobody.
    for (const one of claimed.toSorted((a, b) => Math.sign(a.feed.failures) - Math.sign(b.feed.failures))) {
      const host = hostOf(one.feed.moved ?? one.feed.url);
      hosts.set(host, [...(hosts.get(host) ?? []), one]);
    }
    const queue = new PQueue({ concurrency: hostsAtOnce });
    await queue.addAll(
      // Feeds of one host are asked together: `feeds` paces each host, and a stalled feed must not hold up the next.
      [...hosts.values()].map((feeds) => () => Promise.all(feeds.map((claimed) => pollSafely(claimed, now, report)))),
    );
    return report;
  };
}
