import type { ClaimedFeed } from "./feeds.js";
import { takeHost } from "./leases.js";
import { isPostgres } from "./postgres.js";
import type { Database, Reader, Tables } from "./tables.js";
import type { FeedKind, Item } from "../core/story.js";

/** An item as a poll saw it, with the host that its page is read from. */
export type Shown = Item & { host: string };

/** An item whose page this process reads now. */
export type ClaimedItem = Omit<Tables["items"], "lease"> & {
  kind: FeedKind;
  language: string;
  /** How many pages of its feed in a row were strange. */
  strange: number;
};

/**
 * Writes the items that a feed shows. New ones owe a page at once; known ones whose words changed owe it again, but only
 * when the feed that showed them first says so: two feeds that word one story differently would make it flap.
 */
export async function writeItems(
  db: Reader,
  { claimed, items }: { claimed: ClaimedFeed; items: Shown[] },
  now: number,
): Promise<{ fresh: number; changed: number }> {
  const known = await knownItems(db, items);
  const fresh: Shown[] = [];
  const firstNoMore: string[] = [];
  let changed = 0;
  for (const [at, item] of items.entries()) {
    if (at % atOnce === atOnce - 1) await breathe();
    const old = findKnown(known, item);
    if (old === undefined) {
      fresh.push(item);
      continue;
    }
    if (old.feed === claimed.feed.id && !isForgotten(old) && (old.title !== item.title || old.spot !== item.spot)) {
      changed += 1;
      const { title, spot, link, host, photo } = item;
      await db
        .updateTable("items")
        .set({ title, spot, link, host, photo, changed: now, due: now, failures: 0 })
        .where("id", "=", old.id)
        .execute();
    }
    if (old.first !== null && old.tried === null && !claimed.first) firstNoMore.push(old.id);
    // A feed that rewrote its links may rewrite its guids next.
    if (old.feed === claimed.feed.id && item.alias && old.alias !== item.alias) {
      await db.updateTable("items").set({ alias: item.alias }).where("id", "=", old.id).execute();
    }
  }
  for await (const some of portions(firstNoMore)) {
    await db.updateTable("items").set({ first: null }).where("id", "in", some).execute();
  }
  let inserted = 0;
  for await (const some of portions(fresh)) inserted += await insertItems(db, claimed, some, now);
  return { fresh: inserted, changed };
}

/** A feed may show thousands of items: after so many of them everybody else has a turn, in the midst of the transaction. */
const atOnce = 50;

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

async function* portions<One>(all: readonly One[]): AsyncGenerator<One[]> {
  for (let at = 0; at < all.length; at += atOnce) {
    if (at > 0) await breathe();
    yield all.slice(at, at + atOnce);
  }
}

type Known = Pick<
  Tables["items"],
  "id" | "alias" | "feed" | "title" | "spot" | "published" | "first" | "tried" | "fate" | "due"
>;

/** Its words were dropped when their time was over: that is no change of the feed's. */
function isForgotten({ title, fate, due }: Known): boolean {
  return fate === "unmatched" && title === "" && due === null;
}

/** The known items by each of their names. */
async function knownItems(db: Reader, items: Shown[]): Promise<Map<string, Known[]>> {
  const known = new Map<string, Known[]>();
  const names = items.flatMap(({ id, alias }) => (alias ? [id, alias] : [id]));
  for await (const some of portions(names)) {
    const rows = await db
      .selectFrom("items")
      .select(["id", "alias", "feed", "title", "spot", "published", "first", "tried", "fate", "due"])
      .where((eb) => eb.or([eb("id", "in", some), eb("alias", "in", some)]))
      .orderBy("id")
      .execute();
    for (const row of rows) {
      for (const name of row.alias === null ? [row.id] : [row.id, row.alias]) {
        known.set(name, [...(known.get(name) ?? []), row]);
      }
    }
  }
  return known;
}

/**
 * The known item that this one is: by its id, else by its link, where its title or its time is the same too. A page that
 * tells something new under one address each day must not hide a story.
 */
function findKnown(known: Map<string, Known[]>, item: Shown): Known | undefined {
  const rows = [item.id, item.alias ?? item.id].flatMap((name) => known.get(name) ?? []);
  const isSame = ({ title, published }: Known) =>
    title === item.title || (published !== null && published === item.published);
  return rows.find(({ id }) => id === item.id) ?? rows.find(isSame);
}

async function insertItems(
  db: Reader,
  { feed, batch, first }: ClaimedFeed,
  items: Shown[],
  now: number,
): Promise<number> {
  const rows = items.map(({ id, host, link, alias = null, guid, title, spot, published, photo }) => ({
    id,
    host,
    link,
    alias,
    guid,
    title,
    spot,
    published,
    photo,
    feed: feed.id,
    batch,
    seen: now,
    first: first ? now : null,
    due: now,
    failures: 0,
    fence: 0,
  }));
  const result = await db
    .insertInto("items")
    .values(rows)
    .onConflict((on) => on.column("id").doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0n);
}

/** The items that owe a page. */
export function createItems({ db, write }: Database) {
  return {
    /**
     * Claims one item for each host that has one due and none in hand: unread ones before those to be read again, the
     * oldest first, so that the order of recording is that of publication. On a shared database only of hosts that no other
     * process asks.
     */
    claim: ({ owner, span }: { owner: string; span: number }, now: number) =>
      write(async (trx) => {
        const hosts = await trx
          .selectFrom("items")
          .select("host")
          .distinct()
          .where("due", "<=", now)
          .where("host", "not in", (eb) =>
            eb.selectFrom("items as busy").select("busy.host").where("busy.lease", ">", now),
          )
          .execute();
        const claimed: ClaimedItem[] = [];
        for (const { host } of hosts) {
          const id = await nextItem(trx, host, now);
          if (id === undefined) continue;
          if (isPostgres(trx) && !(await takeHost(trx, { host, owner, until: now + span }, now))) continue;
          const row = await trx
            .updateTable("items")
            .set((eb) => ({ lease: now + span, owner, fence: eb("fence", "+", 1) }))
            .where("id", "=", id)
            .where("due", "<=", now)
            .where((eb) => eb.or([eb("lease", "is", null), eb("lease", "<=", now)]))
            .returningAll()
            .executeTakeFirst();
          if (row === undefined) continue;
          const feed = await trx
            .selectFrom("feeds")
            .select(["kind", "language", "strange"])
            .where("id", "=", row.feed)
            .executeTakeFirstOrThrow();
          claimed.push({ ...row, ...feed });
        }
        return claimed;
      }),

    /** The item that one of some names belongs to: identities, or canonical links. */
    named: async (names: readonly string[]) => {
      if (names.length === 0) return undefined;
      const rows = await db
        .selectFrom("items")
        .selectAll()
        .where((eb) => eb.or([eb("id", "in", names), eb("alias", "in", names)]))
        .execute();
      return rows.toSorted((a, b) => names.indexOf(a.id) - names.indexOf(b.id))[0];
    },

    /** When the next page is due; null when no item owes one. */
    nextDue: async () => {
      const row = await db
        .selectFrom("items")
        .select((eb) => eb.fn.min("due").as("due"))
        .where("due", "is not", null)
        .executeTakeFirst();
      return row?.due ?? null;
    },
  };
}

async function nextItem(db: Reader, host: string, now: number): Promise<string | undefined> {
  const row = await db
    .selectFrom("items")
    .select("id")
    .where("host", "=", host)
    .where("due", "<=", now)
    .orderBy((eb) => eb.case().when("tried", "is", null).then(0).else(1).end())
    .orderBy((eb) => eb.fn.coalesce("published", "seen"))
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** What becomes of a claimed item once its page was tried. */
export type ItemPatch = Partial<Pick<Tables["items"], "read" | "recorded" | "why" | "fate" | "text">> &
  Pick<Tables["items"], "due" | "failures">;

/**
 * Gives a claimed item back; false if another process took it over, and then nothing of the reading may be written. An item
 * that its feed changed while its page was being read stays due.
 */
export async function endItem(
  db: Reader,
  item: Pick<ClaimedItem, "id" | "fence" | "changed">,
  patch: ItemPatch,
  now: number,
): Promise<boolean> {
  const row = await db.selectFrom("items").select("changed").where("id", "=", item.id).executeTakeFirst();
  const due = row?.changed === item.changed ? patch.due : now;
  const result = await db
    .updateTable("items")
    .set({ ...patch, due, tried: now, lease: null, owner: null })
    .where("id", "=", item.id)
    .where("fence", "=", item.fence)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
