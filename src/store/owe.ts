import { sql } from "kysely";
import { collect, digestOf, reasonOf, type Digest } from "./digests.js";
import { linkStory, nextPlace } from "./outbox.js";
import type { TopicMatch } from "./story-index.js";
import type { Reader } from "./tables.js";
import type { BriefKind } from "../core/brief/schema.js";
import { readChatSettings, unwantedBy } from "../core/chat-settings.js";
import { whenDue } from "../core/when-due.js";

/** A story that chats are owed. */
export interface Owing {
  story: string;
  topics: readonly TopicMatch[];
  kind: BriefKind;
  language: string;
  /** The batch of a story that is late, and comes in the digest of late ones where it would else be a post; null for others. */
  batch: string | null;
  /** Owed to those who would have had it at this time. */
  since: number;
}

/** How a story comes to all chats of some settings: of the topics that they want it for, as a post or in a digest. */
interface Way {
  topics: string[];
  digest: Digest | null;
  settings: string[];
}

/** So many different settings at once as a query may name. */
export const atOnce = 500;

/**
 * Owes a story to every subscribed chat that wants it, as the chat wants it; a chat that has it already gets no second. What needs a
 * clock and a zone is reckoned once for each settings that occur, so a hundred thousand chats are a few statements.
 */
export async function oweStory(db: Reader, owing: Owing, now: number): Promise<number> {
  let owed = 0;
  for (const way of await waysOf(db, owing, now)) {
    for (let at = 0; at < way.settings.length; at += atOnce) {
      const part = { ...way, settings: way.settings.slice(at, at + atOnce) };
      owed += part.digest === null ? await owePosts(db, owing, part, now) : await oweDigests(db, owing, part, now);
    }
  }
  return owed;
}

async function waysOf(db: Reader, owing: Owing, now: number): Promise<Way[]> {
  const rows = await db
    .selectFrom("subscriptions as s")
    .innerJoin("chats as c", "c.id", "s.chat")
    .select("c.settings")
    .distinct()
    .where("s.topic", "in", idsOf(owing.topics))
    .where("c.gone", "is", null)
    .execute();
  const ways = new Map<string, Way>();
  for (const { settings } of rows) {
    const way = wayOf(settings, owing, now);
    if (way.topics.length === 0) continue;
    const key = JSON.stringify([way.topics, way.digest]);
    const known = ways.get(key);
    if (known === undefined) ways.set(key, way);
    else known.settings.push(settings);
  }
  return [...ways.values()];
}

function wayOf(text: string, { topics, kind, language, batch }: Owing, now: number): Way {
  const settings = readChatSettings(text);
  const wanted = topics.filter(({ relevance }) => unwantedBy(settings, { kind, language, relevance }) === null);
  const way = { topics: idsOf(wanted), settings: [text] };
  const due = whenDue(settings, now, kind);
  const late = { ref: `digest@${batch}`, reason: "late" as const, batch, closes: null };
  if (due <= now) return { ...way, digest: batch === null ? null : late };
  return { ...way, digest: { ...digestOf(due), reason: reasonOf(settings) } };
}

function idsOf(topics: readonly TopicMatch[]): string[] {
  return topics.map(({ topic }) => topic);
}

/** The subscribed chats of a way that have not got the story, each once. */
function takers(db: Reader, { story, since }: Owing, { topics, settings }: Way) {
  return db
    .selectFrom("subscriptions as s")
    .innerJoin("chats as c", "c.id", "s.chat")
    .where("s.topic", "in", topics)
    .where("c.gone", "is", null)
    .where("c.settings", "in", settings)
    .where((eb) => eb.or([eb("s.muted", "is", null), eb("s.muted", "<=", since)]))
    .where("s.chat", "not in", holders(db, story))
    .groupBy("s.chat");
}

async function owePosts(db: Reader, owing: Owing, way: Way, now: number): Promise<number> {
  const { story } = owing;
  const result = await db
    .insertInto("deliveries")
    .columns(["id", "chat", "kind", "ref", "place", "created", "due", "tries", "fence"])
    .expression(
      takers(db, owing, way).select([
        sql<string>`s.chat || ':post:' || cast(${story} as text)`.as("id"),
        "s.chat",
        sql<"post">`'post'`.as("kind"),
        sql<string>`cast(${story} as text)`.as("ref"),
        nextPlace("s").as("place"),
        sql<number>`cast(${now} as bigint)`.as("created"),
        sql<number>`cast(${now} as bigint)`.as("due"),
        sql<number>`0`.as("tries"),
        sql<number>`0`.as("fence"),
      ]),
    )
    .onConflict((on) => on.columns(["chat", "kind", "ref"]).doNothing())
    .executeTakeFirst();
  await linkStory(db, "post", story, story);
  return Number(result.numInsertedOrUpdatedRows ?? 0n);
}

/** What a chat's digest of that time can hold no more, since it is on its way already, comes in one of its own behind it. */
async function oweDigests(db: Reader, owing: Owing, way: Way, now: number): Promise<number> {
  const { story } = owing;
  if (way.digest === null) return 0;
  const { ref } = way.digest;
  const first = await collect(db, { story, digest: way.digest, takers: takers(db, owing, way) }, now);
  const behind = { ...way.digest, ref: `${ref}/${story}` };
  return first + (await collect(db, { story, digest: behind, takers: takers(db, owing, way) }, now));
}

/** Chats that have a story posted or in a digest, or are owed it. */
function holders(db: Reader, story: string) {
  return db
    .selectFrom("delivery_stories as h")
    .innerJoin("deliveries as o", "o.id", "h.delivery")
    .select("o.chat")
    .where("h.story", "=", story)
    .where("o.kind", "in", ["post", "digest"]);
}
