import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/config.js";
import { folderOf, run } from "./run.js";

const shipped = (language: "tr" | "en") => readFileSync(join(packageRoot(), `config/lexicon/${language}.yaml`), "utf8");
const tr = shipped("tr");
const en = shipped("en");

/** `lexicon check` of a copy in which a piece of a file was exchanged. */
async function checked(language: "tr" | "en", from: string, to: string) {
  const text = language === "tr" ? tr : en;
  expect(text).toContain(from);
  const files = { "tr.yaml": tr, "en.yaml": en, [`${language}.yaml`]: text.replace(from, () => to) };
  const cwd = folderOf(files);
  const { code, out, err } = await run(["lexicon", "check", "."], { cwd });
  const line = text.slice(0, text.indexOf(from)).split("\n").length;
  return { code, out, err, line };
}

test("the shipped lexicon has no faults", async () => {
  const { code, out, err } = await run(["lexicon", "check"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/tr\.yaml.*en\.yaml: no faults/u);
});

test.each([
  [
    "an entry twice",
    "tr",
    "months: [[ocak]",
    "months: [[ocak, ocak]",
    "months.0.1: “ocak” stands twice in this list: delete one",
  ],
  [
    "a capital",
    "tr",
    "months: [[ocak]",
    "months: [[Ocak]",
    "months.0.0: “Ocak” has a capital and can never match: write it small",
  ],
  [
    "a full stop",
    "tr",
    "honorifics: [Prof,",
    "honorifics: [Prof.,",
    "honorifics.0: “Prof.” has a full stop and can never match: write it without",
  ],
  [
    "two words for one",
    "tr",
    "particles: [",
    "particles: [bin al, ",
    "particles.0: “bin al” is more than one word and can never match: give the word that tells",
  ],
  [
    "a space",
    "en",
    "capitalWords: [capital]",
    'capitalWords: ["capital "]',
    "capitalWords.0: “capital ” has a space too many and can never match: delete the space",
  ],
  [
    "no label",
    "tr",
    "  Müsteşar: Undersecretary",
    '  Müsteşar: ""',
    "offices.Müsteşar: “Müsteşar” has no English label: write what an English reader calls it",
  ],
  [
    "an organisation of nowhere",
    "tr",
    "{ names: [TOKİ], en: TOKİ, country: TR }",
    "{ names: [TOKİ], en: TOKİ, country: QQ }",
    "QQ is the code of no country: give its code of ISO 3166-1, two capitals",
  ],
  [
    "of one country and of none",
    "tr",
    "{ names: [TOKİ], en: TOKİ, country: TR }",
    "{ names: [TOKİ], en: TOKİ, country: TR, international: true }",
    "“TOKİ” is of no country, or of one and of none: give either country: … or international: true",
  ],
  [
    "a name of two",
    "tr",
    "names: [Zambiya], adjectives: [Zambiyalı]",
    "names: [Zambiya, Uganda], adjectives: [Zambiyalı]",
    "“Uganda” is a name of countries.UG too: keep it where it belongs",
  ],
  [
    "districts of no town",
    "tr",
    "  Adana: [Seyhan",
    "  Adanna: [Seyhan",
    "districts.Adanna: Adanna is no town of places: add it there, or spell it as there",
  ],
  [
    "an unknown key",
    "tr",
    "{ names: [TOKİ], en: TOKİ, country: TR }",
    "{ names: [TOKİ], en: TOKİ, countri: TR }",
    "countri: nobody knows this key: did you mean country?",
  ],
  [
    "a key no one has",
    "en",
    "capitalWords: [capital]",
    "capitalWords: [capital]\nrubbish: [a]",
    "rubbish: nobody knows this key: delete it",
  ],
  [
    "a row twice",
    "en",
    "  - { says: attended by,",
    "  - { says: attended by, behind: people, part: present }\n  - { says: attended by,",
    "“attended by” is told twice: delete one of the rows",
  ],
] as const)("%s is told with file, line and cure", async (_name, language, from, to, wanted) => {
  const { code, out, err, line } = await checked(language, from, to);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  const near = [0, 1, 2].map((more) => `${language}.yaml:${line + more}: `);
  const told = err.split("\n").filter((one) => near.some((start) => one.startsWith(start)));
  expect(told.join("\n")).toContain(wanted);
});

test("what the change of one place makes wrong at another is told there", async () => {
  const { code, err } = await checked(
    "tr",
    "  ZM: { names: [Zambiya], adjectives",
    "  ZZ: { names: [Zambiya], adjectives",
  );
  expect(code).toBe(2);
  expect(err).toMatch(/^tr\.yaml:\d+: places\.ZM: ZM is missing in countries: add a line for it there$/mu);
});

test("what is no YAML is told with its line", async () => {
  const { code, err } = await checked("tr", "months: [[ocak]", "months: [[ocak");
  expect(code).toBe(2);
  expect(err).toMatch(/^tr\.yaml:\d+: /u);
});

test("a folder without the files is refused", async () => {
  const { code, err } = await run(["lexicon", "check", "nowhere"]);
  expect(code).toBe(2);
  expect(err).toContain("no such file");
});
