import fc from "fast-check";
import { expect, test } from "vitest";
import { readQuery } from "../../../src/core/match/search.js";
import { searchKey } from "../../../src/core/text/fold.js";

function seen(typed: string, body: string, language = "tr"): string[] {
  const found = readQuery(typed)?.find({ title: "", body, language }) ?? [];
  return found.map(({ start, end }) => body.slice(start, end));
}

test.each([
  ["Kızılay", "Türk Kızılay'ın deposu", ["Kızılay'ın"]],
  ["kızılay", "KIZILAY'DAN yardım", ["KIZILAY'DAN"]],
  ["kizilay", "Kızılayın deposu", ["Kızılayın"]],
  ["KIZILAY", "Kızılay'a", ["Kızılay'a"]],
  ["Kızılay'ın", "Kızılay", ["Kızılay"]],
  ["toplantı", "Bakanlar toplantısında konuştu", ["toplantısında"]],
  ["teşkilatı", "Türk Devletleri Teşkilatına", ["Teşkilatına"]],
  ["bakanlığı", "Sağlık Bakanlığından", ["Bakanlığından"]],
  ["şehir", "şehri gezdi", ["şehri"]],
  ["kitap", "kitabı okudu", ["kitabı"]],
  ["tdt", "TDT'nin zirvesi", ["TDT'nin"]],
  ["toplantısı", "Bakanlar toplantı yaptı", ["toplantı"]],
  ["toplantısında", "toplantılar sürüyor, toplantı bitti", ["toplantılar", "toplantı"]],
  ["toplantisinda", "toplantıya katıldı", ["toplantıya"]],
  ["Kızılayın", "Türk Kızılay", ["Kızılay"]],
  ["kızılaya", "KIZILAY'DAN yardım", ["KIZILAY'DAN"]],
  ["kitabı", "bir kitap", ["kitap"]],
  ["şehre", "şehir gezildi", ["şehir"]],
  ["depremzedelere", "bir depremzede", ["depremzede"]],
  ["yardımlarının", "yardım geldi", ["yardım"]],
  ["kanunu", "kan verdi", []],
  ["adamı", "ada gezildi", []],
  ["sorunu", "soru soruldu", []],
  ["Ali", "al dedi", []],
  ["kararını", "kara yolu", []],
  ["yardım deprem", "depremde yardımlar", ["depremde", "yardımlar"]],
  ['"genel sekreter"', "TDT Genel Sekreteri geldi", ["Genel Sekreteri"]],
  ["“genel sekreter”", "Genel Kurul Sekreteri", []],
  ["kan", "kanun çıktı", []],
  ["ani", "aniden durdu", []],
  ["açı", "acı haber", []],
  ["yardım deprem", "yardım geldi", []],
])("%s in: %s", (typed, body, expected) => expect(seen(typed, body)).toEqual(expected));

test.each([
  ["Kızılay", "Kizilay sent aid", ["Kizilay"]],
  ["meeting", "two meetings", ["meetings"]],
  ["meetings", "a meeting", ["meeting"]],
  ["press", "the pres", []],
])("in an English story: %s in: %s", (typed, body, expected) => expect(seen(typed, body, "en")).toEqual(expected));

test.each([[""], [" "], ["*"], ['"'], ['""'], ["a"], ["()"], ["-"], ["🕊"], ["'"], ["𐐀𐐀"]])(
  "%j is no question",
  (typed) => expect(readQuery(typed)).toBeNull(),
);

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        "NEAR(",
        "NEAR/2",
        "AND",
        "OR",
        "NOT",
        "words:",
        "^",
        "*",
        '"',
        "'",
        "(",
        ")",
        "{",
        "+",
        "-",
        "\0",
        "kan",
        "ılık",
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(" ")),
);

test("whatever is typed, an index is asked for letters and digits only, and no text makes it throw", () => {
  fc.assert(
    fc.property(hostile, fc.string({ unit: "binary", maxLength: 200 }), (typed, body) => {
      const query = readQuery(typed);
      if (query === null) return;
      expect(query.terms.length).toBeLessThanOrEqual(8);
      for (const spellings of query.terms) expect(spellings.flat().length).toBeGreaterThan(0);
      for (const { letters } of query.terms.flat(2)) expect(letters).toMatch(/^[\p{L}\p{N}]+$/u);
      for (const { start, end } of query.find({ title: typed, body, language: "tr" }) ?? []) {
        expect(start).toBeLessThan(end);
      }
    }),
    { numRuns: 500 },
  );
});

test("the index has what the story has: no form that is found stands outside the prefixes asked for", () => {
  const typed = fc.constantFrom("toplantı", "şehir", "kitap", "teşkilatı", "bakanlığı", "hak", "su", "TDT", "renk");
  const tails = ["", "ı", "in", "sında", "ları", "'nin", "ğı", "ine", "yu", "k", "kı", "gi", "b", "ri", "lar"];
  fc.assert(
    fc.property(typed, fc.constantFrom(...tails), fc.nat({ max: 2 }), (word, tail, cut) => {
      const form = word.slice(0, word.length - cut) + tail;
      const query = readQuery(word)!;
      if (query.find({ title: "", body: form, language: "tr" }) === null) return;
      const key = searchKey(form);
      expect(query.terms.every((spellings) => spellings.some(([first]) => key.startsWith(first!.letters)))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test("the index is not asked for a spelling that a shorter one stands for", () => {
  const letters = readQuery("toplantı")?.terms.map((spellings) => spellings.map(([word]) => word?.letters));
  expect(letters).toEqual([["toplant"]]);
  const phrase = readQuery('"genel kurul toplantısı" kurul')?.terms.map((spellings) =>
    spellings.map((words) => words.length),
  );
  expect(phrase?.[0]).toContain(3);
});
