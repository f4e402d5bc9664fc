import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText, safeUrl } from "../../../src/core/message/clean.js";
import { countryText, tellsCountry } from "../../../src/core/message/countries.js";
import { cutAt } from "../../../src/core/message/cut.js";
import { dayText, timeText } from "../../../src/core/message/dates.js";
import { figure, isFull } from "../../torture/figure.js";
import { words } from "./locales.js";

test.each([
  ["a\u001B[31mb", "a [31mb"],
  ["a\r\n\tb", "a b"],
  ["\u202Eabc\u2066", "abc"],
  ["a\uD800b", "a\uFFFDb"],
  ["Şükrü 👩‍🚒", "Şükrü 👩‍🚒"],
])("cleanText(%j)", (text, clean) => expect(cleanText(text)).toBe(clean));

test.each([
  ["https://www.aa.com.tr/tr/1", "https://www.aa.com.tr/tr/1"],
  ["HTTP://example.org", "http://example.org/"],
  ["javascript:alert(1)", null],
  ["data:text/html,x", null],
  ["file:///etc/passwd", null],
  ["/tr/1", null],
  ["", null],
])("safeUrl(%j)", (url, safe) => expect(safeUrl(url)).toBe(safe));

const two = "Birinci cümle burada bitti. İkinci cümle çok daha uzun sürüyor.";
test.each([
  [two, 100, two],
  [two, 40, "Birinci cümle burada bitti.…"],
  [two, 20, "Birinci cümle…"],
  ["abcdefghij", 5, "abcd…"],
  ["👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 14, "👨‍👩‍👧‍👦…"],
  ["👨‍👩‍👧‍👦", 5, "…"],
  ["abc", 0, ""],
])("cutAt(%j, %i)", (text, limit, cut) => expect(cutAt(text, limit)).toBe(cut));

/** What a cut may not go through: pairs, families, flags, signs over and under a letter, marks of a markup. */
const units = ["a", "ş", " ", ". ", "👨‍👩‍👧‍👦", "🇹🇷", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👩🏽‍🚒", "e\u0301\u0323", "😀", "م", "&amp;", "<b>", "…"];
const segmenter = new Intl.Segmenter("tr", { granularity: "grapheme" });
test("a cut keeps the limit and whole characters", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...units), { maxLength: 60 }),
      fc.integer({ min: 0, max: 120 }),
      (units, limit) => {
        const text = units.join("");
        const cut = cutAt(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        const kept = cut === text ? cut : cut.replace(/…$/u, "");
        expect(text.startsWith(kept)).toBe(true);
        const boundaries = new Set([text.length, ...[...segmenter.segment(text)].map(({ index }) => index)]);
        expect(boundaries).toContain(kept.length);
      },
    ),
    { numRuns: 500 },
  );
});

const platforms = { Telegram: 4_096, "a block of Slack's": 3_000 };
test.each(Object.entries(platforms))(
  "a long text for %s is cut before character %i, and none is halved",
  (_, limit) => {
    const runs = isFull ? 5_000 : 200;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...units), { minLength: 1, maxLength: 40 }), fc.nat(40), (few, more) => {
        const piece = `${few.join("")} söz`;
        // The limit falls at any place of the piece.
        const text = "x".repeat(more) + piece.repeat(Math.ceil(limit / piece.length) + 1);
        const cut = cutAt(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(cut.length).toBeGreaterThanOrEqual(limit / 2 - piece.length);
        expect(cut).not.toMatch(/\p{Surrogate}/u);
        expect(cut.endsWith("…")).toBe(true);
        const kept = cut.slice(0, -1);
        expect(text.startsWith(kept)).toBe(true);
        expect(segmenter.segment(text).containing(kept.length)?.index).toBe(kept.length);
      }),
      { numRuns: runs },
    );
    figure({ what: "texts cut at 4,096 and at 3,000", runs, harmless: runs });
  },
  240_000,
);

test.each([
  ["2025-11-19", "2025-11-19", "19 Kasım 2025", "19 November 2025"],
  ["2025-10-10", "2025-10-12", "10–12 Ekim 2025", "10 – 12 October 2025"],
  ["2025-12-30", "2026-01-02", "30 Aralık 2025 – 2 Ocak 2026", "30 December 2025 – 2 January 2026"],
  ["2025-11-19", "2025-11-18", "19 Kasım 2025", "19 November 2025"],
  ["2025-13-45", "2025-13-45", "2025-13-45", "2025-13-45"],
])("days from %s to %s", (from, to, tr, en) => {
  const date = { from, to, basis: "text" as const, start: 0, end: 1 };
  expect(dayText(date, "tr")).toBe(tr);
  expect(dayText(date, "en")).toBe(en);
});

test.each([
  ["2025-11-19T21:05:00Z", "20 Kasım 2025, TSİ 00.05", "20 November 2025, 00:05 Istanbul time"],
  ["2025-11-18T21:00:00Z", "19 Kasım 2025", "19 November 2025"],
  ["2026-06-30T06:30:00Z", "30 Haziran 2026, TSİ 09.30", "30 June 2026, 09:30 Istanbul time"],
])("time %s is shown in Istanbul", (iso, tr, en) => {
  expect(timeText(Date.parse(iso), "tr", words("tr"))).toBe(tr);
  expect(timeText(Date.parse(iso), "en", words("en"))).toBe(en);
});

test.each([
  ["AZ", "Azerbaycan", "Azerbaijan"],
  ["x-kktc", "KKTC", "TRNC"],
  ["TR", "Türkiye", "Türkiye"],
  ["US", "ABD", "United States"],
  ["PS", "Filistin", "Palestine"],
  ["ZZ9", "ZZ9", "ZZ9"],
])("country %s", (code, tr, en) => {
  expect(countryText(code, "tr")).toBe(tr);
  expect(countryText(code, "en")).toBe(en);
});

test.each([
  ["Azerbaycan Kızılay Başkanı", "AZ", true],
  ["Kazakh Red Crescent President", "KZ", true],
  ["Türk Kızılay Genel Başkanı", "TR", true],
  ["President of the Turkish Red Crescent", "TR", true],
  ["Türkmenistan Kızılay Başkanı", "TR", false],
  ["Maliye Bakanı", "ML", false],
  ["Mali'nin Maliye Bakanı", "ML", true],
  ["İngiliz Kızılhaçı Müdürü", "GB", true],
  ["Güney Sudan Büyükelçisi", "KR", false],
  ["ABD Dışişleri Bakanı", "US", true],
  ["Cumhurbaşkanı", "TR", false],
  ["KKTC Kızılay Başkanı", "x-kktc", true],
])("%s tells %s: %s", (title, code, tells) => expect(tellsCountry(title, code)).toBe(tells));
