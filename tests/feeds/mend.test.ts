import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { mend } from "../../src/feeds/mend.js";
import { readTolerantly } from "../../src/feeds/tolerant.js";

const whole = (text: string) => [...mend(text)].join("");

test.each([
  ["<a>b</a>", "<a>b</a>"],
  [`<a b="c > d" e='f'>g</a>`, `<a b="c > d" e='f'>g</a>`],
  ["<a/>", "<a/>"],
  ["a < b <5 << c", "a &lt; b &lt;5 &lt;&lt; c"],
  ["<a <b>c</b>", "&lt;a <b>c</b>"],
  ["<a", "&lt;a"],
  ["</", "&lt;/"],
  ["<", "&lt;"],
  ["<![CDATA[a < b & <i>c</i>]]>d", "a &lt; b &amp; &lt;i>c&lt;/i>d"],
  ["<![CDATA[]]>", ""],
  ["<![CDATA[a</b>", "a</b>"],
  ["<![CDATA[a<b/><![CDATA[c]]>", "a<b/>c"],
  ["<!-- a <b> -- c -->d", "d"],
  ["<!-- a <b>", " a <b>"],
  ["<!-- a <b/><!-- c -->d", " a <b/>d"],
  [`<?xml version="1.0"?><a/>`, "<a/>"],
  [`<!DOCTYPE a [<!ENTITY b "c">]><a/>`, "]><a/>"],
  ["<!a <b/>", "<b/>"],
  ["<?", ""],
  [`<a b="c>d<e f="g"/>`, `<a b="c">d<e f="g"/>`],
  [`<a b='c>d<e/>`, `<a b='c'>d<e/>`],
])("%s", (text, mended) => {
  expect(whole(text)).toBe(mended);
});

test("text without < comes back as it is, and mended text stays as it is", () => {
  const signs = fc.string({
    unit: fc.constantFrom(
      ..."< > / ! - [ ] C D A T ? \" ' & a b =".split(" "),
      " ",
      "<![CDATA[",
      "]]>",
      "<!--",
      "-->",
      "ş",
    ),
    maxLength: 60,
  });
  fc.assert(
    fc.property(signs, (text) => {
      expect(whole(text.replaceAll("<", ""))).toBe(text.replaceAll("<", ""));
      expect(whole(whole(text))).toBe(whole(text));
    }),
    { numRuns: 500 },
  );
});

test("no damage makes the tolerant reader throw, invent items or lose what stands before it", async () => {
  const feed = readFileSync(new URL("../fixtures/feeds/aa-tr.xml", import.meta.url), "utf8");
  const url = "https://www.aa.example/rss";
  const good = (await readTolerantly(feed, url)).items;
  const splice = fc.record({
    at: fc.nat(feed.length),
    drop: fc.nat(40),
    put: fc.string({
      unit: fc.constantFrom(
        ..."< > / ! \" ' & a".split(" "),
        " ",
        "</item>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<title>",
      ),
      maxLength: 4,
    }),
  });
  await fc.assert(
    fc.asyncProperty(splice, async ({ at, drop, put }) => {
      const { items } = await readTolerantly(feed.slice(0, at) + put + feed.slice(at + drop), url);
      const before = feed.slice(0, at).split("</item>").length - 1;
      expect(items.slice(0, before)).toEqual(good.slice(0, before));
      expect(items.length).toBeLessThanOrEqual(good.length + 4);
      expect(items.length).toBeGreaterThanOrEqual(good.length - 2);
    }),
    { numRuns: 300 },
  );
});
