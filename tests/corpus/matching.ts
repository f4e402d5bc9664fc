import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { parse } from "yaml";
import { z } from "zod";
import { packageRoot } from "../../src/config.js";
import { createMatcher } from "../../src/core/match/matcher.js";
import { parseKeyword } from "../../src/core/match/parse.js";
import type { Topic } from "../../src/core/match/topic.js";

/** A line of the corpus: keyword expressions of one topic, a sentence, and whether the topic is in it. */
export interface Line {
  line: number;
  part: string;
  keywords: string[];
  sentence: string;
  wanted: boolean;
  why: string;
}

export interface Score {
  name: string;
  precision: number;
  recall: number;
  f1: number;
  found: number;
  false: number;
  missed: number;
  failures: Line[];
}

const configFile = join(packageRoot(), "config/tellal.yaml");
const corpusFile = join(packageRoot(), "tests/corpus/matching.tsv");
const topicsSchema = z.object({
  topics: z.array(z.object({ id: z.string(), name: z.object({ tr: z.string(), en: z.string() }), keywords: z.array(z.string()) })),
});

/** The topics of `config/tellal.yaml`, which the corpus calls `@tdt` and `@kizilay`. */
function defaultTopics(): Topic[] {
  return topicsSchema.parse(parse(readFileSync(configFile, "utf8"))).topics;
}

/** The corpus, in order. A comment `# part: name` begins a part. */
export function corpusLines(): Line[] {
  const topics = new Map(defaultTopics().map((it) => [`@${it.id}`, [...it.keywords]]));
  let part = "";
  return readFileSync(corpusFile, "utf8")
    .split("\n")
    .flatMap((text, at): Line[] => {
      if (text.startsWith("# part: ")) part = text.slice(8).split(" ")[0]!;
      if (text === "" || text.startsWith("#")) return [];
      const [keyword = "", written = "", wanted = "", why = ""] = text.split("\t");
      const sentence = written.replaceAll("\\n", "\n");
      const keywords = topics.get(keyword) ?? keyword.split(" ;; ");
      return [{ line: at + 1, part, keywords, sentence, wanted: wanted === "1", why }];
    });
}

export function scoreOf(name: string, lines: readonly Line[], finds: (line: Line) => boolean): Score {
  let found = 0;
  const failures = lines.filter((line) => {
    const got = finds(line);
    if (got && line.wanted) found += 1;
    return got !== line.wanted;
  });
  const missed = failures.filter((it) => it.wanted).length;
  const wrong = failures.length - missed;
  const precision = found / (found + wrong);
  const recall = found / (found + missed);
  return { name, precision, recall, f1: (2 * precision * recall) / (precision + recall), found, false: wrong, missed, failures };
}

const matchers = new Map<string, ReturnType<typeof createMatcher>>();

/** Our matcher on one line, the sentence as the body of a story. */
export function ours({ keywords, sentence }: Line): boolean {
  const name = keywords.join("\n");
  const matcher = matchers.get(name) ?? createMatcher([{ id: "topic", name: { tr: "", en: "" }, keywords }]);
  matchers.set(name, matcher);
  return matcher.match({ title: "", body: sentence }).length > 0;
}

/** What a peer makes of an expression: its phrases, wanted and unwanted. Conditions are beyond it, and so is an unwanted phrase that has some. */
function plainTerms({ keywords }: Line): { wanted: string[]; unwanted: string[] } {
  const known = terms.get(keywords);
  if (known !== undefined) return known;
  const parsed = keywords.map(parseKeyword).flatMap((it) => (it.kind === "ok" ? [it.keyword] : []));
  const texts = (them: typeof parsed): string[] => them.flatMap((it) => it.patterns.map(({ text }) => text));
  const made = {
    wanted: texts(parsed.filter((it) => !it.unwanted)),
    unwanted: texts(parsed.filter((it) => it.unwanted && it.conditions.length === 0)),
  };
  terms.set(keywords, made);
  return made;
}

const terms = new Map<readonly string[], { wanted: string[]; unwanted: string[] }>();

function peer(contains: (text: string, term: string) => boolean): (line: Line) => boolean {
  return (line) => {
    const { wanted, unwanted } = plainTerms(line);
    return wanted.some((it) => contains(line.sentence, it)) && !unwanted.some((it) => contains(line.sentence, it));
  };
}

/** What simpler means find on the same corpus. */
export function peerScores(lines: readonly Line[]): Score[] {
  const database = new Database(":memory:");
  database.exec("create virtual table story using fts5(text, tokenize = 'unicode61')");
  const insert = database.prepare("insert into story (text) values (?)");
  const ask = database.prepare("select 1 from story where story match ?");
  const fts = peer((text, term) => {
    database.exec("delete from story");
    insert.run(text);
    return ask.get(`"${term.replaceAll('"', "")}"`) !== undefined;
  });
  const escaped = (term: string): string => term.replaceAll(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
  const scores = [
    scoreOf("toLowerCase().includes", lines, peer((text, term) => text.toLowerCase().includes(term.toLowerCase()))),
    scoreOf("toLocaleLowerCase('tr').includes", lines, peer((text, term) => text.toLocaleLowerCase("tr").includes(term.toLocaleLowerCase("tr")))),
    scoreOf("RegExp iu with word starts", lines, peer((text, term) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(term)}`, "iu").test(text))),
    scoreOf("SQLite FTS5 unicode61", lines, fts),
  ];
  database.close();
  return scores;
}
