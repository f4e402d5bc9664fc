import fc from "fast-check";
import { Parser } from "htmlparser2";
import pico from "picocolors";
import { expect, test } from "vitest";
import { plainPaint, renderConsole } from "../../../src/core/message/console.js";
import { digestPost } from "../../../src/core/message/digest.js";
import type { Message } from "../../../src/core/message/message.js";
import { storyPost, updatePost, withdrawalPost } from "../../../src/core/message/posts.js";
import { renderSlack } from "../../../src/core/message/slack.js";
import { renderTelegram } from "../../../src/core/message/telegram.js";
import { renderWeb } from "../../../src/core/message/web.js";
import { columns } from "../../../src/core/message/wrap.js";
import { words } from "./locales.js";
import { attendee, viewOf } from "./model-brief.js";

const nasty = [
  "\u001B[31m",
  "\u001B]8;;https://evil.example\u0007",
  "\u009B2J",
  "\u202Egnp.exe",
  "\u2066",
  "<script>alert(1)</script>",
  "</a></article>",
  '" onclick="x',
  "&lt;b&gt;",
  "&amp;",
  "javascript:alert(1)",
  "<!channel>",
  "\uD800",
  "\r\n\n",
  "\u2028",
  "👨‍👩‍👧‍👦🇹🇷",
  "منظمة الدول التركية",
  "{ $name }",
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: "binary", maxLength: 12 })), { maxLength: 4 })
  .map((parts) => parts.join("x"));

const posts = fc
  .record({ a: hostile, b: hostile, c: hostile, url: fc.oneof(hostile, fc.constant("https://www.aa.com.tr/tr/1")) })
  .chain(({ a, b, c, url }) => {
    const view = viewOf(
      {
        title: a,
        lead: b,
        place: { city: c, country: "TR", start: 0, end: 0 },
        attendees: [attendee(a || "x", { title: b, honorifics: [c], for: a, country: "x-kktc" })],
        groups: [{ text: c, start: 0, end: 0 }],
        decisions: [{ text: b || "x", kind: "signed", start: 0, end: 0 }],
      },
      { link: url, source: c, topics: [{ id: a, name: { tr: b, en: c } }] },
    );
    return fc.constantFrom(
      storyPost(view, "tr", words),
      updatePost(view, "en", words),
      withdrawalPost(view, "tr", words),
      digestPost([view], "en", words),
    );
  });

test("no text can act on a terminal", () => {
  fc.assert(
    fc.property(posts, (message) => {
      const shown = renderConsole(message, { width: 60, paint: plainPaint });
      expect(shown.replaceAll("\n", "")).not.toMatch(/\p{Cc}|[\u2028-\u202E\u2066-\u2069]|\p{Surrogate}/u);
    }),
    { numRuns: 300 },
  );
});

const ours = new Set("article p h2 h3 ul li br dl dt dd strong em a bdi blockquote details summary".split(" "));
test("no text becomes markup, and what a reader sees is the text", () => {
  fc.assert(
    fc.property(posts, (message) => {
      const html = renderWeb(message);
      const attributes: string[] = [];
      const links: string[] = [];
      const parser = new Parser({
        onopentag(name, given) {
          expect(ours).toContain(name);
          attributes.push(...Object.keys(given));
          if (given.href !== undefined) links.push(given.href);
        },
      });
      parser.end(html);
      expect(links.filter((link) => !/^https?:\/\//u.test(link))).toEqual([]);
      expect(new Set(["lang", "href", "rel", ...attributes])).toEqual(new Set(["lang", "href", "rel"]));
      expect(html.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
      expect(html).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u);
    }),
    { numRuns: 300 },
  );
});

const everything: Message = {
  language: "tr",
  preview: null,
  blocks: [
    { type: "heading", text: [{ type: "link", text: "Başlık", url: "https://example.org/1" }] },
    { type: "quote", text: [{ type: "text", text: "Alıntı <b>" }], expandable: false },
    { type: "quote", text: [{ type: "text", text: "Uzun alıntı" }], expandable: true },
    { type: "image", url: "https://example.org/a.jpg", alt: 'bir "fotoğraf"' },
    { type: "image", url: "data:image/png;base64,AA", alt: "veri" },
    { type: "facts", facts: [{ label: "Yer", value: [{ type: "mention", id: "U1", text: "ayşe" }] }] },
    { type: "list", label: "Liste", items: [[{ type: "italic", text: "eğik" }]], rest: null },
    {
      type: "buttons",
      buttons: [
        { label: "Aç", url: "https://example.org/2" },
        { label: "Kötü", url: "javascript:x" },
        { label: "Sil", action: "delete" },
      ],
    },
  ],
};

test("every kind of block and span on each platform", () => {
  expect(renderConsole(everything, { width: 40, paint: plainPaint })).toMatchSnapshot("console");
  expect(renderWeb(everything)).toMatchSnapshot("web");
  expect(renderTelegram(everything)).toMatchSnapshot("Telegram");
  expect(renderSlack(everything, { interactive: true })).toMatchSnapshot("Slack");
  expect(renderSlack(everything, { interactive: false }).blocks).toMatchSnapshot("Slack without a listener");
});

test("colours come from the paint that is given, and nowhere else", () => {
  const coloured = renderConsole(everything, { width: 40, paint: pico.createColors(true) });
  expect(coloured).toContain("\u001B[1mBaşlık\u001B[22m");
  expect(renderConsole(everything, { width: 40, paint: pico.createColors(false) })).toBe(
    renderConsole(everything, { width: 40, paint: plainPaint }),
  );
});

test("no line is wider than the terminal, but for a word that is", () => {
  const text = fc.array(fc.constantFrom("Kızılay", "👨‍👩‍👧‍👦", "a", "漢字", "ş̧"), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(text, fc.integer({ min: 12, max: 40 }), (list, width) => {
      const message: Message = {
        language: "tr",
        preview: null,
        blocks: [{ type: "list", label: null, items: [[{ type: "bold", text: list.join(" ") }]], rest: null }],
      };
      const lines = renderConsole(message, { width, paint: plainPaint }).split("\n");
      expect(Math.max(...lines.map(columns))).toBeLessThanOrEqual(width);
      expect(lines.map((line) => line.replace("•", " ").trim()).join(" ")).toBe(list.join(" "));
    }),
  );
});
