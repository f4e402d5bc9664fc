import { FluentResource } from "@fluent/bundle";
import { expect, test } from "vitest";
import { createWords } from "../../../src/core/message/words.js";
import { localeTexts, words } from "./locales.js";

/** Every message with the variables it needs; the parser drops a broken entry silently, so entries are counted too. */
function inventory(text: string): Map<string, string[]> {
  const entries = new Map<string, string[]>();
  for (const { id, value } of new FluentResource(text).body) {
    const variables = [...JSON.stringify(value).matchAll(/"type":"var","name":"(\w+)"/gu)].map((match) => match[1]!);
    entries.set(id, [...new Set(variables)].sort());
  }
  return entries;
}

test.each(["tr", "en"] as const)("every entry of %s.ftl parses, and none stands there twice", (language) => {
  const written = [...localeTexts[language].matchAll(/^([a-z-]+) =/gmu)].map((match) => match[1]);
  expect([...inventory(localeTexts[language]).keys()]).toEqual(written);
});

test("both languages have the same messages with the same variables", () => {
  expect(Object.fromEntries(inventory(localeTexts.en))).toEqual(Object.fromEntries(inventory(localeTexts.tr)));
});

test("an unknown message or a missing variable is a bug, not a gap in the text", () => {
  expect(() => words("tr")("no-such-message")).toThrow("no-such-message");
  expect(() => words("tr")("source")).toThrow("source");
});

test("the same message twice in a file is refused", () => {
  expect(() => createWords({ tr: "a = 1\na = 2", en: "a = 1" })).toThrow("a");
});

test("locale files may call functions, and nothing is wrapped in isolates", () => {
  const texts = { tr: "hi = { SUFFIX($name) } selam", en: "hi = hello { $name }" };
  const say = createWords(texts, { SUFFIX: ([name]) => `${String(name)}'a` });
  expect(say("tr")("hi", { name: "Ada" })).toBe("Ada'a selam");
  expect(say("en")("hi", { name: "Ada" })).toBe("hello Ada");
});
