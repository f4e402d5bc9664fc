import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Item } from "../../src/core/story.js";
import { readFeed } from "../../src/feeds/reader.js";
import { createStrictReader } from "../../src/feeds/rss.js";

/** One thread for all of them: to start one takes longer than most feeds. */
const readStrictly = createStrictReader({ kept: 1 }).read;

const fixture = (name: string) => readFileSync(new URL(`../fixtures/feeds/${name}`, import.meta.url), "utf8");
const origin = { kind: "rss" as const, url: "https://haber.example/rss", base: "https://haber.example/rss" };

async function read(text: string, kind: "aa" | "rss" = "rss") {
  const reading = await readFeed(text, { ...origin, kind }, { readStrictly });
  if (reading.kind === "failed") throw new Error(reading.why);
  return reading;
}

/** One item of an RSS feed, read by rss-parser, and read by the tolerant reader because of a bare ampersand outside it. */
async function both(inner: string): Promise<Item[]> {
  const feed = (extra: string) => `<?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:atom="http://www.w3.org/2005/Atom"
    xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>A${extra}B</title><item>${inner}</item></channel></rss>`;
  const strict = await read(feed(" "));
  const tolerant = await read(feed(" & "));
  expect(tolerant.reader).toBe("tolerant");
  expect(tolerant.items).toEqual(strict.items);
  return tolerant.items;
}

test.each([
  ["<media:title>B</media:title><title>A</title>", { title: "A" }],
  ["<media:title>B</media:title>", { title: "B" }],
  ["<title>A</title><dc:description>Spot</dc:description>", { title: "A", spot: "Spot" }],
  ["<title>A</title><dcterms:issued>2026-10-08T06:00:00Z</dcterms:issued>", { published: Date.UTC(2026, 9, 8, 6) }],
  ["<title>A</title><dcterms:modified>2026-10-08T06:00:00Z</dcterms:modified>", { published: Date.UTC(2026, 9, 8, 6) }],
  ["<pubDate>Thu, 08 Oct 2026 09:00:00 +0300</pubDate>", { title: "", published: Date.UTC(2026, 9, 8, 6) }],
])("less common elements: %s", async (inner, wanted) => {
  expect(await both(inner)).toEqual([expect.objectContaining(wanted)]);
});

test.each(['mode="base64"', 'type="application/octet-stream"'])("a title in Base64: %s", async (attribute) => {
  const title = Buffer.from("K\u0131z\u0131lay <b>k\u00f6yde</b>", "utf8").toString("base64");
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title ${attribute}>\n${title}\n</title></entry></feed>`;
  expect((await read(feed)).items).toEqual([expect.objectContaining({ title: "K\u0131z\u0131lay k\u00f6yde" })]);
});

test("AA's feed", async () => {
  const { reader, items } = await read(fixture("aa-tr.xml"), "aa");
  expect(reader).toBe("rss-parser");
  expect(items).toHaveLength(30);
  expect(items[1]).toEqual({
    id: "aa:3747964",
    alias: null,
    guid: "3747964",
    link: "http://www.aa.example/tr/dunya/ornek-haber-2/3747964",
    title: "Türk Devletleri Teşkilatı bakanları Astana’da toplandı",
    spot: "Toplantıda ulaştırma hatları ve gümrük kolaylıkları ele alındı.",
    published: Date.parse("2026-10-08T07:04:39Z"),
    photo: "https://cdnuploads.aa.example/uploads/Contents/2026/10/08/thumbs_b_c_3747964.jpg?v=101039",
  });
});

test("Atom with xml:base, an xhtml title, a source of its own", async () => {
  const { reader, items } = await read(fixture("atom.xml"));
  expect(reader).toBe("tolerant");
  expect(items).toEqual([
    {
      id: "haber.example#tag:haber.example,2026:1",
      alias: "https://haber.example/tr/haber/1",
      guid: "tag:haber.example,2026:1",
      link: "https://haber.example/tr/haber/1",
      title: "Kızılay yardım tırları & gönüllüler yolda",
      spot: "Üç tır sınırı geçti.",
      published: Date.parse("2026-10-08T06:10:39Z"),
      photo: "https://haber.example/tr/foto/1.jpg",
    },
    {
      id: "haber.example#tag:haber.example,2026:2",
      alias: "https://arsiv.example/haber/2?sayfa=1",
      guid: "tag:haber.example,2026:2",
      link: "https://arsiv.example/haber/2?sayfa=1",
      title: "Bişkek'te ortak tatbikat",
      spot: "Ekipler aynı anda yola çıktı.",
      published: Date.parse("2026-10-08T06:00:00Z"),
      photo: null,
    },
  ]);
});

test("Atom as rss-parser reads it: no relative base, a bad date in one entry", async () => {
  const entry = (date: string) =>
    `<entry><id>${date}</id><title>Haber ${date}</title><link href="/h"/><link rel="replies" href="/r"/><updated>${date}</updated></entry>`;
  const feed = (dates: string[]) => `<feed xmlns="http://www.w3.org/2005/Atom">${dates.map(entry).join("")}</feed>`;
  const good = await read(feed(["2026-10-08T06:00:00Z"]));
  expect(good).toMatchObject({ reader: "rss-parser", items: [{ link: "https://haber.example/h" }] });
  const bad = await read(feed(["2026-10-08T06:00:00Z", "dün sabah"]));
  expect(bad).toMatchObject({
    reader: "tolerant",
    items: [{ published: Date.parse("2026-10-08T06:00:00Z") }, { published: null }],
  });
});

test("RSS 1.0", async () => {
  const { items } = await read(fixture("rss1.xml"));
  expect(items.map(({ guid, title, published }) => [guid, title, published])).toEqual([
    ["https://bulten.example/1", "Taşkent'te kan bağışı günü", Date.parse("2026-10-08T07:10:39Z")],
    ["https://bulten.example/2", "Aşkabat'ta çocuk şenliği", Date.parse("2026-10-07T00:00:00Z")],
  ]);
});

const title = (text: string) => `<title>${text}</title><guid isPermaLink="false">1</guid>`;
test.each<[string, Partial<Item>]>([
  [title("Kızılay&apos;ın &quot;yardımı&quot;"), { title: `Kızılay'ın "yardımı"` }],
  [title("Kızılay&amp;#39;ın &amp;quot;yardımı&amp;quot; &amp;amp; ödülü"), { title: `Kızılay'ın "yardımı" & ödülü` }],
  [title("K&#305;z&#x131;lay"), { title: "Kızılay" }],
  [title("K&amp;uuml;lt&amp;uuml;r&amp;nbsp;merkezi&amp;hellip;"), { title: "Kültür merkezi…" }],
  [title("&lt;b&gt;Kızılay&lt;/b&gt;'ın &lt;i&gt;yeni&lt;/i&gt; tırı"), { title: "Kızılay'ın yeni tırı" }],
  [
    title("&amp;lt;p&amp;gt;İki&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;paragraf&amp;lt;/p&amp;gt;"),
    { title: "İki paragraf" },
  ],
  [title("<![CDATA[Faiz <b>%5</b>'in altında & enflasyon < 6]]>"), { title: "Faiz %5'in altında & enflasyon < 6" }],
  [title("<![CDATA[<script>alert(1)</script>Haber<style>p{}</style>]]>"), { title: "Haber" }],
  [title("a &lt;y ve z&gt; b"), { title: "a <y ve z> b" }],
  [title("Ar&amp;Ge ve R&amp;reg; &amp;copy=2"), { title: "Ar&Ge ve R® &copy=2" }],
  [title(" \n  Çok\t\tboşluk \u00a0 var  \n"), { title: "Çok boşluk var" }],
  [title("Ka\u202ere\u202cti \u2066x\u2069 \u200bsıfır\u0085yol\u00ad"), { title: "Kareti x sıfır yol" }],
  [title("I\u0307zmir ku\u0308ltu\u0308r"), { title: "İzmir kültür" }],
  [title("Kızılay &#55357; &#0; son"), { title: "Kızılay � � son" }],
  [title("👨‍👩‍👧 ve Σ"), { title: "👨‍👩‍👧 ve Σ" }],
  [`<link>https://haber.example/a</link>`, { id: "https://haber.example/a", title: "", guid: null, published: null }],
  [`<title>Yalnız başlık</title>`, { link: "", guid: null, id: "haber.example#4131cb87cf4cf250e99ffcaa42645f70" }],
  [
    `<guid>http://haber.example/p/1</guid>`,
    { link: "http://haber.example/p/1", id: "haber.example#https://haber.example/p/1" },
  ],
  [
    `<guid isPermaLink="false">abc</guid><link> /tr/1\n </link>`,
    { link: "https://haber.example/tr/1", id: "haber.example#abc" },
  ],
  [`<link>//cdn.example/x?a=1&amp;amp;b=2&amp;utm_source=rss</link>`, { link: "https://cdn.example/x?a=1&b=2" }],
  [`<link><![CDATA[https://haber.example/ş]]></link>`, { link: "https://haber.example/%C5%9F" }],
  [`<link>javascript:alert(1)</link><title>x</title>`, { link: "" }],
  [`<atom:link href="https://haber.example/b"/><title>x</title>`, { link: "https://haber.example/b" }],
  [
    `<title>x</title><pubDate>Thu, 08 Oct 2026 10:10:39 +0300</pubDate>`,
    { published: Date.parse("2026-10-08T07:10:39Z") },
  ],
  [`<title>x</title><pubDate>Thu, 08 Oct 2026 10:10:39</pubDate>`, { published: Date.parse("2026-10-08T10:10:39Z") }],
  [
    `<title>x</title><pubDate>son dakika</pubDate><dc:date>2026-10-08T10:10:39Z</dc:date>`,
    { published: Date.parse("2026-10-08T10:10:39Z") },
  ],
  [`<title>x</title><dc:date>2026-10-08T10:10:39Z</dc:date>`, { published: Date.parse("2026-10-08T10:10:39Z") }],
  [`<title>x</title><content:encoded><![CDATA[<p>Uzun</p>]]></content:encoded>`, { spot: "Uzun" }],
  [`<title>x</title><description/><content:encoded><![CDATA[<p>Uzun</p>]]></content:encoded>`, { spot: "Uzun" }],
  [`<title>x</title><image>https://cdn.example/1</image>`, { photo: "https://cdn.example/1" }],
  [
    `<image><url>https://cdn.example/1</url><title>logo</title><link>https://logo.example/</link></image><title>x</title>`,
    { title: "x", link: "", photo: "https://cdn.example/1" },
  ],
  [
    `<title>x</title><enclosure url="https://cdn.example/1.mp3" type="audio/mpeg"/><media:thumbnail url="/2.jpg"/>`,
    { photo: "https://haber.example/2.jpg" },
  ],
  [
    `<title>x</title><enclosure url="https://cdn.example/1" type="image/jpeg" length="0"/>`,
    { photo: "https://cdn.example/1" },
  ],
  [
    `<title>x</title><media:content url="https://cdn.example/1" medium="image"><media:title>y</media:title></media:content>`,
    { title: "x", photo: "https://cdn.example/1" },
  ],
  [`<title>x</title><media:content url="https://cdn.example/1.mp4" medium="video"/>`, { photo: null }],
])("%s", async (inner, expected) => {
  expect(await both(inner)).toMatchObject([expected]);
});

test("a missing zone is Istanbul's in AA's feeds", async () => {
  const { items } = await read(
    `<rss version="2.0"><channel><item><title>x</title><pubDate>08.10.2026 10:10</pubDate></item></channel></rss>`,
    "aa",
  );
  expect(items[0]?.published).toBe(Date.parse("2026-10-08T07:10:00Z"));
});

test.each([
  [
    "prefixes everywhere",
    `<x:rss version="2.0"><x:channel><x:item><x:title>A</x:title><x:link>/1</x:link><x:guid>g</x:guid></x:item></x:channel></x:rss>`,
  ],
  ["an Atom prefix", `<a:feed><a:entry><a:title>A</a:title><a:link href="/1"/><a:id>g</a:id></a:entry></a:feed>`],
  [
    "capitals",
    `<RSS VERSION="2.0"><CHANNEL><ITEM><TITLE>A</TITLE><LINK>/1</LINK><GUID>g</GUID></ITEM></CHANNEL></RSS>`,
  ],
  [
    "words before it",
    `\n<br />\n<b>Warning</b>: x <rss version="2.0"><channel><item><title>A</title><link>/1</link><guid>g</guid></item></channel></rss>`,
  ],
  ["no rss element", `<channel><item><title>A</title><link>/1</link><guid>g</guid></item></channel>`],
  [
    "an unknown version",
    `<rss version="3"><channel><item><title>A</title><link>/1</link><guid>g</guid></item></channel></rss>`,
  ],
])("%s", async (_, text) => {
  expect((await read(text)).items).toMatchObject([
    { id: "haber.example#g", title: "A", link: "https://haber.example/1" },
  ]);
});

test("what a feed repeats appears once, at its first place", async () => {
  const item = (number: number, guid: number, link: number) =>
    `<item><title>Haber ${number}</title><link>/${link}?utm_source=${number}</link><guid isPermaLink="false">${guid}</guid></item>`;
  const feed = `<rss version="2.0"><channel>${item(1, 1, 1)}${item(2, 2, 2)}${item(9, 1, 3)}${item(2, 7, 2)}${item(3, 3, 2)}</channel></rss>`;
  expect((await read(feed)).items.map(({ guid }) => guid)).toEqual(["1", "2", "3"]);
});

test.each([
  ["", "not a feed: empty"],
  [" \n ", "not a feed: empty"],
  [
    `<!DOCTYPE html><html><head><title>503</title></head><body>Bakım\n var</body></html>`,
    "not a feed: <!DOCTYPE html><html><head><title>503</title></head><body>Bakım var</body></htm",
  ],
  [
    `<html><body><form action="/captcha"><feed>x</feed><item>y</item></form></body></html>`,
    /^not a feed: <html><body><form/,
  ],
  [`{"version":"https://jsonfeed.org/version/1.1","items":[]}`, /^not a feed: {"version"/],
  [`Too many requests`, "not a feed: Too many requests"],
  [`<?xml version="1.0"?><sitemap><url>x</url></sitemap>`, /^not a feed: <\?xml/],
  [`<opml><body><outline text="x"/></body></opml>`, /^not a feed/],
  [`\u202e\u0000x${"y".repeat(200)}`, `not a feed: x${"y".repeat(79)}`],
])("%j is not a feed", async (text, why) => {
  const reading = await readFeed(text, origin, { readStrictly });
  expect("why" in reading && reading.why).toMatch(why);
});

test.each([
  `<rss version="2.0"><channel><title>Boş</title></channel></rss>`,
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Boş</title></feed>`,
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/></rdf:RDF>`,
  `<rss version="2.0"/>`,
  `<rss version="2.0"><channel><item></item><item><title> </title><link/></item></channel></rss>`,
])("%s is a feed without items", async (text) => {
  expect(await readFeed(text, origin, { readStrictly })).toMatchObject({ kind: "read", items: [] });
});
