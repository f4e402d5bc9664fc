import { expect, test } from "vitest";
import { readDecisions } from "../../../src/core/brief/decisions.js";
import type { Tongue } from "./event-story.js";
import { lexicons, story } from "./event-story.js";

function read(body: string | readonly string[], language: Tongue = "tr", title = "") {
  const { doc } = story({ title, body, language });
  return readDecisions(doc, lexicons[language]).map(({ kind, text }) => `${kind}: ${text}`);
}

const meeting = "Bakan Alkan, Vali Uslu ile bir araya geldi";

test.each([
  ["signed", 'Alkan, "Kan bankacılığı protokolünü imzaladık." dedi.', "signed: Kan bankacılığı protokolünü imzaladık."],
  [
    "one sentence of several",
    'Alkan, "Verimli bir gün oldu. Nakil takvimi üzerinde mutabık kaldık. Teşekkür ederim." dedi.',
    "agreed: Nakil takvimi üzerinde mutabık kaldık.",
  ],
  [
    "decided",
    'Uslu, "Konuştuk ve Erzin\'de depo kurulmasına karar verdik." ifadesini kullandı.',
    "decided: Erzin'de depo kurulmasına karar verdik.",
  ],
])("told in quotation marks by one who was there: %s", (_name, text, wanted) => {
  expect(read(text, "tr", meeting)).toEqual([wanted]);
});

test.each([
  [
    "the story's own words are preferred",
    'Uslu ile Alkan nakil protokolü imzaladı. Alkan, "Protokolü imzaladık." dedi.',
    1,
  ],
  ["long ago", 'Alkan, "2019 yılında protokol imzaladık." dedi.', 0],
  ["one man's resolve", 'Alkan, "Köye yerleşmeye karar verdik." dedi.', 0],
  ["wished", 'Alkan, "Protokol imzalamak istiyoruz." dedi.', 0],
  ["not done", 'Alkan, "Protokolü imzalamadık." dedi.', 0],
  ["a habit of speech", 'Alkan, "Nice başarılı projelere imza attık." dedi.', 0],
])("told in quotation marks, %s", (_name, text, count) => {
  expect(read(text, "tr", meeting)).toHaveLength(count);
});

test("in a speech that is itself the news, only with the event at which it was done", () => {
  const speech = "Bakan Alkan: Su hayattır";
  expect(read('Alkan, "Birçok anlaşma imzaladık." dedi.', "tr", speech)).toEqual([]);
  expect(read('Alkan, "Zirve vesilesiyle iki anlaşma imzaladık." dedi.', "tr", speech)).toHaveLength(1);
  const told = 'Alkan, "Birliğin yeni adıyla çalışmasına karar verdik." dedi.';
  expect(read(told, "tr", speech)).toEqual([]);
  expect(read(`Zirve sonrası konuşan ${told}`, "tr", speech)).toHaveLength(1);
});

test.each([
  [
    "a noun that ends like a genitive",
    "Taslağın ortak metin olarak kabul edildiği bildirilen açıklamada salgınlar ele alındı.",
    ["decided: Taslağın ortak metin olarak kabul edildi."],
  ],
  [
    "a declaration behind what it says",
    "Yol haritasının kabul edildiği belirtilen bildiride, salgınlar ele alındı.",
    ["decided: Yol haritası kabul edildi."],
  ],
  [
    "behind a declaration that was told of before",
    "Yol haritasının kabul edildiği belirtilen bildiride, fon kurulması talimatı verildiği ifade edildi.",
    ["decided: Yol haritası kabul edildi.", "decided: Fon kurulması talimatı verildiği ifade edildi."],
  ],
  [
    "appointed, told in passing",
    "Tebriklerin ardından il başkanlığına atanan Çevre ve Orman Kurulu Üyesi Ece Alkan konuştu.",
    ["elected: Çevre ve Orman Kurulu Üyesi Ece Alkan, il başkanlığına atandı."],
  ],
  [
    "president again, while another lost",
    "Genel kurulda Alkan yeniden başkan olurken, Uslu 113 oyda kaldı.",
    ["elected: Genel kurulda Alkan yeniden başkan oldu."],
  ],
  [
    "by vote",
    ["Önerge, görüşmelerin sonunda oy çokluğuyla kabul edildi.", "Kars'ın bütçesi oybirliğiyle geçti."],
    [
      "decided: Önerge, görüşmelerin sonunda oy çokluğuyla kabul edildi.",
      "decided: Kars'ın bütçesi oybirliğiyle geçti.",
    ],
  ],
  [
    "handed on",
    "Uslu dönem başkanlığını Alkan'dan devraldı.",
    ["decided: Uslu dönem başkanlığını Alkan'dan devraldı."],
  ],
  ["a town", "Gence 2029 Kültür Başkenti oldu.", ["decided: Gence 2029 Kültür Başkenti oldu."]],
  ["standing", "Nepal'e gözlemci üye statüsü verildi.", ["decided: Nepal'e gözlemci üye statüsü verildi."]],
  ["ceremony", "Üç anlaşmanın imza töreni yapıldı.", ["signed: Üç anlaşmanın imza töreni yapıldı."]],
  ["several call", "Liderler, ateşkes çağrısında bulundu.", ["called: Liderler, ateşkes çağrısında bulundu."]],
  [
    "last year's, told by a speaker",
    "Geçen yıl yapılan ve kararlar alınan zirveye değinen Alkan, ortak vizyon belgesini kabul ettiklerini açıkladı.",
    [],
  ],
  ["resolved to help", "Yardım etmeye karar veren öğrenciler koli hazırladı.", []],
  [
    "told again at the end",
    [
      "Vakıf ile liman arasında depo yapılmasını öngören protokol imzalandı.",
      "Konuşmaların ardından protokol imzalandı.",
    ],
    ["signed: Vakıf ile liman arasında depo yapılmasını öngören protokol imzalandı."],
  ],
  [
    "alike in words",
    "Sergide fotoğrafçıların Oş'ta buluşması ve genç fotoğrafçıların Oş'ta yarışması kararı alındı.",
    [
      "decided: Sergide fotoğrafçıların Oş'ta buluşması kararı alındı.",
      "decided: Genç fotoğrafçıların Oş'ta yarışması kararı alındı.",
    ],
  ],
])("Turkish, %s", (_name, text, wanted) => {
  expect(read(text)).toEqual(wanted);
});

test.each([
  [
    "duties under an agreement that its clause makes known",
    "İki vakıf arasında yapılan protokolle 50 öğrenciye burs verilecek.",
    ["committed: İki vakıf arasında yapılan protokolle 50 öğrenciye burs verilecek."],
  ],
  ["announced", "Alkan, borcun silinmesi kararını duyurdu.", ["decided: Alkan, borcun silinmesi kararını duyurdu."]],
  [
    "how many, told twice",
    [
      "Liderler, ticareti artıracak bir dizi belge imzaladı.",
      "Böylece sağlık ve tarım alanlarında 19 belge imzalandı.",
    ],
    ["signed: Liderler, ticareti artıracak bir dizi belge imzaladı."],
  ],
  [
    "others, signed besides",
    ["Liderler, ticareti artıracak 3 belge imzaladı.", "Törende 19 anlaşma da imzalandı."],
    ["signed: Liderler, ticareti artıracak 3 belge imzaladı.", "signed: Törende 19 anlaşma da imzalandı."],
  ],
])("Turkish, %s", (_name, text, wanted) => {
  expect(read(text)).toEqual(wanted);
});

test("English: a deal that was signed is told once", () => {
  const body =
    "The union signed a deal with the fund on wheat. Nothing is known of the deal that was inked by Ola Berg.";
  expect(read(body, "en")).toEqual(["signed: The union signed a deal with the fund on wheat."]);
  expect(read("Norway and Kenya have reached a joint understanding on wheat.", "en")).toEqual([
    "agreed: Norway and Kenya have reached a joint understanding on wheat.",
  ]);
});

test.each([
  ["The council granted Nepal observer status.", "decided"],
  ["Nepal was admitted as an observer member.", "decided"],
  ["Osh was declared the digital capital of the union.", "decided"],
  ["The summit ended with the adoption of a joint charter.", "decided"],
  ["The talks concluded with the signing of a protocol on wheat.", "signed"],
  ["The leaders called for an immediate cease-fire.", "called"],
  ["The foreign ministers urged the sides to open the crossings.", "called"],
  ["The member states endorsed the creation of a depot.", "decided"],
  [
    "A resolution of the board of the fund to widen the rights of the secretariat of the union has been signed in Oslo.",
    "signed",
  ],
])("English: %s", (text, kind) => {
  expect(read(text, "en")).toEqual([`${kind}: ${text}`]);
});

test.each([
  "Berg reaffirmed support for the plan.",
  "Aid groups called for an immediate cease-fire.",
  "The team was named after a doctor.",
  "Nepal was declared the winner.",
])("English, none: %s", (text) => {
  expect(read(text, "en")).toEqual([]);
});

test("a declaration's demand", () => {
  const demand = "Bildiride, ateşkesin uzatılması talep edildi.";
  expect(read(demand)).toEqual([`called: ${demand}`]);
  expect(read("Bakan Alkan, ateşkesin uzatılmasını talep etti.")).toEqual([]);
});

test("what is only within an old agreement", () => {
  expect(read("Bakanlar, imzalanan protokol çerçevesindeki adımları ele aldı.")).toEqual([]);
});

test.each([
  ["congratulated on it", "Bakan Alkan, yeniden Malta Başkanı seçilen Pal Uslu'yu arayarak tebrik etti."],
  ["will get a prize", "Kongrede, Birlik Başkanı seçilen Ece Alkan'a ödülü takdim edilecek."],
  ["was named so before", "Kongrede, yılın edebiyat adamı ilan edilen Ece Alkan'a ödül verildi."],
  [
    "a day long past behind it",
    "Proje, Bakanlar Kurulu tarafından onaylanarak 8 Mayıs 2025 tarihinde inşaata başlandı.",
  ],
])("not settled here: %s", (_name, text) => {
  expect(read(text, "tr", "Süt hijyenle ulaşacak")).toEqual([]);
});

test("a signing told where nobody met", () => {
  const body = [
    "Üreticilere eğitim verilecek.",
    "Eğitim kasımda başlayacak.",
    "Başkan Alkan, Bakanlık ile protokol imzaladıklarını bildirdi.",
  ];
  expect(read(body, "tr", "Süt hijyenle ulaşacak")).toEqual([]);
});

test("told where they met", () => {
  const body = "Bakan Alkan, Vali Uslu ile görüştü. Alkan, Bakanlık ile bir protokol imzaladıklarını bildirdi.";
  expect(read(body, "tr", meeting)).toHaveLength(1);
});
