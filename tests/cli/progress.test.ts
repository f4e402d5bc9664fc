import { expect, test } from "vitest";
import { createProgress, withProgress } from "../../src/cli/progress.js";
import { folderOf, partsOf, run } from "./run.js";

function watched(interactive = true, width = 100) {
  let err = "";
  let now = 0;
  const parts = {
    ...partsOf({ err: (text) => void (err += text), clock: () => now }),
    interactive,
    width: () => width,
  };
  return {
    parts,
    pass: (span: number) => (now += span),
    /** What was drawn, one drawing after the other. */
    drawn: () => err.split("\r\u001b[2K").slice(1),
  };
}

test.each<[string, [string, number?, number?], string]>([
  ["work without a measure", ["copying"], "copying…"],
  ["work without an end", ["stories", 7], "stories: 7"],
  ["none of it", ["stories", 0, 8], `${"┄".repeat(30)} 0 % stories: 0 of 8`],
  ["a half", ["stories", 4, 8], `${"━".repeat(15)}${"┄".repeat(15)} 50 % stories: 4 of 8`],
  ["all", ["stories", 8, 8], `${"━".repeat(30)} 100 % stories: 8 of 8`],
  ["more than there was", ["stories", 9, 8], `${"━".repeat(30)} 100 % stories: 9 of 8`],
  ["nothing to do", ["stories", 0, 0], `${"━".repeat(30)} 100 % stories: 0 of 0`],
])("a line: %s", (_name, told, line) => {
  const { parts, drawn } = watched();
  createProgress(parts).tell(...told);
  expect(drawn()).toEqual([line]);
});

test("the same work is drawn ten times a second at most, other work at once, and a narrow terminal's line stays one", () => {
  const { parts, drawn, pass } = watched(true, 12);
  const progress = createProgress(parts);
  progress.tell("stories", 1);
  progress.tell("stories", 2);
  progress.tell("pages", 3);
  pass(100);
  progress.tell("pages", 4);
  pass(100);
  progress.tell("a very long story", 5);
  expect(drawn()).toEqual(["stories: 1", "pages: 3", "pages: 4", "a very long"]);
});

test("where nobody watches nothing is drawn", async () => {
  const { parts, drawn } = watched(false);
  await withProgress(parts, async (progress) => progress.tell("stories", 1, 2));
  expect(drawn()).toEqual([]);
});

test("the line is gone at the end, also of work that fails", async () => {
  const { parts, drawn } = watched();
  const failing = withProgress(parts, async (progress) => {
    progress.tell("stories", 1);
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(drawn()).toEqual(["stories: 1", ""]);
});

test("migrate, backup and restore tell at a terminal what they do, and leave nothing of it", async () => {
  const cwd = folderOf({});
  const env = { TELLAL_DATA: "data", DATABASE_URL: "" };
  for (const [args, told] of [
    [["migrate"], "bringing the tables up to date…"],
    [["backup", "a.db"], "looking through the database and copying it…"],
    [["restore", "a.db"], "copying the backup and looking through it…"],
  ] as const) {
    const { code, err } = await run([...args], { cwd, env, interactive: true });
    expect([code, err]).toEqual([0, `\r\u001b[2K${told}\r\u001b[2K`]);
  }
});
