import fc from "fast-check";
import { expect, test } from "vitest";
import { extractArticle } from "../../src/feeds/article.js";

const link = "https://www.aa.example/tr/gundem/haber/1234567";
const spot = "Sağanak nedeniyle yolu kapanan 12 köydeki 400 aileye gıda kolisi, battaniye ve hijyen seti ulaştırıldı.";
const long =
  "Türk Kızılay ekipleri, sağanak nedeniyle yolu kapanan köylerdeki ailelere gıda kolisi ve battaniye dağıttı.";

/** A page in AA's present structure around a body; `json` adds to or replaces its JSON-LD. */
function page(body: string, json: object = {}, rest = ""): string {
  const article = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: "Köylere yardım",
    description: spot,
  };
  const ld = JSON.stringify({ ...article, ...json }).replaceAll("<", "\\u003c");
  return `<!DOCTYPE html><html lang="tr"><body><main></main><script type="application/ld+json">${ld}</script>
<div hidden id="S:1"><section><h1>Köylere yardım</h1><div dir="ltr">${body}</div></section></div>${rest}</body></html>`;
}

const extract = (html: string, address = link) => extractArticle({ html, link: address, language: "tr" });

function article(html: string, address?: string) {
  const outcome = extract(html, address);
  if (outcome.kind === "failed") throw new Error(outcome.why);
  return outcome.article;
}

const texts = (html: string) => article(html).body.map(({ kind, text }) => (kind === "subhead" ? `# ${text}` : text));

test.each<[name: string, body: string, expected: string[]]>([
  [
    "subheads, lists, quotes",
    `<p>${long}</p><h3>Ara başlık</h3><ul><li>400 koli</li><li>900 battaniye</li></ul><blockquote><p>Yanınızdayız.</p></blockquote>`,
    [long, "# Ara başlık", "400 koli", "900 battaniye", "Yanınızdayız."],
  ],
  [
    "figures and empty paragraphs",
    `<figure><img src="/a.jpg"><figcaption>Fotoğraf : Veli Örnek/AA</figcaption></figure><p>&nbsp;</p><p> </p><p>${long}</p>`,
    [long],
  ],
  [
    "a subhead in bold",
    `<p>${long}</p><p><strong>Ara başlık</strong></p><p><strong>Kalın yazılmış bir cümle.</strong></p>`,
    [long, "# Ara başlık", "Kalın yazılmış bir cümle."],
  ],
  ["line breaks", `<p>${long}<br>Devamı.<br><br>Yeni paragraf.</p>`, [`${long} Devamı.`, "Yeni paragraf."]],
  ["a table", `<p>${long}</p><table><tr><td>Koli</td><td>400</td></tr></table>`, [long, "Koli 400"]],
  ["a paragraph one div deeper, and loose text", `<p>${long}</p><div><p>Bir.</p></div>İki.`, [long, "Bir.", "İki."]],
  [
    "boilerplate",
    `<p>${long}</p><p>AA'nın WhatsApp kanallarına katılın</p><p>Dolar 42,31</p><p>news_share</p><p>( Veli Örnek - Anadolu Ajansı )</p><p>Abonelik için lütfen arayın</p>`,
    [long],
  ],
  ["closing credits", `<p>${long}</p><p>*Haberi Veli Örnek derledi.</p>`, [long]],
  [
    "scripts, styles, hidden elements",
    `<p>${long}<script>var x = "Kızılay"</script></p><style>p{}</style><p hidden>Gizli</p><p style="display: none">Gizli</p>`,
    [long],
  ],
  ["dateline in the paragraph", `<p>GİRESUN (AA) - ${long}</p>`, [long]],
])("body: %s", (_, body, expected) => {
  expect(texts(page(body))).toEqual(expected);
});

test("texts are decoded once more where needed, NFC, without what cannot be seen; curly apostrophes stay", () => {
  const body = `<p>T&uuml;rk K&#305;z&#305;lay&#8217;&#305;n\u200B g\u0306o\u0308nu\u0308llu\u0308leri\u00A0\u202E  k\u00ADoli\n dağıttı; ${long}</p>`;
  const { title, body: blocks } = article(page(body, { headline: "Kızılay&#39;dan K&ouml;ylere &amp; şehirlere" }));
  expect(title).toBe("Kızılay'dan Köylere & şehirlere");
  expect(blocks[0]?.text).toBe(`Türk Kızılay’ın g\u0306önüllüleri koli dağıttı; ${long}`.normalize("NFC"));
});

test.each<[name: string, body: string, description: string | undefined, verdict: RegExp]>([
  ["as long as the spot", `<p>${long}</p>`, spot, /^read$/],
  [
    "a flash that is the spot",
    "<p>Giresun'da 12 köy yolu ulaşıma kapandı.</p>",
    "Giresun'da 12 köy yolu ulaşıma kapandı",
    /^read$/,
  ],
  [
    "a flash that says the spot again, shorter",
    "<p>Sağanak 12 köyün yolunu kapattı.</p>",
    "Giresun'da sağanak nedeniyle 12 köyün yolu kapandı",
    /^read$/,
  ],
  ["a flash without spot", "<p>Giresun'da 12 köy yolu kapandı.</p>", undefined, /^read$/],
  [
    "shorter than the spot, and about something else",
    "<p>Son gelişmeler için bildirimleri açın.</p>",
    spot,
    /^page layout changed: .* shorter than the spot/,
  ],
  [
    "a teaser",
    "<p>Sağanak nedeniyle yolu kapanan 12 köydeki…</p>",
    spot,
    /^page layout changed: .* shorter than the spot/,
  ],
  [
    "a subhead and a line",
    "<p>Sağanak nedeniyle</p><h2>12 köydeki 400 aileye</h2>",
    spot,
    /^page layout changed: .* shorter than the spot/,
  ],
  ["nothing", "<p>&nbsp;</p>", spot, /^page layout changed: no body/],
])("length: %s", (_, body, description, verdict) => {
  const outcome = extract(page(body, { description }));
  expect(outcome.kind === "failed" ? outcome.why : "read").toMatch(verdict);
});

test.each<[name: string, json: object, expected: object]>([
  [
    "times without zone are Istanbul's",
    { datePublished: "2026-04-20T14:09:42.493", dateModified: "2014-01-02T10:00:00" },
    { published: Date.UTC(2026, 3, 20, 11, 9, 42, 493), updated: Date.UTC(2014, 0, 2, 8) },
  ],
  ["times with a zone", { datePublished: "2026-04-20T14:09:42Z" }, { published: Date.UTC(2026, 3, 20, 14, 9, 42) }],
  ["times that are none", { datePublished: "yesterday", dateModified: 7 }, { published: null, updated: null }],
  [
    "several authors",
    { author: [{ name: "Ayşe Örnek" }, { name: "Veli Örnek" }] },
    { author: "Ayşe Örnek, Veli Örnek" },
  ],
  ["keywords as a list", { keywords: ["Kızılay", "afet", "Kızılay"] }, { tags: ["Kızılay", "afet"] }],
  [
    "a photo as an object, relative",
    { image: { url: "/uploads/1.jpg" } },
    { photo: "https://www.aa.example/uploads/1.jpg" },
  ],
  ["a script as photo", { image: ["javascript:alert(1)"] }, { photo: null }],
  [
    "a canonical address",
    { mainEntityOfPage: { "@id": "https://aa.example/tr/dunya/haber/1234567" } },
    { link: "https://aa.example/tr/dunya/haber/1234567" },
  ],
  ["a canonical address elsewhere", { mainEntityOfPage: { "@id": "https://evil.example/" } }, { link }],
  ["a canonical script", { mainEntityOfPage: { "@id": "javascript:alert(1)" } }, { link }],
  ["another language", { inLanguage: "en-US" }, { language: "en" }],
  ["a language that is none", { inLanguage: "<b>" }, { language: "tr" }],
  [
    "values of the wrong kind",
    { author: 7, keywords: { a: 1 }, image: [[1]], articleSection: null, contentLocation: "Giresun" },
    { author: null, tags: [], photo: null, section: null, dateline: "Giresun" },
  ],
])("JSON-LD: %s", (_, json, expected) => {
  expect(article(page(`<p>${long}</p>`, json))).toMatchObject(expected);
});

test.each([
  ["in a graph", (ld: object) => JSON.stringify({ "@graph": [{ "@type": "WebSite" }, ld] })],
  ["in a list", (ld: object) => JSON.stringify([{ "@type": { toString: 1 } }, [ld]])],
  [
    "with several types, behind a broken one",
    (ld: object) =>
      `{oops</script><script type="application/ld+json">${JSON.stringify({ ...ld, "@type": ["Thing", "NewsArticle"] })}`,
  ],
])("JSON-LD %s", (_, write) => {
  const ld = { "@type": "NewsArticle", headline: "Köylere yardım", description: spot };
  const html = `<html><body><script type="application/ld+json">${write(ld)}</script><div hidden id="S:1"><div dir="ltr"><p>${long}</p></div></div>`;
  expect(article(html)).toMatchObject({ title: "Köylere yardım", spot });
});

test("AA's article:published_time is the time of the update, and is not believed", () => {
  const metas = ["published", "modified"].map(
    (of) => `<meta property="article:${of}_time" content="2025-11-19T12:00:00">`,
  );
  expect(article(page(`<p>${long}</p>`, {}, metas.join("")))).toMatchObject({
    published: null,
    updated: Date.UTC(2025, 10, 19, 9),
  });
});

test("another site's page, by Readability and its metas", () => {
  const paragraphs = Array.from({ length: 6 }, (_, at) => `<p>${long} ${at}.</p>`).join("");
  const html = `<html lang="tr"><head><title>Site</title><meta property="og:title" content="Köylere yardım"><meta property="og:description" content="Kısa özet">
<meta property="article:published_time" content="2025-11-19T12:00:00+03:00"><meta property="og:image" content="//cdn.example/1.jpg"><meta name="author" content="Ayşe Örnek"></head>
<body><nav><a href="/">Anasayfa</a></nav><article><h1>Köylere yardım</h1>${paragraphs}<h2>Ara başlık</h2><p>${long}</p></article><footer><p>Çerez</p></footer></body></html>`;
  expect(article(html, "https://gazete.example/haber")).toMatchObject({
    link: "https://gazete.example/haber",
    title: "Köylere yardım",
    spot: "Kısa özet",
    author: "Ayşe Örnek",
    published: Date.UTC(2025, 10, 19, 9),
    photo: "https://cdn.example/1.jpg",
    body: [
      ...Array.from({ length: 6 }, (_, at) => ({ kind: "paragraph", text: `${long} ${at}.` })),
      { kind: "subhead", text: "Ara başlık" },
      { kind: "paragraph", text: long },
    ],
  });
});

test.each([
  [
    "an error page",
    "<html><head><title>502</title></head><body><h1>Bad gateway</h1><p>Try again.</p></body></html>",
    "layout changed",
  ],
  ["nothing", "", "layout changed"],
  ["JSON", '{"items":[]}', "layout changed"],
  ["400,000 open elements", "<div>".repeat(400_000), "nested too deeply"],
  [
    "100,000 levels inside the body",
    page(`${"<div>".repeat(100_000)}${long}${"</div>".repeat(100_000)}`),
    "nested too deeply",
  ],
  ["two million less-than signs", "<".repeat(2_000_000), "too many nodes"],
  [
    "half a million attributes",
    `<div ${Array.from({ length: 300_000 }, (_, at) => `a${at}=b `).join("")}>`,
    "too many nodes",
  ],
  ["more than we read", "a".repeat(4_000_001), "too large"],
  [
    "390 levels with much text for Readability",
    `<title>x</title>${`<div>${`<p>${long}</p>`.repeat(45)}`.repeat(390)}`,
    "layout changed",
  ],
  ["a streamed part inside itself", page('<template id="P:1"></template>'), "no body"],
  ["nested JSON", `<script type="application/ld+json">${"[".repeat(500_000)}</script>`, "layout changed"],
])("hostile or no page: %s", (_, html, why) => {
  const outcome = extract(html);
  expect(outcome.kind === "failed" ? outcome.why : "read").toContain(why);
});

test("never throws on arbitrary strings", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom(
      "<div dir=ltr>",
      '<div hidden id="S:1">',
      "<p>",
      "</p>",
      "<h1>",
      "<!--",
      "-->",
      "<![CDATA[",
      "<svg>",
      "</svg>",
      '<template id="P:1">',
      "<html>",
      "<body>",
      "<head>",
      "<table>",
      "&#0;",
      "&#xD800;",
      '<div class="detay-icerik">',
      '<meta property="og:title" content="x">',
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x"}</script>',
      "<a b='",
      long,
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      expect(["read", "failed"]).toContain(extract(pieces.join("")).kind);
    }),
    { numRuns: 300 },
  );
});
