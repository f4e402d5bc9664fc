import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "../src/store/database.js";
import type { Row } from "./measure.js";
import { median } from "./measure.js";
import { archiveEnd, fillArchive } from "./parts/archive.js";
import { createFolder } from "./parts/program.js";
import { memoryOf, startProgram } from "./parts/running.js";

export const name = "memory-million";
export const about =
  "Start-up in ms and resident memory of `tellal start` in MiB, ten seconds after it began, on an archive of 1,000,000 stories; five times on the same archive.";
export const long = true;

const stories = 1_000_000;
const runs = 5;

export async function run(): Promise<Row[]> {
  const site = { feeds: ["http://127.0.0.1:9/rss"], hosts: ["127.0.0.1"] };
  const { env, folder, remove } = createFolder(site);
  // The program makes its own database, feeds and topics.
  await (await startProgram(env)).stop();
  const database = await openDatabase({ folder: `${folder}/data` });
  const { id } = await database.db.selectFrom("feeds").select("id").executeTakeFirstOrThrow();
  await fillArchive(database, stories, null, id);
  await database.close();
  const began: number[] = [];
  const seen: { now: number; peak: number }[] = [];
  for (let turn = 0; turn < runs; turn += 1) {
    const running = await startProgram(env);
    began.push(running.ms);
    await sleep(10_000);
    const memory = memoryOf(running.pid);
    if (memory !== null) seen.push(memory);
    await running.stop();
  }
  remove();
  rmSync(folder, { recursive: true, force: true });
  return [
    {
      stories,
      until: new Date(archiveEnd).toISOString().slice(0, 10),
      "start ms": Math.round(median(began)),
      "MiB resident": median(seen.map(({ now }) => now)),
      "MiB at most": median(seen.map(({ peak }) => peak)),
    },
  ];
}
