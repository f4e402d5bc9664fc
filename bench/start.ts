import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Row } from "./measure.js";
import { median, took } from "./measure.js";
import { createFolder, program } from "./parts/program.js";
import { memoryOf, startProgram } from "./parts/running.js";

export const name = "start";
export const about =
  "From the command to the line that says that it runs, in ms, and the memory that it holds then, in MiB; and how many files of the PostgreSQL client are " +
  "loaded without `DATABASE_URL` (there should be none).";

const runs = 5;

/** The files of Node's packages of some name that the program loads in a run on SQLite. */
async function loadedOf(env: Record<string, string>, folder: string, packages: RegExp): Promise<number> {
  const coverage = join(folder, "coverage");
  mkdirSync(coverage);
  const running = await startProgram({ ...env, NODE_V8_COVERAGE: coverage });
  await running.stop();
  const urls = readdirSync(coverage).flatMap((file) =>
    [...readFileSync(join(coverage, file), "utf8").matchAll(/"url":"([^"]*)"/gu)].map(([, url = ""]) => url),
  );
  if (!urls.some((url) => url.includes("/node_modules/kysely/"))) throw new Error("the coverage tells nothing");
  return urls.filter((url) => packages.test(url)).length;
}

export async function run(): Promise<Row[]> {
  const site = { feeds: ["http://127.0.0.1:9/rss"], hosts: ["127.0.0.1"] };
  const { env, folder, remove } = createFolder(site, { subscribe: [{ chat: "console", topics: ["kizilay"] }] });
  const version: number[] = [];
  const kinds = { "start, new database": [] as Began[], "start, known database": [] as Began[] };
  for (let turn = 0; turn < runs; turn += 1) {
    version.push((await took(async () => void spawnSync(process.execPath, [program, "--version"], { env }))).wall);
    rmSync(join(folder, "data"), { recursive: true, force: true });
    for (const began of Object.values(kinds)) {
      const running = await startProgram(env);
      began.push({ ms: running.ms, memory: memoryOf(running.pid)?.now ?? 0 });
      await running.stop();
    }
  }
  const postgres = await loadedOf(env, folder, /\/node_modules\/(?:pg|pg-[a-z-]+|postgres-[a-z]+|pgpass)\//u);
  remove();
  return [
    { what: "--version", ms: Math.round(median(version)) },
    ...Object.entries(kinds).map(([what, began]) => ({
      what,
      ms: Math.round(median(began.map(({ ms }) => ms))),
      MiB: median(began.map(({ memory }) => memory)),
    })),
    { what: "files of PostgreSQL's client loaded", files: postgres },
  ];
}

interface Began {
  ms: number;
  memory: number;
}
