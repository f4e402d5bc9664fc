import { createHash } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";
import type { StoryFilter } from "./archive.js";
import { candidates, expressionOf, fewNumbers, fitting } from "./search-index.js";
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

/**
 * For one page, so many candidates are held against the filter at most, and so many stories read; `batch`: in batches of so many at first, each
 * twice as large as the one before, between which others have their turn. After `vain` candidates the stories of the filter are gone through, if they are few.
 */
const most = { tried: 50_000, vain: 2_000, read: 2_000, batch: 50 };
const largestBatch = 800;

/** A page of hits; `more`: there are others behind it; `stopped`: it was looked no further than the candidate of that number, beyond which there may be more. */
export interface SearchPage {
  hits: SearchHit[];
  more: boolean;
  stopped: number | null;
}

/** Full text search over all that is kept of the stories. */
export function createSearch({ db, write }: Database, limits = most) {
  return {
    /** The stories that a query finds and that fit a filter, newest first, without the first `skip`; `before`: behind the candidate of that number. */
    find: async (
      query: Query,
      {
        skip,
        count,
        before = Number.MAX_SAFE_INTEGER,
        ...filter
      }: Partial<StoryFilter> & { topics: readonly string[]; skip: number; count: number; before?: number },
    ): Promise<SearchPage> => {
      const wanted = { ...everything, ...filter };
      const hits: (Omit<SearchHit, "view"> & { story: string })[] = [];
      const enough = () => hits.length > skip + count;
      const expression = wanted.topics.length === 0 ? null : await expressionOf(db, query.terms);
      if (expression === null) return { hits: [], more: false, stopped: null };
      let behind: number | null = before;
      let [size, tried, read] = [limits.batch, 0, 0];
      let few: number[] | null = null;
      while (behind !== null && !enough() && tried < limits.tried && read < limits.read) {
        const numbers: number[] =
          few?.splice(0, size) ?? (await candidates(db, { expression, before: behind, count: size }));
        for (const { story, brief } of await fitting(db, numbers, wanted)) {
          if (enough()) break;
          read += 1;
          const fields = searchedFields(briefSchema.parse(JSON.parse(brief)));
          const found = query.find(fields);
          if (found !== null) hits.push({ story, fields, found });
        }
        behind = numbers.length < size ? null : (numbers.at(-1) ?? null);
        const isVain = tried < limits.vain && tried + numbers.length >= limits.vain;
        if (isVain && behind !== null) few = await fewNumbers(db, wanted, behind);
        tried += numbers.length;
        size = Math.min(size * 2, largestBatch);
        await turn();
      }
      const page = hits.slice(skip, skip + count);
      return {
        hits: await Promise.all(
          page.map(async ({ story, ...hit }) => ({ ...hit, view: (await viewOf(db, story)).view })),
        ),
        more: enough(),
        stopped: enough() ? null : behind,
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
