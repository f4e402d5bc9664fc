import fc from "fast-check";
import { expect, test } from "vitest";
import { createMatcher } from "../../../src/core/match/matcher.js";

const forms: readonly (readonly [keyword: string, form: string])[] = [
  ["Kızılay", "Kızılay’ımızdakilerden"],
  ["Türk Devletleri Teşkilatı", "TÜRK DEVLETLERİ TEŞKİLATI’NIN"],
  ["Şuşa", "S\u0327us\u0327a'da"],
  ["kitap", "ki\u00ADtabı"],
  ["Red Crescent", "Red Crescent’s"],
  ["Azərbaycan", "Azərbaycandakı"],
  ["uşaq", "uşağı"],
  ["беженец", "беженцами"],
  ["Красный Полумесяц", "Красному Полумесяцу"],
  ["الهلال الأحمر", "وللهلال الأحمر"],
  ["Қазақстан", "Қазақстандағы"],
  ["Бишкек", "Бишкектин"],
  ["Oʻzbekiston", "Oʻzbekistonning"],
];

// What stands around a word: nothing that could be read as a part of it, but pairs, marks and invisible characters.
const around = fc.array(
  fc.constantFrom(" ", "\n", "\u00A0", "\u200B", "😀", "𝗞", "👩‍👩‍👧", "e\u0301", "(", "“", "1", "—", "x"),
  { maxLength: 12 },
);
const joined = around.map((pieces) => `${pieces.join("")} `);

test.each(forms)("whatever stands around it, %s is cut exactly as written: %s", (keyword, form) => {
  const matcher = createMatcher([{ id: "t", name: { tr: "", en: "" }, keywords: [keyword] }]);
  fc.assert(
    fc.property(joined, joined, (before, after) => {
      const body = `${before}${form} ${after}`;
      const slices = matcher.match({ title: "", body }).map(({ start, end }) => body.slice(start, end));
      expect(slices).toEqual([form]);
    }),
  );
});
