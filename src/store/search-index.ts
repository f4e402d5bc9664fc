import { sql } from "kysely";
import { attendedBy, fits, inCountry, storyTime } from "./archive.js";
import type { StoryFilter } from "./archive.js";
import { isPostgres } from "./postgres.js";
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

/** Stories that may have what is looked for and fit a filter, newest first: at most `count` whose number is below `before`. */
export async function candidates(
  db: Reader,
  { terms, filter, before, count }: { terms: Query["terms"]; filter: StoryFilter; before: number; count: number },
): Promise<{ number: number; story: string; brief: string }[]> {
  const { topics, country, person } = filter;
  if (topics.length === 0) return [];
  const where = [fits(filter, storyTime)];
  if (country !== null) where.push(inCountry(country));
  if (person !== null) where.push(attendedBy(person));
  const wanted = sql.join(where, sql` and `);
  const found = isPostgres(db)
    ? sql`
    from story_words
    join indexed as i on i.number = story_words.number
    join stories as s on s.id = i.story
    join briefs as b on b.story = s.id and b.version = s.version
    where story_words.words @@ cast(${expression(terms, tsquery)} as tsquery) and story_words.number < ${before} and ${wanted}
    order by story_words.number desc`
    : // The order of a cross join is kept: the index first.
      sql`
    from story_words
    cross join indexed as i on i.number = story_words.rowid
    cross join stories as s on s.id = i.story
    cross join briefs as b on b.story = s.id and b.version = s.version
    where story_words match ${expression(terms, fts5)} and story_words.rowid < ${before} and ${wanted}
    order by story_words.rowid desc`;
  const { rows } = await sql<{ number: number; story: string; brief: string }>`
    select i.number, i.story, b.brief ${found} limit ${count}
  `.execute(db);
  return rows;
}

interface Signs {
  and: string;
  or: string;
  word: (letters: string, prefix: boolean) => string;
}

const fts5: Signs = {
  and: " AND ",
  or: " OR ",
  word: (letters, prefix) => `"${letters}"${prefix ? "*" : ""}`,
};
const tsquery: Signs = {
  and: " & ",
  or: " | ",
  word: (letters, prefix) =>
    `'${letters.slice(0, longestLexeme)}'${prefix || letters.length > longestLexeme ? ":*" : ""}`,
};

/** The words are letters and digits only (see `Query`), so the quotation marks hold them. */
function expression(terms: Query["terms"], { and, or, word }: Signs): string {
  const spelling = (words: Query["terms"][number][number]) =>
    words.map(({ letters, prefix }) => word(letters, prefix)).join(and);
  return terms.map((spellings) => `(${spellings.map((words) => `(${spelling(words)})`).join(or)})`).join(and);
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
