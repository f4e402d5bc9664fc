import { expect, test } from "vitest";
import { attendeesOf } from "./read-people.js";

/** `Name | title | country | part` of each attendee. */
const told = (text: string, language: "tr" | "en") =>
  attendeesOf(text, language).map(({ name, title, country, part }) => `${name} | ${title} | ${country} | ${part}`);

test.each([
  [
    "commas alone before a genitive",
    "Vali Can Us, Rektör Nur Tan, Kaymakam Ece Al, Belediye Başkanı Efe Er'in katıldığı toplantı sona erdi.",
    [
      "Can Us | Vali | TR | present",
      "Nur Tan | Rektör | TR | present",
      "Ece Al | Kaymakam | TR | present",
      "Efe Er | Belediye Başkanı | TR | present",
    ],
  ],
  [
    "a short name between office and name",
    "Yemeğe Türkiye Odalar ve Borsalar Birliği Başkanı (TOBB) Can Us ve Vali Nur Tan katıldı.",
    ["Can Us | Türkiye Odalar ve Borsalar Birliği Başkanı (TOBB) | TR | present", "Nur Tan | Vali | TR | present"],
  ],
  [
    "a strange surname behind one of another country",
    "Özbekistan Başbakan Yardımcısı Olim Rahmat ve Dışişleri Bakanı Botir Seyfullayev, Büyükelçi Can Us ile görüştü.",
    [
      "Olim Rahmat | Özbekistan Başbakan Yardımcısı | UZ | present",
      "Botir Seyfullayev | Dışişleri Bakanı | UZ | present",
      "Can Us | Büyükelçi | TR | present",
    ],
  ],
  [
    "the town of the represented",
    "Törene Semerkant Valisi Adham Yunusov'u temsilen Vali Yardımcısı Dilşad Ergeş katıldı.",
    ["Dilşad Ergeş | Vali Yardımcısı | UZ | present"],
  ],
  [
    "whose team it was",
    "Kazakistan'dan gelen heyete ise Albay Dauren Seyit başkanlık etti.",
    ["Dauren Seyit | null | KZ | chair"],
  ],
  ["dinner", "Büyükelçi Can Us, konukların onuruna akşam yemeği verdi.", ["Can Us | Büyükelçi | TR | host"]],
])("Turkish: %s", (_name, text, wanted) => {
  expect(told(text, "tr")).toEqual(wanted);
});

test.each([
  [
    "offices in front, by commas",
    "They were received by the society's President, Dr. Ali Veli, Secretary-General, Can Usta, and Relief Director, Ece Al, in Doha.",
    [
      "Ali Veli | society's President | null | host",
      "Can Usta | Secretary-General | null | host",
      "Ece Al | Relief Director | null | host",
    ],
  ],
  [
    "many unnamed first",
    "The summit was attended by presidents of member states Kyrgyzstan, Kazakhstan, Uzbekistan and Azerbaijan and the leaders of observers Hungary and Malta, as well as OTS Secretary General Bolot Kasym.",
    ["Bolot Kasym | OTS Secretary General | null | present"],
  ],
  [
    "a society's short name",
    "The Maltese Red Cross (MRC) hosted the forum. | MRC Chairman Ali Veli briefed the guests.",
    ["Ali Veli | MRC Chairman | MT | speaker"],
  ],
  [
    "those whose office is shared held talks",
    "Foreign Ministers of Libya and Malta, Ali Veli and Can Usta, held political consultations in Oslo.",
    [
      "Ali Veli | Foreign Ministers of Libya and Malta | LY | present",
      "Can Usta | Foreign Ministers of Libya and Malta | MT | present",
    ],
  ],
  [
    "who took over, and from whom",
    "Kenyan diplomat Ali Veli took over the chairmanship from Maltese Ambassador Can Usta.",
    ["Ali Veli | Kenyan diplomat | KE | present", "Can Usta | Maltese Ambassador | MT | present"],
  ],
  [
    "told delegates",
    "Chairman Ali Veli told delegates that the fund had grown.",
    ["Ali Veli | Chairman | null | speaker"],
  ],
])("English: %s", (_name, text, wanted) => {
  expect(told(text, "en")).toEqual(wanted);
});
