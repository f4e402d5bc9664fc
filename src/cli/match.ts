import { z } from "zod";
import { loadConfig } from "../config.js";
import { createMatcher } from "../core/match/matcher.js";
import { topicRelevances } from "../core/match/relevance.js";
import { parseKeyword } from "../core/match/parse.js";
import type { Fields, Hit, Topic } from "../core/match/topic.js";
import { Refusal } from "../core/refusal.js";
import { readInputs, type Input } from "./inputs.js";
import type { CliParts } from "./parts.js";

/** The options of `match`. */
export interface MatchOptions {
  keyword?: string[];
}

/** `match`: which topics or keywords stories hit, and where, without a database. */
export async function match(names: readonly string[], options: MatchOptions, parts: CliParts): Promise<void> {
  const topics = options.keyword === undefined ? loadConfig(parts).settings.topics : [ownTopic(options.keyword)];
  const inputs = await readInputs(names, [".jsonl", ".ndjson"], parts);
  const stories = inputs.flatMap(readStories);
  const matcher = createMatcher(topics);
  for (const story of stories) {
    const fields = fieldsOf(story);
    await parts.out(`${JSON.stringify(resultOf(story, matcher.match(fields), fields))}\n`);
  }
}

/** The expressions of the command line as one topic, so that unwanted ones act on the wanted. */
function ownTopic(keywords: string[]): Topic {
  const faults = keywords.flatMap((keyword) => {
    const parsed = parseKeyword(keyword);
    return parsed.kind === "ok"
      ? []
      : [`--keyword ${JSON.stringify(keyword)}: ${parsed.message} (at character ${parsed.at + 1})`];
  });
  if (faults.length > 0) throw new Refusal(faults.join("\n"));
  return { id: "keyword", name: { tr: "anahtar kelime", en: "keyword" }, keywords };
}

const storySchema = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string().default(""),
  body: z.string().default(""),
  language: z.string().optional(),
});
type Story = z.output<typeof storySchema>;

/** Most faults told of one input. */
const enough = 20;

function readStories({ name, text }: Input): Story[] {
  const faults: string[] = [];
  const stories: Story[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const story = readStory(line);
    if (typeof story !== "string") stories.push(story);
    else if (faults.push(`${name}, line ${index + 1}: ${story}`) === enough) break;
  }
  if (faults.length > 0) throw new Refusal(faults.join("\n"));
  return stories;
}

/** The story, or what is wrong with the line. */
function readStory(line: string): Story | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'not JSON; expected one object {"id", "title", "body"} a line';
  }
  const parsed = storySchema.safeParse(value);
  if (parsed.success) return parsed.data;
  return parsed.error.issues.map((issue) => `${issue.path.join(".") || "the line"}: ${issue.message}`).join("; ");
}

function fieldsOf({ title, body, language }: Story): Fields {
  return language === undefined ? { title, body } : { title, body, language };
}

/** `relevance` says how much the story is about each topic that it hits, from 0 to 1; `derived` marks a word made of the keyword (Kızılaycı). */
function resultOf({ id }: Story, hits: readonly Hit[], fields: Fields) {
  const topics = hits.map(({ topic, keyword, field, start, end, derived }) =>
    derived ? { topic, keyword, field, start, end, derived } : { topic, keyword, field, start, end },
  );
  return { id, topics, relevance: Object.fromEntries(topicRelevances(hits, fields)) };
}
