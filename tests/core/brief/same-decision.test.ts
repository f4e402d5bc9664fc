import { expect, test } from "vitest";
import { markBackground } from "../../../src/core/brief/background.js";
import { readDecisions } from "../../../src/core/brief/decisions.js";
import { lexicons, story } from "./event-story.js";

test("what title and spot restate is told once, in the body's words", () => {
  const { doc } = story({
    title: "Ege ile Kızılay protokol imzaladı",
    spot: "Taraflar, afet tıbbı alanında iş birliği yapacak.",
    body: ["Ege Üniversitesi ile Türk Kızılay arasında afet tıbbı alanında protokol imzalandı."],
  });
  expect(readDecisions(doc, lexicons.tr).map(({ text }) => text)).toEqual([
    "Ege Üniversitesi ile Türk Kızılay arasında afet tıbbı alanında protokol imzalandı.",
  ]);
});

test("what only the spot says is kept", () => {
  const { doc } = story({
    title: "Bakanlar buluştu",
    spot: "Zirvenin Oş'ta yapılması kararlaştırıldı.",
    body: ["Bakanlar buluştu."],
  });
  expect(readDecisions(doc, lexicons.tr).map(({ text }) => text)).toEqual([
    "Zirvenin Oş'ta yapılması kararlaştırıldı.",
  ]);
});

test("decisions of the background are not this story's", () => {
  const { doc } = story({
    body: ["Bakanlar buluştu.", "## Ne olmuştu?", "Liderler, geçen zirvede fon kurulmasını kararlaştırdı."],
  });
  expect(readDecisions(markBackground(doc, lexicons.tr), lexicons.tr)).toEqual([]);
});

test("the signing told again, with the text in its case, is the same", () => {
  const { doc } = story({
    body: [
      "İki kurum arasında sağlık alanında iş birliği protokolü imzalandı.",
      "Rektörlükteki törende, protokolü Ece Alkan ile Can Uslu imzaladı.",
    ],
  });
  expect(readDecisions(doc, lexicons.tr).map(({ text }) => text)).toEqual([
    "İki kurum arasında sağlık alanında iş birliği protokolü imzalandı.",
  ]);
});

const turkish = (spot: string, body: readonly string[]) =>
  readDecisions(story({ title: "Buluşma", spot, body }).doc, lexicons.tr).map(({ text }) => text);

test("who signed, as the spot says it, comes before what the body only mentions", () => {
  const spot = "Rektörlükteki törenle protokole Ege Rektörü Ece Alkan imza koydu.";
  expect(turkish(spot, ["Alkan, Ege ile Kızılay arasında imzalanan protokolün önemli olduğunu söyledi."])).toEqual([
    "Rektörlükteki törenle protokole Ege Rektörü Ece Alkan imza koydu.",
  ]);
});

test("the same text signed on a day, at a ceremony, is the same; one with another name is another", () => {
  const first = "Kars'ta okul yapımına ilişkin protokol imzalandı.";
  expect(
    turkish("", [first, "Okul yapımına ilişkin protokol 18 Nisan 2018'de Kars'ta düzenlenen törenle imzalandı."]),
  ).toEqual([first]);
  const second = "Kaya ile Alkan, Gelir Vergisi Anlaşması'na imza attı.";
  expect(turkish("", ["Bakanlar Veteriner Hekimliği Anlaşması'nı imzaladı.", second])).toHaveLength(2);
});

test("accepted and so decided is one; two leaders underline in a joint statement", () => {
  expect(turkish("", ["Talep, oy birliği ile kabul edilerek karara bağlandı."])).toEqual([
    "Talep, oy birliği ile kabul edilerek karara bağlandı.",
  ]);
  const joint = "Liderler, ortak bildiri imzaladı.";
  expect(turkish("", [joint, "İki lider, dönüşlerin önemini yineledi."])).toHaveLength(2);
});

const english = (title: string, spot: string, body: readonly string[]) => {
  const { doc } = story({ title, spot, body, language: "en" });
  return readDecisions(doc, lexicons.en).map(({ kind, text }) => `${kind}: ${text}`);
};

test("who signed the agreement adds nothing to what the spot says was signed", () => {
  const spot = "The Norwegian Aid Fund has signed a memorandum with a Kenyan charity on training nurses.";
  expect(english("Fund, charity sign deal", spot, ["The agreement was inked by Ola Berg in Oslo."])).toEqual([
    "signed: The Norwegian Aid Fund has signed a memorandum with a Kenyan charity on training nurses.",
  ]);
});

test("a body that tells what was signed is preferred to the spot", () => {
  const body = ["The Norwegian Aid Fund signed a memorandum with a Kenyan charity on training nurses in Oslo."];
  expect(english("Fund, charity sign deal", "The fund signed a memorandum.", body)).toEqual([`signed: ${body[0]}`]);
});

test("the body's telling of a signing is kept where only the title has it too", () => {
  expect(english("Fund and charity signed deal", "", ["The agreement was inked by Ola Berg in Oslo."])).toEqual([
    "signed: The agreement was inked by Ola Berg in Oslo.",
  ]);
});

test("two agreements named by what they are about are two", () => {
  const body = [
    "The protocol on rail freight was signed by Ola Berg.",
    "The agreement on wheat was signed by Ida Lund.",
  ];
  expect(english("Ministers meet", "", body)).toHaveLength(2);
});

const signing = "The Norwegian Fund and the Kenyan Union signed a memorandum.";
test.each([
  ["two sides, behind their signing", [signing, "He said the Fund and the Union agreed to train nurses."], 2],
  ["that", [signing, "Berg said that the Norwegian Fund and the Union have agreed to train nurses."], 2],
  ["nothing was signed", ["Berg visited Oslo.", "He said the Fund and the Union agreed to train nurses."], 0],
  ["one side", [signing, "He said the Fund agreed to train nurses."], 1],
  ["not settled", [signing, "He said the Fund and the Union never agreed to train nurses."], 1],
  ["people of no name", [signing, "He said nurses and doctors agreed to work longer."], 1],
])("told to have been agreed: %s", (_name, body, count) => {
  expect(english("Talks in Oslo", "", body)).toHaveLength(count);
});

test.each([
  ["the body only adds who signed it", "Törende belgeye Rektör Can Us ile Müdür Nur Tan imza attı."],
  ["between whom it was signed", "Konuşmaların ardından Vali Can Us ile Müdür Nur Tan arasında protokol imzalandı."],
])("the spot's full telling stands: %s", (_name, again) => {
  const { doc } = story({
    title: "Ortak protokol",
    spot: "Ege Üniversitesi ile Kars Valiliği arasında kan bankacılığı protokolü imzalandı.",
    body: [again, "Us, memnun olduğunu söyledi."],
  });
  expect(readDecisions(doc, lexicons.tr)).toHaveLength(1);
});

test("a text of another name is signed beside it", () => {
  const body = [
    "Bakanlar arasında Su Yönetimi Protokolü imzalandı.",
    "Törende ayrıca belgeye Vali Can Us ile Müdür Nur Tan imza attı.",
  ];
  expect(readDecisions(story({ title: "Bakanlar buluştu", body }).doc, lexicons.tr)).toHaveLength(2);
});
