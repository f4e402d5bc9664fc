import type { Log, Notice } from "./log.js";
import { isFrozen } from "../core/schedule.js";
import { hourOf, isSilent } from "../core/silence.js";
import type { Store } from "../store/store.js";

export interface WatchParts {
  store: Pick<Store, "feeds" | "watched">;
  /** Tells the admins; false if nobody could be told. */
  tell: (notice: Notice) => Promise<boolean>;
  log: Log;
}

/** What is not well now. */
export type Trouble = Extract<Notice, { kind: "failing" | "silent" | "layout" | "still" }>;

const hour = 60 * 60_000;
/** A feed that fails for so long, and a lane that sends nothing of what is due, is told of. */
const failingAfter = hour;
const stillAfter = hour / 2;
/** Pages in a row that were read in another way than AA's own, or not at all. */
const strangePages = 3;
const hoursBack = 5 * 7 * 24;

/** What was told by who saw it happen, and is looked after here: it has no state of its own. */
const closed = "closed:";

/**
 * Looks whether feeds and lanes are well. What is not is told to the admins once, however often the program is started meanwhile,
 * and once more when it is well again; where nobody can be told, it is tried again the next time.
 */
export function createWatch({ store, tell, log }: WatchParts) {
  async function troubles(now: number): Promise<Trouble[]> {
    const found: Trouble[] = [];
    for (const feed of await store.feeds.list()) {
      const { id, why, failures, good, created, strange, paused } = feed;
      if (paused !== null) continue;
      if (failures > 0) {
        const since = good ?? created;
        if (since <= now - failingAfter) found.push({ kind: "failing", feed: id, since, why: why ?? "" });
      } else if (isFrozen(feed, now) || isSilent(await store.watched.hours(id, hourOf(now) - hoursBack), now)) {
        found.push({ kind: "silent", feed: id, newest: feed.newest });
      }
      if (strange >= strangePages) found.push({ kind: "layout", feed: id, pages: strange });
    }
    for (const { lane, waiting, oldest } of await store.watched.still(now - stillAfter)) {
      found.push({ kind: "still", lane, waiting, since: oldest });
    }
    return found;
  }

  return async function watch(now: number): Promise<void> {
    const open = new Map((await troubles(now)).map((trouble) => [keyOf(trouble), trouble]));
    const known = new Map((await store.watched.notices()).map((row) => [row.key, row]));
    for (const [key, trouble] of open) {
      const row = known.get(key);
      if (row === undefined) {
        log.warn({ ...trouble }, "something is not well");
        await store.watched.begin(key, now);
      }
      if ((row?.told ?? null) === null && (await tell(trouble))) await store.watched.told(key, now, now);
    }
    for (const { key, told, since } of known.values()) {
      const [kind = "", ...rest] = key.split(":");
      const what = rest.join(":");
      if (!isWatched(kind) || open.has(key)) continue;
      if (key.startsWith(closed) && !(await store.watched.sentSince(what, since))) continue;
      log.info({ what: key }, "well again");
      if (told !== null) await tell({ kind: "well", of: kind, what });
      await store.watched.end(key);
    }
  };
}

function keyOf(trouble: Trouble): string {
  return `${trouble.kind}:${trouble.kind === "still" ? trouble.lane : trouble.feed}`;
}

function isWatched(kind: string): kind is Trouble["kind"] | "closed" {
  return kind === "failing" || kind === "silent" || kind === "layout" || kind === "still" || kind === "closed";
}
