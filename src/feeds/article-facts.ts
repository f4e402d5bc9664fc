import { readIsoTime } from "../core/istanbul.js";
import type { Article } from "../core/story.js";
import { tidy } from "../core/text/tidy.js";
import { decodeEntities, type Document } from "./article-dom.js";

/** What a page says of its story beside the body; null where it says nothing. `link` and `photo` are as written, not yet checked. */
export type Facts = Omit<Article, "language" | "body" | "title"> & { title: string | null; language: string | null };

type Json = Record<string, unknown>;

/** The page's JSON-LD of an article, null if it has none; broken blocks are passed over. A time without zone is Istanbul's. */
export function readJsonLd(document: Document, link: string): Facts | null {
  const articles = [...document.querySelectorAll('script[type="application/ld+json"]')]
    .flatMap((script) => flatten(parse(script.textContent ?? ""), 0))
    .filter((json) =>
      list(json["@type"]).some((type) => typeof type === "string" && /(?:Article|BlogPosting)$/.test(type)),
    );
  const article = articles.find((json) => canonicalOf(json) === link) ?? articles[0];
  if (!article) return null;
  return {
    link: canonicalOf(article),
    language: text(article["inLanguage"]),
    title: text(article["headline"]) ?? text(article["name"]),
    spot: text(article["description"]),
    author: names(article["author"]),
    dateline: text(list(article["contentLocation"])[0]) ?? text(article["dateline"]),
    published: time(article["datePublished"]),
    updated: time(article["dateModified"]),
    section: list(article["articleSection"]).map(text).filter(isThere).join(", ") || null,
    photo: address(list(article["image"])[0]) ?? address(article["thumbnailUrl"]),
    tags: readTags(list(article["keywords"])),
  };
}

/** What the meta elements say; they stand in the body of AA's streamed page. `byAa`: its `article:published_time` follows the update and is not used. */
export function readMeta(document: Document, byAa: boolean): Facts {
  const metas = new Map<string, string[]>();
  for (const meta of document.querySelectorAll("meta[content]")) {
    const name = ["property", "name", "itemprop", "http-equiv"].map((key) => meta.getAttribute(key)).find(isThere);
    const content = text(meta.getAttribute("content"));
    if (name === undefined || content === null) continue;
    metas.set(name.toLowerCase(), [...(metas.get(name.toLowerCase()) ?? []), content].slice(0, 50));
  }
  const first = (...keys: string[]) => keys.map((key) => metas.get(key)?.[0]).find(isThere) ?? null;
  const author = first("author", "article:author");
  const at = first("article:published_time", "datepublished", "date", "dc.date", "parsely-pub-date");
  const shown = document.querySelector("time[datetime]")?.getAttribute("datetime");
  return {
    link: document.querySelector('link[rel~="canonical"]')?.getAttribute("href") ?? first("og:url"),
    language:
      document.querySelector("html")?.getAttribute("lang") || first("content-language", "language", "og:locale"),
    title: first("og:title", "twitter:title") ?? text(document.querySelector("title")?.textContent),
    spot: first("og:description", "description", "twitter:description"),
    author: author !== null && /^https?:/i.test(author) ? null : author,
    dateline: null,
    published: byAa ? null : (time(at) ?? time(shown)),
    updated: time(first("article:modified_time", "og:updated_time", "datemodified")),
    section: first("article:section"),
    photo: first("og:image:secure_url", "og:image", "twitter:image", "twitter:image:src"),
    tags: metas.get("article:tag") ?? readTags([first("news_keywords", "keywords")]),
  };
}

/** The first that says it, fact by fact. */
export function mergeFacts(...all: readonly (Partial<Facts> | null)[]): Facts {
  const merged: Facts = {
    link: null,
    language: null,
    title: null,
    spot: null,
    author: null,
    dateline: null,
    published: null,
    updated: null,
    section: null,
    photo: null,
    tags: [],
  };
  for (const facts of all.toReversed()) {
    for (const [key, value] of Object.entries(facts ?? {})) {
      if (value !== null && !(Array.isArray(value) && value.length === 0)) Object.assign(merged, { [key]: value });
    }
  }
  return merged;
}

/** Tags from strings with commas, each once. */
export function readTags(values: readonly unknown[]): string[] {
  const tags = values.flatMap((value) => (typeof value === "string" ? value.split(",") : [value]));
  return [...new Set(tags.map(text).filter(isThere))].slice(0, 50);
}

const isThere = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined && value !== "";

function parse(source: string): unknown {
  try {
    return JSON.parse(source.trim().replace(/^<!--|-->$/g, ""));
  } catch {
    // Broken JSON-LD is common, and the page says the same in its metas.
    return null;
  }
}

function flatten(json: unknown, depth: number): Json[] {
  if (typeof json !== "object" || json === null || depth > 4) return [];
  if (Array.isArray(json)) return json.flatMap((part) => flatten(part, depth + 1));
  const object = Object.fromEntries(Object.entries(json));
  return [object, ...flatten(object["@graph"], depth + 1)];
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function text(value: unknown): string | null {
  if (typeof value === "string") return tidy(decodeEntities(value)) || null;
  if (typeof value !== "object" || value === null) return null;
  const { name, "@value": own }: { name?: unknown; "@value"?: unknown } = value;
  return typeof name === "string" ? text(name) : typeof own === "string" ? text(own) : null;
}

const names = (value: unknown) => [...new Set(list(value).map(text).filter(isThere))].join(", ") || null;

const time = (value: unknown) => (typeof value === "string" ? readIsoTime(value) : null);

function address(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return null;
  const { url, "@id": id }: { url?: unknown; "@id"?: unknown } = value;
  return typeof url === "string" ? url : typeof id === "string" ? id : null;
}

const canonicalOf = (json: Json) => address(json["mainEntityOfPage"]) ?? address(json["url"]);
