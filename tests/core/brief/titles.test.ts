import { expect, test } from "vitest";
import { attendeesOf } from "./read-people.js";

test.each([
  [
    "Azerbaycan Dışişleri Bakan Yardımcısı",
    "Bakan Yardımcısı",
    "Dışişleri Bakanlığı",
    "AZ",
    "Deputy Foreign Minister of Azerbaijan",
  ],
  ["Türk Kızılay Genel Başkanı", "Genel Başkanı", "Türk Kızılay", "TR", "President of the Turkish Red Crescent"],
  ["Azerbaycan Kızılay Başkanı", "Başkanı", "Azerbaycan Kızılay", "AZ", "President of the Azerbaijan Red Crescent"],
  ["KKTC Kızılay Başkanı", "Başkanı", "KKTC Kızılay", "x-kktc", "President of the TRNC Red Crescent"],
  ["TDT Genel Sekreteri", "Genel Sekreteri", "TDT", null, "Secretary General of the Organization of Turkic States"],
  [
    "Türk Devletleri Teşkilatı (TDT) Genel Sekreteri",
    "Genel Sekreteri",
    "Türk Devletleri Teşkilatı (TDT)",
    null,
    "Secretary General of the Organization of Turkic States",
  ],
  ["Dışişleri Bakanı", "Bakanı", "Dışişleri Bakanlığı", "TR", "Foreign Minister"],
  ["Cumhurbaşkanı", "Cumhurbaşkanı", null, "TR", "President"],
  ["Türkiye'nin Bakü Büyükelçisi", "Büyükelçisi", null, "TR", "Ambassador of Türkiye to Azerbaijan"],
  ["ABD'nin Ankara Büyükelçisi", "Büyükelçisi", null, "US", "Ambassador of the United States to Türkiye"],
  ["Ankara Valisi", "Valisi", null, "TR", "Governor of Ankara"],
  ["Taşkent Valisi", "Valisi", null, "UZ", null],
  ["AFAD Başkanı", "Başkanı", "AFAD", "TR", "President of AFAD"],
  ["IFRC Avrupa Bölge Direktörü", "Bölge Direktörü", "IFRC Avrupa", null, null],
  ["BM Türkiye Mukim Koordinatörü", "Mukim Koordinatörü", "BM Türkiye", null, null],
  ["İHH Suriye Çalışmaları Koordinatörü", "Koordinatörü", "İHH Suriye Çalışmaları", "TR", null],
])("%s", (title, office, organisation, country, titleEn) => {
  const [attendee] = attendeesOf(`Toplantıya ${title} Ece Al katıldı.`);
  expect(attendee).toMatchObject({ name: "Ece Al", title, office, organisation, country, titleEn });
});

test("honorifics stand apart from title and name", () => {
  const [attendee] = attendeesOf("Toplantıya Türk Kızılay Genel Başkanı Prof. Dr. Ece Al katıldı.");
  expect(attendee).toMatchObject({ name: "Ece Al", title: "Türk Kızılay Genel Başkanı", honorifics: ["Prof.", "Dr."] });
});

test("a rank behind another office stands apart", () => {
  const [attendee] = attendeesOf("Toplantıya Daire Başkanı Büyükelçi Ece Al katıldı.");
  expect(attendee).toMatchObject({ title: "Daire Başkanı", honorifics: ["Büyükelçi"] });
});

test.each([
  ["Toplantıya Türkiye ve Azerbaycan Dışişleri Bakanları Can Us ve Anar Bek katıldı.", ["TR", "AZ"]],
  ["Toplantıya Konsey üyeleri Azerbaycan'dan Anar Bek ve Macaristan'dan Anna Kis katıldı.", ["AZ", "HU"]],
  ["Toplantıda Azerbaycan'ı Bakan Anar Bek, KKTC'yi Bakan Can Us temsil etti.", ["AZ", "x-kktc"]],
  ["Bakan Can Us, Kazak mevkidaşı Askar Nur ile görüştü.", ["TR", "KZ"]],
  ["Macaristan Bakanı Anna Kis'i temsilen Müsteşar Peter Vas toplantıya katıldı.", ["HU"]],
  ["Törene Macaristan-Türkiye Dostluk Grubu Başkanı Anna Kis katıldı.", ["HU"]],
  ["Törene TÜRKPA Grup Başkanı ve AK Parti Ordu Milletvekili Can Us katıldı.", ["TR"]],
  ["Pakistan Ulusal Afet Ajansı (PUAA) açıkladı. | Toplantıya PUAA Başkanı Ali Han katıldı.", ["PK"]],
  ["Toplantıya PUAA Başkanı Ali Han katıldı.", ["TR"]],
  ["Kazakistan Cumhurbaşkanlığına göre, Cumhurbaşkanı Erlan Nur, Vali Can Us'u kabul etti.", ["KZ", "TR"]],
  ["Kazakistan Dışişleri Bakanlığında Dışişleri Bakanı Can Us, Vali Ali Kaya'yı kabul etti.", ["KZ", "TR"]],
  ["Kazakistan Dışişleri Bakanlığında Ticaret Bakanı Can Us, Vali Ali Kaya'yı kabul etti.", ["TR", "TR"]],
  ["Törene Asya'da İşbirliği ve Güven Artırıcı Önlemler Konferansı (CICA) Genel Sekreteri Anar Bek katıldı.", [null]],
  ["Törene TDBB Başkanı ve Kars Belediye Başkanı Can Us katıldı.", [null]],
  ["Törene DAÜ Rektörü Can Us ve İTÜ Kuzey Kıbrıs Kampüsü Rektörü Nur Tan katıldı.", ["x-kktc", "x-kktc"]],
  ["Heyet, Kosova'da Bakan Emil Red ve Priştine Büyükelçisi Can Us ile görüştü.", ["TR", "TR"]],
  ["Heyet, Kosova'da Başbakan Yardımcısı Emil Red ve Priştine Büyükelçisi Can Us ile görüştü.", ["XK", "TR"]],
  [
    "Törene Bakan Can Us, Özbekistan Sağlık Bakanı Aziz Kul, Genel Müdür Nur Tan ile davetliler katıldı.",
    ["TR", "UZ", "TR"],
  ],
  [
    "Birlik, Suriye'de çalışıyor. | Heyet, Priştine'de Başbakan Yardımcısı Emil Red ve Priştine Büyükelçisi Can Us ile görüştü.",
    ["XK", "TR"],
  ],
])("countries of %s", (text, wanted) => {
  expect(attendeesOf(text).map(({ country }) => country)).toEqual(wanted);
});

test.each([
  ["The talks were attended by Turkish Foreign Minister Ali Kaya.", "Turkish Foreign Minister", "TR"],
  [
    "The talks were attended by Anar Bek, the deputy foreign minister of Azerbaijan, on Monday.",
    "deputy foreign minister of Azerbaijan",
    "AZ",
  ],
  ["The talks were attended by OTS Secretary General Bolot Kasym.", "OTS Secretary General", null],
  ["The talks were attended by TRNC Minister Can Us.", "TRNC Minister", "x-kktc"],
  ["The talks were attended by Türkiye's Ambassador to Somalia Can Us.", "Türkiye's Ambassador to Somalia", "TR"],
])("English: %s", (text, title, country) => {
  expect(attendeesOf(text, "en")[0]).toMatchObject({ title, titleEn: title, country });
});

test("for whom somebody stands in", () => {
  expect(attendeesOf("Toplantıya Bakan Ali Kaya adına Müsteşar Can Us katıldı.")[0]).toMatchObject({ for: "Ali Kaya" });
  expect(attendeesOf("Belgeyi Türkiye adına Bakan Can Us imzaladı.")[0]).toMatchObject({ for: "Türkiye" });
});

test("the office somebody was just elected to, if there is no other", () => {
  const text = "Kurulda Ece Al, yeniden Türk Kızılay Genel Başkanı seçildi. | Al, kürsüde konuşma yaptı.";
  expect(attendeesOf(text)[0]).toMatchObject({ name: "Ece Al", title: "Türk Kızılay Genel Başkanı", country: "TR" });
});

test.each([
  ["Bakan Can Us, Konseyinin eski üyesi Ali Kaya'yı kabul etti.", "Konseyinin eski üyesi"],
  ["Törene Ali Kaya ve sağlık bakan yardımcısı Can Us katıldı.", "sağlık bakan yardımcısı"],
  ["Törene Vali Ali Kaya, Basın Yayın ve Enformasyon Müdürü Can Us katıldı.", "Basın Yayın ve Enformasyon Müdürü"],
  [
    "Törene Suriye'deki Esed rejiminin Ulaştırma Bakanı Ali Han katıldı.",
    "Suriye'deki Esed rejiminin Ulaştırma Bakanı",
  ],
  ["Törene grubun üyeleri AK Parti Kars Milletvekili Can Us ve Nur Tan katıldı.", "AK Parti Kars Milletvekili"],
  ["Heyet, Bakan Nur Tan ve Priştine Büyükelçisi Can Us ile görüştü.", "Priştine Büyükelçisi"],
])("the whole title of %s", (text, title) => {
  expect(attendeesOf(text).map((one) => one.title)).toContain(title);
});

test.each([
  ["The foreign ministers of Malta and Libya, Evan Bart and Naj Mango, attended the talks.", ["MT", "LY"]],
  ["Minister Ali Kaya met with Polish and Gabonese foreign ministers, Zig Rau and Pac Moub.", [null, "PL", "GA"]],
  ["The meeting was attended by Foreign Ministers Erlan Nur of Kazakhstan and Anar Bek of Azerbaijan.", ["KZ", "AZ"]],
  ["Kazakh Speaker Erlan Nur came. | Nur was accompanied by Senators Olja Tule and Bauyr Kas.", ["KZ", "KZ", "KZ"]],
  ["Kazakh Speaker Erlan Nur came. | Nur was accompanied by Governor Ali Kaya.", ["KZ", null]],
])("English countries of %s", (text, wanted) => {
  expect(attendeesOf(text, "en").map(({ country }) => country)).toEqual(wanted);
});
