import type { Database, Reader } from "./tables.js";
import { indexWords } from "./search-index.js";
import { hourOf } from "../core/silence.js";
import { briefSchema } from "../core/brief/schema.js";
import type { Brief } from "../core/brief/schema.js";

/** Five weeks of hours tell what is usual for a feed. */
const hoursKept = 5 * 7 * 24;
/** What happened is told again after an hour, so what was told is soon forgotten. */
const dayKept = 24 * 60 * 60_000;

/** How long is kept, in ms. */
export interface Retention {
  text: number;
  unmatched: number;
  deliveries: number;
}

/** How long the buttons of a search lead on, in ms. */
const buttonsLive = 30 * 24 * 60 * 60_000;

/** So many rows go at once: whoever wants to write meanwhile waits for no more than that. */
const step = 200;

/** What is kept no longer. */
export function createTidy({ db, write }: Database) {
  /** Finds some and drops them, until there are no more. What is found is looked for outside of the transaction, which takes the longest. */
  async function inSteps<Row>(
    find: () => Promise<Row[]>,
    drop: (trx: Reader, rows: readonly Row[]) => Promise<void>,
  ): Promise<void> {
    for (;;) {
      const rows = await find();
      if (rows.length > 0) await write((trx) => drop(trx, rows));
      if (rows.length < step) return;
    }
  }

  /** Texts of items that are no story, and titles of those that will never be one. */
  async function tidyItems(before: number): Promise<void> {
    const old = () => db.selectFrom("items").select("id").where("seen", "<", before).limit(step);
    await inSteps(
      () => old().where("text", "is not", null).execute(),
      async (trx, rows) =>
        void (await trx.updateTable("items").set({ text: null }).where("id", "in", idsOf(rows)).execute()),
    );
    await inSteps(
      () => old().where("fate", "=", "unmatched").where("due", "is", null).where("title", "!=", "").execute(),
      async (trx, rows) =>
        void (await trx.updateTable("items").set({ title: "", spot: "" }).where("id", "in", idsOf(rows)).execute()),
    );
  }

  /** Settled deliveries, the edits before what they edit: that stays while one of them is kept. */
  async function tidyDeliveries(before: number): Promise<void> {
    for (const originals of ["is not", "is"] as const) {
      await inSteps(
        () =>
          db
            .selectFrom("deliveries as d")
            .select("d.id")
            .where("d.original", originals, null)
            .where("d.created", "<", before)
            .where((eb) =>
              eb.or([eb("d.sent", "is not", null), eb("d.dead", "is not", null), eb("d.moot", "is not", null)]),
            )
            .where((eb) =>
              eb.not(eb.exists(eb.selectFrom("deliveries as e").select("e.id").whereRef("e.original", "=", "d.id"))),
            )
            .limit(step)
            .execute(),
        async (trx, rows) => {
          await trx.deleteFrom("delivery_stories").where("delivery", "in", idsOf(rows)).execute();
          await trx.deleteFrom("deliveries").where("id", "in", idsOf(rows)).execute();
        },
      );
    }
  }

  /**
   * Drops the words of stories, those of unmatched items, and settled deliveries whose time is over, step by step. What a post shows of
   * a story stays, and so do the ids of items: a feed that shows an old one again must find it known.
   */
  return async (retention: Retention, now: number): Promise<void> => {
    await inSteps(() => oldVersions(db, now - retention.text), forgetWords);
    await tidyItems(now - retention.unmatched);
    await tidyDeliveries(now - retention.deliveries);
    await write(async (trx) => {
      await trx
        .deleteFrom("notices")
        .where("key", "like", "event:%")
        .where("told", "<", now - dayKept)
        .execute();
      await trx
        .deleteFrom("feed_hours")
        .where("hour", "<", hourOf(now) - hoursKept)
        .execute();
      await trx
        .deleteFrom("searches")
        .where("created", "<", now - buttonsLive)
        .execute();
    });
  };
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

interface OldVersion {
  story: string;
  version: number;
  brief: string;
  newest: number;
}

/** Some of the versions that were recorded before a time and still have their article. */
function oldVersions(db: Reader, before: number): Promise<OldVersion[]> {
  return db
    .selectFrom("versions as v")
    .innerJoin("briefs as b", (join) => join.onRef("b.story", "=", "v.story").onRef("b.version", "=", "v.version"))
    .innerJoin("stories as s", "s.id", "b.story")
    .select(["b.story", "b.version", "b.brief", "s.version as newest"])
    .where("v.recorded", "<", before)
    .where("v.article", "is not", null)
    .limit(step)
    .execute();
}

/** Drops the articles of versions, and what their briefs quote of them. */
async function forgetWords(db: Reader, old: readonly OldVersion[]): Promise<void> {
  for (const { story, version, brief, newest } of old) {
    const kept = withoutWords(briefSchema.parse(JSON.parse(brief)));
    await db
      .updateTable("briefs")
      .set({ brief: JSON.stringify(kept) })
      .where("story", "=", story)
      .where("version", "=", version)
      .execute();
    await db
      .updateTable("versions")
      .set({ article: null })
      .where("story", "=", story)
      .where("version", "=", version)
      .execute();
    if (version === newest) await indexWords(db, story, kept);
  }
}

/** A brief without the story's text and what is quoted of it; offsets stay, though there is nothing left that they cut. */
function withoutWords(brief: Brief): Brief {
  return { ...brief, text: "", quotes: [], background: null };
}
