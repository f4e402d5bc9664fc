import fc from "fast-check";
import { expect, test } from "vitest";
import { createMatcher } from "../../../src/core/match/matcher.js";
import { Refusal } from "../../../src/core/refusal.js";

const topic = (id: string, ...keywords: string[]) => ({ id, name: { tr: id, en: id }, keywords });
const matcherOf = (...keywords: string[]) => createMatcher([topic("t", ...keywords)]);

/** What the hits cut out of the body. */
const cuts = (keyword: string, body: string): string[] =>
  matcherOf(keyword)
    .match({ title: "", body })
    .map((it) => body.slice(it.start, it.end));

test.each([
  ["Kızılay", "Bugün Kızılay'ın tırı", ["Kızılay'ın"]],
  ["Kızılay", "(Kızılayımızdan)", ["Kızılayımızdan"]],
  ["Kızılay", "'Kızılay' ve Kızılay’a", ["Kızılay", "Kızılay’a"]],
  ["Kızılay", "😀😀 KIZILAY'DAN 😀", ["KIZILAY'DAN"]],
  ["Kızılay", "Kı\u00ADzıl\u200Bay’ın \u200B", ["Kı\u00ADzıl\u200Bay’ın"]],
  ["şehir", "s\u0327ehrin sesi", ["s\u0327ehrin"]],
  ["İstanbul", "I\u0307stanbul’un", ["I\u0307stanbul’un"]],
  ["Türk Kızılay", "bir Türk\u00A0 Kızılayı’nın aracı", ["Türk\u00A0 Kızılayı’nın"]],
  ["TDT", "TDTye ve TDT-nin, TDT-AB", ["TDTye", "TDT-nin", "TDT"]],
  ["ОТГ", "ОТГ-ның, ОТГ-га и ОТГ-совет", ["ОТГ-ның", "ОТГ-га", "ОТГ"]],
  ["الهلال الأحمر", "قال وللهلال الأحمر.", ["وللهلال الأحمر"]],
  ["Красный Полумесяц", "о Красном Полумесяце", ["Красном Полумесяце"]],
  ["Organization of Turkic States", "the Organization of Turkic States' chief", ["Organization of Turkic States"]],
  ["kan", "kan kana kanı kanda", ["kan", "kana", "kanı", "kanda"]],
])("%s in “%s”", (keyword, body, expected) => {
  expect(cuts(keyword, body)).toEqual(expected);
});

test("a hit says topic, keyword, field and whether the word is derived; the title comes first", () => {
  const matcher = createMatcher([topic("kizilay", "Kızılay"), topic("kan", "kan")]);
  expect(matcher.match({ title: "Kızılaycı", body: "Kızılay kanı" })).toEqual([
    { topic: "kizilay", keyword: "Kızılay", field: "title", start: 0, end: 9, derived: true },
    { topic: "kizilay", keyword: "Kızılay", field: "body", start: 0, end: 7, derived: false },
    { topic: "kan", keyword: "kan", field: "body", start: 8, end: 12, derived: false },
  ]);
});

test("what masks a hit is told in a few words", () => {
  const matcher = matcherOf("Kızılay", `-Kızılay (Meydanı|${"Sokağı|".repeat(20)}AVM)`, "-Kızılay metro hattı");
  const masked = matcher.masked({ title: "", body: "Kızılay AVM'de ve Kızılay metro hattında" });
  expect(masked.map((it) => it.by)).toEqual(["-Kızılay (Meydanı…", "-Kızılay metro hattı"]);
});

test("an unwanted phrase masks what it covers, says so, and leaves other topics alone", () => {
  const matcher = createMatcher([topic("k", "Kızılay", "-Kızılay Meydanı"), topic("a", "Kızılay")]);
  const body = "Kızılay Meydanı'nda Kızılay";
  const { hits, masked } = matcher.read({ title: "", body });
  expect(hits.map((it) => [it.topic, it.start])).toEqual([
    ["a", 0],
    ["k", 20],
    ["a", 20],
  ]);
  expect(masked).toEqual([
    {
      hit: { topic: "k", keyword: "Kızılay", field: "body", start: 0, end: 7, derived: false },
      by: "-Kızılay Meydanı",
      start: 0,
      end: 19,
    },
  ]);
  expect(matcher.masked({ title: "", body })).toEqual(masked);
});

test.each([
  ["title:deprem", "Deprem", "", 1],
  ["title:deprem", "", "Deprem", 0],
  ["Kızılay title:deprem", "Deprem", "Kızılay", 1],
  ["Kızılay title:deprem", "", "Kızılay deprem", 0],
  ["Kızılay +deprem", "Depremde", "Kızılay", 1],
  ["Kızılay near:2 kan", "kan", "Kızılay", 0],
  ["Kızılay near:2 kan", "", "kan ve Kızılay", 1],
  ["Kızılay near:1 kan", "", "kan ve Kızılay", 0],
  ["Kızılay -near:1 kan", "", "kan ve Kızılay", 1],
  ["deprem near:3 deprem", "", "deprem", 0],
  ["deprem near:3 deprem", "", "deprem sonrası deprem", 2],
])("%s in “%s” / “%s” hits %i times", (keyword, title, body, count) => {
  expect(matcherOf(keyword).match({ title, body })).toHaveLength(count);
});

test.each([
  ["tr", 1],
  ["tr-TR", 1],
  ["en", 0],
  [undefined, 1],
])("lang:tr in a story of language %s hits %i times", (language, count) => {
  expect(
    matcherOf("lang:tr Kızılay").match({ title: "", body: "Kızılay", ...(language === undefined ? {} : { language }) }),
  ).toHaveLength(count);
});

test("English endings need an English story, Turkish ones are not read into it", () => {
  const matcher = matcherOf("aid", "flood");
  expect(matcher.match({ title: "", body: "aide floods", language: "en" }).map((it) => it.keyword)).toEqual(["flood"]);
  expect(matcher.match({ title: "", body: "aide floods", language: "tr" }).map((it) => it.keyword)).toEqual(["aid"]);
});

test("a bad expression is refused with topic, keyword and place", () => {
  const build = () => createMatcher([topic("kizilay", "Kızılay", 'Kızılay "kan')]);
  expect(build).toThrow(Refusal);
  expect(build).toThrow('Topic kizilay, keyword “Kızılay "kan”, character 9: The quotation mark is not closed.');
});

test("no topics, no keywords and empty texts are no fault", () => {
  expect(createMatcher([]).match({ title: "a", body: "b" })).toEqual([]);
  expect(createMatcher([topic("t")]).match({ title: "", body: "" })).toEqual([]);
});

const letters = fc.constantFrom(
  ..."Kızılay KİI ''’-.\n\u00AD\u0307\u0327😀aıeidnlrTDşğ|+".split(""),
  "Kızılay",
  "TDT",
  "Türk Kızılay",
  "Meydanı",
  "𐰚",
  "الهلال الأحمر",
);
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(letters, { maxLength: 60 }).map((it) => it.join("")),
);
const keywords = [
  "Kızılay",
  "Türk Kızılay",
  "TDT",
  "~kizil",
  "-Kızılay Meydanı",
  "الهلال الأحمر",
  "Kızılay near:3 TDT",
  "Türk -Kızılay",
];

test("whatever the text, hits are non-empty slices in order, and none is masked too", () => {
  const matcher = matcherOf(...keywords);
  fc.assert(
    fc.property(text, text, (title, body) => {
      const fields = { title, body };
      const { hits, masked } = matcher.read(fields);
      for (const { field, start, end } of [...hits, ...masked.map((it) => it.hit)]) {
        expect(fields[field].slice(start, end).trim()).not.toBe("");
        expect(end).toBeLessThanOrEqual(fields[field].length);
      }
      for (const { hit, start, end } of masked) {
        expect(start).toBeLessThanOrEqual(hit.start);
        expect(end).toBeGreaterThanOrEqual(hit.end);
        expect(hits).not.toContainEqual(hit);
      }
      expect(matcher.read(fields)).toEqual({ hits, masked });
    }),
    { numRuns: 400 },
  );
});

test("whatever the keyword, it is refused or it matches without a throw", () => {
  const attempt = (keyword: string, body: string): unknown => {
    try {
      return matcherOf(keyword).match({ title: keyword, body });
    } catch (error) {
      return error instanceof Refusal ? [] : error;
    }
  };
  fc.assert(
    fc.property(text, text, (keyword, body) => {
      expect(attempt(keyword, body)).toBeInstanceOf(Array);
    }),
    { numRuns: 400 },
  );
});

test("a keyword finds itself, in capitals and with an ending behind an apostrophe", () => {
  const word = fc.stringMatching(/^[A-ZÇĞİÖŞÜ][a-zçğıöşü]{4,12}$/u);
  fc.assert(
    fc.property(word, fc.constantFrom("", "'in", "’den", "'ye", "'nin", "'ler"), (keyword, ending) => {
      expect(cuts(keyword, `bir ${keyword}${ending} ve`)).toEqual([keyword + ending]);
      expect(cuts(keyword, `BİR ${keyword.toLocaleUpperCase("tr")} VE`)).toHaveLength(1);
    }),
  );
});

test("a megabyte full of hits, masks and long words is read to its end", () => {
  const matcher = matcherOf("Kızılay near:3 kan", "Kızılay", "-Kızılay Meydanı", "Kızılay -Kızılay AVM", "Türk");
  const body = "Kızılay Meydanı Kızılay kan ".repeat(36_000);
  const { hits, masked } = matcher.read({ title: "", body });
  expect(hits).toHaveLength(36_000 * 3);
  expect(masked).toHaveLength(36_000 * 3);
  // More hits than a call can have arguments.
  expect(matcher.match({ title: "", body: "Kızılay ".repeat(150_000) })).toHaveLength(2 * 150_000);
  expect(matcher.match({ title: "", body: "Türkler".repeat(150_000) })).toEqual([]);
  expect(matcher.match({ title: "", body: `Türk${"’".repeat(1_000_000)}` })).toHaveLength(1);
});
