import fc from "fast-check";
import { expect, test } from "vitest";
import type { Keyword } from "../../../src/core/match/keyword.js";
import { limits } from "../../../src/core/match/keyword.js";
import { parseKeyword } from "../../../src/core/match/parse.js";

/** A keyword in one line: marks as parsed, not as typed. */
function shown({ unwanted, title, languages, patterns, conditions }: Keyword): string {
  const list = (it: Keyword["patterns"]): string =>
    it.map(({ text, exact, ascii }) => `${exact ? "=" : ""}${ascii ? "~" : ""}<${text}>`).join("|");
  const head = `${unwanted ? "unwanted " : ""}${title ? "title " : ""}${list(patterns)}`;
  const rest = conditions.map(
    (it) =>
      ` ${it.wanted ? "+" : "-"}${it.near === null ? "" : `near ${it.near} `}${it.title ? "title " : ""}${list(it.patterns)}`,
  );
  return head + rest.join("") + (languages.length > 0 ? ` in ${languages.join()}` : "");
}

test.each([
  ["Kızılay", "<Kızılay>"],
  ["Türk Devletleri Teşkilatı", "<Türk Devletleri Teşkilatı>"],
  ["-Kızılay Meydanı", "unwanted <Kızılay Meydanı>"],
  ["–Kızılay Meydanı", "unwanted <Kızılay Meydanı>"],
  ['"Genel Sekreter"', "<Genel Sekreter>"],
  ["“Genel Sekreter”", "<Genel Sekreter>"],
  ["Hilal-i Ahmer", "<Hilal-i Ahmer>"],
  ["deprem|sel| yangın ", "<deprem>|<sel>|<yangın>"],
  ["Kızılay +deprem", "<Kızılay> +<deprem>"],
  ["+Kızılay +deprem", "<Kızılay> +<deprem>"],
  ["Kızılay -metro hattı", "<Kızılay> -<metro hattı>"],
  ["Kızılay near:5 kan bağışı", "<Kızılay> +near 5 <kan bağışı>"],
  ["Kızılay -near:2 metro|durak", "<Kızılay> -near 2 <metro>|<durak>"],
  ["-Kızılay near:3 trafik", "unwanted <Kızılay> +near 3 <trafik>"],
  ["title:Kızılay", "title <Kızılay>"],
  ["title: Kızılay", "title <Kızılay>"],
  ["deprem title:Kızılay", "<deprem> +title <Kızılay>"],
  ["lang:tr,az Kızılay", "<Kızılay> in tr,az"],
  ["Title:Kızılay Lang:tr Near:2 kan", "title <Kızılay> +near 2 <kan> in tr"],
  ["Kızılay lang:tr", "<Kızılay> in tr"],
  ["=Kızılay", "=<Kızılay>"],
  ["=~Kızılay", "=~<Kızılay>"],
  ['~"Turk Devletleri"', "~<Turk Devletleri>"],
  ['TDT "Genel Sekreter"', "<TDT> +<Genel Sekreter>"],
  ['"Genel Sekreter" TDT', "<Genel Sekreter> +<TDT>"],
  ["e-posta", "<e-posta>"],
  ["Kızılay (Meydanı|Katlı Otoparkı)", "<Kızılay Meydanı>|<Kızılay Katlı Otoparkı>"],
  ["-(Ulus | Koru)-Kızılay near:2 sefer", "unwanted <Ulus-Kızılay>|<Koru-Kızılay> +near 2 <sefer>"],
  ["(a1|b1) (c1|d1)|e1", "<a1 c1>|<a1 d1>|<b1 c1>|<b1 d1>|<e1>"],
  ["=~(in|near) Kızılay", "=~<in Kızılay>|=~<near Kızılay>"],
  ['"Kızılay (Meydanı|AVM)"', "<Kızılay (Meydanı|AVM)>"],
  ["Kızılay) metro", "<Kızılay) metro>"],
])("%s is read as %s", (source, expected) => {
  const parsed = parseKeyword(source);
  expect(parsed.kind === "ok" ? shown(parsed.keyword) : parsed).toBe(expected);
});

test.each([
  ["", 0, "empty"],
  ["   ", 0, "empty"],
  ["-", 0, "behind -"],
  ["Kızılay - metro", 8, "behind -"],
  ['Kızılay "kan', 8, "not closed"],
  ["near:5 kan", 0, "before it"],
  ["Kızılay near:x kan", 8, "from 1 to"],
  ["Kızılay near:0 kan", 8, "from 1 to"],
  ["Kızılay near:999 kan", 8, "from 1 to"],
  ["Kızılay near:3", 14, "at the end"],
  ["Kızılay +", 8, "behind +"],
  ["+-Kızılay", 1, "before -"],
  ["| Kızılay", 0, "before |"],
  ["Kızılay |", 9, "at the end"],
  ["Kızılay||sel", 8, "before |"],
  ["lang:Türkçe Kızılay", 0, "language codes"],
  ["lang:tr", 0, "empty"],
  ["Türk =Kızılay", 5, "whole phrase"],
  ["Kızılay (Meydanı|AVM", 8, "not closed"],
  ["Kızılay (Meydanı|)", 17, "missing in the brackets"],
  ["Kızılay ( |AVM)", 10, "missing in the brackets"],
  ["Kızılay ((Meydanı|AVM)|Park)", 9, "within a bracket"],
  ["deprem|(ab|cd)".concat("(ab|cd)".repeat(30)), 7, "at most 160"],
  ["x", 0, "two letters"],
  ["-!", 1, "two letters"],
  ["a b c d e f g h i j k", 0, "at most 10 words"],
  ["a".repeat(60), 0, "at most 50 letters"],
  ["ab|".repeat(170) + "ab", 480, "at most 160"],
  ["ab ".repeat(400), limits.length, "at most 1000"],
])("%s is refused at %i", (source, at, message) => {
  expect(parseKeyword(source)).toMatchObject({
    kind: "fault",
    at,
    message: expect.stringContaining(message) as string,
  });
});

test("no expression throws, and a fault lies inside the expression", () => {
  const sign = fc.constantFrom(
    "+",
    "-",
    "=",
    "~",
    "|",
    '"',
    "near:3",
    "near:",
    "title:",
    "lang:tr",
    "lang:",
    "(",
    ")",
    " ",
    "Kızılay",
    "\u0307",
  );
  const expression = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.oneof(sign, fc.string())).map((it) => it.join("")),
  );
  fc.assert(
    fc.property(expression, (source) => {
      const parsed = parseKeyword(source);
      expect(parsed.kind === "ok" ? parsed.keyword.patterns.length > 0 : parsed.at <= source.length).toBe(true);
    }),
    { numRuns: 500 },
  );
});
