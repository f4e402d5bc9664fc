import fc from "fast-check";
import { expect, test } from "vitest";
import type { Message } from "../../../src/core/message/message.js";
import { storyPost } from "../../../src/core/message/posts.js";
import { renderTelegram } from "../../../src/core/message/telegram.js";
import { figure, isFull } from "../../torture/figure.js";
import { hostileMessages, hostilePosts } from "./hostile.js";
import { words } from "./locales.js";
import { attendee, viewOf } from "./model-brief.js";
import { isSmall, linesOf, strangers, withoutEmpty } from "./shown-lines.js";
import { parseTelegram } from "./telegram-parser.js";

function check(message: Message): string[] {
  const { text, preview, keyboard } = renderTelegram(message);
  expect(text.length).toBeLessThanOrEqual(9_000);
  const parsed = parseTelegram(text);
  expect(parsed.text.length).toBeLessThanOrEqual(4_096);
  expect(parsed.text.trim()).not.toBe("");
  expect(parsed.entities.length).toBeLessThanOrEqual(100);
  expect(parsed.entities.filter(({ length }) => length === 0)).toEqual([]);
  expect(parsed.text.replaceAll("\n", "")).not.toMatch(/\p{Cc}|\p{Surrogate}|[\u2028-\u202E\uFEFF]/u);
  expect(isolatesClose(parsed.text)).toBe(true);
  expect(parsed.text).not.toMatch(/(?<![\p{L}\p{N}_])@\w/u);
  const links = [
    ...parsed.entities.flatMap(({ url }) => (url === null ? [] : [url])),
    ...(preview === null ? [] : [preview]),
  ];
  expect(links.filter((link) => !/^https?:\/\/|^tg:\/\/user\?id=\d+$/u.test(link))).toEqual([]);
  checkKeyboard(keyboard);
  return withoutEmpty(parsed.text.split("\n"));
}

function checkKeyboard(keyboard: ReturnType<typeof renderTelegram>["keyboard"]): void {
  expect(keyboard.flat().length).toBeLessThanOrEqual(100);
  for (const row of keyboard) expect(row.length).toBeGreaterThan(0);
  for (const row of keyboard) expect(row.length).toBeLessThanOrEqual(8);
  for (const { text, url, callback_data: data } of keyboard.flat()) {
    expect(text.trim()).not.toBe("");
    expect(url === undefined).not.toBe(data === undefined);
    if (url !== undefined) expect(url).toMatch(/^https?:\/\//u);
    const bytes = Buffer.byteLength(data ?? "x");
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(64);
  }
}

/** Every isolate that is opened is closed in its line. */
function isolatesClose(text: string): boolean {
  return text
    .split("\n")
    .every((line) => line.replaceAll(/\u2068[^\u2068\u2069]*\u2069/gu, "").match(/[\u2066-\u2069]/u) === null);
}

/** Items shown and items counted are all items of the message's lists. */
function itemsToldOf(lines: readonly string[]): number {
  const left = lines.map((line, index) => {
    const folded = /^\+(\d+)$/u.exec(line)?.[1];
    const rest = /^… \+(\d+)$/u.exec(line)?.[1];
    if (rest !== undefined) return Number(rest);
    const next = lines[index + 1] ?? "";
    // A count with bullets under it heads a fold; one without stands for what was left out.
    return folded === undefined || next.startsWith("•") ? 0 : Number(folded);
  });
  return lines.filter((line) => line.startsWith("• ")).length + left.reduce((sum, count) => sum + count, 0);
}

const runs = isFull ? 10_000 : 2_000;
test("posts with anything in them stay within Telegram's limits and show nothing but their text", () => {
  fc.assert(
    fc.property(hostilePosts, (message) => {
      const lines = check(message);
      expect(lines).toEqual(isSmall(message) ? linesOf(message) : lines);
      expect(strangers(lines, message)).toEqual([]);
      const [source] = linesOf(message).slice(-1);
      expect(strangers(lines.slice(-1), { ...message, blocks: message.blocks.slice(-1) })).toEqual([]);
      expect(source?.slice(0, 6)).toBe(lines.at(-1)?.slice(0, 6));
    }),
    { numRuns: runs },
  );
  figure({ what: "hostile posts for Telegram and Slack", runs, harmless: runs });
}, 600_000);

test("messages that nobody would write stay within Telegram's limits", () => {
  fc.assert(
    fc.property(hostileMessages, (message) => {
      const lines = check(message);
      const whole = linesOf(message);
      expect(lines).toEqual(isSmall(message) && whole.length > 0 ? whole : lines);
    }),
    { numRuns: 2_000 },
  );
}, 240_000);

const crowd = Array.from({ length: 60 }, (_, index) =>
  attendee(`Kişi ${index + 1}`, { title: "Kızılay Derneği Bölge Temsilcisi", country: "TR" }),
);

test("a long list: twelve in the open, the others in a fold under their number", () => {
  const { text, keyboard } = renderTelegram(storyPost(viewOf({ attendees: crowd }), "tr", words));
  const fold = /<blockquote expandable>(.*?)<\/blockquote>/su.exec(text)?.[1]?.split("\n") ?? [];
  expect(fold[0]).toBe("<b>+48</b>");
  expect(fold.length).toBe(49);
  expect(text.slice(0, text.indexOf("<blockquote")).match(/• <b>Kişi/gu)?.length).toBe(12);
  expect(keyboard).toEqual([]);
  // 48 more names in bold would push the last entities, the source line's among them, over Telegram's hundred.
  expect(parseTelegram(text).entities.at(-1)).toMatchObject({ type: "i" });
});

test("what not even a fold holds is counted, and asked for by a button", () => {
  const attendees = crowd.map((one) => ({
    ...one,
    title: "Uluslararası Kızılay ve Kızılhaç Dernekleri Federasyonu Bölge Temsilcisi Yardımcısı",
  }));
  const { text, keyboard } = renderTelegram(storyPost(viewOf({ attendees }), "tr", words));
  const lines = withoutEmpty(parseTelegram(text).text.split("\n"));
  const left = Number(/^… \+(\d+)$/mu.exec(parseTelegram(text).text)?.[1]);
  expect(left).toBeGreaterThan(0);
  expect(itemsToldOf(lines)).toBe(60 + 7);
  expect(keyboard).toEqual([[{ text: `+${left} · Tüm katılımcılar`, callback_data: "more people aa:3747971" }]]);
  expect(lines.at(-1)).toBe("Kaynak: AA, 19 Kasım 2025, TSİ 17.30 · otomatik çıkarıldı");
});

test.each([15, 16, 60, 200])("all of %i people are shown or counted", (count) => {
  const attendees = Array.from({ length: count }, (_, index) => attendee(`Kişi ${index}`, { title: "Bakan" }));
  const { text } = renderTelegram(storyPost(viewOf({ attendees }), "tr", words));
  expect(itemsToldOf(withoutEmpty(parseTelegram(text).text.split("\n")))).toBe(count + 7);
  expect(text.includes("<blockquote")).toBe(count > 15);
});

test.each([
  ["@aa_kurumsal duyurdu", "@\u2060aa_kurumsal duyurdu"],
  ["bilgi@kizilay.example", "bilgi@kizilay.example"],
])("%s calls nobody", (title, shown) => {
  const { text } = renderTelegram({
    language: "tr",
    preview: null,
    blocks: [{ type: "paragraph", text: [{ type: "text", text: title }] }],
  });
  expect(text).toBe(shown);
});

test("a name from right to left is isolated from its office", () => {
  const { text } = renderTelegram(
    storyPost(viewOf({ attendees: [attendee("أحمد العلي", { title: "Başkan" })] }), "tr", words),
  );
  expect(text).toContain("• <b>\u2068أحمد العلي\u2069</b> — Başkan");
});
