import { expect, test } from "vitest";
import { readPlace } from "../../../src/core/brief/read-place.js";
import { lexicons, story } from "./event-story.js";
import { attendeesOf } from "./read-people.js";

/** `Name | title | country` of each attendee. */
const told = (text: string, language: "tr" | "en") =>
  attendeesOf(text, language).map(({ name, title, country }) => `${name} | ${title} | ${country}`);

test.each([
  [
    "examples of officials",
    "Törende Bakan Ece Alkan ve Ankara Valisi Can Uslu gibi üst düzey yetkililer yer aldı.",
    ["Ece Alkan | Bakan | TR", "Can Uslu | Ankara Valisi | TR"],
  ],
  [
    "a welcome while talks are to come",
    "Bakan Ece Alkan, Gürcistan Başbakanı Zurab Gelidze'yi karşılarken, yapılacak görüşmelerin önemine değindi.",
    ["Ece Alkan | Bakan | TR", "Zurab Gelidze | Gürcistan Başbakanı | GE"],
  ],
  [
    "those with a guest, in their case",
    "Cumhurbaşkanı Ece Alkan, Gürcistan Başbakanı Zurab Gelidze ve beraberindekileri kabul etti.",
    ["Ece Alkan | Cumhurbaşkanı | TR", "Zurab Gelidze | Gürcistan Başbakanı | GE"],
  ],
  [
    "the town of another country",
    "Bosna Hersek'in Tarovo Belediyesinden bir heyet geldi. Tarovo Belediye Başkanı Suad Hukiç, Vali Ece Alkan ile görüştü.",
    ["Suad Hukiç | Tarovo Belediye Başkanı | BA", "Ece Alkan | Vali | TR"],
  ],
  [
    "a mission's member",
    "Törene Rektör Ece Alkan ile Ukrayna'nın Ankara Büyükelçiliğinden Müsteşar Bogdan Kono katıldı.",
    ["Ece Alkan | Rektör | TR", "Bogdan Kono | Müsteşar | UA"],
  ],
  [
    "the other side of a meeting",
    "Bakan Ece Alkan, İran Dışişleri Bakanı Behruz Tahmas, Savunma Bakanı Ali Kerimi ve Meclis Başkanı Said Rıza ile görüştü.",
    [
      "Ece Alkan | Bakan | TR",
      "Behruz Tahmas | İran Dışişleri Bakanı | IR",
      "Ali Kerimi | Savunma Bakanı | IR",
      "Said Rıza | Meclis Başkanı | IR",
    ],
  ],
  [
    "who went through matters together",
    "Bakan Ece Alkan, Almanya Başbakanı Greta Hahn ile video konferansla gelişmeleri değerlendirdi.",
    ["Ece Alkan | Bakan | TR", "Greta Hahn | Almanya Başbakanı | DE"],
  ],
  [
    "whose speech opened it",
    "Genel kurul, Başkan Vekili Can Uslu'nun konuşması ile açıldı.",
    ["Can Uslu | Başkan Vekili | TR"],
  ],
  ["what somebody is spoken of", "Bakan Ece Alkan, Vali Can Uslu ile ilgili gelişmeleri değerlendirdi.", []],
])("Turkish: %s", (_what, text, expected) => {
  expect(told(text, "tr")).toEqual(expected);
});

test("an order in a text's name is nobody", () => {
  expect(told("Toplantıda Türk Dünyası Ali Nişanı takdim edilmesine ilişkin belge imzalandı.", "tr")).toEqual([]);
});

test.each([
  [
    "each behind his country",
    "Those attending were foreign ministers of Azerbaijan – Elvin Rzazade, Kyrgyzstan – Aida Bekova and Uzbekistan – Timur Rashidov.",
    [
      "Elvin Rzazade | foreign ministers | AZ",
      "Aida Bekova | foreign ministers | KG",
      "Timur Rashidov | foreign ministers | UZ",
    ],
  ],
  [
    "representatives, their office before a comma",
    "Hungary's representatives were Foreign Minister Laszlo Nemeth, and Minister of Digital Growth and Transport, Janos Kiss.",
    ["Laszlo Nemeth | Foreign Minister | HU", "Janos Kiss | Minister of Digital Growth and Transport | HU"],
  ],
  [
    "a town of two words",
    "Mayor of Novi Tarovo Semir Hadzic attended the meeting.",
    ["Semir Hadzic | Mayor of Novi Tarovo | null"],
  ],
  [
    "an institution of strange capitals",
    "Head of Azerbaijan's Xezer News Agency Aslan Rzayev, who now chairs the union, and Director of Malta News Agency-MNA Jane Roe attended the meeting.",
    ["Aslan Rzayev | Head of Azerbaijan's Xezer News Agency | AZ", "Jane Roe | Director of Malta News Agency-MNA | MT"],
  ],
  [
    "countries of counterparts",
    "ANKARA: President Kemal Us met with his counterparts from Hungary and Malta.",
    ["Kemal Us | President | null"],
  ],
])("English: %s", (_what, text, expected) => {
  expect(told(text, "en")).toEqual(expected);
});

test("a council sits in its own town", () => {
  const place = (body: string) => readPlace(story({ body }).doc, lexicons.tr)?.city;
  expect(place("Ordu Büyükşehir Belediye Meclisi kasım toplantısını yaptı.")).toBe("Ordu");
  expect(place("Ordu Sanayi Meclisi kasım toplantısını yaptı.")).toBeUndefined();
});

test("a long Arabic name is one person's, and the one beside him signs too", () => {
  expect(
    told(
      "Trade Minister Ece Alkan and Qatar's Ambassador Muhammad bin Nasser Bin Jassem Al Tarik signed a protocol.",
      "en",
    ),
  ).toEqual([
    expect.stringContaining("Ece Alkan | Trade Minister"),
    "Muhammad bin Nasser Bin Jassem Al Tarik | Qatar's Ambassador | QA",
  ]);
});
