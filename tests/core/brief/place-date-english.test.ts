import { expect, test } from "vitest";
import { readDate } from "../../../src/core/brief/read-date.js";
import { readPlace } from "../../../src/core/brief/read-place.js";
import { lexicons, story } from "./event-story.js";

type Parts = Parameters<typeof story>[0];

test.each<[string, Parts, string | null]>([
  [
    "town behind its capital and a comma",
    { body: "Alkan met Uslu at a villa in the Kazakh capital, Astana, late." },
    "Astana",
  ],
  [
    "another event that is to be held",
    { body: "The forum was held in the historic city of Khiva ahead of a fair to be held in Osh." },
    "Khiva",
  ],
  ["a comma alone joins nothing", { body: "Alkan stayed in the hall, Astana firms complained." }, null],
  [
    "aid that crosses",
    { title: "Relief supplies on the road", body: "Trucks with aid began crossing into Aleppo." },
    "Aleppo",
  ],
  [
    "aid that is brought",
    { title: "Food for families", body: "The charity was transporting food aid to Homs." },
    "Homs",
  ],
  ["aid that reached", { title: "Aid for families", body: "A convoy with blankets has entered Idlib." }, "Idlib"],
  ["aid that is only promised", { title: "Aid for families", body: "The charity plans to deliver aid to Homs." }, null],
  ["aid only sent", { title: "Aid for families", body: "The charity sent 20 trucks of aid to Homs." }, null],
  ["no aid", { title: "Poet honoured", body: "The idea of crossing into Aleppo fascinated the poet." }, null],
  ["desk left in the text", { body: "BAKU (AA) - Alkan thanked the volunteers." }, "Baku"],
  ["a town in small letters is no desk", { body: "Baku - a city of winds - fascinates the poet." }, null],
  [
    "the story's own spelling",
    { body: "Alkan met volunteers in Elbistan. The tour of Kahramanmaras goes on." },
    "Kahramanmaras",
  ],
  ["went there and met", { body: "Alkan went to Oslo and then to Bergen, where he met volunteers." }, "Bergen"],
  ["telephone", { title: "Alkan, Uslu talk", body: "Alkan and Uslu held talks on the phone in Ankara." }, null],
])("English place: %s", (_name, parts, city) => {
  const { doc } = story({ ...parts, language: "en" });
  expect(readPlace(doc, lexicons.en)?.city ?? null).toBe(city);
});

test.each<[string, readonly string[], string]>([
  [
    "what happened, not what is to come",
    ["Minister Can Alkan came to Oslo late Monday for a forum.", "On Wednesday, Alkan will open the forum."],
    "2025-11-17 text",
  ],
  ["only what is to come", ["On Wednesday, Alkan will open the forum."], "2025-11-19 text"],
  [
    "both in one sentence",
    ["Minister Can Alkan arrived in Oslo.", "On Tuesday Alkan met Uslu, whom he will meet again."],
    "2025-11-18 text",
  ],
])("English date: %s", (_name, body, wanted) => {
  const { article, doc } = story({ title: "Alkan in Oslo", body, language: "en" });
  const date = readDate(doc, lexicons.en, article);
  expect(`${date?.from ?? ""} ${date?.basis ?? ""}`).toBe(wanted);
});
