import { expect, test } from "vitest";
import { guessLanguage } from "../../src/core/language.js";

test.each([
  ["tr", "Türk Kızılay ekipleri, bölgedeki aileler için 400 koli dağıttı."],
  ["tr", "Turk Kizilay ekipleri, bolgedeki aileler icin bir depo daha kurdu ve dagitima basladi."],
  ["tr", "KIZILAY'DAN SEL BÖLGESİNE YARDIM"],
  ["tr", ""],
  ["en", "The Turkish Red Crescent has sent 40 tons of blankets to the region."],
  ["en", "Kızılay president Şükrü Çağlar met with the officials of Iğdır in Muş, the statement said."],
  ["en", "OTS ministers to meet in Budapest on Friday"],
])("%s: %s", (language, text) => {
  expect(guessLanguage(text)).toBe(language);
});
