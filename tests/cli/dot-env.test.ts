import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseDotEnv, readDotEnv, withDotEnv } from "../../src/cli/dot-env.js";
import { folderOf } from "./run.js";

test.each([
  ["plain lines, remarks and blanks", "# a remark\n\nA=1\nB = 2\n", { A: "1", B: "2" }],
  ["quotes and export", "export A='x # y'\nB=\"z\"\n", { A: "x # y", B: "z" }],
  ["an editor's mark at the beginning and lines of Windows", "\uFEFFA=1\r\nB=2\r\n", { A: "1", B: "2" }],
  ["nothing", "", {}],
])("a .env is read: %s", (_name, text, variables) => {
  expect(parseDotEnv(text)).toEqual(variables);
});

test("without a file there are no variables and nothing is said", () => {
  expect(readDotEnv(folderOf({}))).toEqual({ variables: {}, warning: null });
});

test("a file that cannot be read is told, and stops nothing", () => {
  const cwd = folderOf({});
  mkdirSync(join(cwd, ".env"));
  expect(readDotEnv(cwd)).toEqual({ variables: {}, warning: expect.stringContaining("cannot be read (EISDIR)") });
});

test("a variable that is set already wins, also one that is set to nothing", () => {
  const env = withDotEnv({ A: "outer", B: "" }, { variables: { A: "file", B: "file", C: "file" } });
  expect(env).toEqual({ A: "outer", B: "", C: "file" });
});
