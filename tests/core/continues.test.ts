import fc from "fast-check";
import { expect, test } from "vitest";
import { continuedBy } from "../../src/core/continues.js";
import type { Outline } from "../../src/core/continues.js";
import { nameKey } from "../../src/core/name-key.js";

const hour = 3_600_000;
const known: Outline = {
  id: "aa:1",
  language: "tr",
  title: "TDT üyesi ülkelerin Kızılay ağı Bakü'de toplandı",
  published: 100 * hour,
  people: ["Kubanıçbek Ömüraliyev", "Çingiz Cakıpov", "Novruz Aslanov"],
  day: "2025-11-19",
};

test.each<[string, Partial<Outline>, boolean]>([
  [
    "a near-duplicate title with the same people",
    { title: "TDT üyesi ülkelerin Kızılay ağı Bakü'de bildiri imzaladı" },
    true,
  ],
  [
    "the same with another suffix on each word",
    { title: "TDT üyeleri: Kızılay ağının Bakü'deki toplantısı", people: ["Novruz Aslanov"] },
    true,
  ],
  [
    "a near-duplicate title with other people",
    { title: "TDT üyesi ülkelerin Kızılay ağı Bakü'de bildiri imzaladı", people: ["Ali Veli"] },
    false,
  ],
  [
    "a near-duplicate title with nobody",
    { title: "TDT üyesi ülkelerin Kızılay ağı Bakü'de bildiri imzaladı", people: [] },
    false,
  ],
  ["the same title, filed again", { people: [] }, true],
  ["the same title after 49 hours", { published: 149 * hour }, false],
  ["another title with the same people", { title: "Cumhurbaşkanı Bişkek'te konuştu" }, false],
  [
    "the other language, same people, same day",
    {
      language: "en",
      title: "Red Crescent network meets in Baku",
      people: ["Kubanychbek Omuraliyev", "Novruz Aslanov"],
    },
    true,
  ],
  [
    "the other language, same people, another day",
    {
      language: "en",
      title: "Red Crescent network meets",
      people: ["Novruz Aslanov", "Çingiz Cakıpov"],
      day: "2025-11-20",
    },
    false,
  ],
  [
    "the other language, one shared person",
    { language: "en", title: "Red Crescent network meets in Baku", people: ["Novruz Aslanov", "John Smith"] },
    false,
  ],
  ["itself", { id: "aa:1" }, false],
])("%s", (_, story, expected) => {
  const found = continuedBy({ ...known, id: "aa:2", published: 101 * hour, ...story }, [known]);
  expect(found).toBe(expected ? known : null);
});

test("short titles alone prove nothing", () => {
  const column = { ...known, title: "60 saniyede bugün", people: [] };
  expect(continuedBy({ ...column, id: "aa:2" }, [column])).toBe(null);
});

test("of several the most alike is taken", () => {
  const other = { ...known, id: "aa:9", title: "TDT üyesi ülkelerin Kızılay ağı Ankara'da toplandı" };
  expect(continuedBy({ ...known, id: "aa:2" }, [other, known])).toBe(known);
});

test.each([
  ["Çingiz Cakıpov", "Chingiz Jakypov"],
  ["Kubanıçbek Ömüraliyev", "Kubanychbek Omuraliev"],
  ["Samir Şerifov", "Samir Sherifov"],
  ["SEZAİ SEZEN", "Sezai Sezen"],
])("%s and %s are one person", (a, b) => {
  expect(nameKey(a)).toBe(nameKey(b));
});

test("no story continues itself, whatever it says", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (title, people) => {
      const story = { ...known, title, people };
      expect(continuedBy(story, [story])).toBe(null);
    }),
  );
});
