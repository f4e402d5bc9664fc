/** `npm run torture`: the tests that treat the program badly, with more of everything, and a table of what came of it. Exit 1 if one failed. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { packageRoot } from "../../src/config.js";
import { figureSchema } from "./figure.js";
import type { Figure } from "./figure.js";

/** What is tortured and by which tests. `docs/promises.md` says which promise each of them holds. */
const groups: { name: string; tests: readonly string[] }[] = [
  {
    name: "crash",
    tests: [
      "tests/e2e/kill-sending.test.ts",
      "tests/e2e/kill.test.ts",
      "tests/app/crash.test.ts",
      "tests/app/uncertain.test.ts",
      "tests/app/processes.test.ts",
    ],
  },
  {
    name: "outside",
    tests: [
      "tests/torture/storm",
      "tests/torture/strange-feeds",
      "tests/torture/day",
      "tests/feeds",
      "tests/app/clock",
    ],
  },
  { name: "machine", tests: ["tests/app/disk-full", "tests/store/database.test.ts"] },
  {
    name: "hostile input",
    tests: [
      "tests/core/message",
      "tests/core/brief",
      "tests/core/match",
      "tests/core/text",
      "tests/corpus/grounded.test.ts",
    ],
  },
  { name: "strangers", tests: ["tests/chat", "tests/app/commands", "tests/log.test.ts"] },
  { name: "load", tests: ["tests/torture/fan-out", "tests/app/lane.test.ts"] },
];

const report = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() });
interface Outcome {
  name: string;
  passed: number;
  failed: number;
  figures: Figure[];
}

/** Runs the tests of one group in a process of their own. */
function torture({ name, tests }: (typeof groups)[number], folder: string): Outcome {
  const figures = join(folder, `${name}.jsonl`);
  const results = join(folder, `${name}.json`);
  const args = ["vitest", "run", ...tests, "--reporter=json", `--outputFile=${results}`, "--testTimeout=600000"];
  spawnSync("npx", args, {
    cwd: packageRoot(),
    env: { ...process.env, TELLAL_TORTURE: figures, TELLAL_KILLS: process.env["TELLAL_KILLS"] ?? "100" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const { numPassedTests, numFailedTests, success } = report.parse(JSON.parse(readFileSync(results, "utf8")));
  return {
    name,
    passed: numPassedTests,
    // A file that does not even load is no failed test, but no success either.
    failed: Math.max(numFailedTests, success ? 0 : 1),
    figures: lines(figures).map((line) => figureSchema.parse(JSON.parse(line))),
  };
}

function lines(file: string): string[] {
  try {
    return readFileSync(file, "utf8").trim().split("\n");
  } catch {
    return [];
  }
}

/** Figures of one thing, found by several tests, as one. */
function merged(figures: readonly Figure[]): Figure[] {
  return [...new Set(figures.map(({ what }) => what))].map((what) => {
    const some = figures.filter((figure) => figure.what === what);
    const total = (of: (figure: Figure) => number | null) => {
      const numbers = some.map(of).filter((number) => number !== null);
      return numbers.length === 0 ? null : sum(numbers);
    };
    return {
      what,
      runs: sum(some.map(({ runs }) => runs)),
      lost: total(({ lost }) => lost),
      doubled: total(({ doubled }) => doubled),
      more: some.flatMap(({ more }) => (more === "" ? [] : [more])).join(" | "),
      memory: Math.max(...some.map(({ memory }) => memory)),
    };
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function main(): number {
  const folder = mkdtempSync(join(tmpdir(), "tellal-torture-"));
  const begin = performance.now();
  try {
    const wanted = process.argv.slice(2);
    const outcomes = groups
      .filter(({ name }) => wanted.length === 0 || wanted.includes(name))
      .map((group) => {
        const outcome = torture(group, folder);
        console.log(`${outcome.name}: ${outcome.passed} passed, ${outcome.failed} failed`);
        return outcome;
      });
    console.log("\n| what | runs | lost | doubled | memory, MiB | |\n|---|---:|---:|---:|---:|---|");
    for (const { what, runs, lost, doubled, memory, more } of merged(outcomes.flatMap(({ figures }) => figures)))
      console.log(`| ${what} | ${runs} | ${lost ?? ""} | ${doubled ?? ""} | ${memory} | ${more} |`);
    const failed = sum(outcomes.map((outcome) => outcome.failed));
    const minutes = ((performance.now() - begin) / 60_000).toFixed(1);
    console.log(`\n${sum(outcomes.map(({ passed }) => passed))} passed, ${failed} failed in ${minutes} min`);
    return failed === 0 && outcomes.length > 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = main();
