import fc from "fast-check";
import { expect, test } from "vitest";
import { createContinuedBy } from "../../src/core/continues.js";
import type { Outline } from "../../src/core/continues.js";
import { nameKey } from "../../src/core/name-key.js";

const continuedBy = createContinuedBy();
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
    { title: "TDT üyeleri: Kızılay ağının Bakü'deki toplantısı", people: ["Novruz Aslanov", "Çingiz Cakıpov"] },
    true,
  ],
  [
    "a near-duplicate title with one of the people",
    { title: "TDT üyesi ülkelerin Kızılay ağı Bakü'de bildiri imzaladı", people: ["Novruz Aslanov"] },
    false,
  ],
  [
    "a near-duplicate title with the same people on another day",
    { title: "TDT üyesi ülkelerin Kızılay ağı Bakü'de bildiri imzaladı", day: "2025-11-20" },
    false,
  ],
  ["the same title with none of the people", { people: ["Ali Veli", "Ayşe Kaya"] }, false],
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

const [one, two] = ["Fatma Meriç Yılmaz", "İbrahim Özer"];
const pattern = (first: string, second: string, people: string[] = [one, two]): [string, string, string[]] => [
  first,
  second,
  people,
];
const events = (title: string, people: string[], other: string) => {
  const first: Outline = { ...known, title, people };
  return continuedBy({ ...first, id: "aa:2", title: other, published: 101 * hour }, [first]);
};

test.each([
  pattern("Kızılay Gazze'ye insani yardım gönderdi", "Kızılay Sudan'a insani yardım gönderdi"),
  pattern("Kızılay Gazze'ye insani yardım gönderdi", "Kızılay Sudan'a insani yardım gönderdi", [one]),
  pattern("Kızılay Hatay'da konut teslim etti", "Kızılay Malatya'da konut teslim etti", [one]),
  pattern("Kızılay Hatay'da 200 konut teslim etti", "Kızılay Hatay'da 350 konut teslim etti"),
  pattern("Kızılay bölgeye iki tır yardım gönderdi", "Kızılay bölgeye üç tır yardım gönderdi"),
  pattern("Kızılay ikinci yardım gemisini uğurladı", "Kızılay üçüncü yardım gemisini uğurladı"),
  pattern("TDT heyeti COP29 öncesi bir araya geldi", "TDT heyeti COP30 öncesi bir araya geldi"),
  pattern("Kızılay'dan Gazze'ye gıda yardımı ulaştı", "Kızılay'dan Gazze'ye giysi yardımı ulaştı", [one]),
  pattern(
    "Yılmaz, Azerbaycanlı mevkidaşı Aslanov ile görüştü",
    "Yılmaz, Kazakistanlı mevkidaşı Argınbayev ile görüştü",
  ),
  pattern("Türkiye, Nijer'e insani yardım gönderdi", "Türkiye, Nijerya'ya insani yardım gönderdi"),
  pattern("Avusturya TDT toplantısına gözlemci gönderdi", "Avustralya TDT toplantısına gözlemci gönderdi"),
  pattern("Karabük'te deprem tatbikatı yapıldı", "Karabağ'da deprem tatbikatı yapıldı"),
  pattern("Turkish Red Crescent sends aid to Gaza", "Turkish Red Crescent sends aid to Sudan"),
  pattern("OTS ministers meet in Baku", "OTS ministers meet in Bishkek"),
  pattern("Kızılay'ın 12'nci haberi yayımlandı", "Kızılay'ın 13'üncü haberi yayımlandı", [one]),
  pattern("Kızılay Gazze'ye yardım gönderdi", "Kızılay Gazze'ye yardım göndermedi", []),
  pattern("Yardım konvoyu Gazze'ye hareket etti", "Yardım konvoyu Gazze'den hareket etti", [one]),
])("two events: %s | %s", (title, other, people) => {
  expect(events(title, people, other)).toBe(null);
});

test.each([
  pattern("Kızılay Gazze'ye insani yardım gönderdi", "Kızılay, Gazze'ye insani yardım gönderdi", []),
  pattern("Kızılay Gazze'ye insani yardım gönderdi", "GÜNCELLEME 2 - Kızılay Gazze'ye insani yardım gönderdi", []),
  pattern("Kızılay Gazze'ye insani yardım gönderdi", "Kızılay Gazze'ye 20 tır insani yardım gönderdi"),
  pattern("Türk Devletleri Teşkilatı Bakü'de toplandı", "Türk Devletleri Teşkilatının Bakü'deki toplantısı bitti"),
  pattern("OTS ministers meet in Baku", "OTS ministers meeting in Baku ends with declaration"),
])("one event: %s | %s", (title, other, people) => {
  expect(events(title, people, other)?.id).toBe("aa:1");
});

test.each([
  [101, true],
  [124, false],
])("where no day is told, that of publication counts: hour %d", (hours, expected) => {
  const first = { ...known, day: null, published: 100 * hour };
  const title = "TDT üyesi ülkelerin Kızılay ağı Bakü'de bildiri imzaladı";
  const found = continuedBy({ ...first, id: "aa:2", title, published: hours * hour }, [first]);
  expect(found !== null).toBe(expected);
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
