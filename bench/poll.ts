import type { Row } from "./measure.js";
import { median, short, took } from "./measure.js";
import { openSite } from "./parts/loopback.js";
import { openProgram } from "./parts/opened.js";
import { createFolder } from "./parts/program.js";

export const name = "poll";
export const about =
  "A cycle of polls over 1,000 feeds of 10 items on 250 loopback hosts, five times on a new database: the first, with robots.txt of each host, and the next, " +
  "all 304. Polls end with their items and states stored; no page is read. Processor time is this process's, not the site's.";

const runs = 5;
const feeds = 1_000;

export async function run(): Promise<Row[]> {
  const site = await openSite({ feeds, items: 10, hosts: 250, pages: "closed" });
  const cycles = { "first, all 200": [] as Taken[], "next, all 304": [] as Taken[] };
  for (let turn = 0; turn < runs; turn += 1) {
    const folder = createFolder(site);
    const program = await openProgram(folder);
    for (const taken of Object.values(cycles)) {
      taken.push(
        await took(async () => {
          const { polled, failed } = await program.poll(Date.now(), true);
          if (polled !== feeds || failed.length > 0) throw new Error(`${polled} polled, ${failed.length} failed`);
        }),
      );
    }
    await program.close();
    folder.remove();
  }
  await site.close();
  return Object.entries(cycles).map(([cycle, taken]) => ({
    cycle,
    feeds,
    ms: Math.round(median(taken.map(({ wall }) => wall))),
    "processor ms": Math.round(median(taken.map(({ processor }) => processor))),
    "processor ms a feed": short(median(taken.map(({ processor }) => processor)) / feeds),
  }));
}

type Taken = Awaited<ReturnType<typeof took>>;
