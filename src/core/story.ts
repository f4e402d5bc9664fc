/** The words of a feed and its page, before and after they are recorded. Times are epoch milliseconds. */

/** How a feed is read: AA's by its numbers and times, all others by the rules of RSS and Atom. */
export type FeedKind = "aa" | "rss";

/** BCP 47 primary language subtag as the feed declares it: `tr`, `en`, `ar` … */
export type Language = string;

/** An entry as the feed gives it. `id` is the identity: `aa:3747971`, `host#guid` or the canonical link. */
export interface Item {
  id: string;
  /** The canonical link, where it is this item's own and not its `id`: a feed may rewrite its guids. */
  alias?: string | null;
  guid: string | null;
  link: string;
  title: string;
  spot: string;
  published: number | null;
  photo: string | null;
}

/** One block of the body, in the order of the page. */
export interface Paragraph {
  kind: "paragraph" | "subhead";
  text: string;
}

/** The full text of a page. Texts have their entities decoded and are NFC; `link` is canonical, null for text from a file. */
export interface Article {
  link: string | null;
  language: Language;
  title: string;
  spot: string | null;
  author: string | null;
  /** City alone on a line before the body: the reporter's desk. */
  dateline: string | null;
  published: number | null;
  updated: number | null;
  section: string | null;
  body: Paragraph[];
  photo: string | null;
  tags: string[];
}

/** One part of a story's text: UTF-16 offsets into it, end exclusive. */
export interface TextPart {
  kind: "title" | "spot" | "dateline" | Paragraph["kind"];
  start: number;
  end: number;
}

/** An article as one string, and where its parts stand in it (UTF-16 offsets, end exclusive). */
export interface StoryText {
  text: string;
  parts: TextPart[];
}

/** Title, spot, dateline and body joined by a blank line, NFC: the string all offsets of a brief point into. */
export function storyText(article: Pick<Article, "title" | "spot" | "dateline" | "body">): StoryText {
  const pieces: { kind: TextPart["kind"]; text: string | null }[] = [
    { kind: "title", text: article.title },
    { kind: "spot", text: article.spot },
    { kind: "dateline", text: article.dateline },
    ...article.body,
  ];
  const texts: string[] = [];
  const parts: TextPart[] = [];
  let start = 0;
  for (const { kind, text } of pieces) {
    const clean = (text ?? "").normalize("NFC").trim();
    if (clean === "") continue;
    parts.push({ kind, start, end: start + clean.length });
    texts.push(clean);
    start += clean.length + 2;
  }
  return { text: texts.join("\n\n"), parts };
}

/** The texts of a story that topics are looked for in. */
export function fieldsOf(
  { text, parts }: StoryText,
  language: Language,
): { title: string; body: string; language: Language } {
  const title = parts[0]?.kind === "title" ? text.slice(0, parts[0].end) : "";
  return { title, body: text.slice(title.length).trimStart(), language };
}
