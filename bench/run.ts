/** `npm run bench [-- name…] [--json]`: the benches of this folder, all or the named; exit 2 for a name that is none. `--here` starts no process. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { packageRoot } from "../src/config.js";
import type { Bench, Row } from "./measure.js";
import { peakMemory } from "./measure.js";

/** What `--json` prints of each bench; `peak` is the most memory its process held, in MiB. */
interface Result {
  name: string;
  peak: number;
  rows: Row[];
}

const isBench = (module: object): module is Bench => "name" in module && "run" in module;

/** The sources say what there is; compiled files may be older. */
async function benches(): Promise<Bench[]> {
  const files = readdirSync(join(packageRoot(), "bench")).filter((file) => /^(?!run\.|measure\.).*\.ts$/u.test(file));
  const modules = await Promise.all(
    files.map((file): Promise<object> => import(new URL(file.replace(/ts$/u, "js"), import.meta.url).href)),
  );
  const found = modules.filter(isBench);
  const names = found.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) throw new Error(`two benches are called ${twice}`);
  return found;
}

async function runHere({ name, run }: Bench): Promise<Result> {
  const rows = await run();
  return { name, rows, peak: peakMemory() };
}

/** Each of several runs in a process of its own: no bench warms up another's code or adds to its memory. */
function runApart({ name }: Bench): Result {
  const args = [...process.execArgv, fileURLToPath(import.meta.url), "--json", "--here", name];
  const { status, stdout } = spawnSync(process.execPath, args, {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`bench ${name} ended with ${status}`);
  const [result] = JSON.parse(stdout) as Result[];
  if (result === undefined) throw new Error(`bench ${name} printed nothing`);
  return result;
}

function tableText({ name, peak, rows }: Result): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const shown = (value: string | number | undefined): string =>
    typeof value === "number" ? value.toLocaleString("en") : (value ?? "");
  const width = (column: string): number => Math.max(column.length, ...rows.map((row) => shown(row[column]).length));
  const line = (cells: (column: string) => string | number | undefined): string =>
    columns
      .map((column) => {
        const cell = cells(column);
        return typeof cell === "number" ? shown(cell).padStart(width(column)) : shown(cell).padEnd(width(column));
      })
      .join("  ")
      .trimEnd();
  const lines = [line((column) => column), ...rows.map((row) => line((column) => row[column]))];
  return [`${name} (peak memory ${peak} MiB)`, ...lines.map((it) => `  ${it}`)].join("\n");
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { json: { type: "boolean" }, here: { type: "boolean" } },
    allowPositionals: true,
  });
  const all = await benches();
  const strange = positionals.filter((name) => !all.some((bench) => bench.name === name));
  if (strange.length > 0) {
    console.error(`no bench ${strange.join(", ")}; there are ${all.map(({ name }) => name).join(", ")}`);
    return 2;
  }
  const chosen = all.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const here = values.here === true || chosen.length === 1;
  const results: Result[] = [];
  for (const bench of chosen) {
    const result = here ? await runHere(bench) : runApart(bench);
    results.push(result);
    if (values.json !== true) console.log(`${tableText(result)}\n`);
  }
  if (values.json === true) console.log(JSON.stringify(results));
  return 0;
}

process.exitCode = await main();
