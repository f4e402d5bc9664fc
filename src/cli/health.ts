import { stat } from "node:fs/promises";
import { loadConfig } from "../config.js";
import { aliveFile } from "./start.js";
import type { Register } from "./parts.js";

/** Four missed marks of the running program are a standstill. */
const patience = 60_000;

/** `health`: whether a Tellal runs on the data folder and its schedule moves; for containers and watchdogs. Exit code 1 if not. */
export const registerHealth: Register = (program, parts) => {
  program
    .command("health")
    .description("say whether a running Tellal's schedule moves; exit code 1 if not")
    .action(async () => {
      const { data } = loadConfig(parts);
      const marked = await stat(aliveFile(data)).catch(() => null);
      const age = marked === null ? null : parts.clock() - marked.mtimeMs;
      if (age !== null && age <= patience) return parts.out("running\n");
      parts.err(age === null ? `no Tellal has run on ${data}\n` : `no sign of life for ${Math.round(age / 1000)} s\n`);
      parts.fail();
    });
};
