import { Parser } from "htmlparser2";
import { breathe } from "./breathe.js";
import { mend } from "./mend.js";
import type { RawItem } from "./raw.js";
import { maxField, maxItems } from "./raw.js";

type Attributes = Record<string, string>;
type TextField =
  | "title"
  | "media"
  | "guid"
  | "link"
  | "published"
  | "dublin"
  | "updated"
  | "summary"
  | "content"
  | "image";

/** What an element of an item means, by its name without the item's own prefix. */
const textFields: Record<string, TextField> = {
  title: "title",
  "dc:title": "title",
  "media:title": "media",
  guid: "guid",
  id: "guid",
  "dc:identifier": "guid",
  link: "link",
  pubdate: "published",
  published: "published",
  issued: "published",
  "dc:date": "dublin",
  date: "published",
  "dcterms:issued": "published",
  "dcterms:created": "published",
  created: "published",
  updated: "updated",
  modified: "updated",
  "dcterms:modified": "updated",
  "atom:updated": "updated",
  description: "summary",
  summary: "summary",
  "dc:description": "summary",
  "itunes:summary": "summary",
  "content:encoded": "content",
  content: "content",
  image: "image",
};
const linkElements = new Set(["link", "atom:link"]);
const photoElements = new Set(["enclosure", "media:content", "media:thumbnail", "itunes:image"]);
/** Parts of an item with titles and links of their own. */
const containers = new Set(["source", "author", "contributor", "textinput", "atom:author"]);
const roots = new Set(["rss", "rdf", "feed", "channel"]);
const maxDepth = 1_000;

interface Draft {
  texts: Partial<Record<TextField, string>>;
  prefix: string;
  item: RawItem;
}

/** What the tolerant reader made of a text; `isFeed` is false where nothing in it says that it is one. */
export interface TolerantReading {
  isFeed: boolean;
  items: RawItem[];
}

function resolveBase(written: string | undefined, base: string): string {
  if (written === undefined || written.trim() === "") return base;
  const address = written.trim();
  if (URL.canParse(address)) return address;
  return URL.canParse(address, base) ? new URL(address, base).href : base;
}

/** Atom 0.3 `mode="base64"`; RFC 4287 §4.1.3.3 for content that is no text. */
function isBase64({ mode, type }: Attributes): boolean {
  return mode === "base64" || type === "application/octet-stream";
}

/** Collects items from the events of a tokenizer: no tree, no trust in nesting. `feedUrl` is what bases are relative to. */
function createCollector(feedUrl: string) {
  const items: RawItem[] = [];
  let isFeed = false;
  let isPage = false;
  let elements = 0;
  let depth = 0;
  let feedBase = "";
  let draft: Draft | null = null;
  let field: { name: TextField; element: string; text: string; base64?: boolean } | null = null;
  let container: string | null = null;

  const localName = (name: string) => name.slice(name.indexOf(":") + 1);

  function endField(): void {
    if (field === null || draft === null) return;
    const text = field.base64 === true ? Buffer.from(field.text, "base64").toString("utf8") : field.text;
    if (text.trim() !== "") draft.texts[field.name] ??= text;
    field = null;
  }

  function endItem(): void {
    endField();
    container = null;
    if (draft === null) return;
    const { item, texts } = draft;
    draft = null;
    if (texts.link !== undefined) item.links.unshift({ href: texts.link, rel: "", type: "" });
    if (texts.image !== undefined) item.photos.unshift({ url: texts.image, type: "image/*" });
    const dates = [texts.published, texts.dublin, texts.updated].filter((date) => date !== undefined);
    const found = {
      title: texts.title ?? texts.media ?? "",
      guid: texts.guid ?? "",
      spot: texts.summary ?? texts.content ?? "",
    };
    const isEmpty = found.title === "" && found.guid === "" && found.spot === "";
    if (isEmpty && item.links.length === 0 && dates.length === 0) return;
    if (items.length < maxItems) items.push({ ...item, ...found, dates });
  }

  function openItem(name: string, attributes: Attributes): void {
    endItem();
    const prefix = name.slice(0, name.length - localName(name).length);
    const base = resolveBase(attributes["xml:base"], feedBase === "" ? feedUrl : feedBase);
    const item: RawItem = {
      title: "",
      guid: "",
      links: [],
      spot: "",
      dates: [],
      photos: [],
      base: base === feedUrl ? "" : base,
    };
    draft = { texts: {}, prefix, item };
    // RSS 1.0: the address of the item is its identity.
    const about = attributes["rdf:about"];
    if (about !== undefined) draft.texts.guid = about;
  }

  function openInItem(open: Draft, name: string, attributes: Attributes): void {
    const { item } = open;
    const own = name.startsWith(open.prefix) ? name.slice(open.prefix.length) : name;
    if (container !== null) {
      openInContainer(own, name);
      return;
    }
    if (containers.has(own)) {
      endField();
      container = name;
      return;
    }
    if (photoElements.has(own)) {
      const url = attributes["url"] ?? attributes["href"];
      const type = attributes["type"] ?? (own === "media:content" ? attributes["medium"] : "image/*") ?? "";
      if (url !== undefined && item.photos.length < 50) item.photos.push({ url, type });
      return;
    }
    const href = attributes["href"];
    if (linkElements.has(own) && href !== undefined) {
      const { rel = "alternate", type = "" } = attributes;
      const base = attributes["xml:base"];
      const resolved = base === undefined ? href : resolveBase(href, resolveBase(base, item.base || feedUrl));
      if (item.links.length < 50) item.links.push({ href: resolved, rel, type });
      return;
    }
    const target = textFields[own];
    if (field?.name === "image" && field.text.trim() === "") {
      // `<image><url>…</url><title>…</title></image>`, beside AA's bare `<image>…</image>`.
      container = field.element;
      field = null;
      openInContainer(own, name);
    } else if (target !== undefined) {
      endField();
      field = { name: target, element: name, text: "", base64: isBase64(attributes) };
    } else if (field !== null) append(`<${localName(name)}>`);
  }

  function openInContainer(own: string, name: string): void {
    if (own === "url") field = { name: "image", element: name, text: "" };
  }

  function append(text: string): void {
    if (field !== null && field.text.length < maxField) field.text += text.slice(0, maxField - field.text.length);
  }

  return {
    onopentag(name: string, attributes: Attributes): void {
      depth++;
      elements++;
      const local = localName(name);
      if (elements === 1 || draft === null) {
        if (local === "html" && !isFeed) isPage = true;
        if (!isPage && roots.has(local)) {
          isFeed = true;
          feedBase = resolveBase(attributes["xml:base"], feedBase === "" ? feedUrl : feedBase);
        }
      }
      if ((local === "item" || local === "entry") && !isPage && !name.startsWith("media:")) openItem(name, attributes);
      else if (draft !== null) openInItem(draft, name, attributes);
    },
    ontext(text: string): void {
      append(text);
    },
    onclosetag(name: string): void {
      depth--;
      const local = localName(name);
      if (name === container) container = null;
      if (field?.element === name) endField();
      else if (local === "item" || local === "entry") endItem();
      else if (field !== null) append(`</${local}>`);
    },
    isTooDeep: () => depth > maxDepth,
    isFull: () => items.length >= maxItems,
    /** The item that was still open when the text ended is not complete and not among them. */
    reading: (): TolerantReading => ({ isFeed: isFeed || (items.length > 0 && !isPage), items }),
  };
}

const slice = 32 * 1024;
const maxPieces = 4_000;

/**
 * Reads whatever can be read of a feed in RSS 2.0, RSS 1.0 or Atom: every item that is complete, at most `maxItems`.
 * It gives way to the event loop every few milliseconds, and stops at a nesting that no feed has.
 */
export async function readTolerantly(text: string, feedUrl: string): Promise<TolerantReading> {
  const collector = createCollector(feedUrl);
  const parser = new Parser(collector, { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true });
  let pieces: string[] = [];
  let length = 0;
  for (const piece of mend(text)) {
    pieces.push(piece);
    length += piece.length;
    if (length < slice && pieces.length < maxPieces) continue;
    parser.write(pieces.join(""));
    if (collector.isTooDeep() || collector.isFull()) return collector.reading();
    pieces = [];
    length = 0;
    await breathe();
  }
  parser.write(pieces.join(""));
  return collector.reading();
}
