import { expect, test } from "vitest";
import { readDecisions } from "../../../src/core/brief/decisions.js";
import type { Tongue } from "./event-story.js";
import { lexicons, story } from "./event-story.js";

function read(body: string, language: Tongue): string[] {
  const { doc } = story({ body, language });
  return readDecisions(doc, lexicons[language]).map(({ kind, text }) => `${kind}: ${text}`);
}

test.each([
  [
    "who once decided something is known by it",
    "tr",
    "Ersoy, on iki alanda iş birliği yapma kararı alan birliğin önemli bir güç olduğunu vurguladı.",
    [],
  ],
  [
    "a meeting's emphasis is no declaration's",
    "tr",
    "Dayanışmanın artırılmasına vurgu yapılan Genel Kurulun sonunda Ankara Bildirisi imzalandı.",
    ["signed: Genel Kurulun sonunda Ankara Bildirisi imzalandı."],
  ],
  [
    "what will be done once something is approved",
    "tr",
    "Zirvede ağın onaylanmasının ardından ofisi İzmir'de açacaklarını bildiren Ersoy, derneklere teşekkür etti.",
    [],
  ],
  [
    "a month of an earlier year behind the verb",
    "en",
    "Moretti was re-elected president of the federation in December 2022 but stepped down early.",
    [],
  ],
] as const)("what is no decision of this event: %s", (_name, language, body, decisions) => {
  expect(read(body, language)).toEqual(decisions);
});
