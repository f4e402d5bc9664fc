import { expect, test } from "vitest";
import { groups, missing } from "./groups.js";
import { table } from "./table.js";

test.each(groups)("all tests of $name exist", (group) => {
  expect(missing(group)).toEqual([]);
});

test("a path that stands nowhere is named", () => {
  expect(missing({ name: "x", tests: ["tests/torture/groups.test.ts", "tests/gone.test.ts"] })).toEqual([
    "tests/gone.test.ts",
  ]);
});

test("figures of one thing are one row, and all are added up", () => {
  const none = { lost: null, doubled: null, survived: null, harmless: null, delay: null };
  expect(
    table([
      { ...none, what: "kill", runs: 2, lost: 0, doubled: 1, more: "a", memory: 10 },
      { ...none, what: "kill", runs: 3, lost: 0, doubled: 2, more: "b", memory: 30 },
      { ...none, what: "faults", runs: 4, survived: 4, delay: 9, more: "", memory: 20 },
    ]).slice(2),
  ).toEqual([
    "| kill | 5 | 0 | 3 |  |  |  | 30 | a; b |",
    "| faults | 4 |  |  | 4 |  | 9 | 20 |  |",
    "| **all** | 9 | 0 | 3 | 4 |  | 9 | 30 |  |",
  ]);
});
