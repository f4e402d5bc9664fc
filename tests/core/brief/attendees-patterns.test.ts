import { expect, test } from "vitest";
import { attendeesOf } from "./read-people.js";

/** `Name | title | country | part` of each attendee. */
const told = (text: string, language: "tr" | "en") =>
  attendeesOf(text, language).map(({ name, title, country, part }) => `${name} | ${title} | ${country} | ${part}`);

test.each([
  [
    "who handed over, and to whom",
    "Anahtarlar, TİKA Tiflis Koordinatörü Can Us tarafından Müdür Zurab Gel'e teslim edildi.",
    ["Can Us | TİKA Tiflis Koordinatörü | TR | present", "Zurab Gel | Müdür | TR | present"],
  ],
  [
    "a presidency handed over",
    "TBMM Başkanı Can Us, asamblenin dönem başkanlığını Kazakistan Meclis Başkanı Anar Bek'e devretti.",
    ["Can Us | TBMM Başkanı | TR | present", "Anar Bek | Kazakistan Meclis Başkanı | KZ | present"],
  ],
  [
    "opening speeches",
    "Vali Can Us'un açılış konuşmasıyla başlayan toplantıya Rektör Nur Tan katıldı.",
    ["Can Us | Vali | TR | speaker", "Nur Tan | Rektör | TR | present"],
  ],
  [
    "who gave the presentation",
    "Toplantı, AFAD İl Müdürü Can Us'un yaptığı sunumun ardından sona erdi.",
    ["Can Us | AFAD İl Müdürü | TR | speaker"],
  ],
  [
    "a gathering before its chair",
    "Afet ve Acil Durum Koordinasyon Kurulu Toplantısı Vali Can Us başkanlığında yapıldı.",
    ["Can Us | Vali | TR | chair"],
  ],
  [
    "a body before the minister",
    "Afet Koordinasyon Merkezi İçişleri Bakanı Can Us başkanlığında toplandı.",
    ["Can Us | İçişleri Bakanı | TR | chair"],
  ],
  [
    "a surname that is a word of institutions",
    "Törene Kars Valisi Can Çiftçi katıldı.",
    ["Can Çiftçi | Kars Valisi | TR | present"],
  ],
  [
    "an institution with ve, known by its name",
    "Törene Türk İşbirliği ve Koordinasyon Ajansı Başkanlığı (TİKA) Üsküp Koordinatörü Can Us katıldı.",
    ["Can Us | Türk İşbirliği ve Koordinasyon Ajansı Başkanlığı (TİKA) Üsküp Koordinatörü | TR | present"],
  ],
  [
    "an institution with ve, by its shape",
    "Toplantıya Kırgızistan'ı temsilen Devlet Beden Eğitimi ve Spor Ajansı Direktörü Anar Bek katıldı.",
    ["Anar Bek | Devlet Beden Eğitimi ve Spor Ajansı Direktörü | KG | present"],
  ],
  [
    "commas in a portfolio",
    "Foruma Sırbistan Çalışma, İstihdam, Gaziler ve Sosyal Politika Bakanı Mila Petrov katıldı.",
    ["Mila Petrov | Sırbistan Çalışma, İstihdam, Gaziler ve Sosyal Politika Bakanı | RS | present"],
  ],
  [
    "no comma before the next",
    "Kurula, Kırgızistan Meclis Başkanı Anar Bek Türkiye Büyük Millet Meclisi Başkanı Can Us'un yanı sıra Vali Nur Tan katıldı.",
    [
      "Anar Bek | Kırgızistan Meclis Başkanı | KG | present",
      "Can Us | Türkiye Büyük Millet Meclisi Başkanı | TR | present",
      "Nur Tan | Vali | TR | present",
    ],
  ],
  [
    "small words inside foreign names",
    "Törene Belçika'nın Ankara Büyükelçisi Paul Van den Bos ve İspanya'nın İstanbul Başkonsolosu Cristina de la Luz katıldı.",
    [
      "Paul Van den Bos | Belçika'nın Ankara Büyükelçisi | BE | present",
      "Cristina de la Luz | İspanya'nın İstanbul Başkonsolosu | ES | present",
    ],
  ],
  [
    "a long Arabic name and a prince",
    "Törene Katar Başbakanı Prens Halid bin Fahd bin Abdulaziz Al Suud katıldı.",
    ["Halid bin Fahd bin Abdulaziz Al Suud | Katar Başbakanı | QA | present"],
  ],
  [
    "the society of Northern Cyprus",
    "Toplantıya Kıbrıs Türk Kızılay Başkanı Oya Tun katıldı.",
    ["Oya Tun | Kıbrıs Türk Kızılay Başkanı | x-kktc | present"],
  ],
  [
    "regions of countries",
    "Toplantıya İskoçya Kızılhaçı Direktörü Marie Hay ve Abhazya Sağlık Bakanı Keti Bak katıldı.",
    ["Marie Hay | İskoçya Kızılhaçı Direktörü | GB | present", "Keti Bak | Abhazya Sağlık Bakanı | GE | present"],
  ],
  ["posted abroad", "Törene Üsküp Eğitim Müşaviri Can Us katıldı.", ["Can Us | Üsküp Eğitim Müşaviri | TR | present"]],
  [
    "a meeting that is only spoken of",
    "Toplantıya Başkan Can Us katıldı. | Us, Bakan Nur Tan'ın Anar Bek ile görüşmesinin önemli olduğunu söyledi.",
    ["Can Us | Başkan | TR | present"],
  ],
  ["a press conference is no gathering", "Kızılay Genel Müdürü Can Us, basın toplantısında konuştu.", []],
  [
    "people of a country, and where something is, are no names",
    "Vali Can Us Türklerin yaşadığı köyü ziyaret etti. | Vali Us, Sahil Tesislerindeki iftara katıldı.",
    ["Can Us | Vali | TR | present"],
  ],
  [
    "video call",
    "Bakan Can Us, Başhekim Dr. Nur Tan'ı görüntülü aradı.",
    ["Can Us | Bakan | TR | present", "Nur Tan | Başhekim | TR | present"],
  ],
  [
    "all of one part of a represented list",
    "Toplantıda Türkiye'yi Bakan Can Us ile Vali Nur Tan; Özbekistan'ı Bakan Aziz Kul ve Ticaret Bakanı Sardor Ol temsil etti.",
    [
      "Can Us | Bakan | TR | present",
      "Nur Tan | Vali | TR | present",
      "Aziz Kul | Bakan | UZ | present",
      "Sardor Ol | Ticaret Bakanı | UZ | present",
    ],
  ],
  [
    "chairs a meeting, heads a delegation",
    "Vali Can Us başkanlığındaki toplantıya Müdür Nur Tan başkanlığındaki heyet katıldı.",
    ["Can Us | Vali | TR | chair", "Nur Tan | Müdür | TR | present"],
  ],
  [
    "one met with",
    "Kosova'da Priştine Büyükelçisi Can Us ile buluşuldu.",
    ["Can Us | Priştine Büyükelçisi | TR | present"],
  ],
  [
    "two guests without a comma",
    "Cumhurbaşkanı Can Us, elçi Nur Tan ve Bakan Anar Bek'i kabul etti.",
    ["Can Us | Cumhurbaşkanı | TR | host", "Nur Tan | elçi | TR | present", "Anar Bek | Bakan | TR | present"],
  ],
  [
    "who speaks at the gathering between commas",
    "Başkan Can Us geldi. | Us, kan bağışına dikkati çekmek amacıyla düzenlenen etkinlikte, çalıştıklarını ifade etti.",
    ["Can Us | Başkan | TR | speaker"],
  ],
  [
    "but not of an earlier one",
    "Başkan Can Us geldi. | Us, geçen yıl düzenlenen etkinlikte, çalıştıklarını ifade etti.",
    [],
  ],
  [
    "an office with its ending, one of many, two of one",
    "Törende Alfa CEO'su Can Us, eski bakanlardan Ece Al ve Genel Başkan Başdanışmanı Kars Milletvekili Nur Toprak hazır bulundu.",
    [
      "Can Us | Alfa CEO'su | TR | present",
      "Ece Al | eski bakanlardan | TR | present",
      "Nur Toprak | Genel Başkan Başdanışmanı Kars Milletvekili | TR | present",
    ],
  ],
  [
    "the wife with whom somebody came",
    "Eşi Nur Kaya ile havalimanına gelen Vali Can Us uğurlandı.",
    ["Nur Kaya | null | null | present", "Can Us | Vali | TR | present"],
  ],
  ["claims there", "Toplantıda Vali Can Us, işlerin arttığını ileri sürdü.", ["Can Us | Vali | TR | speaker"]],
  [
    "and those concerned",
    "Toplantıya Vali Can Us, Müdür Nur Tan ile ilgili kurumların temsilcileri katıldı.",
    ["Can Us | Vali | TR | present", "Nur Tan | Müdür | TR | present"],
  ],
  ["chairs a sitting", "TBMM Başkanvekili Can Us, birleşimi kapattı.", ["Can Us | TBMM Başkanvekili | TR | chair"]],
  ["the party's house is no chair", "Başkan Can Us, il başkanlığında basın toplantısı düzenledi.", []],
  [
    "called to congratulate",
    "Başbakan Can Us, yeniden Malta Başkanı seçilen Pal Kis'i telefonla aradı.",
    ["Can Us | Başbakan | TR | present", "Pal Kis | Malta Başkanı | MT | present"],
  ],
  [
    "works of somebody and one's own",
    "Programda Şair Can Us, Nur Tan ve kendi şiirlerinden oluşan bir dinleti sundu. | Müzik, Müdür Ece Al tarafından sunuldu.",
    [],
  ],
  ["led in a manner of speaking", "AFAD, Bakan Can Us'un liderliğinde yardıma koştu.", []],
  ["was in a town", "Zirvede Vali Can Us da Astana'daydı.", ["Can Us | Vali | TR | present"]],
  [
    "small words behind the country",
    "Toplantıya Afganistan geçici hükümeti Dışişleri Bakan Vekili Emir Mut katıldı.",
    ["Emir Mut | Afganistan geçici hükümeti Dışişleri Bakan Vekili | AF | present"],
  ],
  [
    "somebody's envoy",
    "Toplantıya BM Genel Sekreteri Anton Gut'un Kıbrıs Özel Temsilcisi Maria Hol katıldı.",
    ["Maria Hol | Kıbrıs Özel Temsilcisi | null | present"],
  ],
  [
    "an office of an institution in small letters",
    "Törene Vali Can Us ve hastanenin başhekimi Dr. Nur Tan katıldı.",
    ["Can Us | Vali | TR | present", "Nur Tan | hastanenin başhekimi | TR | present"],
  ],
  [
    "where the institution is",
    "Oturumda İtalya'daki Sant'Anna Üniversitesi Öğretim Üyesi Luca Fer sunum yaptı.",
    ["Luca Fer | Sant'Anna Üniversitesi Öğretim Üyesi | IT | speaker"],
  ],
])("Turkish: %s", (_name, text, wanted) => {
  expect(told(text, "tr")).toEqual(wanted);
});

test.each([
  [
    "a town that somebody is called",
    "The minister met with Secretary General of the Turkic Council Baghdad Amur in Baku.",
    ["Baghdad Amur | Secretary General of the Turkic Council | null | present"],
  ],
  [
    "of the country of the list's first",
    "Turkish Foreign Minister Can Usta met with Syrian Foreign Minister Asad Hasan, Defense Minister Murhaf Kasra and Intelligence Chief Husain Salam.",
    [
      "Can Usta | Turkish Foreign Minister | TR | present",
      "Asad Hasan | Syrian Foreign Minister | SY | present",
      "Murhaf Kasra | Defense Minister | SY | present",
      "Husain Salam | Intelligence Chief | SY | present",
    ],
  ],
  [
    "saw the attendance of",
    "The videoconference saw the attendance of Kazakhstan's Health Minister Anar Bek.",
    ["Anar Bek | Kazakhstan's Health Minister | KZ | present"],
  ],
  [
    "opens with the gathering",
    "At the sendoff in Mersin, Turkish Red Crescent Deputy Chair Can Usta said the ship would sail.",
    ["Can Usta | Turkish Red Crescent Deputy Chair | TR | speaker"],
  ],
  [
    "but not with the press",
    "At the press conference in Mersin, Turkish Red Crescent Deputy Chair Can Usta said it would sail.",
    [],
  ],
])("English: %s", (_name, text, wanted) => {
  expect(told(text, "en")).toEqual(wanted);
});
