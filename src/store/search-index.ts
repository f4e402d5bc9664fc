import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { attendedBy, fits, inCountry, storyTime } from "./archive.js";
import type { StoryFilter } from "./archive.js";
import { isPostgres } from "./postgres.js";
import { fewOf } from "./of-topics.js";
import type { Database, Reader } from "./tables.js";
import { briefSchema } from "../core/brief/schema.js";
import type { Brief } from "../core/brief/schema.js";
import { searchedFields } from "../core/brief/searched.js";
import type { Query } from "../core/match/search.js";
import { searchKey } from "../core/text/fold.js";

/*
 * The one place that speaks the language of a search index: SQLite's FTS5 over folded words, on PostgreSQL a `tsvector`. It may say more stories than have the
 * words (a prefix is not a form), never fewer; `search.ts` looks at the stories themselves.
 */

/** Puts a story's words into the index, in place of those it had. */
export async function indexWords(db: Reader, story: string, brief: Brief): Promise<void> {
  await db
    .insertInto("indexed")
    .values({ story })
    .onConflict((on) => on.column("story").doNothing())
    .execute();
  const { number } = await db
    .selectFrom("indexed")
    .select("number")
    .where("story", "=", story)
    .executeTakeFirstOrThrow();
  const { title, body } = searchedFields(brief);
  const words = [...new Set(searchKey(`${title}\n\n${body}`).split(" "))];
  if (isPostgres(db)) {
    await sql`insert into story_words (number, words) values (${number}, array_to_tsvector(${lexemes(words)}))
      on conflict (number) do update set words = excluded.words`.execute(db);
  } else {
    await sql`insert or replace into story_words (rowid, words) values (${number}, ${words.join(" ")})`.execute(db);
  }
}

/** What the index is asked for, in its own language; null where it has no such words. */
export async function expressionOf(db: Reader, terms: Query["terms"]): Promise<string | null> {
  return isPostgres(db) ? tsquery(terms) : fts5(db, terms);
}

/** The numbers of stories that may have what is looked for, the newest first: at most `count` below `before`. */
export async function candidates(
  db: Reader,
  { expression, before, count }: { expression: string; before: number; count: number },
): Promise<number[]> {
  // A number of JavaScript's is a real one to SQLite, and FTS5 would walk to it from the newest story on.
  const below = sql`cast(${before} as bigint)`;
  const found = isPostgres(db)
    ? sql`number from story_words where words @@ cast(${expression} as tsquery) and number < ${below} order by number`
    : sql`rowid as number from story_words where story_words match ${expression} and rowid < ${below} order by rowid`;
  const { rows } = await sql<{ number: number }>`select ${found} desc limit ${count}`.execute(db);
  return rows.map(({ number }) => number);
}

/** The numbers below `before` of the stories that a filter is of, the newest first, if they are few; null if they are many. */
export async function fewNumbers(db: Reader, filter: StoryFilter, before: number): Promise<number[] | null> {
  const few = await fewOf(db, filter);
  if (few === null || few.length === 0) return few === null ? null : [];
  const indexed = db.selectFrom("indexed").select("number").where("story", "in", few).where("number", "<", before);
  return (await indexed.orderBy("number", "desc").execute()).map(({ number }) => number);
}

/** Those of some stories that fit a filter, the newest first. */
export async function fitting(
  db: Reader,
  numbers: readonly number[],
  filter: StoryFilter,
): Promise<{ story: string; brief: string }[]> {
  const { topics, country, person } = filter;
  if (topics.length === 0 || numbers.length === 0) return [];
  const where = [fits(filter, storyTime)];
  if (country !== null) where.push(inCountry(country));
  if (person !== null) where.push(attendedBy(person));
  const { rows } = await sql<{ story: string; brief: string }>`
    select i.story, b.brief
    from indexed as i
    join stories as s on s.id = i.story
    join briefs as b on b.story = s.id and b.version = s.version
    where i.number in (${sql.join(numbers)}) and ${sql.join(where, sql` and `)}
    order by i.number desc
  `.execute(db);
  return rows;
}

type Term = Query["terms"][number];

/** The words are letters and digits only (see `Query`), so the quotation marks hold them. */
function tsquery(terms: Query["terms"]): string {
  const word = ({ letters, prefix }: Term[number][number]) =>
    `'${letters.slice(0, longestLexeme)}'${prefix || letters.length > longestLexeme ? ":*" : ""}`;
  const spelling = (words: Term[number]) => `(${words.map(word).join(" & ")})`;
  return terms.map((spellings) => `(${spellings.map(spelling).join(" | ")})`).join(" & ");
}

/** FTS5 goes through all stories of all words with a beginning before it says the first; of words that it is told, it walks from the newest story on. */
async function fts5(db: Reader, terms: Query["terms"]): Promise<string | null> {
  const all: string[] = [];
  for (const spellings of terms) {
    const known: string[] = [];
    for (const words of spellings) {
      const parts: string[] = [];
      for (const { letters, prefix } of words) parts.push(prefix ? await beginningWith(db, letters) : `"${letters}"`);
      if (!parts.includes("")) known.push(`(${parts.join(" AND ")})`);
    }
    if (known.length === 0) return null;
    all.push(`(${known.join(" OR ")})`);
  }
  return all.join(" AND ");
}

/** More words than these cost more one by one than going through all their stories. */
const mostWords = 4_000;

/** All words of the index that begin so; empty if there are none. Each step of the search leaps to the next one. */
async function beginningWith(db: Reader, letters: string): Promise<string> {
  const next = (from: RawBuilder<string>) =>
    sql`(select v.term from story_vocabulary as v where v.term >= ${from} limit 1)`;
  const { rows } = await sql<{ word: string }>`
    with recursive known (word) as (
      select ${next(sql`${letters}`)}
      union all
      select ${next(sql`known.word || char(1)`)} from known where known.word < ${`${letters}\u{10ffff}`}
    )
    select word from known where word < ${`${letters}\u{10ffff}`} limit ${mostWords + 1}
  `.execute(db);
  if (rows.length === 0) return "";
  return rows.length > mostWords ? `"${letters}"*` : `(${rows.map(({ word }) => `"${word}"`).join(" OR ")})`;
}

/** PostgreSQL takes lexemes below 2 KiB and 1 MiB of them in a document, in bytes of UTF-8: a letter has four at most. */
const longestLexeme = 400;
const mostLetters = 200_000;

/** What PostgreSQL indexes of a story: beginnings of words that nobody writes, and of a text that nobody reads to its end. */
function lexemes(words: readonly string[]): string[] {
  let letters = 0;
  const cut = words.map((word) => word.slice(0, longestLexeme)).filter((word) => word !== "");
  return [...new Set(cut)].filter((word) => (letters += word.length) <= mostLetters);
}

const batch = 200;

/** Indexes the stories that the index does not know: all that were recorded before there was one. */
export async function indexMissing(
  { db, write }: Pick<Database, "db" | "write">,
  tell: (done: number, all: number) => void = () => {},
): Promise<void> {
  // Only stories are indexed, each once: where there are as many, none is missing, and a million need not be compared.
  const counted = await db
    .selectNoFrom((eb) => [
      eb.selectFrom("stories").select(eb.fn.countAll<number>().as("count")).as("stories"),
      eb.selectFrom("indexed").select(eb.fn.countAll<number>().as("count")).as("indexed"),
    ])
    .executeTakeFirstOrThrow();
  if (Number(counted.stories) === Number(counted.indexed)) return;
  const unknown = db
    .selectFrom("stories as s")
    .innerJoin("briefs as b", (join) => join.onRef("b.story", "=", "s.id").onRef("b.version", "=", "s.version"))
    .where("s.id", "not in", (eb) => eb.selectFrom("indexed").select("story"));
  let all: number | null = null;
  for (let done = 0; ;) {
    const missing = await unknown
      .select(["s.id", "b.brief"])
      .orderBy("s.recorded")
      .orderBy("s.id")
      .limit(batch)
      .execute();
    if (missing.length === 0) return;
    all ??= Number((await unknown.select((eb) => eb.fn.countAll().as("count")).executeTakeFirstOrThrow()).count);
    tell(done, all);
    await write(async (trx) => {
      for (const { id, brief } of missing) await indexWords(trx, id, briefSchema.parse(JSON.parse(brief)));
    });
    done += missing.length;
  }
}
