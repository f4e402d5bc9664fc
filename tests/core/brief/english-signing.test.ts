import { expect, test } from "vitest";
import { readDecisions } from "../../../src/core/brief/decisions.js";
import { lexicons, story } from "./event-story.js";

function read(body: string) {
  const { doc } = story({ title: "Talks in Oslo", body, language: "en" });
  return readDecisions(doc, lexicons.en).map(({ kind, text }) => `${kind}: ${text}`);
}

test.each([
  ["signed", "The two charities have inked a memorandum on blood banking."],
  ["signed", "Norway and Kenya penned an agreement on nursing."],
  ["signed", "The fund entered into a cooperation agreement with the union."],
  ["signed", "The fund renewed its cooperation agreement with the union."],
  ["signed", "The two societies put their signatures to a protocol on nursing."],
  ["signed", "The three-day forum of the union ended late on Tuesday in Oslo with the signing of a protocol on wheat."],
  ["elected", "The federation (IFW) re-elected Ola Berg as its president."],
  ["agreed", "Berg said the two countries agreed to open a third crossing."],
  ["decided", "The forum of the union ended on Tuesday in Oslo with a joint declaration on wheat."],
  ["confirmed", "The member states affirmed their resolve to widen trade."],
  ["signed", "Following the talks, the two leaders oversaw the signing of four agreements."],
])("%s: %s", (kind, body) => {
  expect(read(body)).toEqual([`${kind}: ${body}`]);
});

test.each([
  ["another thing that is penned", "The poet penned a letter to the union."],
  ["in force", "Rules entered into force under an agreement."],
  ["a book", "The ministers witnessed the signing of the guestbook."],
  ["another month", "The union late March declared Oslo the capital of nursing."],
  ["claimed of the sides", "Berg claimed the two countries agreed to open a third crossing."],
  ["congratulated", "Berg congratulated Kenya on being chosen as the host of the forum."],
  ["adopted elsewhere", "The sides reviewed ways to carry out initiatives adopted at the summits."],
  ["not yet", "The contract has not been sealed."],
  ["planned", "The fund is expected to enter into an agreement with the union."],
  ["wished", "The fund would have renewed its agreement with the union."],
  ["a blow", "The house was struck by a wave, the agreement between neighbours forgotten."],
])("nothing settled: %s", (_name, body) => {
  expect(read(body)).toEqual([]);
});

test("who put their signatures to the document already told of adds nothing", () => {
  const body = "The fund signed a protocol with the union. Ola Berg and Ida Lund put their signatures to the document.";
  expect(read(body)).toEqual(["signed: The fund signed a protocol with the union."]);
});

test.each([
  ["hoped of", "Berg expressed hope that the accord signed in Oslo would help nurses."],
  ["welcomed", "The ministers welcomed the accord signed in Oslo on nursing."],
  ["of another month", "The accord signed in January, they found, covers nursing."],
  ["one man's emphasis", "The summit had a declaration. Berg emphasized that the declaration covers nursing."],
])("a signing spoken of: %s", (_name, body) => {
  expect(read(body)).toEqual([]);
});

test("how many were signed is no further signing", () => {
  const body =
    "The accord on nursing and the decision on wheat were signed by all. In Oslo, two documents were signed.";
  expect(read(body)).toEqual(["signed: The accord on nursing and the decision on wheat were signed by all."]);
});

test("what the signers will do is promised also where another sentence stands between", () => {
  const body = "The fund signed a protocol with the union. Nursing was discussed. The parties will train nurses.";
  expect(read(body)).toContain("committed: The parties will train nurses.");
});

test("what a declaration tells, each with its own subject", () => {
  const body =
    "The declaration stated that a new flag was adopted, Kenya will host the next forum and a fund will be formed.";
  expect(read(body)).toEqual([
    "decided: The declaration stated that a new flag was adopted.",
    "committed: Kenya will host the next forum.",
    "committed: A fund will be formed.",
  ]);
});

test("a headline's present, unless the body tells it", () => {
  const decisions = (body: string) => {
    const { doc } = story({ title: "Norway, Kenya sign protocol on wheat", body, language: "en" });
    return readDecisions(doc, lexicons.en).map(({ text }) => text);
  };
  expect(decisions("The ministers met on Tuesday.")).toEqual(["Norway, Kenya sign protocol on wheat."]);
  expect(decisions("Norway and Kenya signed a protocol on wheat.")).toEqual([
    "Norway and Kenya signed a protocol on wheat.",
  ]);
});

test("two verbs of a joint statement are two, whatever the first says", () => {
  const body =
    "In the joint statement, the ministers stressed their satisfaction with ties and emphasized the weight of trade.";
  expect(read(body)).toEqual([
    "confirmed: In the joint statement, the ministers stressed their satisfaction with ties.",
    "confirmed: The ministers emphasized the weight of trade.",
  ]);
});

test("a declaration speaks in the present", () => {
  const body =
    "The Oslo Declaration was signed on Monday. The declaration reaffirms the ties of the societies. The document calls for free passage.";
  expect(read(body).slice(1)).toEqual([
    "confirmed: The declaration reaffirms the ties of the societies.",
    "called: The document calls for free passage.",
  ]);
});

test("who told it may stand between subject and verb", () => {
  const body = "The two leaders, said a statement by the office, agreed to meet in Oslo.";
  expect(read(body)).toEqual(["agreed: The two leaders, said a statement by the office, agreed to meet in Oslo."]);
});

test("two signings of one sentence, the second between two sides, and a list behind a comma", () => {
  expect(
    read(
      "Berg and Moe signed a deal on patents, while an accord between the Norwegian Wheat and Bread Union and Kenya's Farm Bank was inked by Lund and Otieno.",
    ),
  ).toEqual([
    "signed: Berg and Moe signed a deal on patents.",
    "signed: An accord between the Norwegian Wheat and Bread Union and Kenya's Farm Bank was inked by Lund and Otieno.",
  ]);
  expect(read("An accord between Norway and Kenya was signed and a fund was set up.")).toEqual([
    "signed: An accord between Norway and Kenya was signed and a fund was set up.",
  ]);
  expect(read("Following the talks, two documents were inked, including a protocol on wheat.")).toEqual([
    "signed: Following the talks, two documents were inked, including a protocol on wheat.",
  ]);
});
