import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, searchKey } from "../../../src/core/text/fold.js";

const keyOf = (text: string): string => {
  const { key, length } = fold(text);
  return String.fromCharCode(...key.subarray(0, length));
};

/** The original text that each folded letter stands for. */
const slices = (text: string): string[] => {
  const { start, end, length } = fold(text);
  return Array.from({ length }, (_, at) => text.slice(start[at], end[at]));
};

test.each([
  ["KIZILAY", "kizilay"],
  ["Kızılay", "kizilay"],
  ["KİZİLAY", "kizilay"],
  ["İSTANBUL", "istanbul"],
  ["I\u0307stanbul", "istanbul"],
  ["i\u0307stanbul", "istanbul"],
  ["Hilâl-i Ahmer", "hilal-i ahmer"],
  ["ÇĞÖŞÜ çğöşü", "cgosu cgosu"],
  ["şehir".normalize("NFD"), "sehir"],
  ["Kı\u00ADzıl\u200Bay", "kizilay"],
  ["Türk\u00A0\u202FKızılay", "turk kizilay"],
  ["Türk\r\nKızılay", "turk kizilay"],
  ["Türk\n\nKızılay", "turk\u0002kizilay"],
  ["Koru – Kızılay", "koru-kizilay"],
  ["Kızılay’ın", "kizilay'in"],
  ["Kızılayʼın", "kizilay'in"],
  ["'Kızılay' dedi", "\u0001kizilay\u0001 dedi"],
  ["Qızıl Aypara Cəmiyyəti", "qizil aypara cemiyyeti"],
  ["Красный ёж", "красный еж"],
  ["الهِلَالُ الأحمر", "الهلال الاحمر"],
])("%s is looked up as %s", (text, expected) => {
  expect(keyOf(text)).toBe(expected);
});

test.each([
  ["a😀b", ["a", "😀", "b"]],
  ["s\u0327e", ["s\u0327", "e"]],
  ["I\u0307s", ["I\u0307", "s"]],
  ["e\u0301\u0302x", ["e\u0301\u0302", "x"]],
  ["ı\u00ADl", ["ı", "l"]],
])("%s keeps the place of each letter", (text, expected) => {
  expect(slices(text)).toEqual(expected);
});

test("an astral letter is a letter, and its halves keep their places", () => {
  const text = "x𐰚y";
  expect(slices(text).join("")).toBe(text);
  expect(fold(text).length).toBe(4);
});

test("any text folds, letters stay in order and inside the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const { start, end, length } = fold(text);
      let last = 0;
      for (let at = 0; at < length; at += 1) {
        expect(start[at]!).toBeGreaterThanOrEqual(last);
        expect(end[at]!).toBeGreaterThan(start[at]!);
        last = start[at]!;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});

test.each([
  ["Türk Kızılay'ın tırları!", "turk kizilayin tirlari"],
  ["  (TDT) – zirve ", "tdt zirve"],
  ["", ""],
])("the search key of %j is %j", (text, expected) => {
  expect(searchKey(text)).toBe(expected);
});
