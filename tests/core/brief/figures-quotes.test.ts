import { expect, test } from "vitest";
import { readFigures } from "../../../src/core/brief/figures.js";
import { parseNumber } from "../../../src/core/brief/numbers.js";
import { readQuotes } from "../../../src/core/brief/quotes.js";
import type { Tongue } from "./event-story.js";
import { lexicons, story } from "./event-story.js";

function figures(body: string, language: Tongue = "tr") {
  const { doc } = story({ body, language });
  return readFigures(doc, lexicons[language]).map(({ value, unit, of }) => `${value} ${unit ?? "-"} ${of ?? "-"}`);
}

test.each<[string, string, string[]]>([
  ["tonnes", "Bölgeye 120 ton insani yardım malzemesi gönderildi.", ["120 ton insani yardım malzemesi"]],
  ["tonnes in the accusative", "Kızılay, 40 ton gıda malzemesini dağıttı.", ["40 ton gıda malzemesi"]],
  ["thousands in words", "Yardım, 11 bin 37 aileye ulaştı.", ["11037 aile -"]],
  ["thousands", "Yardım 2 bin 784 kişiye ulaştı.", ["2784 kişi -"]],
  ["decimal million", "Proje 1,5 milyon kişiye ulaştı.", ["1500000 kişi -"]],
  ["grouped by points", "Kampta 12.500 mülteci yaşıyor.", ["12500 mülteci -"]],
  ["dead and injured", "Depremde 5 kişi öldü, 12 kişi yaralandı.", ["5 kişi öldü", "12 kişi yaralandı"]],
  ["money", "Projeye 20 milyon dolar kaynak ayrıldı.", ["20000000 dolar kaynak"]],
  ["money with -lIk", "Anlaşmayla 85 milyon dolarlık yatırım yapılacak.", ["85000000 dolar yatırım"]],
  ["trucks", "52 tırlık yardım konvoyu uğurlandı.", ["52 tır yardım konvoyu"]],
  ["parcels", "Ailelere 500 gıda kolisi dağıtıldı.", ["500 koli gıda"]],
  ["compound", "Uçakta 1400 aile çadırı var.", ["1400 çadır aile"]],
  ["percent", "Bütçe yüzde 70 arttı.", ["70 yüzde -"]],
  ["in words", "Kazada iki kişi yaralandı.", ["2 kişi yaralandı"]],
  ["an article is no number", "Kazada bir kişi yaralandı.", []],
  ["year", "Ağ 2024'te kuruldu.", []],
  ["date", "Toplantı 19 Kasım 2025'te yapıldı.", []],
  ["age", "Enkazdan 45 yaşındaki Ece Alkan çıkarıldı.", []],
  ["ordinal", "TDT 12. Zirvesi yapıldı.", []],
  ["clock", "Tören saat 19.30'da başladı.", []],
  ["countries", "Toplantıya 12 ülke katıldı.", []],
  ["magnitude", "Depremin büyüklüğü 5,6 ölçüldü.", []],
  ["told twice", "120 ton un gönderildi. Un 120 ton geldi.", ["120 ton un"]],
])("Turkish figures: %s", (_name, text, wanted) => {
  expect(figures(text)).toEqual(wanted);
});

test.each<[string, string, string[]]>([
  ["tons", "Türkiye sent 120 tons of humanitarian aid to Gaza.", ["120 tons humanitarian aid"]],
  ["grouped by commas", "Food reached 3,500 families in Borno.", ["3500 families -"]],
  ["killed", "The quake killed 12 people and injured 30 others.", ["12 people killed", "30 others injured"]],
  ["were killed", "At least 60 people were killed.", ["60 people killed"]],
  ["dollars", "Donors gave $1.5 million in aid.", ["1500000 $ aid"]],
  ["in words", "Five people were injured.", ["5 people injured"]],
  ["percent", "Prices rose 7 percent.", ["7 percent -"]],
  ["year", "It was founded in 2024.", []],
  ["age", "A 62-year-old survivor spoke.", []],
])("English figures: %s", (_name, text, wanted) => {
  expect(figures(text, "en")).toEqual(wanted);
});

test.each([
  ["1.250,5", "tr", 1250.5],
  ["1,250.5", "en", 1250.5],
  ["2.784", "tr", 2784],
  ["5,6", "tr", 5.6],
  ["19.11.2025", "tr", null],
  ["12/3", "en", null],
])("number %s in %s", (text, language, wanted) => {
  expect(parseNumber(text, language)).toBe(wanted);
});

const people = [{ name: "Ece Alkan" }, { name: "Can Uslu" }];

function quotes(body: string | readonly string[], language: Tongue = "tr") {
  const { doc } = story({ body, language });
  return readQuotes(doc, lexicons[language], people).map(({ speaker, text, start, end }) => {
    expect(doc.text.slice(start, end)).toBe(text);
    return [speaker, text];
  });
}

test.each<[string, string | readonly string[], [string | null, string][]]>([
  ["before, said", 'Alkan, "Birlikte çalışacağız." dedi.', [["Ece Alkan", "Birlikte çalışacağız."]]],
  ["ise", 'Uslu ise "Birlikte çalışacağız." diye konuştu.', [["Can Uslu", "Birlikte çalışacağız."]]],
  ["behind diyen", '"Birlikte çalışacağız." diyen Uslu, salondan ayrıldı.', [["Can Uslu", "Birlikte çalışacağız."]]],
  [
    "behind a noun of saying",
    '"Birlikte çok çalışacağız." ifadesini kullanan Alkan, teşekkür etti.',
    [["Ece Alkan", "Birlikte çok çalışacağız."]],
  ],
  [
    "a paragraph behind a colon",
    ["Törende konuşan Alkan, şunları kaydetti:", '"Bu yolda birlikte yürüyoruz."'],
    [["Ece Alkan", "Bu yolda birlikte yürüyoruz."]],
  ],
  [
    "two paragraphs",
    ["Uslu, şöyle konuştu:", '"Bu yolda birlikte yürüyoruz."', '"Yarın da birlikte yürüyeceğiz."'],
    [
      ["Can Uslu", "Bu yolda birlikte yürüyoruz."],
      ["Can Uslu", "Yarın da birlikte yürüyeceğiz."],
    ],
  ],
  [
    "an office",
    'Açıklamada, "Çalışmalar sürüyor, ekipler sahada." denildi.',
    [[null, "Çalışmalar sürüyor, ekipler sahada."]],
  ],
  [
    "a name in full that is no attendee",
    'Vali Sabri Toksöz, "Kan hayattır, bağışlayın." dedi.',
    [["Sabri Toksöz", "Kan hayattır, bağışlayın."]],
  ],
  ["unknown surname", 'Derviş, "Kan hayattır, bağışlayın." dedi.', [[null, "Kan hayattır, bağışlayın."]]],
  ["name of an event", '"Türk Dünyası Afet Zirvesi" Ankara\'da yapıldı.', []],
  ["one word", 'Alkan, "evet" dedi.', []],
])("Turkish quotes: %s", (_name, text, wanted) => {
  expect(quotes(text)).toEqual(wanted);
});

test.each<[string, string | readonly string[], [string | null, string][]]>([
  ["said behind", '"We will work together," Alkan said.', [["Ece Alkan", "We will work together,"]]],
  ["said before the name", '"We will work together," said Uslu.', [["Can Uslu", "We will work together,"]]],
  ["before", 'Alkan said: "We will work together."', [["Ece Alkan", "We will work together."]]],
  [
    "he",
    ['"We will work together," Uslu said.', '"And we will go on," he added.'],
    [
      ["Can Uslu", "We will work together,"],
      ["Can Uslu", "And we will go on,"],
    ],
  ],
])("English quotes: %s", (_name, text, wanted) => {
  expect(quotes(text, "en")).toEqual(wanted);
});
