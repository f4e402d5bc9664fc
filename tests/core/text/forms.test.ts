import { expect, test } from "vitest";
import { readingsOf } from "../../../src/core/text/acronym.js";
import { english, hasEndings, turkicCyrillic, uzbek } from "../../../src/core/text/endings.js";
import { russianForms } from "../../../src/core/text/russian.js";
import { belongsElsewhere, stemsOf, takesFront, withoutPossessive } from "../../../src/core/text/stems.js";

test.each([
  ["kitap", "kitap kitab+"],
  ["ağaç", "ağaç ağac+"],
  ["renk", "renk- reng+"],
  ["çocuk", "çocuk çocuğ+"],
  ["kap", "kap- kab+"],
  ["at", "at"],
  ["devlet", "devlet"],
  ["kağıt", "kağıt kağıd+"],
  ["şehir", "şehir şehr+"],
  ["kayıp", "kayıp kayp+ kayb+ kayıb+"],
  ["hak", "hak- hakk+"],
  ["su", "su suy+"],
  ["psikolog", "psikolog psikoloğ+"],
  ["ev", "ev"],
])("%s stands as %s (+ before a vowel, - never before one)", (word, expected) => {
  const marks = { any: "", vowel: "+", consonant: "-" };
  expect(
    stemsOf(word)
      .map((it) => it.letters + marks[it.before])
      .join(" "),
  ).toBe(expected);
});

test.each([
  ["teşkilatı", "teşkilat"],
  ["derneği", "dernek"],
  ["haftası", "hafta"],
  ["kızılayı", "kızılay"],
  ["bakanı", "bakan"],
  ["ajansı", "ajans"],
  ["merkez", null],
  ["su", null],
])("%s without its compound ending is %s", (word, expected) => {
  expect(withoutPossessive(word)).toBe(expected);
});

test.each([
  ["saat", true],
  ["petrol", true],
  ["rol", true],
  ["kanal", true],
  ["at", false],
  ["bal", false],
  ["okul", true],
  ["kan", false],
])("%s also takes front suffixes: %s", (word, expected) => {
  expect(takesFront(word)).toBe(expected);
});

test.each([
  ["aniden", 3, true],
  ["adamlar", 3, true],
  ["adamlar", 4, false],
  ["adalar", 3, false],
])("%s belongs to another word than its first %i letters: %s", (word, stem, expected) => {
  expect(belongsElsewhere(word, stem)).toBe(expected);
});

test.each([
  ["tdt", 1],
  ["afad", 2],
  ["unhcr", 1],
  ["nato", 1],
  ["thk", 2],
])("%s has %i readings", (acronym, count) => {
  expect(readingsOf(acronym)).toHaveLength(count);
});

test.each([
  ["s", english, true],
  ["'s", english, true],
  ["ing", english, false],
  ["ning", uzbek, true],
  ["lariga", uzbek, true],
  ["nin", uzbek, false],
  ["ының", turkicCyrillic, true],
  ["нан", turkicCyrillic, true],
  ["ость", turkicCyrillic, false],
])("%s is an ending", (rest, endings, expected) => {
  expect(hasEndings(rest, endings)).toBe(expected);
});

test.each([
  ["красный полумесяц", "красного полумесяца|красному полумесяцу|красным полумесяцем|красном полумесяце"],
  [
    "организация тюркских государств",
    "организации тюркских государств|организацию тюркских государств|организацией тюркских государств",
  ],
  ["тюркский совет", "тюркского совета|тюркскому совету|тюркским советом|тюркском совете"],
])("%s declines", (name, expected) => {
  const [first, ...rest] = russianForms(name.split(" ")).map((it) => it.join(" "));
  expect(first).toBe(name);
  expect(rest.join("|")).toBe(expected);
});
