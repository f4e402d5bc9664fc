import { hostOf } from "../core/host.js";
import { impossible } from "../core/impossible.js";
import { nextPoll } from "../core/schedule.js";
import type { FeedOutcome } from "../feeds/outcome.js";
import type { ClaimedFeed, FeedPatch } from "../store/feeds.js";
import type { Shown } from "../store/items.js";

/** What a poll changes: the feed's columns, the items to write (null: the feed was not read anew), and whether there is a gap. */
export interface Polled {
  patch: FeedPatch;
  items: Shown[] | null;
  gap: boolean;
}

/** A permanent redirect is believed after so many equal answers. */
const movesToBelieve = 3;
/** And doubted after so many failures in a row at the address that it led to. */
const failuresToDoubt = 3;
/** Back to the configured address. */
const home = { moved: null, moving: null, moves: 0 };

/** Each outcome of a poll as what is written of it: rows 1 to 5 of the design. */
export function pollPatch(claimed: ClaimedFeed, outcome: FeedOutcome, now: number, random: number): Polled {
  const { feed, shown } = claimed;
  const failures = feed.failures + 1;
  const doubt = feed.moved !== null && failures >= failuresToDoubt ? home : {};
  switch (outcome.kind) {
    case "read": {
      const items = outcome.items.map((item) => ({ ...item, host: hostOf(item.link) }));
      const before = new Set(shown);
      const gap = before.size > 0 && items.length > 0 && !items.some((item) => before.has(item.id));
      const patch = {
        ...goodPatch(claimed, outcome, now, random),
        etag: outcome.etag,
        modified: outcome.modified,
        hash: outcome.hash,
        reader: outcome.reader,
        newest: newestOf(items) ?? feed.newest,
        ...(gap ? { gap: now } : {}),
      };
      return { patch, items, gap };
    }
    case "unchanged":
      return { patch: goodPatch(claimed, outcome, now, random), items: null, gap: false };
    case "later":
      return failed({
        failures,
        why: `answered ${outcome.status}`,
        until: outcome.until,
        due: nextPoll({ kind: "failed", failures, until: outcome.until }, feed.every, now, random),
        ...doubt,
      });
    case "failed":
      return failed({
        failures,
        why: outcome.why,
        due: nextPoll({ kind: "failed", failures, until: null }, feed.every, now, random),
        ...doubt,
      });
    case "gone":
    case "forbidden":
      return failed({
        failures,
        why: outcome.kind === "gone" ? `answered ${outcome.status}` : outcome.why,
        due: nextPoll({ kind: "gone", failures }, feed.every, now, random),
        // The address that was remembered may be the wrong one.
        ...home,
      });
    default:
      return impossible(outcome);
  }
}

function failed(patch: FeedPatch): Polled {
  return { patch, items: null, gap: false };
}

function goodPatch(
  { feed }: ClaimedFeed,
  { maxAge, movedTo }: { maxAge: number | null; movedTo: string | null },
  now: number,
  random: number,
): FeedPatch {
  const moves = movedTo !== null && movedTo === feed.moving ? feed.moves + 1 : 1;
  const believed = movedTo !== null && moves >= movesToBelieve;
  return {
    due: nextPoll({ kind: "good", maxAge }, feed.every, now, random),
    good: now,
    failures: 0,
    why: null,
    until: null,
    moved: believed ? movedTo : feed.moved,
    moving: believed ? null : movedTo,
    moves: movedTo === null || believed ? 0 : moves,
  };
}

function newestOf(items: Shown[]): number | null {
  const times = items.map((item) => item.published).filter((time) => time !== null);
  return times.length === 0 ? null : Math.max(...times);
}
