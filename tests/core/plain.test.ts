import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readPlain } from "../../src/core/plain.js";

const model = readFileSync(new URL("../fixtures/articles/model.txt", import.meta.url), "utf8");
/** 19 November 2025, 00:00 in Istanbul. */
const day = Date.UTC(2025, 10, 18, 21);

const spot = "Bölgedeki ailelere gıda kolisi ve battaniye ulaştırıldı.";
const p1 = "Türk Kızılay ekipleri, sel bölgesindeki 400 aileye gıda kolisi ve battaniye dağıttı.";
const p2 = "Ekip sorumlusu Seda Kırmızıgül, dağıtımın hafta sonuna kadar süreceğini söyledi.";
const p3 = "Bölgede geçen hafta etkili olan sağanakta 12 köyün yolu kapanmıştı.";
const title = "Kızılay sel bölgesine yardım ulaştırdı";

test("the model case in every part", () => {
  const article = readPlain(model);
  const lines = model.trim().split("\n");
  expect(article).toEqual({
    link: null,
    language: "tr",
    title: lines[2],
    spot: lines[3],
    author: "Elif Nur Akdemir",
    dateline: "Bakü",
    published: day,
    updated: day,
    section: "Gündem",
    body: lines
      .slice(7)
      .map((text) => ({ kind: text === "Ankara merkezli sekretarya" ? "subhead" : "paragraph", text })),
    photo: null,
    tags: [],
  });
});

const whole = { title, spot, author: "Seda Demirtaş", dateline: "Giresun", published: day, body: [p1, p2, p3] };
const bare = { title, body: [p1, p2, p3] };

test.each<[name: string, lines: string[], expected: object]>([
  [
    "blank lines between all",
    [
      "19 Kasım 2025",
      "",
      "Dünya",
      "",
      title,
      "",
      spot,
      "",
      "Seda Demirtaş | 19.11.2025 - Güncelleme : 19.11.2025",
      "",
      "Giresun",
      "",
      p1,
      "",
      p2,
      "",
      p3,
    ],
    { ...whole, section: "Dünya", updated: day },
  ],
  ["no furniture", [title, spot, "Seda Demirtaş | 19.11.2025", "Giresun", p1, p2, p3], { ...whole, updated: null }],
  [
    "tickers first",
    [
      "Dolar 42,3157 %0,02",
      "Euro 48,90",
      "BIST 100: 10.921,54",
      "Gündem",
      title,
      spot,
      "Seda Demirtaş |19.11.2025 - Güncelleme : 19.11.2025",
      "Giresun",
      p1,
      p2,
      p3,
    ],
    whole,
  ],
  [
    "the present page, copied",
    [
      "Ana içeriğe atla",
      "GÜNDEM",
      title,
      spot,
      "Seda Demirtaş",
      "19 Kasım 2025•Güncelleme: 19 Kasım 2025",
      "Content media",
      "Giresun",
      p1,
      p2,
      "Fotoğraf : Veli Örnek/AA",
      p3,
      "İlgili Konular:",
      "afet",
      "Kızılay",
      "Haberi Paylaş",
      "Anadolu Ajansı web sitesinde, AA Haber Akış Sistemi (HAS) ile sunulanların özeti",
      "Önceki",
      "Başka bir haberin başlığı burada durur",
    ],
    { ...whole, updated: day, tags: ["afet", "Kızılay"] },
  ],
  [
    "byline over several lines",
    [title, spot, "Seda Demirtaş", "19 Kasım 2025", "•", "Güncelleme : 20 Kasım 2025", "Giresun", p1, p2, p3],
    { ...whole, updated: day + 86_400_000 },
  ],
  [
    "a time in the byline",
    [title, spot, "Seda Demirtaş | 19.11.2025 14:05", "Giresun", p1, p2, p3],
    { ...whole, published: day + (14 * 60 + 5) * 60_000 },
  ],
  ["no spot", [title, "Seda Demirtaş | 19.11.2025", "Giresun", p1, p2, p3], { ...whole, spot: null }],
  [
    "no byline",
    [title, spot, "Fotoğraf: Türk Kızılay", "Giresun", p1, p2, p3],
    { ...whole, author: null, published: null },
  ],
  ["byline without date", [title, spot, "Seda Demirtaş |", "Giresun", p1, p2, p3], { ...whole, published: null }],
  ["name and city only", [title, spot, "Seda Demirtaş", "Giresun", p1, p2, p3], { ...whole, published: null }],
  ["no dateline", [title, spot, "Seda Demirtaş | 19.11.2025", p1, p2, p3], { ...whole, dateline: null }],
  [
    "neither byline nor credit",
    [title, spot, "GİRESUN", p1, p2, p3],
    { ...whole, author: null, published: null, dateline: "GİRESUN" },
  ],
  [
    "dateline in the paragraph",
    [title, spot, `GİRESUN (AA) - ${p1}`, p2, p3],
    { ...whole, author: null, published: null, dateline: "GİRESUN" },
  ],
  [
    "dateline and reporter in the paragraph",
    [title, `GİRESUN (AA) - SEDA DEMİRTAŞ - ${p1}`, p2, p3],
    { ...bare, spot: null, author: "SEDA DEMİRTAŞ", dateline: "GİRESUN" },
  ],
  ["title and paragraphs", [title, `${p1} ${p2}`, p3], { title, spot: null, body: [`${p1} ${p2}`, p3] }],
  ["title, spot, paragraphs", [title, spot, p1, p2], { title, spot, body: [p1, p2] }],
  [
    "bullets and credits",
    [
      title,
      spot,
      "Seda Demirtaş | 19.11.2025",
      "Giresun",
      `• ${p1}`,
      `- ${p2}`,
      p3,
      "*Haberin derlenmesine Giresun bürosu katkı verdi.",
    ],
    whole,
  ],
  [
    "a list with asterisks",
    [title, spot, "Seda Demirtaş | 19.11.2025", "Giresun", "Dağıtılanlar şunlar:", "* 400 koli", "* 900 battaniye"],
    { ...whole, body: ["Dağıtılanlar şunlar:", "400 koli", "900 battaniye"] },
  ],
  [
    "the channel's box in the middle",
    [
      title,
      spot,
      "Seda Demirtaş | 19.11.2025",
      "Giresun",
      p1,
      "Artık haberler size gelsin",
      "AA'nın WhatsApp kanallarına katılın",
      "🔹 AA Canlı için tıklayın",
      p2,
      p3,
    ],
    whole,
  ],
  [
    "a short flash",
    ["Giresun'da sağanak köy yollarını kapattı", "Giresun'da sağanak nedeniyle 12 köy yolu kapandı."],
    {
      title: "Giresun'da sağanak köy yollarını kapattı",
      spot: null,
      body: ["Giresun'da sağanak nedeniyle 12 köy yolu kapandı."],
    },
  ],
  [
    "date and category on one line",
    ["Gündem | 19.11.2025", title, spot, "Giresun", p1, p2, p3],
    { ...whole, author: null, published: day, section: "Gündem" },
  ],
  [
    "a category we do not know",
    ["Karadeniz Bülteni", title, spot, "Seda Demirtaş | 19.11.2025", "Giresun", p1, p2, p3],
    whole,
  ],
  [
    "\\r\\n, tabs, nbsp, zero width",
    [`\uFEFF${title}\r`, `\t${spot}\u00A0\r`, "Seda\u200B Demirtaş\u00A0| 19.11.2025\r", "Giresun\r", p1, p2, p3],
    whole,
  ],
  ["city before the byline", [title, spot, "Giresun", "Seda Demirtaş | 19.11.2025", p1, p2, p3], whole],
  ["city with the agency's sign", [title, spot, "Seda Demirtaş | 19.11.2025", "Giresun (AA) -", p1, p2, p3], whole],
  [
    "a short title, a spot without full stop",
    ["Giresun'da sel", "Ailelere gıda kolisi ve battaniye ulaştırıldı", "Seda Demirtaş | 19.11.2025", p1, p2],
    { title: "Giresun'da sel", spot: "Ailelere gıda kolisi ve battaniye ulaştırıldı" },
  ],
  ["title alone", [title], { title, spot: null, body: [] }],
  ["nothing", [" ", ""], { title: "", spot: null, body: [] }],
])("%s", (_, lines, expected) => {
  const article = readPlain(lines.join("\n"));
  const seen = { ...article, body: article.body.map(({ text }) => text) };
  expect(seen).toMatchObject({ language: "tr", ...expected });
});

test.each<[name: string, lines: string[], expected: object]>([
  [
    "old page",
    [
      "Türkiye, World, Middle East",
      "Turkish Red Crescent sends winter aid",
      "Trucks carry 40 tons of blankets",
      "Deniz Fieldman |19.11.2025 - Update : 19.11.2025",
      "ANKARA",
      "The Turkish Red Crescent on Wednesday sent 40 tons of blankets to the region.",
      "The trucks are expected to arrive on Friday.",
    ],
    {
      author: "Deniz Fieldman",
      dateline: "ANKARA",
      spot: "Trucks carry 40 tons of blankets",
      published: day,
      updated: day,
      section: "Türkiye, World, Middle East",
    },
  ],
  [
    "by-line and spelt date",
    [
      "Turkish Red Crescent sends winter aid",
      "Trucks carry 40 tons of blankets",
      "By Deniz Fieldman",
      "November 19, 2025",
      "ANKARA",
      "The Turkish Red Crescent on Wednesday sent 40 tons of blankets to the region.",
      "The trucks are expected to arrive on Friday.",
    ],
    { author: "Deniz Fieldman", dateline: "ANKARA", published: day },
  ],
  [
    "inline dateline",
    [
      "Turkish Red Crescent sends winter aid",
      "ISTANBUL (AA) - The Turkish Red Crescent on Wednesday sent 40 tons of blankets to the region.",
      "The trucks are expected to arrive on Friday.",
    ],
    { dateline: "ISTANBUL", spot: null },
  ],
])("English, %s", (_, lines, expected) => {
  const article = readPlain(lines.join("\n"));
  expect(article).toMatchObject({ language: "en", title: "Turkish Red Crescent sends winter aid", ...expected });
  expect(article.body.map(({ text }) => text)).toEqual([
    "The Turkish Red Crescent on Wednesday sent 40 tons of blankets to the region.",
    "The trucks are expected to arrive on Friday.",
  ]);
});
