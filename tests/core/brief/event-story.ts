import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";
import type { Doc } from "../../../src/core/brief/document.js";
import { eventsSchema } from "../../../src/core/brief/lexicon-events.js";
import { readDocument } from "../../../src/core/brief/read-document.js";
import type { Article } from "../../../src/core/story.js";
import { storyText } from "../../../src/core/story.js";

const events = z.object(eventsSchema);

function load(language: string) {
  const file = new URL(`../../../config/lexicon/${language}.yaml`, import.meta.url);
  return events.parse(parse(readFileSync(fileURLToPath(file), "utf8")));
}

/** The shipped lexicons' sections for events. */
export const lexicons = { tr: load("tr"), en: load("en") };

export type Tongue = keyof typeof lexicons;

/** 19 November 2025 (a Wednesday), 17:30 in Istanbul. */
export const published = Date.UTC(2025, 10, 19, 14, 30);

interface Parts {
  title?: string;
  spot?: string;
  dateline?: string;
  /** Paragraphs; a line that begins with `## ` is a subhead. */
  body?: string | readonly string[];
  language?: Tongue;
  published?: number | null;
}

/** An article of the given parts and the document read from it. */
export function story(parts: Parts): { article: Article; doc: Doc } {
  const language = parts.language ?? "tr";
  const lines = typeof parts.body === "string" ? [parts.body] : (parts.body ?? []);
  const article: Article = {
    link: null,
    language,
    title: parts.title ?? "",
    spot: parts.spot ?? null,
    author: null,
    dateline: parts.dateline ?? null,
    published: parts.published === undefined ? published : parts.published,
    updated: null,
    section: null,
    body: lines.map((text) =>
      text.startsWith("## ") ? { kind: "subhead", text: text.slice(3) } : { kind: "paragraph", text },
    ),
    photo: null,
    tags: [],
  };
  return { article, doc: readDocument(storyText(article), { language, published: article.published }) };
}
