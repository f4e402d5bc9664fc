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
    "joined to somebody's envoy",
    "Törene Bursa Valisi Can Us ile Ukrayna Devlet Başkanı Ece Al'ın Özel Temsilcisi Nur Tan katıldı.",
    ["Can Us | Bursa Valisi | TR | present", "Nur Tan | Özel Temsilcisi | UA | present"],
  ],
  [
    "an institution that begins with Anadolu, a surname that is a weekday",
    "Törene Anadolu Üniversitesi Rektörü Can Us ve Prof. Dr. Nur Tan Salı katıldı.",
    ["Can Us | Anadolu Üniversitesi Rektörü | TR | present", "Nur Tan Salı | null | null | present"],
  ],
  [
    "an informal summit",
    "Türk Devletleri Teşkilatı Devlet Başkanları Gayriresmi Zirvesi’ne Kazakistan Cumhurbaşkanı Can Us katıldı.",
    ["Can Us | Kazakistan Cumhurbaşkanı | KZ | present"],
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
  [
    "offices abroad, and their guest",
    "KKTC'deki törene Cumhurbaşkanı Can Us, Başbakan Nur Tan, Türkiye'nin Lefkoşa Büyükelçisi Ece Al ve Güvenlik Kuvvetleri Komutanı Efe Er katıldı.",
    [
      "Can Us | Cumhurbaşkanı | x-kktc | present",
      "Nur Tan | Başbakan | x-kktc | present",
      "Ece Al | Türkiye'nin Lefkoşa Büyükelçisi | TR | present",
      "Efe Er | Güvenlik Kuvvetleri Komutanı | x-kktc | present",
    ],
  ],
  [
    "a post that is called as a town is",
    "Toplantıya Sahil Güvenlik Karakol Komutanı Can Us katıldı.",
    ["Can Us | Sahil Güvenlik Karakol Komutanı | TR | present"],
  ],
  [
    "two offices with nothing between them",
    "Toplantıya Dostluk Grubu Başkanı AK Parti Bursa Milletvekili Can Us katıldı.",
    ["Can Us | Dostluk Grubu Başkanı AK Parti Bursa Milletvekili | TR | present"],
  ],
  [
    "an Arabic article, and without it",
    "Vali Can Us, Irak Başbakanı Muhammed es-Sudani ile görüştü. | Us daha sonra Irak Başbakanı Sudani ile bir araya geldi.",
    ["Can Us | Vali | TR | present", "Muhammed es-Sudani | Irak Başbakanı | IQ | present"],
  ],
  [
    "a given name that is an office, too",
    "Törene Bosna Hersek Kızılhaçı Başkanı Amir Hadžić katıldı.",
    ["Amir Hadžić | Bosna Hersek Kızılhaçı Başkanı | BA | present"],
  ],
  [
    "a body of no country, wherever it sits",
    "Törene Uluslararası Türk Dili Kurumu Kazakistan Temsilcisi Can Us ve Uluslararası İlişkiler Müdürü Nur Tan katıldı.",
    [
      "Can Us | Uluslararası Türk Dili Kurumu Kazakistan Temsilcisi | null | present",
      "Nur Tan | Uluslararası İlişkiler Müdürü | TR | present",
    ],
  ],
  [
    "who received what, with those about him",
    "Gemi, Limasol'da Türkiye'nin Kahire Büyükelçisi Can Us ve beraberindeki heyet tarafından karşılandı.",
    ["Can Us | Türkiye'nin Kahire Büyükelçisi | TR | present"],
  ],
  [
    "ile inside an office, a portfolio of two words",
    "Toplantıya Türk Devletleri ile İlişkiler Başkanı Can Us ve Özbekistan Başbakan Yardımcısı Turizm ve Kültürel Miras Bakanı Aziz Bek katıldı.",
    [
      "Can Us | Türk Devletleri ile İlişkiler Başkanı | TR | present",
      "Aziz Bek | Özbekistan Başbakan Yardımcısı Turizm ve Kültürel Miras Bakanı | UZ | present",
    ],
  ],
  [
    "who moderated",
    "AFAD Başkanı Can Us'un moderatörlüğündeki oturuma Vali Nur Tan katıldı.",
    ["Can Us | AFAD Başkanı | TR | present", "Nur Tan | Vali | TR | present"],
  ],
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
  [
    "who he is",
    "Ali Veli addressed a joint news conference with Chairman Can Usta. | Veli, who is a regional director of the IFRC, thanked him.",
    ["Ali Veli | regional director of the IFRC | null | present", "Can Usta | Chairman | null | present"],
  ],
  [
    "a name with an apostrophe",
    "Kenyan Minister Ali Al-A'id and Maltese Minister Sa'ad Veli met in Oslo.",
    ["Ali Al-A'id | Kenyan Minister | KE | present", "Sa'ad Veli | Maltese Minister | MT | present"],
  ],
  [
    "whose delegation it was",
    "Kenyan Chairman Ali Veli met with a delegation from the Maltese Red Cross, led by Secretary-General Can Usta and Director Ece Alkan.",
    [
      "Ali Veli | Kenyan Chairman | KE | present",
      "Can Usta | Secretary-General | MT | present",
      "Ece Alkan | Director | MT | present",
    ],
  ],
  [
    "another president of that country",
    "Malta and Kenya signed a deal. | President Ali Veli met with Kenya President Can Usta in Kenya.",
    ["Ali Veli | President | MT | present", "Can Usta | Kenya President | KE | present"],
  ],
  [
    "his speech",
    "In his speech, Maltese Minister Ali Veli pledged help.",
    ["Ali Veli | Maltese Minister | MT | speaker"],
  ],
  ["to the press", "Speaking at a news conference, Maltese spokesman Ali Veli said no.", []],
  ["a body in the plural", "The Chairman and the Heads of Turkic Cooperation Organizations also took part.", []],
  [
    "who came along with whom",
    "Kenyan President Ali Veli arrived in Oslo. | In his meeting with Maltese President Can Usta, Veli was accompanied by Minister Ece Alkan and ruling Unity Party Deputy Chair Efe Kaya.",
    [
      "Ali Veli | Kenyan President | KE | present",
      "Can Usta | Maltese President | MT | present",
      "Ece Alkan | Minister | KE | present",
      "Efe Kaya | Unity Party Deputy Chair | KE | present",
    ],
  ],
  [
    "where they are from",
    "Attendees included experts Ali Veli from Kenya and Can Usta (Malta).",
    ["Ali Veli | experts | KE | present", "Can Usta | experts | MT | present"],
  ],
  [
    "a strange surname at a Turkish table",
    "Turkish Minister Ali Kaya met with adviser Ermek Abdyldaev.",
    ["Ali Kaya | Turkish Minister | TR | present", "Ermek Abdyldaev | adviser | null | present"],
  ],
  [
    "two offices by a comma",
    "Turkish Minister Ali Veli met with Malta's Deputy Prime Minister, Minister of Economy and Finance Can Usta.",
    [
      "Ali Veli | Turkish Minister | TR | present",
      "Can Usta | Malta's Deputy Prime Minister, Minister of Economy and Finance | MT | present",
    ],
  ],
  [
    "a service is nobody",
    "Turkish Minister Ali Veli met with Can Usta, head of the Maltese General Intelligence Service, in Valletta.",
    [
      "Ali Veli | Turkish Minister | TR | present",
      "Can Usta | head of the Maltese General Intelligence Service | MT | present",
    ],
  ],
])("English: %s", (_name, text, wanted) => {
  expect(told(text, "en")).toEqual(wanted);
});

test("English: an earlier meeting", () => {
  const met = (day: string) =>
    attendeesOf(`On ${day}, Ali Veli and Can Usta held talks.`, "en", Date.UTC(2025, 4, 3)).length;
  expect([met("April 22"), met("May 2")]).toEqual([0, 2]);
});
