import { Worker } from "node:worker_threads";
import type { RawItem } from "./raw.js";
import { maxField, maxItems } from "./raw.js";

type Answer = { items: RawItem[] } | { fault: string };

/** Reads a feed's text; `deadline` in ms. Whatever goes wrong comes back as `fault`. */
export type ReadStrictly = (text: string, deadline: number) => Promise<Answer>;

export interface StrictReader {
  read: ReadStrictly;
  /** Has a thread ready for the next feed, if one is to be kept: it starts while the feed is still on its way. */
  warm: () => void;
}

/** How long a feed waits for a thread that others use, in ms: one that keeps its thread busy delays no other by more. */
const patience = 200;

/**
 * Reads feeds with rss-parser, each in a thread that reads no other at the time and is stopped after the deadline: its regular
 * expressions take minutes on some inputs. Memory and stack of a thread are bounded. Up to `kept` threads that answered well read
 * the next feeds: to start one costs more than most feeds take.
 */
export function createStrictReader({ kept }: { kept: number }): StrictReader {
  const idle = new Set<Worker>();
  const waiting: ((worker: Worker | null) => void)[] = [];
  let busy = 0;

  function start(): Worker {
    const worker = new Worker(new URL("./rss-worker.js", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
      // The thread needs nothing of ours: neither secrets nor flags.
      env: {},
      execArgv: [],
    });
    // One that waits holds up nobody's end, and if it dies it is not taken again.
    worker.unref();
    worker.on("error", () => idle.delete(worker));
    worker.on("exit", () => idle.delete(worker));
    return worker;
  }

  async function take(): Promise<Worker> {
    const [free] = idle;
    if (free !== undefined || busy < kept || kept === 0) {
      busy += 1;
      if (free !== undefined) idle.delete(free);
      return free ?? start();
    }
    const given = await new Promise<Worker | null>((resolve) => {
      const timer = setTimeout(give, patience, null);
      function give(worker: Worker | null): void {
        clearTimeout(timer);
        if (worker === null && waiting.includes(give)) waiting.splice(waiting.indexOf(give), 1);
        resolve(worker);
      }
      waiting.push(give);
    });
    busy += 1;
    return given ?? start();
  }

  async function giveBack(worker: Worker, isWell: boolean): Promise<void> {
    busy -= 1;
    const next = waiting.shift();
    next?.(isWell ? worker : null);
    if (isWell && next !== undefined) return;
    if (isWell && idle.size < kept) idle.add(worker);
    else await worker.terminate();
  }

  return {
    async read(text, deadline) {
      const worker = await take();
      const answer = await ask(worker, text, deadline);
      await giveBack(worker, "items" in answer);
      return answer;
    },
    warm() {
      if (kept > 0 && busy === 0 && idle.size === 0) idle.add(start());
    },
  };
}

async function ask(worker: Worker, text: string, deadline: number): Promise<Answer> {
  const settled = new AbortController();
  try {
    return await new Promise<Answer>((resolve) => {
      const once = (event: string, told: (value: unknown) => Answer) => {
        const hear = (value: unknown) => resolve(told(value));
        worker.once(event, hear);
        settled.signal.addEventListener("abort", () => worker.off(event, hear));
      };
      const timer = setTimeout(() => resolve({ fault: `stopped after ${deadline} ms` }), deadline);
      settled.signal.addEventListener("abort", () => clearTimeout(timer));
      once("message", (answer) => answer as Answer);
      once("error", (error) => ({ fault: error instanceof Error ? error.message : "the thread failed" }));
      once("exit", () => ({ fault: "the thread ended" }));
      worker.postMessage({ text, maxItems, maxField });
    });
  } finally {
    settled.abort();
  }
}
