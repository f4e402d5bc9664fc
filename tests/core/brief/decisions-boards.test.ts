import { expect, test } from "vitest";
import { readDecisions } from "../../../src/core/brief/decisions.js";
import { lexicons, story } from "./event-story.js";

test.each([
  ["a board is determined", "Genel kurulda delegeler, derneğin yeni yönetim ve denetim kurullarını belirledi.", null],
  ["a secretary-general is determined", "Oylama sonucunda birliğin yeni genel sekreteri belirlendi.", null],
  ["a city is chosen", "Konseyde 2027 Türk Dünyası Kültür Başkenti olarak Andican seçildi.", null],
  [
    "a statement in which something is emphasised",
    "İş birliğinin derinleştirilmesinin öneminin vurgulandığı bildiride, çalışmalar övüldü.",
    ["İş birliğinin derinleştirilmesinin önemi vurgulandı."],
  ],
  [
    "rules adopted on the way to an approval",
    "Denetim Kurulu, çalışma kurallarını kabul ederek, fonun yıllık raporunu onayladı.",
    ["Denetim Kurulu, çalışma kurallarını kabul etti.", "Denetim Kurulu, fonun yıllık raporunu onayladı."],
  ],
])("%s", (_name, body, decisions) => {
  const { doc } = story({ body });
  expect(readDecisions(doc, lexicons.tr).map(({ text }) => text)).toEqual(decisions ?? [body]);
});

test("in a story about a joint statement the sides may stand behind what they emphasise", () => {
  const body = ["Tehdidin tüm teşkilatı ilgilendirdiğini vurgulayan bakanlar, diyaloğun esas olduğunu belirtti."];
  const decisions = (title: string) => {
    const { doc } = story({ title, body });
    return readDecisions(doc, lexicons.tr).map(({ kind }) => kind);
  };
  expect(decisions("Bakanlar Konseyi ortak bildiri yayımladı")).toEqual(["confirmed"]);
  expect(decisions("Bakanlar Konseyi toplandı")).toEqual([]);
});
