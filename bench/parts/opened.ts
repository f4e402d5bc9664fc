import { setMaxListeners } from "node:events";
import { createRun } from "../../src/app/run.js";
import { openTellal } from "../../src/cli/tellal.js";
import { loadConfig } from "../../src/config.js";
import { plainPaint } from "../../src/core/message/console.js";
import { createLog } from "../../src/log.js";
import type { Folder } from "./program.js";

/** The whole program in this process, over a folder; `once` is one whole journey. What it posts to the console nobody reads. */
export async function openProgram({ env, folder }: Pick<Folder, "env" | "folder">) {
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  const tellal = await openTellal({
    config: loadConfig({ env, cwd: folder }),
    clock: Date.now,
    random: () => 0.5,
    log: createLog({ level: "error", format: "pretty", secrets: [], write: (line) => void process.stderr.write(line) }),
    console: { write: async () => {}, paint: plainPaint, width: () => 100 },
    signal,
  });
  return { ...tellal, once: createRun({ ...tellal, clock: Date.now, signal }) };
}
