import { expect, test } from "vitest";
import { groupsOf } from "./read-people.js";

test.each([
  ["Törene Vali Can Usta ile ilgili kurumların temsilcileri katıldı.", ["ilgili kurumların temsilcileri"]],
  ["Törene Vali Can Usta ve çok sayıda davetli katıldı.", ["çok sayıda davetli"]],
  ["Tören, Vali Can Usta ve çok sayıda öğrencinin katılımıyla yapıldı.", ["çok sayıda öğrenci"]],
  ["Bakan Can Usta, Başkan Ece Al ve beraberindeki heyeti kabul etti.", ["beraberindeki heyet"]],
  ["Törene Vali Can Usta ile diğer yetkililer katıldı.", ["diğer yetkililer"]],
  ["Törene Vali Can Usta, bürokratlar ve çok sayıda davetli katıldı.", ["bürokratlar", "çok sayıda davetli"]],
  ["Törene Vali Can Usta ve diğer yetkililerle çok sayıda konuk katıldı.", ["diğer yetkililer", "çok sayıda konuk"]],
  ["Törene iki üniversiteden akademisyenler katıldı.", ["iki üniversiteden akademisyenler"]],
  ["Vali Can Usta ve vatandaşlar törene katıldı.", ["vatandaşlar"]],
  ["Bakan Can Usta ile Bakan Anar Bek 3 ayrı alanda protokol imzaladı.", []],
  ["Törene Vali Can Usta katıldı.", []],
  ["Törene çok sayıda davetli katılacak.", []],
  ["Vali Can Usta, gönüllülere teşekkür etti.", []],
])("Turkish: %s", (text, wanted) => {
  expect(groupsOf(text)).toEqual(wanted);
});

test.each([
  ["The event was attended by Governor Can Usta and dozens of students.", ["dozens of students"]],
  [
    "It was attended by Governor Can Usta, representatives of donor companies and other officials.",
    ["representatives of donor companies", "other officials"],
  ],
  ["The ministers discussed aid for families.", []],
  [
    "The forum was attended by Azerbaijani, Georgian and Turkish ministers and members of Parliament.",
    ["Azerbaijani, Georgian and Turkish ministers", "members of Parliament"],
  ],
  [
    "The forum was attended by Governor Can Usta and ministers of Türkiye, Azerbaijan and Georgia.",
    ["ministers of Türkiye, Azerbaijan and Georgia"],
  ],
  ["Governor Can Usta attended the eighth meeting of foreign ministers.", []],
  ["Governor Can Usta attended the ministers' dinner after the students.", []],
])("English: %s", (text, wanted) => {
  expect(groupsOf(text, "en")).toEqual(wanted);
});
