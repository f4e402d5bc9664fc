import type { types } from "@slack/bolt";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block, Message, Span } from "../../../src/core/message/message.js";
import { storyPost } from "../../../src/core/message/posts.js";
import { renderSlack } from "../../../src/core/message/slack.js";
import { figure, isFull } from "../../torture/figure.js";
import { hostileMessages, hostilePosts } from "./hostile.js";
import { words } from "./locales.js";
import { attendee, modelView, viewOf } from "./model-brief.js";
import { isSmall, linesOf, strangers, withoutEmpty } from "./shown-lines.js";
import { readSlack } from "./slack-reader.js";

function check(message: Message, interactive: boolean): string[] {
  const rendered = renderSlack(message, { interactive });
  // Our own types are a part of the published ones: this line does not compile otherwise.
  const blocks: types.KnownBlock[] = rendered.blocks;
  const { lines, links } = readSlack(blocks);
  const json = JSON.stringify(blocks);
  expect(json).not.toContain('"mrkdwn"');
  expect(json.includes('"value"') && !interactive).toBe(false);
  expect(links.filter((link) => !/^https?:\/\//u.test(link))).toEqual([]);
  expect(lines.join("")).not.toMatch(/\p{Cc}|\p{Surrogate}|[\u2028-\u202E\uFEFF]/u);
  checkText(rendered.text);
  return withoutSigns(withoutEmpty(lines));
}

/** A picture without words gets a sign, since Slack refuses it otherwise; a text may be cut to the same sign. */
function withoutSigns(lines: string[]): string[] {
  return lines.filter((line) => line !== "…");
}

/** The one field that Slack reads as markup: whatever could begin a call or a link is escaped. */
function checkText(text: string): void {
  expect(text.length).toBeGreaterThan(0);
  expect(text.length).toBeLessThanOrEqual(4_000);
  expect(text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/u);
  expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}|\p{Surrogate}/u);
}

const longLink: Span = { type: "link", text: "Haber", url: `https://example.org/${"a".repeat(2_500)}` };

const runs = isFull ? 10_000 : 2_000;
test("posts with anything in them stay within Slack's limits and show nothing but their text", () => {
  fc.assert(
    fc.property(hostilePosts, fc.boolean(), (message, interactive) => {
      const lines = check(message, interactive);
      expect(lines).toEqual(isSmall(message) ? withoutSigns(linesOf(message)) : lines);
      expect(strangers(lines, message)).toEqual([]);
      expect(strangers(lines.slice(-1), { ...message, blocks: message.blocks.slice(-1) })).toEqual([]);
    }),
    { numRuns: runs },
  );
  figure({ what: "hostile posts for Telegram and Slack", runs, harmless: runs });
}, 600_000);

test("messages that nobody would write stay within Slack's limits", () => {
  fc.assert(
    fc.property(hostileMessages, fc.boolean(), (message, interactive) => {
      const lines = check(message, interactive);
      expect(lines).toEqual(isSmall(message) && interactive ? withoutSigns(linesOf(message)) : lines);
    }),
    { numRuns: 2_000 },
  );
}, 240_000);

test.each<[string, Block]>([
  ["facts", { type: "facts", facts: Array.from({ length: 8 }, () => ({ label: "Bağlantı", value: [longLink] })) }],
  ["a list", { type: "list", label: null, items: Array.from({ length: 8 }, () => [longLink]), rest: null }],
  ["a paragraph", { type: "paragraph", text: Array.from({ length: 8 }, () => longLink) }],
])("%s of many long addresses: the words stay", (_, block) => {
  const message: Message = { language: "tr", preview: null, blocks: [block] };
  const { lines, links } = readSlack(renderSlack(message, { interactive: true }).blocks);
  expect(lines.join("")).toContain("Haber");
  expect(links.length).toBeLessThan(8);
});

test("buttons of many long addresses: the short ones stay", () => {
  const long = Array.from({ length: 8 }, () => ({ label: "Uzun", url: `https://example.org/${"a".repeat(2_500)}` }));
  const buttons = [...long, { label: "Kısa", url: "https://example.org/" }];
  const message: Message = { language: "tr", preview: null, blocks: [{ type: "buttons", buttons }] };
  expect(readSlack(renderSlack(message, { interactive: true }).blocks).links).toEqual(["https://example.org/"]);
});

const crowd = Array.from({ length: 60 }, (_, index) =>
  attendee(`Kişi ${index + 1}`, { title: "Kızılay Derneği Bölge Temsilcisi", country: "TR" }),
);

test("a long list: twelve names, and the others behind a button", () => {
  const { blocks } = renderSlack(storyPost(viewOf({ attendees: crowd }), "tr", words), { interactive: true });
  const { lines } = readSlack(blocks);
  expect(lines.filter((line) => line.startsWith("• Kişi")).length).toBe(12);
  expect(blocks.filter((block) => block.type === "actions")).toEqual([
    {
      type: "actions",
      elements: [
        {
          type: "button",
          text: { type: "plain_text", text: "+48 · Tüm katılımcılar", emoji: false },
          action_id: "tellal:0",
          value: "more people aa:3747971",
        },
      ],
    },
  ]);
});

test("where nobody listens, the others are counted", () => {
  const { blocks } = renderSlack(storyPost(viewOf({ attendees: crowd }), "en", words), { interactive: false });
  expect(blocks.filter((block) => block.type === "actions")).toEqual([]);
  expect(readSlack(blocks).lines).toContain("+48");
});

test("the text of a notification begins with what it is about", () => {
  const { text } = renderSlack(storyPost(modelView, "tr", words), { interactive: true });
  expect(text.split("\n").slice(0, 4)).toEqual([
    "TDT, Kızılay · Toplantı",
    "Türk dünyasının Kızılay dernekleri Bakü'de bir araya geldi",
    "Yer: Bakü, Azerbaycan",
    "Tarih: 19 Kasım 2025 (haber tarihi)",
  ]);
});

test("a person of Slack is mentioned by id, anybody else by name", () => {
  const message = (id: string): Message => ({
    language: "tr",
    preview: null,
    blocks: [{ type: "paragraph", text: [{ type: "mention", id, text: "ayşe" }] }],
  });
  const element = (id: string) => renderSlack(message(id), { interactive: true }).blocks;
  expect(JSON.stringify(element("U0123"))).toContain('{"type":"user","user_id":"U0123"}');
  expect(JSON.stringify(element("<!here>"))).toContain('"text":"@ayşe"');
});
