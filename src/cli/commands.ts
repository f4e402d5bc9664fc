import { Argument, Option } from "commander";
import { exported, type Exported } from "../core/export-rows.js";
import { readIsoTime } from "../core/istanbul.js";
import { Refusal } from "../core/refusal.js";
import type { BriefOptions } from "./brief.js";
import type { DoctorOptions } from "./doctor/command.js";
import type { ExportOptions } from "./export.js";
import type { DemoOptions } from "./demo/command.js";
import type { InitOptions } from "./init/command.js";
import type { MatchOptions } from "./match.js";
import type { Register } from "./parts.js";

/*
 * The words of the command line. What a command does is in a file of its own, loaded when the command is called:
 * `--version`, `--help` and `health` would otherwise wait for the database, the feeds and the grammar.
 */

const start: Register = (program, parts) =>
  program
    .command("start")
    .description("run everything that is configured, until stopped")
    .action(async () => (await import("./start.js")).start(parts));

const init: Register = (program, parts) =>
  program
    .command("init")
    .description("ask for contact and tokens, check each, write .env, and post a test brief")
    .option("-y, --yes", "ask nothing: take options and environment, and replace what .env holds")
    .option("--contact <address>", "mail address or page at which the sites that are asked can reach you")
    .option("--admins <list>", "administrators, such as telegram:123,slack:T01/U02")
    .option("--web-port <port>", "port of the web page")
    .option("--post <chat>", "post a test brief there: telegram:<chat id> or slack:/<channel id>")
    .addOption(new Option("--lang <language>", "language of the test brief").choices(["tr", "en"]).default("tr"))
    .addHelpText(
      "after",
      `
Without a terminal nothing is asked either. Tokens come from the environment then, TELEGRAM_BOT_TOKEN, SLACK_BOT_TOKEN,
SLACK_APP_TOKEN (or a file, TELEGRAM_BOT_TOKEN_FILE): what stands in a command line, others on the machine can read.

Examples:
  tellal init
  TELEGRAM_BOT_TOKEN=123456789:AA… tellal init --yes --contact desk@example.org --post telegram:123456`,
    )
    .action(async (options: InitOptions) => (await import("./init/command.js")).init(options, parts));

const once: Register = (program, parts) =>
  program
    .command("once")
    .description("poll all due feeds, read their pages, send all that is owed, and exit")
    .action(async () => (await import("./once.js")).once(parts));

const demo: Register = (program, parts) =>
  program
    .command("demo")
    .description("the whole pipeline on a sample site: polls, briefs, posts to the console")
    .option("--serve", "stay up and keep polling the sample site")
    .addOption(new Option("--lang <language>", "language of the posts' labels").choices(["tr", "en"]).default("tr"))
    .action(async (options: DemoOptions) => (await import("./demo/command.js")).demo(options, parts));

const brief: Register = (program, parts) =>
  program
    .command("brief")
    .description("print the brief of a story: who met, where, and what was decided")
    .argument("<file|url|->", "HTML page, plain text, folder of either, address, or - for standard input")
    .argument("[more...]")
    .option("--json", "the brief as JSON; one line for each of several stories")
    .addOption(
      new Option("--lang <language>", "language of the labels, and of a story that does not tell its own").choices([
        "tr",
        "en",
      ]),
    )
    .option("--published <date>", "when the story was published: 2025-11-19 or 2025-11-19T18:00", readPublished)
    .addHelpText(
      "after",
      `
Examples:
  tellal brief story.html --json
  tellal brief - --published 2025-11-19 < story.txt`,
    )
    .action(async (first: string, more: string[], options: BriefOptions) =>
      (await import("./brief.js")).brief([first, ...more], options, parts),
    );

/** A day alone is its beginning in Istanbul; a time without zone is Istanbul's. */
function readPublished(text: string): number {
  const time = readIsoTime(text);
  if (time !== null) return time;
  throw new Refusal(
    `--published: found ${JSON.stringify(text)}; expected a date such as 2025-11-19 or 2025-11-19T18:00`,
  );
}

const match: Register = (program, parts) =>
  program
    .command("match")
    .description("find topics in stories: JSON lines {id, title, body} in, {id, topics} out")
    .argument("<file|->", "files, folders of .jsonl and .ndjson, or - for standard input")
    .argument("[more...]")
    .option("--keyword <expression>", "look for this instead of the configured topics; may be repeated", collect)
    .option("--json", "JSON lines, which is what comes out anyway")
    .addHelpText(
      "after",
      '\nExample:\n  echo \'{"id":"1","title":"Kızılay\\\'dan yardım","body":""}\' | tellal match - --keyword Kızılay',
    )
    .action(async (first: string, more: string[], options: MatchOptions) =>
      (await import("./match.js")).match([first, ...more], options, parts),
    );

function collect(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}

const config: Register = (program, parts) => {
  const group = program.command("config").description("show the configuration, or what it may hold");
  group
    .command("show")
    .description("print the configuration in force; secrets as set or unset")
    .action(async () => (await import("./config.js")).showConfig(parts));
  group
    .command("apply")
    .description("merge the file's feeds, topics and subscriptions into the database; takes nothing away")
    .action(async () => (await import("./apply-config.js")).applyConfig(parts));
  group
    .command("schema")
    .description("print the JSON Schema of tellal.yaml")
    .action(async () => (await import("./config.js")).showSchema(parts));
};

const lexicon: Register = (program, parts) => {
  const group = program.command("lexicon").description("the words by which briefs are read, in config/lexicon");
  group
    .command("check")
    .description("say what is wrong with tr.yaml and en.yaml: file, line, and what helps")
    .argument("[folder]", "another folder with both files")
    .action(async (folder: string | undefined) => (await import("./lexicon.js")).checkLexiconFiles(folder, parts));
};

const migrate: Register = (program, parts) =>
  program
    .command("migrate")
    .description("bring the database's tables up to date; start and once do it by themselves")
    .option("--from <engine>", "sqlite: copy all that the data folder holds")
    .option("--to <engine>", "postgres: to the database of DATABASE_URL, which must be empty")
    .addHelpText(
      "after",
      "\nExample:\n  DATABASE_URL=postgres://tellal@localhost/tellal tellal migrate --from sqlite --to postgres",
    )
    .action(async (options: { from?: string; to?: string }) =>
      options.from === undefined && options.to === undefined
        ? (await import("./migrate.js")).migrate(parts)
        : (await import("./copy.js")).copyToPostgres(options, parts),
    );

const backup: Register = (program, parts) =>
  program
    .command("backup")
    .description("write a copy of the database to a new file; a running Tellal goes on")
    .argument("<file>", "where to; a file that exists is not replaced")
    .addHelpText("after", '\nExample:\n  tellal backup "tellal-$(date +%F).db"')
    .action(async (file: string) => (await import("./backup.js")).backup(file, parts));

const restore: Register = (program, parts) =>
  program
    .command("restore")
    .description("put a backup in the database's place, which is kept beside it; Tellal must not be running")
    .argument("<file>", "what tellal backup wrote")
    .action(async (file: string) => (await import("./backup.js")).restore(file, parts));

const exporting: Register = (program, parts) =>
  program
    .command("export")
    .description("print a table: of all stories, of who attended them, or of what was decided")
    .addArgument(new Argument("<table>", "what of").choices(exported))
    .addOption(
      new Option("--format <format>", "csv opens in spreadsheet programs").choices(["csv", "json"]).default("csv"),
    )
    .option("--topic <topic>", "of this topic alone")
    .addHelpText("after", "\nExample:\n  tellal export people --topic kizilay > people.csv")
    .action(async (what: Exported, options: ExportOptions) =>
      (await import("./export.js")).exportTable(what, options, parts),
    );

const trace: Register = (program, parts) =>
  program
    .command("trace")
    .description("print the whole way of one story, from the feed to each chat")
    .argument("<story>", "its id, AA's number, or its address")
    .addHelpText("after", "\nExample:\n  tellal trace 3747971")
    .action(async (story: string) => (await import("./trace.js")).trace(story, parts));

const doctor: Register = (program, parts) =>
  program
    .command("doctor")
    .description(
      "look at configuration, database, tokens and every feed, and say what helps; exit code 1 if something is wrong",
    )
    .option("--json", "what was found as JSON")
    .action(async (options: DoctorOptions) => (await import("./doctor/command.js")).doctor(options, parts));

const health: Register = (program, parts) =>
  program
    .command("health")
    .description("say whether a running Tellal's schedule moves; exit code 1 if not")
    .action(async () => (await import("./health.js")).health(parts));

/** All commands, in the order of `--help`. */
export const commands: readonly Register[] = [
  init,
  start,
  once,
  demo,
  brief,
  match,
  config,
  lexicon,
  migrate,
  backup,
  restore,
  exporting,
  trace,
  doctor,
  health,
];
