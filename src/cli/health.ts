import { stat } from "node:fs/promises";
import { join } from "node:path";
import { loadConfig } from "../config.js";
import type { CliParts } from "./parts.js";

/** File in the data folder that a running Tellal touches; `health` reads how old it is. */
export const aliveFile = (folder: string) => join(folder, "alive");

/** Four missed marks of the running program are a standstill. */
const patience = 60_000;

/** Whether a Tellal runs on a data folder and its schedule moves. */
export async function isAlive(data: string, now: number): Promise<boolean> {
  const age = await ageOfMark(data, now);
  return age !== null && age <= patience;
}

async function ageOfMark(data: string, now: number): Promise<number | null> {
  const marked = await stat(aliveFile(data)).catch(() => null);
  return marked === null ? null : now - marked.mtimeMs;
}

/** `health`: whether a Tellal runs on the data folder and its schedule moves; for containers and watchdogs. Exit code 1 if not. */
export async function health(parts: CliParts): Promise<void> {
  const { data } = loadConfig(parts);
  const age = await ageOfMark(data, parts.clock());
  if (age !== null && age <= patience) return parts.out("running\n");
  parts.err(age === null ? `no Tellal has run on ${data}\n` : `no sign of life for ${Math.round(age / 1000)} s\n`);
  parts.fail();
}
