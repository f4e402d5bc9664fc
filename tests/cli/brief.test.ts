import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { briefSchema } from "../../src/core/brief/schema.js";
import { folderOf, run } from "./run.js";

const fixture = (name: string) => readFileSync(new URL(`../fixtures/articles/${name}`, import.meta.url), "utf8");
const names = ["model-new.html", "model-old.html", "model.txt"];
const cwd = folderOf(Object.fromEntries(names.map((name) => [name, fixture(name)])));

test.each(names)("the model story as JSON, from %s", async (name) => {
  const { code, out, err } = await run(["brief", name, "--json"], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const brief = briefSchema.parse(JSON.parse(out));
  expect(brief.attendees).toHaveLength(9);
  expect(brief.decisions).toHaveLength(7);
  expect(brief).toMatchObject({ place: { city: "Bakü" }, date: { from: "2025-11-19", basis: "published" } });
});

test("without --json the post as the console shows it, labels in the language asked for", async () => {
  const stdin = fixture("model.txt");
  const tr = await run(["brief", "-"], { stdin });
  expect(tr.out).toContain("Katılımcılar (9)\n  • Novruz Aslanov — ");
  expect(tr.out).toContain("Kararlar (7)\n");
  const en = await run(["brief", "-", "--lang", "en"], { stdin });
  expect(en.out).toContain("Participants (9)\n");
  expect(en.out).toContain("Decisions (7, in Turkish)\n");
});

test("several stories as JSON are one line each, in the order of the arguments", async () => {
  const { out } = await run(["brief", "model.txt", ".", "--json"], { cwd });
  const briefs = out
    .trimEnd()
    .split("\n")
    .map((line) => briefSchema.parse(JSON.parse(line)));
  expect(briefs).toHaveLength(4);
});

test("--published is what days count from", async () => {
  const argv = ["brief", "-", "--json", "--published", "2024-03-05"];
  const { out } = await run(argv, { stdin: "Kızılay açıkladı\n\nKızılay, Ankara'da yardım dağıttı." });
  expect(briefSchema.parse(JSON.parse(out)).date).toMatchObject({ from: "2024-03-05", basis: "published" });
});

test.each([
  [["brief", "-"], "", "standard input: empty\n"],
  [["brief", "none.html"], "", "none.html: no such file\n"],
  [["brief", "-", "--published", "soon"], "x", '--published: found "soon"; expected a date such as 2025-11-19 or '],
  [["brief", "-", "--lang", "de"], "x", "error: option '--lang <language>' argument 'de' is invalid."],
])("unusable: %j", async (argv, stdin, sentence) => {
  const { code, out, err } = await run(argv, { stdin });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err.slice(0, sentence.length)).toBe(sentence);
});
