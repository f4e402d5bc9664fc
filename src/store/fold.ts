import { waitingPosts } from "./outbox.js";
import { gapOf } from "./pacing.js";
import type { Pace } from "./pacing.js";
import type { Reader } from "./tables.js";
import type { Lane } from "../core/lane.js";

/** A chat that waits for more posts than its pace lets through in this time (ms) gets them as grouped messages. */
const patience = 2 * 60_000;
/** So many posts as a statement may name. */
const atOnce = 500;

/**
 * Folds the posts of each chat of a lane that waits for too many into a digest in the place of their first. The posts are moot from then on;
 * their stories are linked to the digest, so that an update of one edits it there.
 */
export async function foldBacklogs(db: Reader, lane: Lane, pace: Pace, now: number): Promise<void> {
  const crowded = await waitingPosts(db, lane, now)
    .select((eb) => ["d.chat", "c.peer", eb.fn.countAll().as("count")])
    .groupBy(["d.chat", "c.peer"])
    .having((eb) => eb(eb.fn.countAll(), ">", Math.floor(patience / Math.max(pace.perChat, pace.perCrowd, 1))))
    .execute();
  for (const { chat, peer, count } of crowded) {
    if (Number(count) * gapOf(peer, pace) <= patience) continue;
    const posts = await waitingPosts(db, lane, now)
      .where("d.chat", "=", chat)
      .select(["d.id", "d.ref", "d.place"])
      .orderBy("d.place")
      .orderBy("d.id")
      .execute();
    await fold(db, chat, posts, now);
  }
}

async function fold(
  db: Reader,
  chat: string,
  posts: readonly { id: string; ref: string; place: number }[],
  now: number,
): Promise<void> {
  const [first] = posts;
  if (first === undefined) return;
  const ref = `digest@many/${first.ref}`;
  const id = `${chat}:digest:${ref}`;
  const due = { place: first.place, created: now, due: now, tries: 0, fence: 0 };
  await db
    .insertInto("deliveries")
    .values({ id, chat, kind: "digest", ref, reason: "many", ...due })
    .execute();
  for (let at = 0; at < posts.length; at += atOnce) {
    const part = posts.slice(at, at + atOnce);
    await db
      .insertInto("delivery_stories")
      .values(part.map((post, index) => ({ delivery: id, story: post.ref, position: at + index })))
      .execute();
    await db
      .updateTable("deliveries")
      .set({ moot: now, why: `folded into ${ref}` })
      .where(
        "id",
        "in",
        part.map((post) => post.id),
      )
      .execute();
  }
}
