import { createHash } from "node:crypto";
import type { StoryFilter } from "./archive.js";
import { candidates } from "./search-index.js";
import type { Database } from "./tables.js";
import { viewOf } from "./views.js";
import { briefSchema } from "../core/brief/schema.js";
import { searchedFields } from "../core/brief/searched.js";
import type { Found } from "../core/match/scan.js";
import type { Query } from "../core/match/search.js";
import type { Fields } from "../core/match/topic.js";
import type { ChatAddress } from "../core/message/messenger.js";
import type { StoryView } from "../core/message/view.js";

/** A story that has what was looked for, and where. */
export interface SearchHit {
  view: StoryView;
  fields: Fields;
  found: Found[];
}

const everything = { kind: null, country: null, person: null, from: null, to: null };

/** Stories that are looked at together, and at most, for one page. */
const batch = 50;
const mostLookedAt = 2_000;

/** Full text search over all that is kept of the stories. */
export function createSearch({ db, write }: Database) {
  return {
    /** The stories that a query finds and that fit a filter, newest first, without the first `skip`; `more`: there are others behind them. */
    find: async (
      query: Query,
      { skip, count, ...filter }: Partial<StoryFilter> & { topics: readonly string[]; skip: number; count: number },
    ): Promise<{ hits: SearchHit[]; more: boolean }> => {
      const hits: (Omit<SearchHit, "view"> & { story: string })[] = [];
      let before = Number.MAX_SAFE_INTEGER;
      for (let seen = 0; seen < mostLookedAt && hits.length <= skip + count; seen += batch) {
        const rows = await candidates(db, {
          terms: query.terms,
          filter: { ...everything, ...filter },
          before,
          count: batch,
        });
        for (const { number, story, brief } of rows) {
          before = number;
          const fields = searchedFields(briefSchema.parse(JSON.parse(brief)));
          const found = query.find(fields);
          if (found !== null) hits.push({ story, fields, found });
        }
        if (rows.length < batch) break;
      }
      const page = hits.slice(skip, skip + count);
      return {
        hits: await Promise.all(
          page.map(async ({ story, ...hit }) => ({ ...hit, view: (await viewOf(db, story)).view })),
        ),
        more: hits.length > skip + count,
      };
    },

    /** Keeps a question for the buttons under its answer; they carry the id that comes back. */
    keep: (chat: ChatAddress, words: string, now: number): Promise<string> =>
      write(async (trx) => {
        const id = createHash("sha256").update(words).digest("base64url").slice(0, 12);
        await trx
          .insertInto("searches")
          .values({ id, chat, words, created: now })
          .onConflict((on) => on.columns(["chat", "id"]).doUpdateSet({ created: now }))
          .execute();
        return id;
      }),

    /** A question that was asked in that chat; null for one that is no longer known, or another chat's. */
    kept: async (chat: ChatAddress, id: string): Promise<string | null> => {
      const row = await db
        .selectFrom("searches")
        .select("words")
        .where("chat", "=", chat)
        .where("id", "=", id)
        .executeTakeFirst();
      return row?.words ?? null;
    },
  };
}
