import { posix } from "node:path";

/** Path of a file from the project's root → its text. */
export type Tree = ReadonlyMap<string, string>;

/**
 * The house (CONTRIBUTING, "The house"): a file imports from the floors below it and from its own unit, nothing else.
 * Type-only imports count. A file that stands on no floor is itself a fault.
 */
const units: { unit: string; floor: number; holds: RegExp }[] = [
  { unit: "core", floor: 0, holds: /^src\/core\// },
  { unit: "feeds", floor: 1, holds: /^src\/feeds\// },
  { unit: "store", floor: 1, holds: /^src\/store\// },
  { unit: "chat", floor: 1, holds: /^src\/chat\// },
  { unit: "jobs", floor: 1, holds: /^src\/jobs\// },
  { unit: "app", floor: 2, holds: /^src\/app\// },
  { unit: "web", floor: 2, holds: /^src\/web\// },
  { unit: "top", floor: 3, holds: /^src\/(?:main\.ts|worker\.ts|config\.ts|log\.ts|cli\/)/ },
  { unit: "migrations", floor: 0, holds: /^migrations\// },
];

/** What core may use from npm: libraries that only compute. */
const pureLibraries = new Set(["zod", "@fluent/bundle", "fastest-levenshtein"]);

/** What core must not say, beside what oxlint forbids it: a clock that nobody handed in. */
const impure: { pattern: RegExp; why: string }[] = [
  { pattern: /\bnew Date\(\s*\)/, why: "new Date() without arguments: time is passed in" },
  { pattern: /\bDate\.now\b/, why: "Date.now: time is passed in" },
  { pattern: /\bDate\(\s*\)/, why: "Date(): time is passed in" },
  { pattern: /\bMath\.random\b/, why: "Math.random: core is deterministic" },
  { pattern: /\bglobalThis\b/, why: "globalThis: core is pure" },
];

/** `import … from "x"`, `import "x"`, `export … from "x"` at the start of a statement, and `import("x")` anywhere. */
const specifiers =
  /(?:^|;)[ \t]*(?:import|export)\b(?:[^"';]*?\bfrom)?\s*["']([^"']+)["']|\bimport\s*\(\s*["']([^"']+)["']/gm;

function unitOf(path: string) {
  return units.find((unit) => unit.holds.test(path));
}

function resolve(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, ".ts");
}

function importFault(path: string, specifier: string): string | null {
  const own = unitOf(path);
  if (own === undefined) return `${path} stands on no floor`;
  if (!specifier.startsWith(".")) {
    if (own.unit !== "core") return null;
    return pureLibraries.has(
      specifier
        .split("/")
        .slice(0, specifier.startsWith("@") ? 2 : 1)
        .join("/"),
    )
      ? null
      : `${path} imports ${specifier}: core uses pure libraries only`;
  }
  const target = resolve(path, specifier);
  const other = unitOf(target);
  if (other === undefined) return `${path} imports ${target}, which stands on no floor`;
  if (other.unit === own.unit) return null;
  if (other.unit === "migrations") return own.unit === "store" ? null : `${path} imports ${target}: only store may`;
  return other.floor < own.floor ? null : `${path} (${own.unit}) imports ${target} (${other.unit})`;
}

/** Every breach of the floors and of core's purity in the tree, one sentence each. */
export function floorFaults(tree: Tree): string[] {
  const faults: string[] = [];
  for (const [path, text] of tree) {
    if (unitOf(path) === undefined) faults.push(`${path} stands on no floor`);
    for (const [, named, loaded] of text.matchAll(specifiers)) {
      const fault = importFault(path, named ?? loaded ?? "");
      if (fault !== null) faults.push(fault);
    }
    if (!path.startsWith("src/core/")) continue;
    for (const { pattern, why } of impure) if (pattern.test(text)) faults.push(`${path}: ${why}`);
  }
  return faults;
}
