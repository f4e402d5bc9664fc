import { expect, test } from "vitest";
import { readDecisions } from "../../../src/core/brief/decisions.js";
import type { Tongue } from "./event-story.js";
import { lexicons, story } from "./event-story.js";

function read(body: string | readonly string[], language: Tongue = "tr") {
  const { doc } = story({ body, language });
  return readDecisions(doc, lexicons[language]).map(({ text }) => text);
}

test("each name before its own office is one person elected", () => {
  expect(
    read(
      "Gizli oylamada Kadir Tunalı birinci başkanvekili, Sevgi Alkan ikinci başkanvekili ve Can Us divan katibi seçildi.",
    ),
  ).toEqual([
    "Kadir Tunalı birinci başkanvekili seçildi.",
    "Sevgi Alkan ikinci başkanvekili seçildi.",
    "Can Us divan katibi seçildi.",
  ]);
});

test("a clause that is no row of names and offices stays whole", () => {
  expect(read("Kadir Tunalı, yapılan oylamada meclis başkanlığına seçildi.")).toHaveLength(1);
});

test("somebody else elected in passing is told beside the main verb's person", () => {
  expect(
    read(["Meclis başkanlığına Kadir Tunalı seçildi.", "Divan katipliğine seçilen Ayşe Nur Berk, görevine başladı."]),
  ).toEqual(["Meclis başkanlığına Kadir Tunalı seçildi.", "Ayşe Nur Berk, Divan katipliğine seçildi."]);
  expect(
    read(["Meclis başkanlığına Kadir Tunalı seçildi.", "Başkanlığa seçilen Kadir Tunalı, üyelere teşekkür etti."]),
  ).toHaveLength(1);
});

test("the election with which a meeting ended", () => {
  expect(read("Meclis başkanlığına Kadir Tunalı'nın seçilmesiyle oturum sona erdi.")).toEqual([
    "Meclis başkanlığına Kadir Tunalı seçildi.",
  ]);
});

test("English rows of persons elected, with semicolons, commas and one office for two", () => {
  expect(
    read(
      "The assembly elected Ece Alkan as chair; Can Uslu as deputy chair; and Aida Bekova as secretary general.",
      "en",
    ),
  ).toEqual([
    "The assembly elected Ece Alkan as chair.",
    "The assembly elected Can Uslu as deputy chair.",
    "The assembly elected Aida Bekova as secretary general.",
  ]);
  expect(
    read("Ece Alkan was elected president, Can Uslu vice president and Aida Bekova secretary general.", "en"),
  ).toEqual([
    "Ece Alkan was elected president.",
    "Can Uslu was elected vice president.",
    "Aida Bekova was elected secretary general.",
  ]);
  expect(read("Ece Alkan and Can Uslu were elected to the audit board.", "en")).toEqual([
    "Ece Alkan was elected to the audit board.",
    "Can Uslu was elected to the audit board.",
  ]);
  expect(read("The congress elected Ece Alkan as chair on Tuesday.", "en")).toEqual([
    "The congress elected Ece Alkan as chair on Tuesday.",
  ]);
  expect(read("Ece Alkan was elected president of the union, Can Uslu announced at the congress.", "en")).toHaveLength(
    1,
  );
});

test("who was elected another day is no decision", () => {
  expect(read("Yeni seçilen Başkan Ece Alkan, göreve başladı.")).toEqual([]);
  expect(read("Genel Başkanlığa seçilen Ece Alkan'ı tebrik eden Vali, başarılar diledi.")).toEqual([]);
  expect(read("Uslu congratulated Ece Alkan, who was elected president on Sunday.", "en")).toEqual([]);
});

test("votes between an office and its name part nobody", () => {
  expect(read("Meclis Başkanlığına 32 oyla Can Uslu, üyeliklere ise yeniden Ece Alkan ve Su Erden seçildi.")).toEqual([
    "Meclis Başkanlığına Can Uslu seçildi.",
    "Üyeliklere Ece Alkan seçildi.",
    "Üyeliklere Su Erden seçildi.",
  ]);
});
