import { hostOf } from "../../core/host.js";
import { safeUrl } from "../../core/message/clean.js";
import { namesOf } from "../../feeds/items.js";
import type { Store } from "../../store/store.js";

/** The address in some words, as people and platforms write it (`<https://…|…>`, without scheme); null if there is none of the web. */
export function readLink(words: readonly string[]): string | null {
  const [word = ""] = words;
  const bare = word.replace(/^<(?<address>[^|>]*)(?:\|[^>]*)?>$/u, "$<address>");
  if (bare.length > 2_000) return null;
  if (/^https?:/iu.test(bare)) return safeUrl(bare);
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+\//u.test(bare) ? safeUrl(`https://${bare}`) : null;
}

/** A feed of the site that an address is of; undefined if we read none there, and then nothing of it is asked for anybody. */
export async function feedOf(link: string, store: Pick<Store, "feeds">) {
  const feeds = await store.feeds.list();
  return feeds.find(({ url }) => siteOf(url) === siteOf(link));
}

/** The item of a link; undefined if no feed of ours showed it. */
export async function itemAt(link: string, store: Pick<Store, "items">) {
  const item = await store.items.named(namesOf(link));
  if (item === undefined) return undefined;
  // Another site's address may end in a number of AA's too.
  return siteOf(item.link) === siteOf(link) ? item : undefined;
}

function siteOf(link: string): string {
  return hostOf(link).replace(/^www\./u, "");
}
