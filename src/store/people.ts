import { ofTopics } from "./of-topics.js";
import type { Database, Reader } from "./tables.js";
import { viewOf } from "./views.js";
import type { Attendee } from "../core/brief/schema.js";
import type { StoryView } from "../core/message/view.js";
import { confidenceFloor } from "../core/message/posts.js";
import { nameKey } from "../core/name-key.js";

/** Somebody who was met, and in how many stories. */
export interface Person {
  id: string;
  name: string;
  meetings: number;
}

/** A story that somebody attended, and as whom. */
export interface Attended {
  view: StoryView;
  attendee: Attendee;
}

/** The people of the stories of some topics. Stories whose post names nobody count for nothing here either. */
export function createPeople({ db }: Database) {
  return {
    /** Who bears a name, however it is spelt; each word of it may be the beginning of one of theirs. Whom we met most comes first. */
    named: async (name: string, topics: readonly string[]): Promise<Person[]> => {
      const ids = (await bearers(db, name)).map(({ id }) => id);
      if (ids.length === 0 || topics.length === 0) return [];
      return attendances(db, topics)
        .innerJoin("people as p", "p.id", "a.person")
        .select((eb) => ["p.id", "p.name", eb.fn.count<number>("a.story").distinct().as("meetings")])
        .where("a.person", "in", ids)
        .groupBy(["p.id", "p.name"])
        .orderBy("meetings", "desc")
        .orderBy("p.id")
        .execute();
    },

    find: (id: string, topics: readonly string[]): Promise<Person | undefined> =>
      attendances(db, topics)
        .innerJoin("people as p", "p.id", "a.person")
        .select((eb) => ["p.id", "p.name", eb.fn.count<number>("a.story").distinct().as("meetings")])
        .where("p.id", "=", id)
        .groupBy(["p.id", "p.name"])
        .executeTakeFirst(),

    /** What somebody attended, the newest first, without the first `skip`. */
    meetings: async (
      id: string,
      { topics, skip, count }: { topics: readonly string[]; skip: number; count: number },
    ): Promise<Attended[]> => {
      const rows = await attendances(db, topics)
        .select(["a.story", "a.position"])
        .where("a.person", "=", id)
        .orderBy("a.at", "desc")
        .orderBy("a.story", "desc")
        .orderBy("a.position")
        .offset(skip)
        .limit(count)
        .execute();
      const all = await Promise.all(
        rows.map(async ({ story, position }) => {
          const { view } = await viewOf(db, story);
          const attendee = view.brief.attendees[position];
          return attendee === undefined ? [] : [{ view, attendee }];
        }),
      );
      return all.flat();
    },
  };
}

/** The attendances that posts show, of stories of some topics. */
function attendances(db: Reader, topics: readonly string[]) {
  return db
    .selectFrom("attendances as a")
    .innerJoin("stories as s", "s.id", "a.story")
    .innerJoin("briefs as b", (join) => join.onRef("b.story", "=", "s.id").onRef("b.version", "=", "s.version"))
    .where("s.withdrawn", "is", null)
    .where("b.confidence", ">=", confidenceFloor)
    .where(ofTopics(topics));
}

/** A name that half the world bears is no question: so many of its bearers are looked at. */
const mostBearers = 500;

/** Those whose name has all words of a name, whole or, where nobody's has, as beginnings; whichever stories they are of. */
export async function bearers(db: Reader, name: string): Promise<{ id: string }[]> {
  const asked = nameKey(name)
    .split(" ")
    .filter((word) => word !== "");
  const [first] = asked.toSorted((a, b) => b.length - a.length);
  if (first === undefined) return [];
  const rows = await db.selectFrom("people").select("id").where("id", "like", `%${first}%`).orderBy("id").execute();
  const whole = rows.filter(({ id }) => bears(id, asked, (word, part) => word === part));
  const found =
    whole.length > 0 ? whole : rows.filter(({ id }) => bears(id, asked, (word, part) => word.startsWith(part)));
  return found.slice(0, mostBearers);
}

function bears(id: string, asked: readonly string[], fits: (word: string, part: string) => boolean): boolean {
  const words = id.split(" ");
  return asked.every((part) => words.some((word) => fits(word, part)));
}
