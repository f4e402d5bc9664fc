import { rmSync } from "node:fs";
import { createMatcher } from "../src/core/match/matcher.js";
import { fanOut } from "./fan-out.js";
import { articles, keywords } from "./match.js";
import type { Row } from "./measure.js";
import { cost, median, short, took } from "./measure.js";
import { fillArchive } from "./parts/archive.js";
import { openChats } from "./parts/chats.js";
import { openSite } from "./parts/loopback.js";
import { openProgram } from "./parts/opened.js";
import { createFolder, temporaryFolder } from "./parts/program.js";

export const name = "growth";
export const about =
  "What grows with what, each tenfold: a cycle of polls that is all 304 by its feeds; matching 300 articles of 3 kB by keywords; a story to the outbox by chats; " +
  "a story recorded by what the archive holds. Times in ms, medians; `times` is beside the size before.";

const runs = 5;

/** A cycle all 304, for so many feeds. */
async function polling(feeds: number): Promise<number> {
  const site = await openSite({ feeds, items: 5, hosts: Math.min(250, feeds), pages: "closed" });
  const folder = createFolder(site);
  const program = await openProgram(folder);
  await program.poll(Date.now(), true);
  const spans: number[] = [];
  for (let turn = 0; turn < runs; turn += 1)
    spans.push((await took(async () => void (await program.poll(Date.now(), true)))).wall);
  await program.close();
  folder.remove();
  await site.close();
  return median(spans);
}

/** All articles once, for so many keywords. */
function matching(count: number): number {
  const texts = articles();
  const matcher = createMatcher([{ id: "bench", name: { tr: "", en: "" }, keywords: keywords(count, texts) }]);
  return cost(() => texts.forEach((body) => matcher.match({ title: "", body, language: "tr" })), runs);
}

/** A story recorded in an archive of so many, which are older than those that it is compared with. */
async function recording(archive: number): Promise<number> {
  const folder = temporaryFolder();
  const rig = await openChats(folder, 10);
  await fillArchive(rig.database, archive, null);
  const spans: number[] = [];
  for (let story = 0; story <= runs; story += 1) {
    await rig.show(story);
    const { wall } = await took(() => rig.read());
    if (story > 0) spans.push(wall);
  }
  await rig.store.close();
  rmSync(folder, { recursive: true });
  return median(spans);
}

export async function run(): Promise<Row[]> {
  const grown: [what: string, sizes: number[], measure: (size: number) => Promise<number> | number][] = [
    ["feeds, a cycle of 304s", [10, 100, 1_000], polling],
    ["keywords, 300 articles", [10, 100, 1_000, 10_000], matching],
    ["chats, a story to the outbox", [10, 100, 1_000, 10_000], (size) => fanOut(size, runs)],
    ["archive, a story recorded", [100, 1_000, 10_000], recording],
  ];
  const rows: Row[] = [];
  for (const [what, sizes, measure] of grown) {
    // The first one compiles.
    await measure(sizes[0] ?? 1);
    let before: number | null = null;
    for (const size of sizes) {
      const ms: number = await measure(size);
      rows.push({ what, size, ms: short(ms), times: before === null ? "" : short(ms / before) });
      before = ms;
    }
  }
  return rows;
}
