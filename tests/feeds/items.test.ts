import fc from "fast-check";
import { expect, test } from "vitest";
import type { FeedKind } from "../../src/core/story.js";
import { identify, toItem, unique } from "../../src/feeds/items.js";
import { canonicalLink } from "../../src/feeds/link.js";
import type { RawItem } from "../../src/feeds/raw.js";

test.each([
  ["http://Haber.Example/A/b/", "https://haber.example/A/b"],
  ["https://haber.example:443/a", "https://haber.example/a"],
  ["http://haber.example:80/a", "https://haber.example/a"],
  ["http://haber.example:8080/a", "https://haber.example:8080/a"],
  ["https://haber.example./a#yorumlar", "https://haber.example/a"],
  ["https://u:p@haber.example/a", "https://haber.example/a"],
  ["https://haber.example", "https://haber.example"],
  ["https://haber.example/?", "https://haber.example"],
  ["https://haber.example/a?b=2&a=1&b=1", "https://haber.example/a?a=1&b=2&b=1"],
  ["https://haber.example/a?utm_source=x&UTM_Medium=y&fbclid=1&gclid=2&id=3", "https://haber.example/a?id=3"],
  ["https://haber.example/a?utm_source=x", "https://haber.example/a"],
  ["https://haber.example/%c5%9f", "https://haber.example/%C5%9F"],
  ["https://haber.example/ş", "https://haber.example/%C5%9F"],
  ["https://haber.example/a//", "https://haber.example/a"],
  ["  https://haber.example/a\n", "https://haber.example/a"],
  ["tag:haber.example,2026:1", "tag:haber.example,2026:1"],
  [" kızılay ", "kızılay"],
])("%s", (link, canonical) => {
  expect(canonicalLink(link)).toBe(canonical);
});

test("the canonical form of a canonical form is itself", () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (link) => {
      const once = canonicalLink(link);
      expect(canonicalLink(once)).toBe(once);
    }),
  );
});

const aa = { kind: "aa" as const, url: "https://www.aa.com.tr/tr/rss/default?cat=guncel" };
const other = { kind: "rss" as const, url: "https://Haber.Example/rss" };
const words = { title: "Başlık", spot: "" };
test.each([
  [aa, { guid: "9", link: "https://www.aa.com.tr/tr/gundem/kizilay/3747971" }, "aa:3747971"],
  [aa, { guid: null, link: "http://www.aa.com.tr/en/world/red-crescent/3747972/?utm_source=x#y" }, "aa:3747972"],
  [aa, { guid: "9", link: "https://www.aa.com.tr/tr/info/infografik/2026-ozet" }, "www.aa.com.tr#9"],
  [aa, { guid: "9", link: "" }, "www.aa.com.tr#9"],
  [other, { guid: "9", link: "https://haber.example/haber/3747971" }, "haber.example#9"],
  [other, { guid: "http://haber.example/?p=9#a", link: "" }, "haber.example#https://haber.example/?p=9#a"],
  [other, { guid: null, link: "http://haber.example/haber/1/" }, "https://haber.example/haber/1"],
])("identity %#", (origin, item, id) => {
  expect(identify({ ...words, ...item }, origin)).toBe(id);
});

test("an item of words alone is known by them", () => {
  const bare = { guid: null, link: "", title: "Başlık", spot: "Özet" };
  expect(identify(bare, other)).toBe(identify({ ...bare }, other));
  expect(identify(bare, other)).not.toBe(identify({ ...bare, spot: "Başka" }, other));
});

const raw = (guid: string, link: string, title = guid): RawItem => ({
  guid,
  title,
  spot: "",
  dates: [],
  photos: [],
  base: "",
  links: [{ href: link, rel: "", type: "" }],
});
const aliases = async (origin: { kind: FeedKind; url: string }, ...items: RawItem[]) =>
  (await unique(items.map((one) => toItem(one, { ...origin, base: origin.url })))).map(({ alias }) => alias);

test.each([
  ["guid and link", other, raw("9", "http://haber.example/a/?utm_source=rss"), "https://haber.example/a"],
  ["another guid", other, raw("tag:haber.example,2026:9", "https://haber.example/a"), "https://haber.example/a"],
  ["no guid: the link is the identity", other, raw("", "https://haber.example/a", "A"), null],
  ["the front page", other, raw("9", "https://haber.example/?utm_source=rss"), null],
  ["a page behind a question mark", other, raw("9", "https://haber.example/?p=9"), "https://haber.example?p=9"],
  ["AA's number", aa, raw("9", "https://www.aa.com.tr/tr/gundem/kizilay/3747971"), null],
])("the second name of an item: %s", async (_, origin, item, alias) => {
  expect(await aliases(origin, item)).toEqual([alias]);
});

test("a link that two items share is nobody's second name", async () => {
  const items = [
    raw("1", "https://haber.example/canli"),
    raw("2", "https://haber.example/canli"),
    raw("3", "https://haber.example/a"),
  ];
  expect(await aliases(other, ...items)).toEqual([null, null, "https://haber.example/a"]);
});
