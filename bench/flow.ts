import type { Row } from "./measure.js";
import { median, short, took } from "./measure.js";
import { openSite } from "./parts/loopback.js";
import { openProgram } from "./parts/opened.js";
import { createFolder } from "./parts/program.js";
import { matchingOneIn } from "./parts/turkish.js";

export const name = "flow";
export const about =
  "The whole way of 400 items on 20 loopback hosts, feed to outbox: polled, pages read, matched with the shipped topics, one in ten briefed, recorded, and owed to " +
  "10 chats that nobody serves. Five times on a new database; without the pause of a second between two requests to one host, which in earnest takes far longer.";

const runs = 5;
const [feeds, items, chats] = [20, 20, 10];

export async function run(): Promise<Row[]> {
  const site = await openSite({ feeds, items, hosts: feeds, pages: "open" });
  const cycles: (Awaited<ReturnType<typeof took>> & { stories: number; owed: number })[] = [];
  for (let turn = 0; turn < runs; turn += 1) {
    const subscribe = Array.from({ length: chats }, (_, at) => ({ chat: `telegram:${at + 1}`, topics: ["kizilay"] }));
    const folder = createFolder(site, { subscribe });
    const program = await openProgram(folder);
    const taken = await took(() => program.once());
    const { stories, deliveries } = await program.store.summary();
    cycles.push({ ...taken, stories, owed: deliveries.owed });
    await program.close();
    folder.remove();
  }
  await site.close();
  const count = feeds * items;
  const of = (key: "wall" | "processor" | "stories" | "owed") => median(cycles.map((cycle) => cycle[key]));
  if (of("stories") !== count / matchingOneIn) throw new Error(`${of("stories")} stories of ${count} items`);
  return [
    {
      items: count,
      stories: of("stories"),
      owed: of("owed"),
      ms: Math.round(of("wall")),
      "processor ms": Math.round(of("processor")),
      "items/s": short(count / (of("wall") / 1_000)),
      "processor ms an item": short(of("processor") / count),
    },
  ];
}
