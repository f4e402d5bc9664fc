/** Where the hostile feeds say they come from. */
export const origin = { kind: "rss" as const, url: "https://x.example/rss", base: "https://x.example/rss" };
const size = 5_000_000;
const fill = (text: string) => text.repeat(Math.ceil(size / text.length));
const feed = (inner: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>${inner}</channel></rss>`;
const item = (inner: string) => `<item><title>a</title><link>/a</link><description>${inner}</description></item>`;
const nest = (tag: string, times: number) => `<${tag}>`.repeat(times) + `</${tag}>`.repeat(times);
const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");

/** Feeds that some parser somewhere took minutes or gigabytes for, and how many items we still read of them. */
export const inputs: [string, string, number | null][] = [
  ["200 KB of <", feed(item("<".repeat(200_000))), 1],
  ["200 KB of escaped <", feed(item("&lt;".repeat(200_000))), 1],
  ["200 KB of <br", feed(item("&lt;br".repeat(40_000))), 1],
  ["200 KB of < in CDATA", feed(item(`<![CDATA[${"<".repeat(200_000)}]]>`)), 1],
  ["5 MB of <", fill("<"), null],
  ["5 MB of <a", fill("<a"), null],
  ["5 MB of < in a feed", feed(fill("<")), 0],
  ["5 MB of &", feed(item(fill("&"))), 1],
  ["5 MB of &amp;", feed(item(fill("&amp;"))), 1],
  ["5 MB of &#x", feed(item(fill("&#x"))), 1],
  ["5 MB of quotes in a tag", feed(`<item ${fill(`a="`)}>`), 0],
  ["5 MB of white space", feed(item(fill(" "))), 1],
  ["5 MB of one word", feed(item(fill("x"))), 1],
  ["nesting 100,000 deep", feed(item("b") + nest("a", 100_000)), 1],
  ["nesting 100,000 deep in a title", feed(`${item("b")}<item><title>${nest("b", 100_000)}</title></item>`), 1],
  ["items in items", feed(Array.from({ length: 100_000 }, (_, n) => `<item><guid>${n}</guid>`).join("")), 998],
  ["5 MB of empty items", feed(fill("<item/>")), 0],
  ["5 MB of items", feed(fill("<item><title>a</title><guid>1</guid></item>")), 1],
  ["100,000 items", feed(Array.from({ length: 100_000 }, (_, n) => `<item><guid>${n}</guid></item>`).join("")), 5_000],
  ["100,000 attributes", feed(`<item ${Array.from({ length: 100_000 }, (_, n) => `a${n}="1"`).join(" ")}/>`), 0],
  ["100,000 links", feed(`<item><title>a</title>${`<link href="/a"/>`.repeat(100_000)}</item>`), 1],
  ["a billion laughs", `<!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}]>${feed(item("&l9;"))}`, 1],
  ["an entity of 5 MB used often", `<!DOCTYPE rss [<!ENTITY a "${fill("a")}">]>${feed(item("&a;".repeat(1000)))}`, 1],
  ["an external entity", `<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>${feed(item("&a;"))}`, 1],
  ["an external DTD", `<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">${feed(item("b"))}`, 1],
  ["5 MB of comment starts", feed(fill("<!--")), 0],
  ["5 MB of CDATA starts", feed(item(fill("<![CDATA["))), 1],
  ["5 MB of declarations", fill("<?xml?>"), null],
  ["5 MB of end tags", feed(fill("</a>")), 0],
  [
    "__proto__ and constructor",
    feed(`<__proto__><a/></__proto__><item><__proto__>x</__proto__><constructor/><title>a</title></item>`),
    1,
  ],
];
