import { expect, test } from "vitest";
import {
  changedSettings,
  chatSettingsText,
  defaultSettings,
  readChatSettings,
  unwantedBy,
  type ChatSettings,
  type Offer,
} from "../../src/core/chat-settings.js";

test("who never chose has the defaults, which are nothing to store", () => {
  expect(readChatSettings("{}")).toEqual(defaultSettings);
  expect(chatSettingsText(defaultSettings)).toBe("{}");
});

test("equal settings are equal text, in whatever order they were chosen, and come back as they were", () => {
  const one: ChatSettings = { ...defaultSettings, withoutKinds: ["news", "aid"], floor: 0.3 };
  const other: ChatSettings = { ...defaultSettings, floor: 0.3, withoutKinds: ["aid", "news"] };
  expect(chatSettingsText(one)).toBe(chatSettingsText(other));
  expect(readChatSettings(chatSettingsText(one))).toEqual(other);
});

test("what is stored and cannot be read is the default, the rest stays", () => {
  const read = readChatSettings('{"zone":"Europe/Atlantis","floor":0.3,"colour":"red"}');
  expect(read).toEqual({ ...defaultSettings, floor: 0.3 });
  expect(readChatSettings("[]")).toEqual(defaultSettings);
});

test.each<[string, object]>([
  ["a zone of nowhere", { zone: "Europe/Atlantis" }],
  ["a zone with markup", { zone: "<b>" }],
  ["an offset, which is no zone everywhere", { zone: "+03:00" }],
  ["quiet hours of no time", { quiet: { from: 60, to: 60 } }],
  ["quiet hours of nearly the whole day", { quiet: { from: 60, to: 30 } }],
  ["the 25th hour", { delivery: { kind: "daily", at: 25 * 60 } }],
  ["the eighth day", { delivery: { kind: "weekly", day: 8, at: 0 } }],
  ["a kind that is none", { withoutKinds: ["gossip"] }],
  ["a floor above all stories", { floor: 2 }],
  ["a length of another sort", { length: "endless" }],
])("%s is refused", (_, change) => {
  expect(changedSettings(defaultSettings, change)).toBeNull();
});

const story: Offer = { kind: "aid", language: "tr", relevance: 0.4 };
test.each<[Partial<ChatSettings>, Partial<Offer>, string | null]>([
  [{}, {}, null],
  [{ withoutKinds: ["aid"] }, {}, "kind"],
  [{ withoutKinds: ["news"] }, {}, null],
  [{ withoutLanguages: ["tr"] }, {}, "language"],
  [{ withoutLanguages: ["tr", "en"] }, { language: "ru" }, null],
  [{ floor: 0.5 }, {}, "relevance"],
  [{ floor: 0.4 }, {}, null],
])("with %j a story %j is unwanted for its %s", (settings, more, why) => {
  expect(unwantedBy({ ...defaultSettings, ...settings }, { ...story, ...more })).toBe(why);
});
