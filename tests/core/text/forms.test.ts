import { expect, test } from "vitest";
import { readingsOf } from "../../../src/core/text/acronym.js";
import { arabic, english, englishPlural, hasEndings, uzbek, uzbekStem } from "../../../src/core/text/endings.js";
import { russianForms } from "../../../src/core/text/russian.js";
import {
  azeriStem,
  belongsElsewhere,
  isJoined,
  stemsOf,
  takesFront,
  withoutPossessive,
} from "../../../src/core/text/stems.js";
import { hasTurkicEndings, turkicStems } from "../../../src/core/text/turkic.js";

test.each([
  ["kitap", "kitap- kitab+"],
  ["ağaç", "ağaç- ağac+"],
  ["renk", "renk- reng+"],
  ["çocuk", "çocuk- çocuğ+"],
  ["kap", "kap- kab+"],
  ["at", "at"],
  ["devlet", "devlet"],
  ["kağıt", "kağıt kağıd+"],
  ["şehir", "şehir şehr+"],
  ["kayıp", "kayıp- kayp+ kayb+ kayıb+"],
  ["hukuk", "hukuk hukuğ+"],
  ["hak", "hak- hakk+"],
  ["su", "su suy+"],
  ["psikolog", "psikolog psikoloğ+"],
  ["ev", "ev"],
])("%s stands as %s (+ before a vowel, - never before one)", (word, expected) => {
  const marks = { any: "", vowel: "+", consonant: "-" };
  expect(
    stemsOf(word)
      .map((it) => it.letters + marks[it.before])
      .join(" "),
  ).toBe(expected);
});

test.each([
  ["teşkilatı", "teşkilat"],
  ["derneği", "dernek"],
  ["haftası", "hafta"],
  ["kızılayı", "kızılay"],
  ["bakanı", "bakan"],
  ["ajansı", "ajans"],
  ["merkez", null],
  ["su", null],
])("%s without its compound ending is %s", (word, expected) => {
  expect(withoutPossessive(word)).toBe(expected);
});

test.each([
  ["saat", "only"],
  ["petrol", "only"],
  ["rol", "only"],
  ["kemal", "too"],
  ["hal", "too"],
  ["kanal", "never"],
  ["at", "never"],
  ["bal", "never"],
  ["okul", "never"],
  ["kan", "never"],
])("%s takes front suffixes: %s", (word, expected) => {
  expect(takesFront(word)).toBe(expected);
});

test.each([
  ["aniden", 3, true],
  ["adamlar", 3, true],
  ["adamlar", 4, false],
  ["adalar", 3, false],
])("%s belongs to another word than its first %i letters: %s", (word, stem, expected) => {
  expect(belongsElsewhere(word, stem)).toBe(expected);
});

test.each([
  ["tdt", 1],
  ["afad", 2],
  ["unhcr", 1],
  ["nato", 1],
  ["thk", 2],
])("%s has %i readings", (acronym, count) => {
  expect(readingsOf(acronym)).toHaveLength(count);
});

test.each([
  ["s", english, true],
  ["'s", english, true],
  ["ing", english, false],
  ["ning", uzbek, true],
  ["lariga", uzbek, true],
  ["nin", uzbek, false],
  ["larimizga", uzbek, true],
  ["ين", arabic, true],
  ["اتها", arabic, true],
  ["ي", arabic, false],
])("%s is an ending", (rest, endings, expected) => {
  expect(hasEndings(rest, endings)).toBe(expected);
});

test.each([
  ["қазақстан", "ға", true],
  ["қазақстан", "ге", false],
  ["қазақстан", "ның", true],
  ["қазақстан", "дағы", true],
  ["бишкек", "теги", true],
  ["бишкек", "деги", false],
  ["ош", "то", true],
  ["өлкө", "бүзгө", true],
  ["өлкө", "лөрдүн", true],
  ["көмег", "імен", true],
  ["ұйымы", "на", true],
  ["ұйымы", "ның", true],
  ["баку", "нин", false],
  ["дон", "ны", false],
  ["қала", "ды", false],
  ["карл", "тон", false],
  ["", "ның", true],
  ["", "ский", false],
])("%s with -%s is Kazakh or Kyrgyz: %s", (stem, rest, expected) => {
  expect(hasTurkicEndings(stem, rest)).toBe(expected);
});

test.each([
  ["кітап", turkicStems, "кітаб"],
  ["халық", turkicStems, "халқ"],
  ["ел", turkicStems, ""],
  ["uşaq", azeriStem, "uşağ"],
  ["ürək", azeriStem, "ürəy"],
  ["bakı", azeriStem, ""],
  ["vazirlik", uzbekStem, "vazirlig"],
  ["o'rtoq", uzbekStem, "o'rtog'"],
  ["shahar", uzbekStem, "shahr"],
  ["kitob", uzbekStem, ""],
  ["country", englishPlural, "countries"],
  ["child", englishPlural, "children"],
  ["day", englishPlural, ""],
])("%s has a shape of its own before a vowel or in the plural (%#)", (word, shape, expected) => {
  expect([shape(word)].flat().join(" ")).toBe(expected);
});

test.each([
  ["cezaevi", true],
  ["havaalanı", true],
  ["içişleri", true],
  ["deri", false],
  ["evi", false],
])("%s is a compound in one word: %s", (word, expected) => expect(isJoined(word)).toBe(expected));

test.each([
  [
    "Красный Полумесяц",
    "красного полумесяца|красному полумесяцу|красным полумесяцем|красном полумесяце",
    "красные полумесяцы",
  ],
  [
    "Организация тюркских государств",
    "организации тюркских государств|организацию тюркских государств|организацией тюркских государств",
    "организации тюркского государства",
  ],
  ["Тюркский совет", "тюркского совета|тюркскому совету|тюркским советом|тюркском совете", "тюркскего совета"],
  ["Россия", "россии|россию|россией", "россиа"],
  ["Карамзин", "карамзина|карамзиным|карамзине", "карамзинов"],
  ["Островский", "островского|островским", "островская"],
  ["Египет", "египта|египтом", "египета"],
  ["беженец", "беженца|беженцы|беженцев|беженцами", "беженеца"],
  ["китаец", "китайца|китайцев", "китаеца"],
  ["землетрясение", "землетрясения|землетрясений|землетрясениях", "землетрясенов"],
  ["страна", "страны|стран|странам", "странов"],
  ["врач", "врача|врачей|врачом", "врачов"],
  ["лагерь", "лагеря|лагерей|лагерями", "лагеров"],
  ["день", "дня|дни|дней", "деня"],
  ["имя", "имени|имена|именам", "имя ми"],
  ["гражданин", "граждане|граждан|гражданами", "гражданины"],
  ["гуманитарная помощь", "гуманитарной помощи|гуманитарную помощь", "гуманитарный помощи"],
  ["Қазақстан", "", "қазақстана"],
])("%s declines", (name, expected, never) => {
  const isName = name !== name.toLowerCase();
  const [first, ...rest] = russianForms(name.toLowerCase().split(" "), isName).map((it) => it.join(" "));
  expect(first).toBe(name.toLowerCase());
  expect(rest).toEqual(expect.arrayContaining(expected.split("|").filter((it) => it !== "")));
  expect(rest).not.toContain(never);
});
