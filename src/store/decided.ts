import { ofTopicsWithin } from "./of-topics.js";
import type { Database } from "./tables.js";
import { viewOf } from "./views.js";
import { confidenceFloor } from "../core/message/posts.js";
import type { StoryView } from "../core/message/view.js";

/** The stories of some topics in which something was decided, told since a time; the newest first, without the first `skip`. */
export function createDecided({ db }: Database) {
  return async ({
    topics,
    since,
    skip,
    count,
  }: {
    topics: readonly string[];
    since: number;
    skip: number;
    count: number;
  }): Promise<StoryView[]> => {
    const rows = await db
      .selectFrom("stories as s")
      .innerJoin("briefs as b", (join) => join.onRef("b.story", "=", "s.id").onRef("b.version", "=", "s.version"))
      .select("s.id")
      .where("s.withdrawn", "is", null)
      .where("b.confidence", ">=", confidenceFloor)
      .where((eb) => eb(eb.fn.coalesce("s.published", "s.recorded"), ">=", since))
      .where(await ofTopicsWithin(db, topics))
      .where((eb) => eb.exists(eb.selectFrom("decisions as d").select("d.story").whereRef("d.story", "=", "s.id")))
      .orderBy((eb) => eb.fn.coalesce("s.published", "s.recorded"), "desc")
      .orderBy("s.id", "desc")
      .offset(skip)
      .limit(count)
      .execute();
    return Promise.all(rows.map(async ({ id }) => (await viewOf(db, id)).view));
  };
}
