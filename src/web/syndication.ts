import { cleanText } from "../core/message/clean.js";
import { storyPost } from "../core/message/posts.js";
import type { StoryView } from "../core/message/view.js";
import { renderWeb } from "../core/message/web.js";
import type { Tongue, Words } from "../core/message/words.js";
import { storyPath } from "./pieces.js";

/** What a feed of ours holds. */
export interface Syndicated {
  title: string;
  /** The address of the feed itself, and of the site. */
  self: string;
  base: string;
  views: readonly StoryView[];
  language: Tongue;
  words: Words;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function xml(text: string): string {
  return cleanText(text).replace(/[&<>"]/gu, (sign) => entities[sign] ?? "");
}

/** A name that lasts: where the site stands may change. */
function nameOf({ id }: StoryView): string {
  return `urn:tellal:story:${encodeURIComponent(id)}`;
}

function changedAt({ updated, published }: StoryView): number {
  return Math.max(updated ?? 0, published ?? 0);
}

/** Briefs as Atom (RFC 4287), each with the post as its text. */
export function atomText({ title, self, base, views, language, words }: Syndicated): string {
  const entries = views.map((view) => {
    const content = renderWeb(storyPost(view, language, words));
    return `  <entry>
    <id>${xml(nameOf(view))}</id>
    <title>${xml(view.brief.title)}</title>
    <link rel="alternate" href="${xml(base + storyPath(view.id))}"/>
    <link rel="via" href="${xml(view.link)}"/>
    <updated>${new Date(changedAt(view)).toISOString()}</updated>
${view.published === null ? "" : `    <published>${new Date(view.published).toISOString()}</published>\n`}    <author><name>${xml(view.source)}</name></author>
    <category term="${xml(view.brief.kind)}" label="${xml(words(language)(`kind-${view.brief.kind}`))}"/>
    <content type="html">${xml(content.replaceAll("\n", " "))}</content>
  </entry>\n`;
  });
  const newest = views.reduce((latest, view) => Math.max(latest, changedAt(view)), 0);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
  <id>${xml(self)}</id>
  <title>${xml(title)}</title>
  <updated>${new Date(newest).toISOString()}</updated>
  <link rel="self" href="${xml(self)}"/>
  <link rel="alternate" href="${xml(`${base}/`)}"/>
  <generator>Tellal</generator>
${entries.join("")}</feed>
`;
}

/** The same as JSON Feed 1.1. */
export function jsonFeedText({ title, self, base, views, language, words }: Syndicated): string {
  const items = views.map((view) => ({
    id: nameOf(view),
    url: base + storyPath(view.id),
    external_url: view.link,
    title: view.brief.title,
    content_html: renderWeb(storyPost(view, language, words)),
    ...(view.published === null ? {} : { date_published: new Date(view.published).toISOString() }),
    ...(changedAt(view) === 0 ? {} : { date_modified: new Date(changedAt(view)).toISOString() }),
    authors: [{ name: view.source }],
    tags: [view.brief.kind, ...view.topics.map(({ id }) => id)],
    language: view.language,
  }));
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: `${base}/`,
    feed_url: self,
    language,
    items,
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}
