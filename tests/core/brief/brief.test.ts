import fc from "fast-check";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createBriefer } from "../../../src/core/brief/brief.js";
import { briefSchema } from "../../../src/core/brief/schema.js";
import type { Brief } from "../../../src/core/brief/schema.js";
import { readPlain } from "../../../src/core/plain.js";
import type { Article } from "../../../src/core/story.js";
import { lexicon } from "../../lexicon.js";

const brief = createBriefer(lexicon);
const model = readPlain(readFileSync(new URL("../../fixtures/articles/model.txt", import.meta.url), "utf8"), "tr");

function article(text: string, language = "tr"): Article {
  const body = text.split("\n\n").map((part) => ({ kind: "paragraph" as const, text: part }));
  return { ...model, language, title: "Toplantı", spot: null, dateline: null, body };
}

test("the model case", () => {
  const found = brief(model);
  expect(briefSchema.parse(found)).toEqual(found);
  expect(found.attendees.map(({ name, country, part }) => [name, country, part])).toEqual([
    ["Novruz Aslanov", "AZ", "host"],
    ["Samir Şerifov", "AZ", "present"],
    ["Fatma Meriç Yılmaz", "TR", "present"],
    ["Çingiz Cakıpov", "KG", "present"],
    ["Erkebek Argınbayev", "KZ", "present"],
    ["Maral Acilova", "TM", "present"],
    ["Sezai Sezen", "x-kktc", "present"],
    ["Zafarcon Rahmanov", "UZ", "present"],
    ["Kubanıçbek Ömüraliyev", null, "present"],
  ]);
  expect(found.decisions.map(({ kind }) => kind).sort()).toEqual([
    "committed",
    "committed",
    "committed",
    "committed",
    "confirmed",
    "decided",
    "signed",
  ]);
  expect(found.place).toMatchObject({ city: "Bakü", country: "AZ" });
  expect(found.date).toMatchObject({ from: "2025-11-19", to: "2025-11-19", basis: "published" });
  expect(found.kind).toBe("meeting");
  expect(found.background?.text).toContain("10 Ekim 2024");
  expect(found.attendees[1]).toMatchObject({
    title: "Azerbaycan Dışişleri Bakan Yardımcısı",
    titleEn: "Deputy Foreign Minister of Azerbaijan",
    office: "Bakan Yardımcısı",
    organisation: "Dışişleri Bakanlığı",
  });
});

test("another language gets title and lead only", () => {
  const found = brief({ ...article("Görüş keçirilib. Vali Can Us katıldı.", "az") });
  expect(found).toMatchObject({ attendees: [], decisions: [], place: null, kind: "news", lead: expect.any(String) });
});

test("a digest gets no people", () => {
  const digest = { ...article("Törene Vali Can Us katıldı."), title: "60 saniyede bugün" };
  expect(brief(digest).attendees).toEqual([]);
});

/** Names, titles and groups are cuts of the text; the schema holds. */
function expectGrounded(found: Brief) {
  briefSchema.parse(found);
  for (const { name, title, start, end, titleStart, titleEnd } of found.attendees) {
    expect(found.text.slice(start, end)).toBe(name);
    expect(titleStart === null || titleEnd === null ? null : found.text.slice(titleStart, titleEnd)).toBe(title);
  }
  for (const { text, start, end } of found.groups) expect(found.text.slice(start, end)).toBe(text);
}

const pieces = (
  "Toplantıya Azerbaycan Kızılay Başkanı Prof. Dr. Ece Al Aslanov'un ev sahipliğinde , ; ve ile katıldı . katıldı, " +
  "başkanlığındaki heyet beraberindeki görüştü Bakan Yardımcıları adına temsilen katılmadı ( TDT ) \" “ ” ' el- bin " +
  "9 . Türkiye'nin Bakü Büyükelçisi Vali çok sayıda davetli The meeting was attended by President of the met with said " +
  "yaptığı konuşmada toplantıda seçildi imzaladı 12 Ekim'de \n\n"
).split(" ");

test("whatever the words, the brief holds to the text", () => {
  const language = fc.constantFrom("tr", "en", "ru");
  const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.oneof(soup, fc.string({ unit: "binary" })), language, (text, tongue) =>
      expectGrounded(brief(article(text, tongue))),
    ),
    {
      numRuns: 300,
    },
  );
});

test("ten thousand people in one sentence are all there", { timeout: 30_000 }, () => {
  const people = Array.from({ length: 10_000 }, (_, at) => `Azerbaycan Kızılay Başkanı Ad${at} Soyad${at}`);
  const found = brief(article(`Toplantıya, ${people.join(", ")} katıldı.`));
  expect(found.attendees).toHaveLength(10_000);
});

test.each([
  ["commas", ", "],
  ["ve", " ve "],
  ["capitals", " Ad "],
  ["opening quotes", "“"],
  ["titles", " Bakan "],
  ["apostrophes", "'ın "],
  ["brackets", "( "],
])("a long text of %s is read", (_name, unit) => {
  expectGrounded(brief(article(`Toplantıya Vali Ece Al ${unit.repeat(10_000)} katıldı.`)));
  expectGrounded(brief(article(`President Ece Al ${unit.repeat(10_000)} met with Can Kaya.`, "en")));
});
