import { impossible } from "./impossible.js";
import type { FeedKind } from "./story.js";

/** When things are due: arithmetic only. Times and spans are epoch ms and ms; `random` is in [0, 1). */

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** How old a story may be to be posted by itself; what is older comes in a digest, or not at all at a first poll. */
const lateAfter = 24 * hour;

/** Cache-Control may slow a feed down to this, and failing feeds are asked at least this often. */
const slowest = 15 * minute;
/** Feeds that are gone or forbidden are asked at least this often. */
const slowestGone = 6 * hour;
/** An explicit Retry-After is obeyed up to here: beyond it lies a mistake, not a wish. */
const longestWish = 24 * hour;

/** How a poll went, as far as the next one is concerned. `failures` counts the failed polls in a row, this one included. */
export type Pace =
  | { kind: "good"; maxAge: number | null }
  | { kind: "failed"; failures: number; until: number | null }
  | { kind: "gone"; failures: number };

/**
 * When a feed is polled next. After a good poll never later than asked for (the jitter shortens only), so that a
 * `once` run by cron at the feed's own interval finds it due each time.
 */
export function nextPoll(pace: Pace, every: number, now: number, random: number): number {
  switch (pace.kind) {
    case "good": {
      const span = Math.max(every, Math.min(pace.maxAge ?? 0, slowest));
      return now + Math.round(span * (1 - 0.1 * random));
    }
    case "failed": {
      const wait = spread(backOff(every, pace.failures, Math.max(slowest, every)), random);
      if (pace.until === null) return now + wait;
      // A site may ask for more peace than we would give it, not for less: "Retry-After: 1" for hours is no invitation.
      return Math.max(now + wait, Math.min(pace.until, now + longestWish));
    }
    case "gone":
      return now + spread(backOff(every, pace.failures, Math.max(slowestGone, every)), random);
    default:
      return impossible(pace);
  }
}

/** `base`, doubled for each failure after the first, up to `most`. */
export function backOff(base: number, failures: number, most: number): number {
  return Math.min(most, base * 2 ** Math.min(Math.max(failures - 1, 0), 40));
}

/** Within a tenth below the span, so that feeds that failed together do not come back together. */
function spread(span: number, random: number): number {
  return Math.round(span * (1 - 0.1 * random));
}

/** How old the newest item of a feed may be: a frozen feed still answers 200. AA's feeds show a few hours. */
const staleAfter: Record<FeedKind, number> = { aa: 24 * hour, rss: 30 * 24 * hour };

/** Whether a feed stands still: it answers, but its newest item is too old. */
export function isFrozen(feed: { kind: FeedKind; newest: number | null }, now: number): boolean {
  return feed.newest !== null && now - feed.newest > staleAfter[feed.kind];
}

const readings = [15 * minute, hour, 6 * hour, 24 * hour];

/** When a story's page is read again after it was recorded; null after the last time. Missed times are not made up. */
export function nextReading(recorded: number, now: number): number | null {
  const offset = readings.find((offset) => recorded + offset > now);
  return offset === undefined ? null : recorded + offset;
}

/** How often a page that cannot be read is tried: with the pauses below about a day of trying, however long we were down. */
const mostTries = 30;

/** When a page that could not be read is tried again: after 1, 2, 4 … minutes up to an hour; null after 30 failures. */
export function nextTry(failures: number, until: number | null, now: number): number | null {
  if (failures >= mostTries) return null;
  return Math.max(now + backOff(minute, failures, hour), Math.min(until ?? 0, now + slowestGone));
}

/** The earlier of two times of which each may be missing. */
export function earlier(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}

/** How a new story is brought to its chats. */
export type Placement = "post" | "digest" | "old";

/**
 * A story younger than a day is posted; an older one comes in the digest of late stories, unless it came with the feed's
 * first poll. A time in the future counts as now, none as the time it was first seen. What was published before a backup was put in
 * place, at `restored`, may have been posted already: it comes in the digest too.
 */
export function placement(
  story: { published: number | null; seen: number; first: boolean },
  now: number,
  restored: number | null = null,
): Placement {
  const published = Math.min(story.published ?? story.seen, now);
  if (now - published > lateAfter) return story.first ? "old" : "digest";
  return published < (restored ?? 0) ? "digest" : "post";
}
