import { createHash } from "node:crypto";
import { breathe } from "./breathe.js";
import type { FeedKind, Item } from "../core/story.js";
import { readDate } from "./date.js";
import { absoluteLink, canonicalLink } from "./link.js";
import { plainText } from "./plain.js";
import type { RawItem } from "./raw.js";

/** Where a feed's items come from: what their identities and relative links are read against. */
export interface Origin {
  kind: FeedKind;
  /** The feed's address as configured: identities must not change when the feed moves. */
  url: string;
  /** The address that answered: relative links are relative to it. */
  base: string;
}

const limits = { title: 1_000, spot: 4_000, guid: 1_000 };
/** Minutes east of UTC: AA writes Istanbul time, which has been +03:00 all year since 2016. */
const zoneWithoutName: Record<FeedKind, number> = { aa: 180, rss: 0 };

function chooseLink(raw: RawItem, base: string): string {
  const resolve = (href: string) => absoluteLink(href, base);
  const html = raw.links.filter(({ rel, type }) => rel === "alternate" && (type === "" || /html/i.test(type)));
  const plain = raw.links.filter(({ rel }) => rel === "");
  const others = raw.links.filter(({ rel }) => rel === "alternate");
  for (const { href } of [...plain, ...html, ...others]) {
    const link = resolve(href);
    if (link !== null) return link;
  }
  // A guid is a permalink unless it says otherwise; one that looks like an address is one.
  return /^https?:\/\//i.test(raw.guid.trim()) ? (resolve(raw.guid) ?? "") : "";
}

const imageName = /\.(?:jpe?g|png|webp|gif|avif)(?:$|\?)/i;

function choosePhoto(raw: RawItem, base: string): string | null {
  const enclosed = raw.links.filter(({ rel }) => rel === "enclosure").map(({ href, type }) => ({ url: href, type }));
  for (const { url, type } of [...raw.photos, ...enclosed]) {
    if (!/^image/i.test(type) && !(type === "" && imageName.test(url))) continue;
    const photo = absoluteLink(url, base);
    if (photo !== null) return photo;
  }
  return null;
}

/**
 * Who an item is (DESIGN §3 row 4): of AA the number at the end of the link, else host and guid, else the canonical link.
 * An item with none of these is known by its words.
 */
export function identify(
  item: Pick<Item, "guid" | "link" | "title" | "spot">,
  origin: Pick<Origin, "kind" | "url">,
): string {
  const number = item.link === "" ? undefined : /\/(\d+)\/*$/.exec(new URL(item.link).pathname)?.[1];
  if (origin.kind === "aa" && number !== undefined) return `aa:${number}`;
  const { host } = new URL(origin.url);
  // A site that moves to https rewrites the guids that are addresses.
  if (item.guid !== null) return `${host}#${item.guid.replace(/^http:/i, "https:")}`;
  if (item.link !== "") return canonicalLink(item.link);
  return `${host}#${createHash("sha256").update(`${item.title}\n${item.spot}`).digest("hex").slice(0, 32)}`;
}

/** The names that the item of a link may have in the store: of AA the number at its end, else the link in its canonical form. */
export function namesOf(link: string): string[] {
  const canonical = canonicalLink(link);
  const number = URL.canParse(link) ? /\/(\d+)\/*$/.exec(new URL(link).pathname)?.[1] : undefined;
  return number === undefined ? [canonical] : [canonical, `aa:${number}`];
}

/** The canonical link as a second name. None where the number of AA or the link itself is the identity, or for a front page. */
function aliasOf(id: string, link: string): string | null {
  if (id.startsWith("aa:") || link === "") return null;
  const alias = canonicalLink(link);
  const { pathname, search } = new URL(alias);
  return alias === id || (pathname === "/" && search === "") ? null : alias;
}

/** One raw entry as an item: plain words, absolute link (empty if it has none), our reading of its date. */
export function toItem(raw: RawItem, origin: Origin): Item {
  const base =
    raw.base !== "" && URL.canParse(raw.base, origin.base) ? new URL(raw.base, origin.base).href : origin.base;
  const dates = raw.dates.map((date) => readDate(date, zoneWithoutName[origin.kind]));
  const item = {
    guid: plainText(raw.guid, limits.guid) || null,
    link: chooseLink(raw, base),
    title: plainText(raw.title, limits.title),
    spot: plainText(raw.spot, limits.spot),
    published: dates.find((date) => date !== null) ?? null,
    photo: choosePhoto(raw, base),
  };
  const id = identify(item, origin);
  return { id, alias: aliasOf(id, item.link), ...item };
}

/**
 * The items of a feed in its order, each once: by identity, and by link and title where a feed repeats one under a new guid.
 * A link that several of them share is nobody's alias.
 */
export async function unique(items: readonly Item[]): Promise<Item[]> {
  const seen = new Set<string>();
  const once: Item[] = [];
  for (const [at, item] of items.entries()) {
    if (at % 100 === 99) await breathe();
    const { id, link, title } = item;
    const keys = [`id ${id}`, `link ${link === "" ? id : canonicalLink(link)} ${title}`];
    if (keys.some((key) => seen.has(key))) continue;
    for (const key of keys) seen.add(key);
    once.push(item);
  }
  const uses = new Map<string, number>();
  for (const { alias } of once) if (alias) uses.set(alias, (uses.get(alias) ?? 0) + 1);
  return once.map((item) => (item.alias && (uses.get(item.alias) ?? 0) > 1 ? { ...item, alias: null } : item));
}
