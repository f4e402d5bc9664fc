import { expect, test } from "vitest";
import { folderOf, run } from "./run.js";

const story = { id: "1", title: "Kızılay'dan yardım", body: "Kızılay Meydanı'nda toplanan Türk Kızılayı gönüllüleri." };

function lines(...values: unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join("");
}

interface Found {
  id: string;
  topics: { topic: string; keyword: string; field: "title" | "body"; start: number; end: number; derived?: true }[];
  relevance: Record<string, number>;
}

function results(out: string): Found[] {
  return out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Found);
}

test("JSON lines in, JSON lines out, offsets into the given field", async () => {
  const argv = ["match", "-", "--keyword", "Kızılay", "--keyword", "-Kızılay Meydanı"];
  const { code, out, err } = await run(argv, { stdin: lines(story, { id: 2, title: "Hava durumu" }) });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const [first, second] = results(out);
  expect(second).toEqual({ id: 2, topics: [], relevance: {} });
  expect(first?.relevance["keyword"]).toBeGreaterThan(0.8);
  expect(Object.keys(first!.topics[0]!)).toEqual(["topic", "keyword", "field", "start", "end"]);
  expect(first!.topics.map(({ field, start, end }) => story[field].slice(start, end))).toEqual([
    "Kızılay'dan",
    "Kızılayı",
  ]);
});

test("a derived word is marked", async () => {
  const { out } = await run(["match", "-", "--keyword", "Kızılay"], {
    stdin: lines({ id: "1", title: "Kızılaycılar", body: "Kızılay'ın" }),
  });
  expect(results(out)[0]?.topics.map(({ field, derived }) => [field, derived])).toEqual([
    ["title", true],
    ["body", undefined],
  ]);
});

test("without --keyword the configured topics count", async () => {
  const { code, out } = await run(["match", "-"], { stdin: lines(story) });
  expect(code).toBe(0);
  expect(results(out)[0]?.topics.map(({ topic }) => topic)).toContain("kizilay");
});

test("several files and folders, in order; byte order mark, CRLF and blank lines are no lines", async () => {
  const cwd = folderOf({
    "b.jsonl": lines({ id: "b" }),
    "a.jsonl": `\uFEFF${lines({ id: "a1" }).trim()}\r\n\r\n${lines({ id: "a2" })}`,
    "notes.txt": "no story",
  });
  const { code, out } = await run(["match", ".", "b.jsonl", "--keyword", "kan"], { cwd });
  expect(code).toBe(0);
  expect(results(out).map(({ id }) => id)).toEqual(["a1", "a2", "b", "b"]);
});

test("every bad line is told with its number, and nothing comes out", async () => {
  const stdin = `${lines(story)}{"id":\n\n${lines({ title: "x" }, { id: "1", title: 5 }, [])}`;
  const { code, out, err } = await run(["match", "-", "--keyword", "kan"], { stdin });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err.split("\n").map((line) => line.slice(0, 32))).toEqual([
    "standard input, line 2: not JSON",
    "standard input, line 4: id: Inva",
    "standard input, line 5: title: I",
    "standard input, line 6: the line",
    "",
  ]);
});

test.each([
  ["empty", "", "standard input: empty"],
  ["blank", " \n\n", "standard input: empty"],
  ["not a text", new Uint8Array([0x7b, 0, 1, 2, 0, 0]), "standard input: not a text"],
])("unusable input: %s", async (_, stdin, sentence) => {
  expect(await run(["match", "-", "--keyword", "kan"], { stdin })).toEqual({ code: 2, out: "", err: `${sentence}\n` });
});

test.each([
  ["none.jsonl", "none.jsonl: no such file"],
  [".", ".: the folder has no file ending in .jsonl, .ndjson"],
])("no such file, empty folder: %s", async (name, sentence) => {
  expect(await run(["match", name, "--keyword", "kan"])).toEqual({ code: 2, out: "", err: `${sentence}\n` });
});

test("a bad keyword is refused with the place of the fault", async () => {
  const { code, err } = await run(["match", "-", "--keyword", "near:x kan"], { stdin: lines(story) });
  expect(code).toBe(2);
  expect(err).toMatch(/^--keyword "near:x kan": .+ \(at character \d+\)\n$/u);
});
