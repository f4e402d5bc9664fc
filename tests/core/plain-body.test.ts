import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readPlain } from "../../src/core/plain.js";

const model = readFileSync(new URL("../fixtures/articles/model.txt", import.meta.url), "utf8");
const spot = "Bölgedeki ailelere gıda kolisi ve battaniye ulaştırıldı.";
const p1 = "Türk Kızılay ekipleri, sel bölgesindeki 400 aileye gıda kolisi ve battaniye dağıttı.";
const p2 = "Ekip sorumlusu Seda Kırmızıgül, dağıtımın hafta sonuna kadar süreceğini söyledi.";
const p3 = "Bölgede geçen hafta etkili olan sağanakta 12 köyün yolu kapanmıştı.";
const title = "Kızılay sel bölgesine yardım ulaştırdı";

test.each([
  ["alone between paragraphs", [p1, "Yollar yeniden açılıyor", p2], ["paragraph", "subhead", "paragraph"]],
  ["quoted", [p1, '"Kimseyi yalnız bırakmayacağız"', p2], ["paragraph", "subhead", "paragraph"]],
  ["curly quotes, a question", [p1, "“Yol ne zaman açılacak?”", p2], ["paragraph", "subhead", "paragraph"]],
  ["with a hyphen before it", [p1, "- Yollar yeniden açılıyor", p2], ["paragraph", "subhead", "paragraph"]],
  [
    "a quoted sentence is a paragraph",
    [p1, '"Kimseyi yalnız bırakmayacağız."', p2],
    ["paragraph", "paragraph", "paragraph"],
  ],
  [
    "a list is no run of subheads",
    [p1, "Gıda kolisi 400", "Battaniye 900", p2],
    ["paragraph", "paragraph", "paragraph", "paragraph"],
  ],
  [
    "an item after a colon",
    ["Gönderilen malzeme şöyle:", "Gıda kolisi 400", p2],
    ["paragraph", "paragraph", "paragraph"],
  ],
  ["not at the end", [p1, p2, "Yollar yeniden açılıyor"], ["paragraph", "paragraph", "paragraph"]],
])("subhead: %s", (_, body, kinds) => {
  const text = [title, spot, "Seda Demirtaş | 19.11.2025", "Giresun", ...body].join("\n");
  expect(readPlain(text).body.map(({ kind }) => kind)).toEqual(kinds);
});

test("paragraphs broken at a column are put together", () => {
  const wrap = (text: string) => text.replace(/(.{55,68}) /g, "$1\n");
  const long = `${p1} ${p2} ${p3}`;
  const text = [title, "", spot, "", "Seda Demirtaş | 19.11.2025", "", "Giresun", "", wrap(long), "", wrap(long)].join(
    "\n",
  );
  expect(readPlain(text)).toMatchObject({ title, spot, author: "Seda Demirtaş", dateline: "Giresun" });
  expect(readPlain(text).body.map(({ text }) => text)).toEqual([long, long]);
});

test("a language that is told is not guessed", () => {
  expect(readPlain(model, "az").language).toBe("az");
});

test("never throws, keeps every text tidy", () => {
  const line = fc.oneof(
    fc.string({ unit: "binary", maxLength: 80 }),
    fc.constantFrom("Gündem", "19.11.2025", "Ad Soyad | 19.11.2025", "Bakü", "", "* not", "İlgili Konular:", spot, p1),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const { title, spot, dateline, body } = readPlain(lines.join("\n"));
      for (const text of [title, spot, dateline, ...body.map((part) => part.text)]) {
        if (text === null) continue;
        expect(text).toBe(text.normalize("NFC").trim());
        expect(text).not.toMatch(/[\p{Cc}\p{Cs}\u200B\u202E]/u);
      }
    }),
  );
});

test.each([
  ["one line of a million marks", "-".repeat(1_000_000)],
  ["spaces and bars", "a | ".repeat(250_000)],
  ["many short lines", "Ab\n".repeat(200_000)],
  ["a long quotation", `${title}\n"${"a".repeat(500_000)}`],
])("hostile text is read in linear time: %s", (_, text) => {
  expect(readPlain(text).language).toBe("tr");
});
