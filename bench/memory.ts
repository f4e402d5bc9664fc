import { setTimeout as sleep } from "node:timers/promises";
import type { Row } from "./measure.js";
import { median } from "./measure.js";
import { openSite } from "./parts/loopback.js";
import { createFolder } from "./parts/program.js";
import { memoryOf, startProgram } from "./parts/running.js";

export const name = "memory";
export const about =
  "Resident memory of `tellal start` in MiB, ten seconds after it began, and the most until then: with the one feed of a new installation, and with 1,000 " +
  "feeds of 10 items, whose first cycle it has polled by then.";

const runs = 5;
const settle = 10_000;

export async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const feeds of [1, 1_000]) {
    const site = await openSite({ feeds, items: 10, hosts: Math.min(feeds, 250), pages: "closed" });
    const seen: { now: number; peak: number }[] = [];
    for (let turn = 0; turn < runs; turn += 1) {
      const { env, remove } = createFolder(site);
      const running = await startProgram(env);
      await sleep(settle);
      const memory = memoryOf(running.pid);
      if (memory !== null) seen.push(memory);
      await running.stop();
      remove();
    }
    await site.close();
    rows.push({
      feeds,
      "MiB resident": median(seen.map(({ now }) => now)),
      "MiB at most": median(seen.map(({ peak }) => peak)),
    });
  }
  return rows;
}
