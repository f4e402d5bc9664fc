/**
 * `npm run bench [-- name…]`: the benches of this folder, all but the long ones or the named; exit 2 for a name that is none. `--json` prints JSON
 * instead of tables, `--file FILE` writes it as well, `--write-docs` puts the tables into docs/bench. `--here` starts no process.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { packageRoot } from "../src/config.js";
import type { Bench } from "./measure.js";
import { peakMemory } from "./measure.js";
import { machine, writeDocs } from "./parts/docs.js";
import { tableText, type Result } from "./parts/table.js";

const isBench = (module: object): module is Bench => "name" in module && "run" in module;

/** No bench takes longer; one that hangs must not keep the others from being told. */
const limit = { short: 4 * 60_000, long: 60 * 60_000 };

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

async function runHere({ name, about, run }: Bench): Promise<Result> {
  const rows = await run();
  return { name, about, rows, peak: peakMemory() };
}

/** Each in a process of its own: no bench warms up another's code or adds to its memory. Null, and a line on stderr, where it failed. */
function runApart({ name, long }: Bench): Result | null {
  const args = [...process.execArgv, fileURLToPath(import.meta.url), "--json", "--here", name];
  const { status, signal, stdout } = spawnSync(process.execPath, args, {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    timeout: long ? limit.long : limit.short,
  });
  const [result] = status === 0 ? (JSON.parse(stdout) as Result[]) : [];
  if (result === undefined) console.error(`bench ${name} ended with ${signal ?? status}\n`);
  return result ?? null;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      json: { type: "boolean", default: false },
      file: { type: "string" },
      "write-docs": { type: "boolean", default: false },
      here: { type: "boolean", default: false },
    },
    allowPositionals: true,
  });
  const all = await benches();
  const strange = positionals.filter((name) => !all.some((bench) => bench.name === name));
  if (strange.length > 0) {
    console.error(`no bench ${strange.join(", ")}; there are ${all.map(({ name }) => name).join(", ")}`);
    return 2;
  }
  const chosen = all.filter(({ name, long }) => (positionals.length === 0 ? !long : positionals.includes(name)));
  const about = machine(Date.now());
  if (!values.json) console.log(`${about.replaceAll("**", "")}\n`);
  const results: Result[] = [];
  for (const bench of chosen) {
    const result = values.here ? await runHere(bench) : runApart(bench);
    if (result === null) continue;
    results.push(result);
    if (!values.json) console.log(`${tableText(result)}\n`);
  }
  const text = JSON.stringify(results);
  if (values.json) console.log(text);
  if (values.file !== undefined) writeFileSync(values.file, `${text}\n`);
  if (values["write-docs"]) await writeDocs(results, about);
  return results.length === chosen.length ? 0 : 1;
}

process.exitCode = await main();
