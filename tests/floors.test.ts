import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { floorFaults } from "./floors.js";

const root = fileURLToPath(new URL("..", import.meta.url));

function readTree(...folders: string[]): Map<string, string> {
  const tree = new Map<string, string>();
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(ts|js)$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      tree.set(relative(root, path).split(sep).join("/"), readFileSync(path, "utf8"));
    }
  }
  return tree;
}

test("every file of the house keeps to its floor", () => {
  const tree = readTree("src", "migrations");
  expect(tree.size).toBeGreaterThan(5);
  expect(floorFaults(tree)).toEqual([]);
});

test("no file of source, tests or bench is longer than 300 lines", () => {
  const long = [...readTree("src", "migrations", "tests", "bench")]
    .map(([path, text]) => ({ path, lines: text.split("\n").length - 1 }))
    .filter(({ lines }) => lines > 300);
  expect(long).toEqual([]);
});

test.each([
  [
    "core may not look up",
    "src/core/a.ts",
    'import { b } from "../feeds/b.js";',
    "src/core/a.ts (core) imports src/feeds/b.ts (feeds)",
  ],
  ["a type counts", "src/core/a.ts", 'import type { B } from "../store/b.js";', "(core) imports src/store/b.ts"],
  [
    "strangers on floor 1",
    "src/feeds/a.ts",
    'export { b } from "../store/b.js";',
    "(feeds) imports src/store/b.ts (store)",
  ],
  ["app is not web", "src/web/a.ts", 'import { b } from "../app/b.js";', "(web) imports src/app/b.ts (app)"],
  ["app may not look up", "src/app/a.ts", 'const b = await import("../log.js");', "(app) imports src/log.ts (top)"],
  ["over several lines", "src/core/a.ts", 'import {\n  b,\n} from "../feeds/b.js";', "(core) imports src/feeds/b.ts"],
  ["a module for its effects", "src/core/a.ts", 'import "../store/b.js";', "(core) imports src/store/b.ts"],
  ["core has no node", "src/core/a.ts", 'import { readFile } from "node:fs";', "core uses pure libraries only"],
  ["core has no frameworks", "src/core/a.ts", 'import pino from "pino";', "core uses pure libraries only"],
  ["migrations belong to store", "src/app/a.ts", 'import { m } from "../../migrations/index.js";', "only store may"],
  ["no homeless file", "src/utils/a.ts", "export const a = 1;", "stands on no floor"],
  ["no clock in core", "src/core/a.ts", "const now = new Date();", "time is passed in"],
  ["no chance in core", "src/core/a.ts", "const x = Math.random();", "deterministic"],
])("a planted fault is found: %s", (_name, path, text, fault) => {
  expect(floorFaults(new Map([[path, text]])).join("\n")).toContain(fault);
});

test.each([
  ["down is allowed", "src/app/a.ts", 'import { b } from "../store/b.js";'],
  ["own folder is allowed", "src/feeds/a.ts", 'import { b } from "./b.js";'],
  ["core is one unit", "src/core/brief/a.ts", 'import { b } from "../text/b.js";'],
  ["floor 3 is one unit", "src/cli/a.ts", 'import { b } from "../log.js";'],
  ["store has its migrations", "src/store/a.ts", 'import { m } from "../../migrations/index.js";'],
  [
    "a word in a string is no import",
    "src/core/a.ts",
    'const words = ["from", "../feeds/b.js"];\ntype W = "import" | "node:fs";',
  ],
  ["core may use zod", "src/core/a.ts", 'import { z } from "zod";'],
])("what is allowed is no fault: %s", (_name, path, text) => {
  expect(floorFaults(new Map([[path, text]]))).toEqual([]);
});
