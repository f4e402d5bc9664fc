import { loadLexicon, loadLocales } from "../config.js";
import { createBriefer } from "../core/brief/brief.js";
import type { Brief } from "../core/brief/schema.js";
import { renderConsole } from "../core/message/console.js";
import { storyPost } from "../core/message/posts.js";
import { createWords } from "../core/message/words.js";
import type { CliParts } from "./parts.js";
import { readStories, type Story, type StoryOptions } from "./stories.js";

/** The options of `brief`. */
export interface BriefOptions extends StoryOptions {
  json?: true;
}

interface Told extends Story {
  brief: Brief;
}

/** `brief`: what the product finds out of one story, without a database. */
export async function brief(names: readonly string[], options: BriefOptions, parts: CliParts): Promise<void> {
  const briefOf = createBriefer(loadLexicon());
  const told: Told[] = [];
  for (const name of names) {
    for (const story of await readStories(name, options, parts)) told.push({ ...story, brief: briefOf(story.article) });
  }
  await parts.out(options.json === true ? jsonText(told) : postsText(told, options, parts));
}

function jsonText(told: readonly Told[]): string {
  if (told.length === 1) return `${JSON.stringify(told[0]?.brief, null, 2)}\n`;
  return told.map(({ brief }) => `${JSON.stringify(brief)}\n`).join("");
}

function postsText(told: readonly Told[], { lang }: BriefOptions, { paint, width }: CliParts): string {
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
