import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readFeed } from "../src/feeds/reader.js";
import { createStrictReader } from "../src/feeds/rss.js";
import { inputs, origin } from "../tests/feeds/hostile-inputs.js";
import type { Row } from "./measure.js";
import { peakMemory } from "./measure.js";

/** Which input a process measures; all where it is not said, each in a process of its own. */
const chosen = process.env["TELLAL_HOSTILE_INPUT"];

/** Processor time of this thread in ms, where the system tells; elsewhere the time on the wall. */
function spent(): number {
  try {
    const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, "latin1").split(" ");
    return Number(nanoseconds) / 1e6;
  } catch {
    return performance.now();
  }
}

async function measured([what, text]: (typeof inputs)[number]): Promise<Row> {
  const readStrictly = createStrictReader({ kept: 1 }).read;
  // Libraries and a thread are there, as they are in earnest.
  await readFeed("<rss><channel><item><title>a</title></item></channel></rss>", origin, { readStrictly });
  const base = process.memoryUsage().rss / 2 ** 20;
  const [begin, cpu] = [performance.now(), spent()];
  await readFeed(text, origin, { readStrictly });
  const [ms, own] = [performance.now() - begin, spent() - cpu];
  const more = peakMemory() - base;
  // Once more, with somebody who looks at the clock at each turn, which costs.
  let [longest, last, isOver] = [0, spent(), false];
  function turn(): void {
    const now = spent();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(turn);
  }
  setImmediate(turn);
  await readFeed(text, origin, { readStrictly });
  isOver = true;
  return {
    feed: what,
    ms: Math.round(ms),
    "main thread, ms": Math.round(own),
    "longest turn, ms": Math.round(Math.max(longest, spent() - last)),
    "MiB more": Math.round(more),
  };
}

function apart(at: number): Row[] {
  const program = fileURLToPath(new URL("run.js", import.meta.url));
  const { stdout, status } = spawnSync(process.execPath, [program, name, "--json", "--here"], {
    env: { ...process.env, TELLAL_HOSTILE_INPUT: String(at) },
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`hostile feed ${at} ended with ${status}`);
  return (JSON.parse(stdout) as { rows: Row[] }[]).flatMap(({ rows }) => rows);
}

export const name = "hostile-feeds";
export const about =
  "What the hostile feeds of the tests cost, each in a process of its own: time by the clock, processor time of the main thread and the longest that it lets " +
  "nobody else have a turn, and memory. rss-parser may take 2 s in a thread of its own; the main thread is what counts for others.";
export const run = async (): Promise<Row[]> => {
  if (chosen === undefined) return inputs.flatMap((_, at) => apart(at));
  const input = inputs[Number(chosen)];
  return input === undefined ? [] : [await measured(input)];
};
