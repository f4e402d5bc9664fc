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

/** What is kept no longer. */
export function createTidy({ write }: Database) {
  /**
   * Drops the words of stories, those of unmatched items, and settled deliveries whose time is over. What a post shows of a
   * story stays, and so do the ids of items: a feed that shows an old one again must find it known. A digest's or post's row stays while an edit of it is kept.
   */
  return (retention: Retention, now: number): Promise<void> =>
    write(async (trx) => {
      await forgetWords(trx, now - retention.text);
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
      await trx
        .updateTable("items")
        .set({ text: null })
        .where("seen", "<", now - retention.unmatched)
        .where("text", "is not", null)
        .execute();
      await trx
        .updateTable("items")
        .set({ title: "", spot: "" })
        .where("seen", "<", now - retention.unmatched)
        .where("fate", "=", "unmatched")
        .where("due", "is", null)
        .where("title", "!=", "")
        .execute();
      for (const originals of ["is not", "is"] as const) {
        const over = trx
          .selectFrom("deliveries as d")
          .select("d.id")
          .where("d.original", originals, null)
          .where("d.created", "<", now - retention.deliveries)
          .where((eb) =>
            eb.or([eb("d.sent", "is not", null), eb("d.dead", "is not", null), eb("d.moot", "is not", null)]),
          )
          .where("d.id", "not in", (eb) =>
            eb
              .selectFrom("deliveries as e")
              .select("e.original")
              .where("e.original", "is not", null)
              .$castTo<{ original: string }>(),
          );
        await trx.deleteFrom("delivery_stories").where("delivery", "in", over).execute();
        await trx.deleteFrom("deliveries").where("id", "in", over).execute();
      }
    });
}

/** Articles, and what briefs quote of them, of versions recorded before a time. */
async function forgetWords(db: Reader, before: number): Promise<void> {
  const old = await db
    .selectFrom("versions as v")
    .innerJoin("briefs as b", (join) => join.onRef("b.story", "=", "v.story").onRef("b.version", "=", "v.version"))
    .innerJoin("stories as s", "s.id", "b.story")
    .select(["b.story", "b.version", "b.brief", "s.version as newest"])
    .where("v.recorded", "<", before)
    .where("v.article", "is not", null)
    .execute();
  for (const { story, version, brief, newest } of old) {
    const kept = withoutWords(briefSchema.parse(JSON.parse(brief)));
    await db
      .updateTable("briefs")
      .set({ brief: JSON.stringify(kept) })
      .where("story", "=", story)
      .where("version", "=", version)
      .execute();
    if (version === newest) await indexWords(db, story, kept);
  }
  await db
    .updateTable("versions")
    .set({ article: null })
    .where("recorded", "<", before)
    .where("article", "is not", null)
    .execute();
}

/** A brief without the story's text and what is quoted of it; offsets stay, though there is nothing left that they cut. */
function withoutWords(brief: Brief): Brief {
  return { ...brief, text: "", quotes: [], background: null };
}
