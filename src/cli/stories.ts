import { basename } from "node:path";
import { loadConfig, ownVersion } from "../config.js";
import { guessLanguage } from "../core/language.js";
import type { Tongue } from "../core/message/words.js";
import { readPlain } from "../core/plain.js";
import { Refusal } from "../core/refusal.js";
import type { Article } from "../core/story.js";
import { extractArticle } from "../feeds/article.js";
import { createFeeds } from "../feeds/feeds.js";
import { createFetch } from "../feeds/fetch.js";
import { readInputs, type Input } from "./inputs.js";
import type { CliParts } from "./parts.js";

/** An article that did not come from a feed. */
export interface Story {
  article: Article;
  /** Where it came from, as the last line of its post says: `AA`, a host, a file. */
  source: string;
}

/** What the command line says about the stories it names. */
export interface StoryOptions {
  lang?: Tongue;
  published?: number;
}

/** The stories behind one argument: an address, a file, a folder, or `-`. Refuses what holds no story. */
export async function readStories(name: string, options: StoryOptions, parts: CliParts): Promise<Story[]> {
  const stories = /^https?:\/\//iu.test(name)
    ? [await fetchStory(name, options, parts)]
    : (await readInputs([name], [".html", ".htm", ".txt"], parts)).map((input) => storyOf(input, options));
  const { published } = options;
  if (published === undefined) return stories;
  return stories.map(({ article, source }) => ({ article: { ...article, published }, source }));
}

/** The page of an address, by the same rules as the pages of feeds. */
async function fetchStory(url: string, options: StoryOptions, parts: CliParts): Promise<Story> {
  const { network } = loadConfig(parts).settings;
  const feeds = createFeeds({
    fetch: createFetch({ network }),
    network,
    version: ownVersion(),
    clock: parts.clock,
    extract: extractArticle,
  });
  const outcome = await feeds.article(url, options.lang ?? "", parts.clock());
  if (outcome.kind === "read") {
    return { article: outcome.article, source: sourceOf(outcome.article.link ?? url) };
  }
  throw new Refusal(`${url}: ${"why" in outcome ? outcome.why : `the page answered ${outcome.status}`}`);
}

function sourceOf(link: string): string {
  const host = new URL(link).hostname.replace(/^www\./u, "");
  return host === "aa.com.tr" ? "AA" : host;
}

function storyOf({ name, text }: Input, { lang }: StoryOptions): Story {
  const source = basename(name);
  if (!isPage(text)) {
    const article = readPlain(text, languageOfText(text, lang));
    if (article.title === "") throw new Refusal(`${name}: no title found; the first line of a story is its title`);
    return { article, source };
  }
  const page = extractArticle({ html: text, link: "", language: lang ?? "" });
  if (page.kind === "failed") throw new Refusal(`${name}: ${page.why}`);
  const { link } = page.article;
  return { article: page.article, source: link === null ? source : sourceOf(link) };
}

function isPage(text: string): boolean {
  return /^\s*(?:<\?xml|<!--|<!doctype|<(?:html|head|body|main|article|section|div|p|h1|meta)\b)/iu.test(text);
}

/** A text of some sentences tells its language; a shorter one is what `--lang` says. */
function languageOfText(text: string, lang: Tongue | undefined): Tongue {
  const long = text.trim().split(/\s+/u, 20).length === 20;
  return long || lang === undefined ? guessLanguage(text) : lang;
}
