import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readFeed } from "../../src/feeds/reader.js";
import { createStrictReader } from "../../src/feeds/rss.js";

/** One thread for all of them: to start one takes longer than most feeds. */
const readStrictly = createStrictReader({ kept: 1 }).read;

const fixture = readFileSync(new URL("../fixtures/feeds/aa-tr.xml", import.meta.url), "utf8");
const origin = { kind: "aa" as const, url: "https://www.aa.example/rss", base: "https://www.aa.example/rss" };
const words = async (text: string) => {
  const reading = await readFeed(text, origin, { readStrictly });
  return reading.kind === "read" ? reading.items.map(({ id, title }) => `${id} ${title}`) : [];
};

/** Changes the n-th match only. */
function nth(text: string, pattern: RegExp, n: number, change: (match: string) => string): string {
  let seen = -1;
  return text.replaceAll(pattern, (match) => (++seen === n ? change(match) : match));
}

/** What happens to feeds in the wild, done to AA's feed of 30 items. */
const damages: [string, (feed: string) => string][] = [
  ["nothing", (feed) => feed],
  ["a bare & in one spot", (feed) => nth(feed, /<description>/g, 3, (tag) => `${tag}Ar&Ge, A & B: `)],
  ["a bare & in every spot", (feed) => feed.replaceAll("<description>", "<description>A & B ")],
  ["a bare < in a spot", (feed) => nth(feed, /<description>/g, 3, (tag) => `${tag}3 < 5, <5 ve a <b `)],
  ["a bare > in every spot", (feed) => feed.replaceAll("<description>", "<description>5 > 3 ")],
  ["HTML entities in every spot", (feed) => feed.replaceAll("<description>", "<description>&nbsp;&uuml;&hellip; ")],
  ["raw HTML in every spot", (feed) => feed.replaceAll("<description>", "<description><p>Bir <br>iki <img src=x>")],
  [
    "control characters in every spot",
    (feed) => feed.replaceAll("<description>", "<description>\u0001\u0008\u001f\u0000"),
  ],
  ["no end tag of one title", (feed) => nth(feed, /<\/title>/g, 8, () => "")],
  ["no end tag of any spot", (feed) => feed.replaceAll("</description>", "")],
  ["no end tag of any item", (feed) => feed.replaceAll("</item>", "")],
  ["no end tag of one item", (feed) => nth(feed, /<\/item>/g, 8, () => "")],
  ["an end tag of item without >", (feed) => nth(feed, /<\/item>/g, 8, () => "</item")],
  ["a misspelt end tag", (feed) => nth(feed, /<\/description>/g, 8, () => "</descripton>")],
  [
    "end tags in the wrong order",
    (feed) =>
      feed.replaceAll("</description>\n", "</item>\n").replaceAll(/<\/item>(\s+<pubDate>)/g, "</description>$1"),
  ],
  ["a lone end tag", (feed) => nth(feed, /<guid/g, 8, (tag) => `</b></rss>${tag}`)],
  ["no end of the document", (feed) => feed.replace("</channel>", "").replace("</rss>", "")],
  ["something after the end", (feed) => `${feed}<!-- cached --><script>x</script>`],
  ["two documents", (feed) => `${feed}${feed}`],
  ["blank lines first", (feed) => `\n\n  ${feed}`],
  ["a warning first", (feed) => `<br />\n<b>Notice</b>: Undefined index in <b>/x.php</b><br />\n${feed}`],
  ["a mark in the middle", (feed) => feed.replaceAll("<item>", "\ufeff<item>")],
  ["no declaration", (feed) => feed.replace(/<\?xml.*?\?>/, "")],
  ["two declarations", (feed) => `<?xml version="1.0"?>${feed}`],
  [
    "version 1.1 and a stylesheet",
    (feed) => feed.replace(/<\?xml.*?\?>/, `<?xml version="1.1"?><?xml-stylesheet href="x"?>`),
  ],
  [
    "a document type with entities",
    (feed) =>
      feed.replace("<rss", `<!DOCTYPE rss [<!ENTITY nbsp "&#160;"><!ENTITY x SYSTEM "file:///etc/passwd">]><rss`),
  ],
  ["CDATA without end in one spot", (feed) => nth(feed, /<description>/g, 3, (tag) => `${tag}<![CDATA[`)],
  [
    "CDATA within CDATA",
    (feed) =>
      feed.replaceAll(
        /<description>(.*?)<\/description>/g,
        "<description><![CDATA[$1 <![CDATA[iç]]> dış]]></description>",
      ),
  ],
  ["a comment without end", (feed) => nth(feed, /<guid/g, 8, (tag) => `<!-- ${tag}`)],
  ["comments with -- and tags", (feed) => feed.replaceAll("<guid", "<!-- a -- <item> b --><guid")],
  ["an attribute without quotes", (feed) => feed.replaceAll(`"false"`, "false")],
  ["an attribute with an open quote", (feed) => nth(feed, /isPermaLink="false"/g, 8, () => `isPermaLink="false`)],
  ["an attribute twice", (feed) => feed.replaceAll(`isPermaLink="false"`, `isPermaLink="false" isPermaLink="false"`)],
  ["an attribute without value", (feed) => feed.replaceAll(`isPermaLink="false"`, "isPermaLink")],
  ["a prefix that is not declared", (feed) => feed.replaceAll("<guid", "<x:y>z</x:y><guid")],
  ["capital tags", (feed) => feed.replaceAll(/<\/?[a-zA-Z]+/g, (tag) => tag.toUpperCase())],
  ["white space in tags", (feed) => feed.replaceAll("</title>", "</title >").replaceAll("<item>", "<item\n>")],
  ["no dates", (feed) => feed.replaceAll(/<pubDate>.*?<\/pubDate>/g, "")],
  ["bad dates", (feed) => feed.replaceAll(/<pubDate>.*?<\/pubDate>/g, "<pubDate>0000-00-00</pubDate>")],
  ["no guid", (feed) => feed.replaceAll(/<guid.*?<\/guid>/g, "")],
  ["two titles each", (feed) => feed.replaceAll("<description>", "<title>Başka</title><description>")],
  ["an unknown version", (feed) => feed.replace(`version="2.0"`, "")],
  ["one line", (feed) => feed.replaceAll(/\n\s*/g, "")],
  ["Windows line ends", (feed) => feed.replaceAll("\n", "\r\n")],
  ["cut before the last end tag", (feed) => feed.slice(0, feed.lastIndexOf("</item>") + 9)],
];

const good = new Set(await words(fixture));

test("the fixture is whole", () => {
  expect(good.size).toBe(30);
});

const kept: number[] = [];
test.each(damages)("%s keeps the items", async (_, damage) => {
  const damaged = damage(fixture);
  const items = await words(damaged);
  const share = items.filter((item) => good.has(item)).length / good.size;
  kept.push(share);
  // One item of thirty may be lost where it is the one that is damaged.
  expect(share).toBeGreaterThanOrEqual(29 / 30);
});

test("over all damages at least 97 % are kept", () => {
  const share = kept.reduce((sum, one) => sum + one, 0) / kept.length;
  expect(kept).toHaveLength(damages.length);
  expect(share).toBeGreaterThanOrEqual(0.97);
});

test("a feed cut anywhere keeps exactly the items that were complete", async () => {
  for (let end = 0; end < fixture.length; end += 1231) {
    const text = fixture.slice(0, end);
    const complete = text.split("</item>").length - 1;
    const items = await words(text);
    expect(items).toEqual([...good].slice(0, complete));
  }
});
