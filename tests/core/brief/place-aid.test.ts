import { expect, test } from "vitest";
import { readPlace } from "../../../src/core/brief/read-place.js";
import { lexicons, story } from "./event-story.js";

test.each([
  [
    "aid that has left, rather than those who need it",
    { title: "Gemi yola çıktı", body: "Gazze'deki aileler için hazırlanan yardım gemisi Mersin'den yola çıktı." },
    "Mersin/TR",
  ],
  [
    "aid not handed out yet",
    {
      title: "Yardım gemisi uğurlandı",
      body: "Yardım gemisi Mersin Limanı'ndan dualarla uğurlandı. Yardımlar Gazze'de dağıtılacak.",
    },
    "Mersin/TR",
  ],
  [
    "a town of the strip",
    { title: "Gazze'de yemek", body: "Dernek, Gazze'nin Deyr el-Belah kentinde aşevi açtı. Gazze'de yemek dağıtıldı." },
    "Deyr el-Belah/PS",
  ],
  [
    "where it came",
    {
      title: "Yardım gemisi ulaştı",
      body: "Mersin Limanı'ndan 23 Ocak'ta uğurlanan yardım gemisi, El Ariş Limanı'na ulaştı.",
    },
    "El Ariş/EG",
  ],
])("%s", (_name, parts, wanted) => {
  const found = readPlace(story(parts).doc, lexicons.tr);
  expect(found && `${found.city}/${found.country}`).toBe(wanted);
});

test("English: where aid is by now", () => {
  const { doc } = story({
    title: "Aid ship arrives in Egypt",
    body: "The aid ship for families in the Gaza Strip, which left Mersin on Monday, has arrived at Egypt's al-Arish port.",
    language: "en",
  });
  expect(readPlace(doc, lexicons.en)?.city).toBe("Al-Arish");
});
