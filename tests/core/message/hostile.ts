import fc from "fast-check";
import { attendeeParts, decisionKinds } from "../../../src/core/brief/schema.js";
import { digestPost } from "../../../src/core/message/digest.js";
import type { Block, Message, Span } from "../../../src/core/message/message.js";
import { followUpPost, storyPost, updatePost, withdrawalPost } from "../../../src/core/message/posts.js";
import type { StoryView } from "../../../src/core/message/view.js";
import { words } from "./locales.js";
import { attendee, viewOf } from "./model-brief.js";

/** What must stay text: markup of every platform, calls to people, marks that turn text around, broken and joined characters. */
const nasty = [
  "<script>alert(1)</script>",
  "</a></b></blockquote>",
  '" href="https://evil.example',
  "&amp;",
  "&lt;b&gt;",
  "&#x41;",
  "*_~|`",
  "<!channel>",
  "<!everyone|x>",
  "<@U1>",
  "<#C1>",
  "<https://evil.example|bank>",
  "@channel",
  ":tada:",
  "\u0000",
  "\u001B[31m",
  "\uD800",
  "\uDC00x",
  "\r\n\n",
  "\u2028",
  "\u202Egnp.exe",
  "\u2066",
  "\uFEFF",
  "👨‍👩‍👧‍👦",
  "👩🏽‍🚒🇹🇷",
  "e\u0301\u0323\u0327",
  "منظمة الدول التركية",
  "שלום (x)",
  "Kızılay. Toplantı bitti.",
  "… +3",
  "• ",
];

const scrap = fc.oneof(
  { arbitrary: fc.constantFrom(...nasty), weight: 4 },
  { arbitrary: fc.string({ unit: "binary", maxLength: 12 }), weight: 1 },
);
const short = fc.array(scrap, { maxLength: 4 }).map((parts) => parts.join("x "));
/** A text of 400 units and more, from one scrap, without blanks in one case of two. */
const long = fc
  .tuple(scrap, fc.constantFrom("", " ", ". "), fc.integer({ min: 20, max: 80 }))
  .map(([text, between, times]) => Array.from({ length: times }, () => text).join(between));
const hostile = fc.oneof({ arbitrary: short, weight: 6 }, { arbitrary: long, weight: 1 });
const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 }), fc.constant(60));
const address = fc.oneof(
  fc.constantFrom("https://www.aa.com.tr/tr/1", 'https://example.org/?a=1&b="<x>"', "javascript:alert(1)", ""),
  fc.integer({ min: 1, max: 5_000 }).map((size) => `https://example.org/${"a&".repeat(size)}`),
  short,
);

const views = fc
  .record({
    pool: fc.array(hostile, { minLength: 1, maxLength: 6 }),
    people: count,
    decisions: count,
    groups: fc.integer({ min: 0, max: 2 }),
    link: address,
    confidence: fc.constantFrom(0.1, 0.9),
    partial: fc.boolean(),
    language: fc.constantFrom("tr", "en", "fr"),
  })
  .map(({ pool, people, decisions, groups, link, confidence, partial, language }): StoryView => {
    const text = (index: number) => pool[index % pool.length] ?? "";
    const countries = ["AZ", "TR", "x-kktc", "KZ", null];
    return viewOf(
      {
        language,
        confidence,
        title: text(0),
        lead: text(1),
        place: { city: text(2), country: "AZ", start: 0, end: 0 },
        attendees: Array.from({ length: people }, (_, index) =>
          attendee(text(index) || "x", {
            title: text(index + 1),
            honorifics: index % 7 === 0 ? [text(index + 2)] : [],
            for: index % 11 === 0 ? text(index + 3) : null,
            country: countries[index % countries.length] as "AZ" | null,
            part: attendeeParts[index % attendeeParts.length] ?? "present",
          }),
        ),
        groups: Array.from({ length: groups }, (_, index) => ({ text: text(index + 3), start: 0, end: 0 })),
        decisions: Array.from({ length: decisions }, (_, index) => ({
          text: text(index + 2) || "x",
          kind: decisionKinds[index % decisionKinds.length] ?? "decided",
          start: 0,
          end: 0,
        })),
      },
      {
        link,
        partial,
        source: text(4),
        updated: Date.parse("2025-11-19T18:05:00+03:00"),
        topics: [{ id: "t", name: { tr: text(5), en: text(0) } }],
      },
    );
  });

/** Posts of every kind, in both languages, with something hostile in every field and up to 60 people and decisions. */
export const hostilePosts: fc.Arbitrary<Message> = fc
  .tuple(views, views, fc.constantFrom("tr" as const, "en" as const), fc.integer({ min: 0, max: 4 }), count)
  .map(([view, other, language, kind, stories]) => {
    if (kind === 4) {
      const list = Array.from({ length: stories + 1 }, (_, index) => (index % 2 === 0 ? view : other));
      return digestPost(list, language, words);
    }
    return ([storyPost, updatePost, followUpPost, withdrawalPost][kind] ?? storyPost)(view, language, words);
  });

const span: fc.Arbitrary<Span> = fc.oneof(
  fc.record({ type: fc.constantFrom("text" as const, "bold" as const, "italic" as const), text: hostile }),
  fc.record({ type: fc.constant("link" as const), text: hostile, url: address }),
  fc.record({ type: fc.constant("mention" as const), id: short, text: short }),
);
const spans = fc.array(span, { maxLength: 4 });
/** Up to 60 items, made of a few so that a case stays cheap. */
const items = fc
  .tuple(fc.array(spans, { minLength: 1, maxLength: 5 }), count)
  .map(([some, times]) => Array.from({ length: times }, (_, index) => some[index % some.length] ?? []));
const action = fc.oneof(short, fc.constantFrom("more people aa:1", "x".repeat(64), "ş".repeat(33), "y".repeat(2_001)));
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constantFrom("heading" as const, "paragraph" as const), text: spans }),
  fc.record({
    type: fc.constant("list" as const),
    label: fc.option(hostile),
    items,
    rest: fc.option(fc.record({ label: hostile, action })),
  }),
  fc.record({
    type: fc.constant("facts" as const),
    facts: fc.array(fc.record({ label: hostile, value: spans }), { maxLength: 40 }),
  }),
  fc.record({ type: fc.constant("quote" as const), text: spans, expandable: fc.boolean() }),
  fc.record({ type: fc.constant("image" as const), url: address, alt: hostile }),
  fc.record({
    type: fc.constant("buttons" as const),
    buttons: fc.array(fc.oneof(fc.record({ label: hostile, url: address }), fc.record({ label: hostile, action })), {
      maxLength: 40,
    }),
  }),
);

/** More blocks than any platform takes. */
function repeated(blocks: readonly Block[]): Block[] {
  return Array.from({ length: 60 }, (_, index) => blocks.slice(index % blocks.length).slice(0, 1)).flat();
}

/** Messages that nobody would write: any blocks in any order and number. */
export const hostileMessages: fc.Arbitrary<Message> = fc.record({
  language: fc.constantFrom("tr" as const, "en" as const),
  preview: fc.option(address),
  blocks: fc.oneof(
    { arbitrary: fc.array(block, { maxLength: 4 }), weight: 30 },
    { arbitrary: fc.array(block, { minLength: 1, maxLength: 4 }).map(repeated), weight: 1 },
  ),
});
