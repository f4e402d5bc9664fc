import { expect, test } from "vitest";
import { guessLanguage } from "../../../src/core/match/language.js";

test.each([
  ["Depremin ardından bölgeye ekipler sevk edildi.", "tr"],
  ["Kızılay'dan yeni kampanya", "tr"],
  ["New York'ta toplanan bakanlar yardımları konuştu.", "tr"],
  ["Camps were flooded.", "en"],
  ["Syrian families returned", "en"],
  ["Qatari and Iraqi aid arrived", "en"],
  ["Samarqand shahri", "uz"],
  ["The Kızılay teams reached Şanlıurfa on Monday.", "en"],
  ["Azərbaycanın paytaxtında sammit keçirilir.", "az"],
  ["Toshkentda zilzila", "uz"],
  ["O'zbekiston poytaxti haqida", "uz"],
  ["Тошкентда ўқувчилар йиғилди", "uz"],
  ["Қазақстанның президенті келді", "kk"],
  ["Өлкөнүн башчысы келди", "ky"],
  ["После землетрясения", "ru"],
  ["الهلال الأحمر التركي", "ar"],
  ["هلال احمر پیام داد", "fa"],
  ["Der Rote Halbmond und die Helfer", "de"],
  ["Ankara", ""],
  ["", ""],
])("%s is guessed to be in %j", (text, expected) => expect(guessLanguage(text)).toBe(expected));
