import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { mergeEnv, replaceFile, withContact } from "../../../src/cli/init/files.js";
import { Refusal } from "../../../src/core/refusal.js";
import { folderOf } from "../run.js";

test.each([
  ["a new file", "", { A: "1", B: "x:y,z" }, "A=1\nB=x:y,z\n"],
  ["other lines are kept", "# mine\nB=2\n\nC='3'\n", { A: "1" }, "# mine\nB=2\n\nC='3'\nA=1\n"],
  ["a line without an end", "B=2", { A: "1" }, "B=2\nA=1\n"],
  ["in its place", "A=old\nB=2\n", { A: "1" }, "A=1\nB=2\n"],
  ["with its export", "  export A = 'old' # why\nB=2\n", { A: "1" }, "  export A=1\nB=2\n"],
  ["one that stands twice", "A=x\nB=2\nA=y\n", { A: "1" }, "A=1\nB=2\n"],
  ["a remark of the name", "# A=old\nXA=3\n", { A: "1" }, "# A=old\nXA=3\nA=1\n"],
])("a .env is merged: %s", (_name, before, changes, after) => {
  expect(mergeEnv(before, changes)).toBe(after);
});

test.each([
  ["a value over several lines", 'A="one\ntwo"\n', { A: "1" }],
  ["a line of another value that looks like it", 'B="\nA=2\n"\n', { A: "1" }],
  ["a value that would be read as another", "", { A: "x # y" }],
  ["a value of several lines", "", { A: "x\nB=2" }],
])("a .env that would not say what it should is left as it is: %s", (_name, before, changes) => {
  expect(() => mergeEnv(before, changes)).toThrow(Refusal);
});

test.each([
  ["none", null, 0o600],
  ["readable by all", 0o644, 0o600],
  ["readable by its owner alone", 0o600, 0o600],
  ["not to be written", 0o400, 0o400],
])("a file for its owner's eyes gets no more rights than it had: %s", (_name, before, after) => {
  const folder = folderOf(before === null ? {} : { ".env": "A=1\n" });
  const file = join(folder, ".env");
  if (before !== null) chmodSync(file, before);
  replaceFile(file, "A=2\n", 0o600);
  expect([readFileSync(file, "utf8"), statSync(file).mode & 0o777]).toEqual(["A=2\n", after]);
  expect(readdirSync(folder)).toEqual([".env"]);
});

test("behind a link the file that it leads to is replaced", () => {
  const folder = folderOf({ real: "A=1\n" });
  symlinkSync(join(folder, "real"), join(folder, ".env"));
  replaceFile(join(folder, ".env"), "A=2\n", 0o600);
  expect(readFileSync(join(folder, "real"), "utf8")).toBe("A=2\n");
  expect(readdirSync(folder).toSorted()).toEqual([".env", "real"]);
});

test("where nothing can be written that is told, and nothing is left", () => {
  const folder = folderOf({});
  writeFileSync(join(folder, "file"), "");
  expect(() => replaceFile(join(folder, "file", ".env"), "A=1\n", 0o600)).toThrow(/cannot be written \(E[A-Z]+\)/u);
  expect(readdirSync(folder)).toEqual(["file"]);
});

test.each([
  ["in its place, remarks kept", 'network:\n  contact: ""   # who\n  ports: [80]\n'],
  ["in braces", "network: { contact: old@example.org, ports: [80] } # who\n"],
  ["without a contact", "# who\nnetwork: { ports: [80] }\n"],
  ["without a network", "# who\ntopics: []\n"],
  ["of nothing", "# who\n"],
])("the contact is set in a tellal.yaml: %s", (_name, before) => {
  const after = withContact(before, 'a "b"@example.org');
  expect(parse(after)).toMatchObject({ network: { contact: 'a "b"@example.org' } });
  expect(after).toContain("# who");
  expect(parse(after)).toEqual({
    ...parse(before),
    network: { ...parse(before)?.network, contact: 'a "b"@example.org' },
  });
});
