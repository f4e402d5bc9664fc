import type { Config } from "../config.js";
import { loadConfig } from "../config.js";
import type { Log } from "../log.js";
import { logOf } from "./logs.js";
import type { CliParts } from "./parts.js";
import { openTellal, type Tellal } from "./tellal.js";

/** A configured Tellal with its lock taken. `signal` aborts when the process is asked to stop. */
export interface Opened {
  config: Config;
  log: Log;
  signal: AbortSignal;
  tellal: Tellal;
}

/** Opens all that `start` and `once` run, as configured. */
export async function openConfigured(parts: CliParts): Promise<Opened> {
  const config = loadConfig(parts);
  const log = logOf(config, parts);
  const signal = parts.stopped();
  const tellal = await openTellal({ config, log, signal, ...surroundings(parts) });
  return { config, log, signal, tellal };
}

/** What `openTellal` wants of the world outside. */
export function surroundings({ clock, random, out, paint, width }: CliParts) {
  return { clock, random, console: { write: out, paint, width } };
}
