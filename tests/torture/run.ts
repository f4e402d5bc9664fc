/**
 * `npm run torture [GROUP…]`: the tests that treat the program badly, with more of everything, and a table of what came of it.
 * Exit 1 if one failed. Ten minutes on two cores; `TELLAL_KILLS=100 npm run torture crash` kills 300 processes and takes nine.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { packageRoot } from "../../src/config.js";
import { figureSchema } from "./figure.js";
import type { Figure } from "./figure.js";
import { groups, missing } from "./groups.js";
import type { Group } from "./groups.js";
import { table } from "./table.js";

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

interface Outcome {
  name: string;
  passed: number;
  failed: string[];
  figures: Figure[];
  seconds: number;
}

/** Runs the tests of one group in a process of their own. */
async function torture(group: Group, folder: string): Promise<Outcome> {
  const begin = performance.now();
  const absent = missing(group).map((path) => `${path}: no such file`);
  const figures = join(folder, `${group.name}.jsonl`);
  const results = join(folder, `${group.name}.json`);
  // Each file in a process of its own, so that the memory of one is not counted for the next.
  const args = ["vitest", "run", ...group.tests, "--isolate", "--reporter=json", `--outputFile=${results}`];
  const child = spawn("npx", [...args, "--testTimeout=600000"], {
    cwd: packageRoot(),
    env: { ...process.env, TELLAL_TORTURE: figures, TELLAL_KILLS: process.env["TELLAL_KILLS"] ?? "25" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await new Promise((resolve) => child.on("close", resolve));
  const { numPassedTests, testResults, success } = report.parse(JSON.parse(readFileSync(results, "utf8")));
  const failed = testResults.flatMap(({ name, message, assertionResults }) => [
    ...assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName, failureMessages }) => `${name}: ${fullName}\n${failureMessages.join("\n")}`),
    // A file that does not even load is no failed test, but no success either.
    ...(assertionResults.length === 0 ? [`${name}: ${message}`] : []),
  ]);
  if (!success && failed.length === 0) failed.push("vitest says that it failed, and not what");
  const seconds = Math.round((performance.now() - begin) / 1_000);
  return { name: group.name, passed: numPassedTests, failed: [...absent, ...failed], figures: read(figures), seconds };
}

function read(file: string): Figure[] {
  try {
    const lines = readFileSync(file, "utf8").trim().split("\n");
    return lines.map((line) => figureSchema.parse(JSON.parse(line)));
  } catch {
    return [];
  }
}

async function main(wanted: readonly string[]): Promise<number> {
  const unknown = wanted.filter((name) => !groups.some((group) => group.name === name));
  if (unknown.length > 0) {
    console.error(
      `No group is called ${unknown.join(" or ")}. There are: ${groups.map(({ name }) => name).join(", ")}.`,
    );
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), "tellal-torture-"));
  const begin = performance.now();
  const outcomes: Outcome[] = [];
  try {
    for (const group of groups) {
      if (wanted.length > 0 && !wanted.includes(group.name)) continue;
      const outcome = await torture(group, folder);
      outcomes.push(outcome);
      const { name, passed, failed, seconds } = outcome;
      console.log(`${name}: ${passed} passed, ${failed.length} failed in ${seconds} s`);
      for (const one of failed) console.log(`  ${one}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(`\n${table(outcomes.flatMap(({ figures }) => figures)).join("\n")}`);
  const passed = outcomes.reduce((total, outcome) => total + outcome.passed, 0);
  const failed = outcomes.reduce((total, outcome) => total + outcome.failed.length, 0);
  const minutes = ((performance.now() - begin) / 60_000).toFixed(1);
  console.log(`\n${passed} passed, ${failed} failed in ${minutes} min`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
