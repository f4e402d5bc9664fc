import { Option } from "commander";
import { loadLexicon, loadLocales } from "../config.js";
import { createBriefer } from "../core/brief/brief.js";
import type { Brief } from "../core/brief/schema.js";
import { readIsoTime } from "../core/istanbul.js";
import { renderConsole } from "../core/message/console.js";
import { storyPost } from "../core/message/posts.js";
import { createWords } from "../core/message/words.js";
import { Refusal } from "../core/refusal.js";
import type { CliParts, Register } from "./parts.js";
import { readStories, type Story, type StoryOptions } from "./stories.js";

interface Options extends StoryOptions {
  json?: true;
}

interface Told extends Story {
  brief: Brief;
}

/** `brief`: what the product finds out of one story, without a database. */
export const registerBrief: Register = (program, parts) => {
  program
    .command("brief")
    .description("print the brief of a story: who met, where, and what was decided")
    .argument("<file|url|->", "HTML page, plain text, folder of either, address, or - for standard input")
    .argument("[more...]")
    .option("--json", "the brief as JSON; one line for each of several stories")
    .addOption(languageOption())
    .option("--published <date>", "when the story was published: 2025-11-19 or 2025-11-19T18:00", readPublished)
    .addHelpText("after", examples)
    .action(async (first: string, more: string[], options: Options) => {
      const brief = createBriefer(loadLexicon());
      const told: Told[] = [];
      for (const name of [first, ...more]) {
        for (const story of await readStories(name, options, parts))
          told.push({ ...story, brief: brief(story.article) });
      }
      await parts.out(options.json === true ? jsonText(told) : postsText(told, options, parts));
    });
};

const examples = `
Examples:
  tellal brief story.html --json
  tellal brief - --published 2025-11-19 < story.txt`;

function languageOption(): Option {
  const what = "language of the labels, and of a story that does not tell its own";
  return new Option("--lang <language>", what).choices(["tr", "en"]);
}

/** A day alone is its beginning in Istanbul; a time without zone is Istanbul's. */
function readPublished(text: string): number {
  const time = readIsoTime(text);
  if (time !== null) return time;
  throw new Refusal(
    `--published: found ${JSON.stringify(text)}; expected a date such as 2025-11-19 or 2025-11-19T18:00`,
  );
}

function jsonText(told: readonly Told[]): string {
  if (told.length === 1) return `${JSON.stringify(told[0]?.brief, null, 2)}\n`;
  return told.map(({ brief }) => `${JSON.stringify(brief)}\n`).join("");
}

function postsText(told: readonly Told[], { lang }: Options, { paint, width }: CliParts): string {
  const words = createWords(loadLocales());
  const posts = told.map(({ article, brief, source }) => {
    const view = {
      id: source,
      link: article.link ?? "",
      source,
      language: article.language,
      published: article.published,
      updated: article.updated,
      partial: false,
      version: 1,
      brief,
      topics: [],
    };
    const post = storyPost(view, lang ?? (article.language === "en" ? "en" : "tr"), words);
    return `${renderConsole(post, { width: width(), paint })}\n`;
  });
  return posts.join("\n");
}
