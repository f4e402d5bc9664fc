import type { Database } from "./tables.js";

/** How long is kept, in ms. */
export interface Retention {
  text: number;
  unmatched: number;
  deliveries: number;
}

/** What is kept no longer. */
export function createTidy({ write }: Database) {
  /**
   * Drops full texts, unmatched texts and settled deliveries whose time is over. Ids of items stay: a feed that shows an old
   * one again must find it known. A digest's or post's row stays while an edit of it is kept.
   */
  return (retention: Retention, now: number): Promise<void> =>
    write(async (trx) => {
      await trx
        .updateTable("versions")
        .set({ article: null })
        .where("recorded", "<", now - retention.text)
        .where("article", "is not", null)
        .execute();
      await trx
        .updateTable("items")
        .set({ text: null })
        .where("seen", "<", now - retention.unmatched)
        .where("text", "is not", null)
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
