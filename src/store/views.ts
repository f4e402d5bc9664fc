import { ofTopicsWithin } from "./of-topics.js";
import type { Database, Reader } from "./tables.js";
import { briefSchema } from "../core/brief/schema.js";
import type { Outline } from "../core/continues.js";
import type { ChatAddress } from "../core/message/messenger.js";
import type { StoryView } from "../core/message/view.js";

/** A story as a post shows it, with what its delivery must know besides. */
export interface StoredView {
  view: StoryView;
  withdrawn: boolean;
  continues: string | null;
}

/** A known story that a new one may continue; `thread` is the first story of its thread. */
export type KnownStory = Outline & { thread: string };

/** Stories read back. */
export function createViews({ db }: Database) {
  return {
    /** The newest versions of a delivery's stories, in its order, with the topics that its chat follows. */
    ofDelivery: async (delivery: string): Promise<StoredView[]> => {
      const rows = await db
        .selectFrom("delivery_stories as h")
        .innerJoin("deliveries as d", "d.id", "h.delivery")
        .select(["h.story", "d.chat"])
        .where("h.delivery", "=", delivery)
        .orderBy("h.position")
        .execute();
      return Promise.all(rows.map(({ story, chat }) => viewOf(db, story, chat)));
    },

    /** The newest version of one story. Throws if it is not known. */
    find: (story: string): Promise<StoredView> => viewOf(db, story),

    /** The newest stories of some topics for a chat, the newest first, without the first `skip`; withdrawn ones left out. */
    latest: async (
      address: ChatAddress,
      { topics, skip = 0, count }: { topics: readonly string[]; skip?: number; count: number },
    ): Promise<StoryView[]> => {
      const rows = await db
        .selectFrom("stories as s")
        .select("s.id")
        .where("s.withdrawn", "is", null)
        .where(await ofTopicsWithin(db, topics))
        .orderBy("s.recorded", "desc")
        .orderBy("s.published", "desc")
        .orderBy("s.id", "desc")
        .offset(skip)
        .limit(count)
        .execute();
      const chat = await idOf(db, address);
      const stored = await Promise.all(rows.map(({ id }) => viewOf(db, id, chat)));
      return stored.map(({ view }) => view);
    },

    /** A story of a topic that the chat at an address may follow; null if there is none of that id. */
    seenIn: async (address: ChatAddress, story: string): Promise<StoredView | null> => {
      const row = await db
        .selectFrom("matches as m")
        .innerJoin("topics as t", "t.id", "m.topic")
        .leftJoin("chats as c", "c.id", "t.owner")
        .select("m.story")
        .where("m.story", "=", story)
        .where((eb) => eb.or([eb("t.owner", "is", null), eb("c.address", "=", address)]))
        .executeTakeFirst();
      return row === undefined ? null : viewOf(db, row.story, await idOf(db, address));
    },

    /** Outlines of the stories recorded since a time, to find what a new one continues. */
    recent: async (since: number): Promise<KnownStory[]> => {
      const stories = await db
        .selectFrom("stories as s")
        .innerJoin("briefs as b", (join) => join.onRef("b.story", "=", "s.id").onRef("b.version", "=", "s.version"))
        .select(["s.id", "s.language", "s.title", "s.published", "s.continues", "b.brief"])
        .where("s.recorded", ">=", since)
        .where("s.withdrawn", "is", null)
        .execute();
      return stories.map(({ id, language, title, published, continues, brief }) => {
        const told = briefSchema.parse(JSON.parse(brief));
        const people = told.attendees.map((attendee) => attendee.name);
        return { id, language, title, published, people, day: told.date?.from ?? null, thread: continues ?? id };
      });
    },
  };
}

/** A story as the chat of that id may see it; with no chat as everybody may. Throws if it is not known. */
export async function viewOf(db: Reader, story: string, chat = ""): Promise<StoredView> {
  const row = await db
    .selectFrom("stories as s")
    .innerJoin("briefs as b", (join) => join.onRef("b.story", "=", "s.id").onRef("b.version", "=", "s.version"))
    .selectAll("s")
    .select("b.brief")
    .where("s.id", "=", story)
    .executeTakeFirstOrThrow();
  const topics = await topicsOf(db, story, chat);
  const { id, link, source, language, published, updated, version } = row;
  const before = await db
    .selectFrom("versions")
    .select("partial")
    .where("story", "=", story)
    .where("version", "=", version - 1)
    .executeTakeFirst();
  const view: StoryView = {
    id,
    link,
    source,
    language,
    published,
    updated,
    version,
    partial: row.partial !== null,
    completed: row.partial === null && before !== undefined && before.partial !== null,
    brief: briefSchema.parse(JSON.parse(row.brief)),
    topics: topics.map((topic) => ({ id: topic.id, name: { tr: topic.tr, en: topic.en } })),
  };
  return { view, withdrawn: row.withdrawn !== null, continues: row.continues };
}

async function idOf(db: Reader, address: ChatAddress): Promise<string | undefined> {
  return (await db.selectFrom("chats").select("id").where("address", "=", address).executeTakeFirst())?.id;
}

/** The topics of a story that a chat may see, most relevant first; of several only those that it follows, if it follows one. */
async function topicsOf(db: Reader, story: string, chat: string) {
  const topics = await db
    .selectFrom("matches as m")
    .innerJoin("topics as t", "t.id", "m.topic")
    .leftJoin("subscriptions as s", (join) => join.onRef("s.topic", "=", "t.id").on("s.chat", "=", chat))
    .select(["t.id", "t.tr", "t.en", "s.chat as follower"])
    .where("m.story", "=", story)
    .where((eb) => eb.or([eb("t.owner", "is", null), eb("t.owner", "=", chat)]))
    .orderBy("m.relevance", "desc")
    .orderBy("t.id")
    .execute();
  const followed = topics.filter(({ follower }) => follower !== null);
  return followed.length > 0 ? followed : topics;
}
