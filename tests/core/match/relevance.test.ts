import { expect, test } from "vitest";
import { createMatcher } from "../../../src/core/match/matcher.js";
import { relevance } from "../../../src/core/match/relevance.js";

const matcher = createMatcher([{ id: "t", name: { tr: "t", en: "t" }, keywords: ["Kızılay", "Türk Kızılay"] }]);
const filler = "Toplantıda bölgedeki son gelişmeler ele alındı. ";
const of = (title: string, body: string): number => relevance(matcher.match({ title, body }), { title, body });

test("a story without a hit is worth nothing", () => {
  expect(of("Zirve", filler.repeat(60))).toBe(0);
});

test.each([
  [
    "title and a full body",
    "Kızılay yola çıktı",
    `Kızılay ekipleri geldi. ${"Kızılay çadır kurdu. ".repeat(8)}${filler.repeat(40)}`,
    0.9,
    1,
  ],
  [
    "early and often, not in the title",
    "Sel bölgesi",
    `Kızılay geldi. Kızılay ikram etti. Kızılay kan topladı. ${filler.repeat(50)}`,
    0.35,
    0.5,
  ],
  ["once, early", "Zirve", `Kızılay geldi. ${filler.repeat(50)}`, 0.25, 0.4],
  ["once, at the very end", "Zirve", `${filler.repeat(80)}Kızılay da katıldı.`, 0.05, 0.15],
  ["a flash of one sentence", "Kızılay", "Kızılay 5 tır gönderdi.", 0.9, 1],
])("%s", (_name, title, body, least, most) => {
  expect(of(title, body)).toBeGreaterThanOrEqual(least);
  expect(of(title, body)).toBeLessThanOrEqual(most);
});

test("overlapping keywords count once, derived words half", () => {
  const long = filler.repeat(60);
  expect(of("", `Türk Kızılay geldi. ${long}`)).toBe(of("", `Kızılay geldi. ${long}`));
  expect(of("", `Kızılaycılar geldi. ${long}`)).toBeLessThan(of("", `Kızılay geldi. ${long}`));
  expect(of("Kızılaycılar", long)).toBe(0.25);
});

test("it stays between 0 and 1 however often the topic stands", () => {
  const score = of("Kızılay Kızılay", "Kızılay ".repeat(5_000));
  expect(score).toBeLessThanOrEqual(1);
  expect(score).toBeGreaterThan(0.99);
});
