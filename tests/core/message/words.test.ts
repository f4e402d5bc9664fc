import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
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

const source = fileURLToPath(new URL("../../../src", import.meta.url));
/** All that the program is written in, but for the sample site. */
const code = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
  .join("\n");

test("no message is there for nothing", () => {
  const ids = [...inventory(localeTexts.en).keys()];
  const literals = new Set([...code.matchAll(/"([a-z][a-z0-9-]*)"/gu)].map(([, id]) => id));
  // `kind-${…}` may be any message that begins so.
  const beginnings = [...code.matchAll(/`([a-z][a-z-]*-)\$\{/gu)].map(([, start]) => start!);
  const unused = ids.filter((id) => !literals.has(id) && !beginnings.some((start) => id.startsWith(start)));
  expect(unused).toEqual([]);
});

test("every message that the code names is there", () => {
  const ids = new Set(inventory(localeTexts.en).keys());
  const named = [...code.matchAll(/\bsay\(\s*"([a-z0-9-]+)"/gu)].map(([, id]) => id!);
  const rows = [...code.matchAll(/\b(?:args|summary): "([a-z0-9]+-[a-z0-9-]+)"/gu)].map(([, id]) => id!);
  expect(named.length + rows.length).toBeGreaterThan(100);
  expect([...named, ...rows].filter((id) => !ids.has(id))).toEqual([]);
});
