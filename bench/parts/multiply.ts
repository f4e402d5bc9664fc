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
 * hour. Ids are `aa:` and a number, the newest is `aa:0`; `span` is the time of the archive in ms. Nobody else has the file open.
 */
export function multiply(file: string, { count, by, span }: { count: number; by: number; span: number }): void {
  const database = new BetterSqlite(file);
  database.pragma("synchronous = off");
  database.pragma("foreign_keys = off");
  database.pragma("cache_size = -500000");
  try {
    const words = wordsOf(database);
    database.exec(
      "create temp table original as select id as story, cast(substr(id, 4) as integer) as number from stories",
    );
    database.exec("create unique index temp.original_story on original (story)");
    const copies = Object.entries(tables).map(([table, id]) => {
      const columns = database.prepare("select name from pragma_table_info(?)").pluck().all(table).map(String);
      const copied = columns.map((name) => {
        if (name === id) return "'aa:' || (o.number + @first)";
        return times.has(name) ? `t.${name} - @earlier` : `t.${name}`;
      });
      return database.prepare(
        `insert into ${table} (${columns.join(", ")}) select ${copied.join(", ")} from temp.original o join ${table} t on t.${id} = o.story`,
      );
    });
    database.exec("delete from indexed; insert into story_words (story_words) values ('delete-all')");
    const number = database.prepare("insert into indexed (number, story) values (?, ?)");
    const index = database.prepare("insert into story_words (rowid, words) values (?, ?)");
    // The oldest first, as they came.
    for (let copy = by - 1; copy >= 0; copy -= 1) {
      database.transaction(() => {
        if (copy > 0) for (const statement of copies) statement.run({ first: copy * count, earlier: copy * span });
        for (let at = count - 1; at >= 0; at -= 1) {
          const story = copy * count + at;
          number.run(by * count - story, `aa:${story}`);
          index.run(by * count - story, words.get(`aa:${at}`));
        }
      })();
    }
    database.exec("pragma wal_checkpoint(TRUNCATE)");
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
