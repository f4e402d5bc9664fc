import { rmSync } from "node:fs";
import type { Row } from "./measure.js";
import { median, short, took } from "./measure.js";
import { openChats } from "./parts/chats.js";
import { temporaryFolder } from "./parts/program.js";

export const name = "fan-out";
export const about =
  "One story from its page to the outbox of all chats that follow its topic, in one transaction: the page read from memory, briefed, recorded, owed. The " +
  "median of seven stories each.";

const stories = 7;
const sizes = [1, 1_000, 100_000];

/** Milliseconds for a story, the median, for so many chats. */
export async function fanOut(chats: number, count = stories): Promise<number> {
  const folder = temporaryFolder();
  const rig = await openChats(folder, chats);
  const spans: number[] = [];
  for (let story = 0; story <= count; story += 1) {
    await rig.show(story);
    const { wall } = await took(() => rig.read());
    // The first one compiles.
    if (story > 0) spans.push(wall);
  }
  const { owed } = (await rig.store.summary()).deliveries;
  if (owed !== chats * (count + 1)) throw new Error(`${owed} deliveries are owed of ${chats * (count + 1)}`);
  await rig.store.close();
  rmSync(folder, { recursive: true });
  return median(spans);
}

export async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const chats of sizes) {
    const ms = await fanOut(chats);
    rows.push({ chats, "ms a story": short(ms), "chats/s": short(chats / (ms / 1_000)) });
  }
  return rows;
}
