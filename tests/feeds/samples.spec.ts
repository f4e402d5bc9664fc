import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { extractArticle } from "../../src/feeds/article.js";

/** Runs only where TELLAL_SAMPLES names a folder with two real pages (see .ci/run): their structure, nothing of their words. */
const samples = process.env["TELLAL_SAMPLES"] ?? "";

test.each([
  [
    "AnadoluAjansi_2026_04_20.html.gz",
    { paragraphs: 13, subheads: 3, first: 116, last: 659, author: 18, tags: 4 },
    ["2026-04-20T11:09:42.493Z", "2026-04-20T11:15:30.453Z"],
  ],
  [
    "AnadoluAjansi_2025_04_05.html.gz",
    { paragraphs: 9, subheads: 2, first: 161, last: 320, author: 14, tags: 3 },
    ["2025-04-04T21:00:00.000Z", "2025-04-04T21:00:00.000Z"],
  ],
])("real page %s: full body, nothing but the story", (name, facts, times) => {
  const html = gunzipSync(readFileSync(join(samples, name))).toString("utf8");
  const page = extractArticle({ html, link: "", language: "" });
  expect(page.kind).toBe("read");
  if (page.kind !== "read") return;
  const { article } = page;
  const { body } = article;
  const paragraphs = body.filter(({ kind }) => kind === "paragraph");
  expect({
    paragraphs: paragraphs.length,
    subheads: body.length - paragraphs.length,
    first: body[0]?.text.length,
    last: body.at(-1)?.text.length,
    author: article.author?.length,
    tags: article.tags.length,
  }).toEqual(facts);
  expect(article).toMatchObject({ language: "tr", dateline: "Ankara" });
  expect(article.title).not.toBe("");
  expect([article.published, article.updated].map((time) => new Date(time ?? NaN).toISOString())).toEqual(times);
  expect(body.map(({ text }) => text).join("\n")).not.toMatch(
    /web sitesinde|HAS\b|Abonelik|Haberi Paylaş|İlgili [Kk]onular|Benzer haberler|Fotoğraf ?:|WhatsApp|news_share|Önceki|\u00A0/u,
  );
});
