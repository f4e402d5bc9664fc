import { z } from "zod";
import { subscribeChat } from "./chats.js";
import { mergeFeed } from "./seed.js";
import type { Reader } from "./tables.js";
import { putKeyword, putTopic } from "./topics.js";
import { impossible } from "../core/impossible.js";

const name = z.object({ tr: z.string(), en: z.string() });
const feed = z.object({
  id: z.string(),
  kind: z.enum(["aa", "rss"]),
  url: z.string(),
  language: z.string(),
  every: z.number(),
});
const topic = z.object({
  id: z.string(),
  name,
  owner: z.string().nullable(),
  keywords: z.array(z.string()).readonly(),
});
const keyword = { topic: z.string(), text: z.string(), position: z.number().nullable() };

/** What somebody changed by command. Each kind but the last says all that is needed to take it back. */
export const changeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("keyword-add"), ...keyword }),
  z.object({ kind: z.literal("keyword-remove"), ...keyword }),
  z.object({ kind: z.literal("topic-add"), topic }),
  z.object({ kind: z.literal("topic-remove"), topic }),
  z.object({ kind: z.literal("topic-rename"), topic: z.string(), from: name, to: name }),
  z.object({ kind: z.literal("feed-add"), feed }),
  z.object({ kind: z.literal("feed-remove"), feed }),
  z.object({ kind: z.literal("feed-pause"), feed: z.string() }),
  z.object({ kind: z.literal("feed-resume"), feed: z.string() }),
  z.object({ kind: z.literal("admin-add"), admin: z.string() }),
  z.object({ kind: z.literal("admin-remove"), admin: z.string() }),
  z.object({ kind: z.literal("broadcast"), id: z.string(), text: z.string(), chats: z.number() }),
]);
export type Change = z.output<typeof changeSchema>;

/** The change that takes another one back; null for what cannot be. */
export function inverse(change: Change): Change | null {
  switch (change.kind) {
    case "keyword-add":
      return { ...change, kind: "keyword-remove" };
    case "keyword-remove":
      return { ...change, kind: "keyword-add" };
    case "topic-add":
      return { ...change, kind: "topic-remove" };
    case "topic-remove":
      return { ...change, kind: "topic-add" };
    case "topic-rename":
      return { ...change, from: change.to, to: change.from };
    case "feed-add":
      return { ...change, kind: "feed-remove" };
    case "feed-remove":
      return { ...change, kind: "feed-add" };
    case "feed-pause":
      return { ...change, kind: "feed-resume" };
    case "feed-resume":
      return { ...change, kind: "feed-pause" };
    case "admin-add":
      return { ...change, kind: "admin-remove" };
    case "admin-remove":
      return { ...change, kind: "admin-add" };
    case "broadcast":
      return null;
    default:
      return impossible(change);
  }
}

/** Makes a change; false if the database is not as it supposes (somebody was faster), and then nothing is written. */
export async function make(db: Reader, change: Change, now: number): Promise<boolean> {
  switch (change.kind) {
    case "keyword-add":
      return putKeyword(db, change, now);
    case "keyword-remove":
      return isOne(
        db.deleteFrom("keywords").where("topic", "=", change.topic).where("text", "=", change.text).executeTakeFirst(),
        ({ numDeletedRows }) => numDeletedRows,
      );
    case "topic-add": {
      if (!(await putTopic(db, change.topic, now))) return false;
      // A chat that makes a topic of its own wants its stories.
      if (change.topic.owner !== null) await subscribeChat(db, change.topic.owner, change.topic.id, now);
      return true;
    }
    case "topic-remove": {
      // The followers stay, for the day when it is taken back.
      await db.deleteFrom("keywords").where("topic", "=", change.topic.id).execute();
      return updated(
        db.updateTable("topics").set({ removed: now }).where("id", "=", change.topic.id).where("removed", "is", null),
      );
    }
    case "topic-rename":
      return updated(
        db
          .updateTable("topics")
          .set(change.to)
          .where("id", "=", change.topic)
          .where("tr", "=", change.from.tr)
          .where("en", "=", change.from.en)
          .where("removed", "is", null),
      );
    case "feed-add": {
      const known = await db.selectFrom("feeds").select("removed").where("id", "=", change.feed.id).executeTakeFirst();
      if (known !== undefined && known.removed === null) return false;
      await mergeFeed(db, change.feed, now);
      return updated(db.updateTable("feeds").set({ due: now, paused: null }).where("id", "=", change.feed.id));
    }
    case "feed-remove":
      return updated(
        db.updateTable("feeds").set({ removed: now }).where("id", "=", change.feed.id).where("removed", "is", null),
      );
    case "feed-pause":
      return updated(
        db
          .updateTable("feeds")
          .set({ paused: now })
          .where("id", "=", change.feed)
          .where("paused", "is", null)
          .where("removed", "is", null),
      );
    case "feed-resume":
      return updated(
        db
          .updateTable("feeds")
          .set({ paused: null, due: now })
          .where("id", "=", change.feed)
          .where("paused", "is not", null)
          .where("removed", "is", null),
      );
    case "admin-add":
      return isOne(
        db
          .insertInto("admins")
          .values({ who: change.admin, created: now })
          .onConflict((on) => on.column("who").doNothing())
          .executeTakeFirst(),
        ({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows ?? 0n,
      );
    case "admin-remove":
      return isOne(
        db.deleteFrom("admins").where("who", "=", change.admin).executeTakeFirst(),
        ({ numDeletedRows }) => numDeletedRows,
      );
    case "broadcast":
      throw new Error("announcements are owed by `oweBroadcast`");
    default:
      return impossible(change);
  }
}

async function updated(query: { executeTakeFirst: () => Promise<{ numUpdatedRows: bigint }> }): Promise<boolean> {
  return isOne(query.executeTakeFirst(), ({ numUpdatedRows }) => numUpdatedRows);
}

async function isOne<Result>(result: Promise<Result>, count: (result: Result) => bigint): Promise<boolean> {
  return count(await result) === 1n;
}
