import { expect, test } from "vitest";
import { parseHtml } from "./html.js";
import { refusedBy } from "./refuse.js";

function broken(source: string): string | null {
  try {
    parseHtml(source);
    return null;
  } catch (error) {
    return refusedBy(error)?.description ?? null;
  }
}

test.each([
  ["a stray &", "Bakan & heyet", "Unescaped"],
  ["& at the end", "Bakan &", "Unescaped"],
  ["an entity that HTML knows and Telegram does not", "a&nbsp;b", "Unescaped"],
  ["an apostrophe by name", "&apos;", "Unescaped"],
  ["an entity in capitals", "&AMP;", "Unescaped"],
  ["an entity without its end", "&amp b", "Unescaped"],
  ["a number that is no character", "&#55296;", "Unescaped"],
  ["a stray <", "1 < 2", "Unescaped"],
  ["a stray >", "2 > 1", "Unescaped"],
  ["an unknown tag", "<p>a</p>", 'Unsupported start tag "p"'],
  ["a line break", "a<br>b", 'Unsupported start tag "br"'],
  ["a comment", "<!-- a -->", "Unescaped"],
  ["a tag never closed", "<b>a", 'Can\'t find end tag corresponding to start tag "b"'],
  ["a tag never opened", "a</b>", "Unexpected end tag"],
  ["tags that cross", "<b><i>a</b></i>", 'expected "</i>", found "</b>"'],
  ["a tag without end", "<b", "malformed"],
  ["a tag that closes itself", "<b/>", "malformed"],
  ["a link without address", "<a>x</a>", 'must have attribute "href"'],
  ["a link with more", '<a href="https://a.example" target="_blank">x</a>', 'Attribute "target" is not allowed'],
  ["a link in a link", '<a href="https://a.example"><a href="https://b.example">x</a></a>', "can't be nested"],
  ["a stray & in an address", '<a href="https://a.example/?a=1&b=2">x</a>', "Unescaped"],
  ["an address without quotes", "<a href=https://a.example>x</a>", "malformed"],
  ["a bold style", '<b class="x">a</b>', 'Attribute "class" is not allowed'],
  ["a handler", '<b onclick="x()">a</b>', 'Attribute "onclick" is not allowed'],
  ["a span of another class", '<span class="x">a</span>', "tg-spoiler"],
  ["a quote in a quote", "<blockquote>a<blockquote>b</blockquote></blockquote>", "can't be nested"],
  ["bold in code", "<code><b>a</b></code>", "can't be nested"],
  ["a language for code outside pre", '<code class="language-ts">a</code>', "not allowed"],
  ["an attribute twice", '<a href="https://a.example" href="https://b.example">x</a>', "given twice"],
  ["a class that is no language", '<pre><code class="ts">a</code></pre>', "language-"],
  ["an emoji without its number", "<tg-emoji>🕊</tg-emoji>", "emoji-id"],
])("HTML mode refuses %s", (_name, source, why) => {
  expect(broken(source)).toContain("Bad Request: can't parse entities: ");
  expect(broken(source)).toContain(why);
});

test("the place of a fault is told in bytes", () => {
  expect(broken("çğ & b")).toContain("at byte offset 5");
});

test.each([
  ["nothing special", "Bakan", "Bakan", []],
  ["the four named entities", "&lt;&gt;&amp;&quot;", '<>&"', []],
  ["numbers", "&#231;&#x1F54A;", "ç🕊", []],
  [
    "bold by both names",
    "<b>a</b><strong>b</strong>",
    "ab",
    [
      { type: "bold", offset: 0, length: 1 },
      { type: "bold", offset: 1, length: 1 },
    ],
  ],
  ["offsets in UTF-16", "🕊<b>🕊a</b>", "🕊🕊a", [{ type: "bold", offset: 2, length: 3 }]],
  [
    "nested tags",
    "<b>a<i>b</i></b>",
    "ab",
    [
      { type: "bold", offset: 0, length: 2 },
      { type: "italic", offset: 1, length: 1 },
    ],
  ],
  [
    "a link with & in its address",
    `<a href="https://a.example/?a=1&amp;b='2'">x</a>`,
    "x",
    [{ type: "text_link", offset: 0, length: 1, url: "https://a.example/?a=1&b='2'" }],
  ],
  [
    "quotes",
    "<blockquote>a</blockquote><blockquote expandable>b</blockquote>",
    "ab",
    [
      { type: "blockquote", offset: 0, length: 1 },
      { type: "expandable_blockquote", offset: 1, length: 1 },
    ],
  ],
  ["a spoiler", '<span class="tg-spoiler">a</span>', "a", [{ type: "spoiler", offset: 0, length: 1 }]],
  [
    "a program",
    '<pre><code class="language-ts">a</code></pre>',
    "a",
    [{ type: "pre", offset: 0, length: 1, language: "ts" }],
  ],
  ["capitals and spaces", "<B >a</b >", "a", [{ type: "bold", offset: 0, length: 1 }]],
  ["tags without text", "a<b></b>", "a", []],
])("HTML mode reads %s", (_name, source, text, entities) => {
  expect(parseHtml(source)).toEqual({ text, entities });
});
