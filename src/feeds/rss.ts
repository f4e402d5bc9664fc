import { Worker } from "node:worker_threads";
import type { RawItem } from "./raw.js";
import { maxField, maxItems } from "./raw.js";

type Answer = { items: RawItem[] } | { fault: string };

/**
 * Reads a feed with rss-parser in a thread of its own, which is stopped after `deadline` ms: its regular expressions take
 * minutes on some inputs. Memory and stack of the thread are bounded. Whatever goes wrong comes back as `fault`.
 */
export async function readStrictly(text: string, deadline: number): Promise<Answer> {
  const worker = new Worker(new URL("./rss-worker.js", import.meta.url), {
    workerData: { text, maxItems, maxField },
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    // The thread needs nothing of ours: neither secrets nor flags.
    env: {},
    execArgv: [],
  });
  try {
    return await new Promise<Answer>((resolve) => {
      const timer = setTimeout(() => resolve({ fault: `stopped after ${deadline} ms` }), deadline);
      const end = (answer: Answer) => {
        clearTimeout(timer);
        resolve(answer);
      };
      worker.once("message", (answer: Answer) => end(answer));
      worker.once("error", (error: unknown) =>
        end({ fault: error instanceof Error ? error.message : "the thread failed" }),
      );
      worker.once("exit", () => end({ fault: "the thread ended" }));
    });
  } finally {
    await worker.terminate();
  }
}
