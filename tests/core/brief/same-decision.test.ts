import { expect, test } from "vitest";
import { markBackground } from "../../../src/core/brief/background.js";
import { readDecisions } from "../../../src/core/brief/decisions.js";
import { lexicons, story } from "./event-story.js";

test("what title and spot restate is told once, in the body's words", () => {
  const { doc } = story({
    title: "Ege ile Kızılay protokol imzaladı",
    spot: "Taraflar, afet tıbbı alanında iş birliği yapacak.",
    body: ["Ege Üniversitesi ile Türk Kızılay arasında afet tıbbı alanında protokol imzalandı."],
  });
  expect(readDecisions(doc, lexicons.tr).map(({ text }) => text)).toEqual([
    "Ege Üniversitesi ile Türk Kızılay arasında afet tıbbı alanında protokol imzalandı.",
  ]);
});

test("what only the spot says is kept", () => {
  const { doc } = story({
    title: "Bakanlar buluştu",
    spot: "Zirvenin Oş'ta yapılması kararlaştırıldı.",
    body: ["Bakanlar buluştu."],
  });
  expect(readDecisions(doc, lexicons.tr).map(({ text }) => text)).toEqual([
    "Zirvenin Oş'ta yapılması kararlaştırıldı.",
  ]);
});

test("decisions of the background are not this story's", () => {
  const { doc } = story({
    body: ["Bakanlar buluştu.", "## Ne olmuştu?", "Liderler, geçen zirvede fon kurulmasını kararlaştırdı."],
  });
  expect(readDecisions(markBackground(doc, lexicons.tr), lexicons.tr)).toEqual([]);
});
