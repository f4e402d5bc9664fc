import BetterSqlite from "better-sqlite3";
import { briefSchema } from "../../src/core/brief/schema.js";
import { searchedFields } from "../../src/core/brief/searched.js";
import { searchKey } from "../../src/core/text/fold.js";

/** Tables with what a story is found by, and the column that names it. */
const tables = {
  stories: "id",
  versions: "story",
  briefs: "story",
  matches: "story",
  attendances: "story",
  countries: "story",
  decisions: "story",
};
const times = new Set(["published", "recorded", "at"]);

/**
 * Makes an archive so many times as large, by copies of its `count` stories from the years before: to record a million one by one would take an
 * hour. Ids are `aa:` and a number, the newest is `aa:0`; `span` is the time of the archive in ms. Nobody else has the file open, and who is cut off
 * throws it away: there is no journal. Indexes are made when all rows are there, which is three times as quick as keeping them.
 */
export function multiply(file: string, { count, by, span }: { count: number; by: number; span: number }): void {
  const database = new BetterSqlite(file);
  for (const pragma of ["journal_mode = off", "synchronous = off", "foreign_keys = off", "cache_size = -1000000"]) {
    database.pragma(pragma);
  }
  try {
    const words = wordsOf(database);
    const tableNames = Object.keys(tables).map((table) => `'${table}'`);
    const indexes = database
      .prepare(
        `select name, sql from sqlite_master where type = 'index' and sql <> '' and tbl_name in (${tableNames.join(", ")})`,
      )
      .all() as { name: string; sql: string }[];
    for (const { name } of indexes) database.exec(`drop index ${name}`);
    // The oldest first, as they came.
    database.exec(`
      create temp table original as select id as story, cast(substr(id, 4) as integer) as number from stories order by number desc;
      create unique index temp.original_story on original (story);
      create temp table copies as
      with recursive c (n) as (select ${by - 1} union all select n - 1 from c where n > 1) select n from c;
    `);
    database.transaction(() => {
      for (const [table, id] of Object.entries(tables)) {
        const columns = database.prepare("select name from pragma_table_info(?)").pluck().all(table).map(String);
        const copied = columns.map((name) => {
          if (name === id) return `'aa:' || (o.number + c.n * ${count})`;
          return times.has(name) ? `t.${name} - c.n * ${span}` : `t.${name}`;
        });
        database.exec(`
          create temp table rows as select t.* from original as o cross join ${table} as t on t.${id} = o.story;
          insert into ${table} (${columns.join(", ")})
          select ${copied.join(", ")} from copies as c cross join temp.rows as t cross join original as o on o.story = t.${id};
          drop table temp.rows;
        `);
      }
    })();
    for (const { sql } of indexes) database.exec(sql);
    database.transaction(() => {
      // In large pieces; afterwards as it was.
      database.exec(`
        delete from indexed;
        insert into story_words (story_words) values ('delete-all');
        insert into story_words (story_words, rank) values ('hashsize', ${2 ** 26});
      `);
      const number = database.prepare("insert into indexed (number, story) values (?, ?)");
      const index = database.prepare("insert into story_words (rowid, words) values (?, ?)");
      for (let story = by * count - 1; story >= 0; story -= 1) {
        number.run(by * count - story, `aa:${story}`);
        index.run(by * count - story, words.get(`aa:${story % count}`));
      }
      database.exec(`insert into story_words (story_words, rank) values ('hashsize', ${2 ** 20})`);
    })();
  } finally {
    database.close();
  }
}

/** What the search index has of each story. */
function wordsOf(database: BetterSqlite.Database): Map<string, string> {
  const found = new Map<string, string>();
  for (const row of database.prepare("select story, brief from briefs").iterate()) {
    const { story, brief } = row as { story: string; brief: string };
    const { title, body } = searchedFields(briefSchema.parse(JSON.parse(brief)));
    found.set(story, [...new Set(searchKey(`${title}\n\n${body}`).split(" "))].join(" "));
  }
  return found;
}
