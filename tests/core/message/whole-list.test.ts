import { expect, test } from "vitest";
import { storyPost } from "../../../src/core/message/posts.js";
import { renderSlack } from "../../../src/core/message/slack.js";
import { renderTelegram } from "../../../src/core/message/telegram.js";
import { wholeList } from "../../../src/core/message/whole-list.js";
import { words } from "./locales.js";
import { attendee, modelView, viewOf } from "./model-brief.js";
import { readSlack } from "./slack-reader.js";
import { parseTelegram } from "./telegram-parser.js";

const people = Array.from({ length: 60 }, (_, index) =>
  attendee(`Kişi Uzunca Soyadı ${index}.`, {
    title: "Uluslararası Kızılay ve Kızılhaç Dernekleri Federasyonu Bölge Temsilcisi Yardımcısı",
    country: (["AZ", "KZ", "x-kktc"] as const)[index % 3] ?? null,
  }),
);

test("sixty people who were asked for are all shown, on both platforms", () => {
  const messages = wholeList(storyPost(viewOf({ attendees: people }), "tr", words), "people");
  const telegram = messages.map((message) => parseTelegram(renderTelegram(message).text).text).join("\n");
  const slack = messages
    .flatMap((message) => readSlack(renderSlack(message, { interactive: true }).blocks).lines)
    .join("\n");
  for (const { name } of people) {
    expect(telegram).toContain(name);
    expect(slack).toContain(name);
  }
  expect(telegram).not.toMatch(/… \+\d/u);
  expect(telegram.match(/Bakü'de bir araya geldi|Katılımcılar \(60\)/gu)).toHaveLength(2);
});

test("a short list is one message, a list that is not there none", () => {
  expect(wholeList(storyPost(modelView, "en", words), "decisions")).toHaveLength(1);
  expect(wholeList(storyPost(viewOf({ decisions: [] }), "en", words), "decisions")).toEqual([]);
  expect(wholeList(storyPost(modelView, "en", words), "x")).toEqual([]);
});
