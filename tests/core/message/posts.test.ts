import { expect, test } from "vitest";
import { plainPaint, renderConsole } from "../../../src/core/message/console.js";
import { digestPost, storiesPerDigest } from "../../../src/core/message/digest.js";
import { followUpPost, storyPost, updatePost, withdrawalPost } from "../../../src/core/message/posts.js";
import { renderSlack } from "../../../src/core/message/slack.js";
import { renderTelegram } from "../../../src/core/message/telegram.js";
import { renderWeb } from "../../../src/core/message/web.js";
import type { StoryView } from "../../../src/core/message/view.js";
import { words } from "./locales.js";
import { attendee, modelView, viewOf } from "./model-brief.js";

const plain = { width: 100, paint: plainPaint };

test.each(["tr", "en"] as const)("the model brief on the four platforms, in %s", (language) => {
  const message = storyPost(modelView, language, words);
  expect(renderConsole(message, plain)).toMatchSnapshot("console");
  expect(renderWeb(message)).toMatchSnapshot("web");
  expect(renderTelegram(message)).toMatchSnapshot("Telegram");
  expect(renderSlack(message, { interactive: true })).toMatchSnapshot("Slack");
});

const updated = Date.parse("2025-11-19T18:05:00+03:00");
test.each(["tr", "en"] as const)("update, follow-up, withdrawal and digest, in %s", (language) => {
  const view = viewOf({ attendees: [], decisions: [] }, { updated });
  for (const message of [
    updatePost(view, language, words),
    followUpPost(view, language, words),
    withdrawalPost(view, language, words),
    digestPost([modelView, view], language, words),
    digestPost([modelView], language, words, "many"),
  ]) {
    expect(renderConsole(message, plain)).toMatchSnapshot("console");
    expect(renderTelegram(message).text).toMatchSnapshot("Telegram");
    expect(renderSlack(message, { interactive: false }).text).toMatchSnapshot("Slack's notification");
  }
});

const published = Date.parse("2025-11-19T17:30:00+03:00");
test.each<[string, Partial<StoryView>, string, string]>([
  ["changed later", { published, updated }, "Güncellendi: 19 Kasım 2025, TSİ 18.05", "Updated: "],
  ["a time of change that is that of publication", { published, updated: published }, "Güncellendi", "Updated"],
  ["a time of change before publication", { published, updated: published - 60_000 }, "Güncellendi", "Updated"],
  ["no time of publication", { published: null, updated }, "Güncellendi", "Updated"],
  ["no time of change", { published, updated: null }, "Güncellendi", "Updated"],
  ["complete by now", { published, updated, completed: true }, "Tam metin okundu", "Full text read now"],
  ["still partial", { published, updated: null, completed: true, partial: true }, "Güncellendi", "Updated"],
])("the mark of an update: %s", (_, view, tr, en) => {
  const mark = (language: "tr" | "en") =>
    renderConsole(updatePost(viewOf({}, view), language, words), plain).split("\n")[0];
  expect(mark("tr")).toBe(tr);
  expect(en.endsWith(" ") ? mark("en")?.startsWith(en) : mark("en") === en).toBe(true);
});

function shown(view = modelView, language: "tr" | "en" = "tr"): string {
  return renderConsole(storyPost(view, language, words), plain);
}

test("below the floor a post shows lead and link only, and still says how it was made", () => {
  const text = shown(viewOf({ confidence: 0.34 }));
  expect(text).toContain("dönem");
  expect(text).toContain("/3747971");
  expect(text).toContain("otomatik çıkarıldı");
  expect(text).not.toMatch(/Aslanov|Kararlar|Yer:|Tarih:/u);
  expect(shown(viewOf({ confidence: 0.35 }))).toContain("Aslanov");
});

test("an empty brief is headline, kind and source; a lead that repeats the headline is left out", () => {
  const view = viewOf(
    { lead: "Başlık", title: "Başlık", attendees: [], decisions: [], place: null, date: null, kind: "news" },
    { topics: [], published: null, link: "", source: "haber.txt" },
  );
  expect(shown(view)).toBe("Haber\n\nBaşlık\n\nKaynak: haber.txt · otomatik çıkarıldı");
});

test("a partial story says so", () => {
  expect(shown(viewOf({}, { partial: true }))).toContain("tam metni henüz okunamadı");
});

test("a story without a page is not said to be readable later", () => {
  const text = shown(viewOf({}, { partial: true, link: "", source: "haber.example" })).replaceAll("\n", " ");
  expect(text).toContain("Bu haberin bağlantısı yok.");
  expect(text).not.toContain("henüz");
});

const people = [
  attendee("Ali Kaya", { title: "Büyükelçi", country: "AZ" }),
  attendee("Veli Er", { country: "KZ", part: "message" }),
  attendee("Can Ak", { title: "Azerbaycan Sağlık Bakanı", country: "AZ", part: "chair", for: "Hükûmet" }),
  attendee("Ece Su", { office: "Genel Müdür", organisation: "Yeşilay", part: "speaker" }),
  attendee("Nur Işık", { title: "Konya Valisi", country: "TR" }),
  attendee("Naz Ay", { title: "Türk Kızılay Genel Müdürü", titleEn: "Director-General", country: "TR", host: true }),
];
const group = { text: "çok sayıda davetli", start: 0, end: 1 };

test.each([
  [
    "tr",
    [
      "Naz Ay — Türk Kızılay Genel Müdürü · ev sahibi",
      "Can Ak — Azerbaycan Sağlık Bakanı · başkanlık etti, Hükûmet adına",
      "Ali Kaya — Büyükelçi (Azerbaycan)",
      "Ece Su — Yeşilay Genel Müdür · konuştu",
      "Nur Işık — Konya Valisi",
      "Veli Er — Kazakistan · mesaj gönderdi",
      "Ayrıca: çok sayıda davetli",
    ],
  ],
  [
    "en",
    [
      "Naz Ay — Director-General (Türkiye) · host",
      "Can Ak — Azerbaycan Sağlık Bakanı · chair, for Hükûmet",
      "Ali Kaya — Büyükelçi (Azerbaijan)",
      "Ece Su — Yeşilay Genel Müdür · spoke",
      "Nur Işık — Konya Valisi (Türkiye)",
      "Veli Er — Kazakhstan · sent a message",
      "Also: çok sayıda davetli",
    ],
  ],
] as const)("who took part, in %s", (language, lines) => {
  const text = shown(viewOf({ attendees: people, groups: [group] }), language);
  expect([...text.matchAll(/• (.*)/gu)].map((match) => match[1]).slice(0, lines.length)).toEqual(lines);
  expect(text.replaceAll("\n", " ").includes("titles without a known translation")).toBe(language === "en");
});

test.each([
  ["call", "Görüşenler (6)"],
  ["statement", "Konuşanlar (6)"],
  ["aid", "Katılımcılar (6)"],
] as const)("the label over the people of a %s", (kind, label) => {
  expect(shown(viewOf({ kind, attendees: people }))).toContain(label);
});

test("groups alone are shown under the same label", () => {
  expect(shown(viewOf({ attendees: [], groups: [group] }))).toContain("Katılımcılar\n  • çok sayıda davetli");
});

test("each story of a full digest finds its place on every platform, however long the titles", () => {
  const title = (n: number) => `T${n} ${"Kızılay heyeti toplandı ".repeat(17)}`;
  const decisions = [
    { text: "Dernek kurulmasına karar verildi ve ".repeat(9), kind: "decided" as const, start: 0, end: 0 },
  ];
  const topics = (n: number) => [
    { id: `t${n}`, name: { tr: "Uzun bir konu adı ".repeat(9), en: `A long topic ${n}` } },
  ];
  const views = Array.from({ length: storiesPerDigest }, (_, n) =>
    viewOf({ title: title(n), decisions }, { id: `aa:${n}`, topics: topics(n) }),
  );
  for (const language of ["tr", "en"] as const) {
    const message = digestPost(views, language, words, "many");
    const shown = [renderTelegram(message).text, JSON.stringify(renderSlack(message, { interactive: true }).blocks)];
    for (const text of shown) expect(views.filter((_, n) => !text.includes(`T${n} `))).toEqual([]);
  }
});
