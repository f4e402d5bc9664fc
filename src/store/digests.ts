import type { Reader } from "./tables.js";

/** More stories than this do not fit one message of any platform. */
export const storiesPerDigest = 15;

/**
 * Puts a late story into the catch-up digest of every chat in `chats`: one per chat and batch, and a next part once that is
 * full or on its way. It is not due before `releaseDigests` says so.
 */
export async function addToDigests(
  db: Reader,
  { story, batch, chats }: { story: string; batch: string; chats: string[] },
  now: number,
): Promise<number> {
  for (const chat of chats) {
    const parts = await db
      .selectFrom("deliveries as d")
      .leftJoin("delivery_stories as s", "s.delivery", "d.id")
      .select((eb) => ["d.id", "d.due", "d.moot", eb.fn.count("s.story").as("stories")])
      .where("d.chat", "=", chat)
      .where("d.kind", "=", "digest")
      .where("d.batch", "=", batch)
      .groupBy(["d.id", "d.due", "d.moot"])
      .execute();
    const open = parts.find(
      (part) => part.due === null && part.moot === null && Number(part.stories) < storiesPerDigest,
    );
    const id = open?.id ?? (await openDigest(db, { chat, batch, part: parts.length + 1 }, now));
    await db
      .insertInto("delivery_stories")
      .values({ delivery: id, story, position: Number(open?.stories ?? 0) })
      .onConflict((on) => on.columns(["delivery", "story"]).doNothing())
      .execute();
  }
  return chats.length;
}

async function openDigest(
  db: Reader,
  { chat, batch, part }: { chat: string; batch: string; part: number },
  now: number,
): Promise<string> {
  const ref = part === 1 ? `digest@${batch}` : `digest@${batch}/${part}`;
  const id = `${chat}:digest:${ref}`;
  const last = await db
    .selectFrom("deliveries")
    .select((eb) => eb.fn.max("place").as("place"))
    .where("chat", "=", chat)
    .executeTakeFirst();
  await db
    .insertInto("deliveries")
    .values({ id, chat, kind: "digest", ref, batch, place: (last?.place ?? 0) + 1, created: now, tries: 0, fence: 0 })
    .execute();
  return id;
}

/** Makes each digest due of whose batch no feed is still polled and no item still unread: one complete digest, not ten. */
export async function releaseDigests(db: Reader, now: number): Promise<void> {
  await db
    .updateTable("deliveries")
    .set({ due: now })
    .where("kind", "=", "digest")
    .where("due", "is", null)
    .where("batch", "not in", (eb) => eb.selectFrom("items").select("items.batch").where("items.tried", "is", null))
    .where("batch", "not in", (eb) =>
      eb.selectFrom("feeds").select("feeds.batch").where("feeds.batch", "is not", null).$castTo<{ batch: string }>(),
    )
    .where("sent", "is", null)
    .execute();
}
