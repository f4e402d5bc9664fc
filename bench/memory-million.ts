import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { databaseFile, openDatabase } from "../src/store/database.js";
import type { Row } from "./measure.js";
import { median } from "./measure.js";
import { archiveEnd, archiveSpan, fillArchive } from "./parts/archive.js";
import { multiply } from "./parts/multiply.js";
import { createFolder } from "./parts/program.js";
import { memoryOf, startProgram } from "./parts/running.js";

export const name = "memory-million";
export const about =
  "Start-up in ms and resident memory of `tellal start` in MiB, ten seconds after it began, on an archive of 1,000,000 stories (10,000 again and again, further and further back); three times on the same archive.";
export const long = true;

const few = 10_000;
const by = 100;
const runs = 3;

export async function run(): Promise<Row[]> {
  const site = { feeds: ["http://127.0.0.1:9/rss"], hosts: ["127.0.0.1"] };
  const { env, folder, remove } = createFolder(site);
  // The program makes its own database, feeds and topics.
  await (await startProgram(env)).stop();
  const data = join(folder, "data");
  const database = await openDatabase({ folder: data });
  const { id } = await database.db.selectFrom("feeds").select("id").executeTakeFirstOrThrow();
  await fillArchive(database, few, null, id);
  await database.close();
  multiply(databaseFile(data), { count: few, by, span: archiveSpan(few) });
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
  return [
    {
      stories: few * by,
      until: new Date(archiveEnd).toISOString().slice(0, 10),
      "start ms": Math.round(median(began)),
      "MiB resident": median(seen.map(({ now }) => now)),
      "MiB at most": median(seen.map(({ peak }) => peak)),
    },
  ];
}
