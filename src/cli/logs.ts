import type { Config } from "../config.js";
import { createLog, type Log } from "../log.js";
import type { CliParts } from "./parts.js";

/** The log of a command, on standard error: readable lines for a person, JSON for a machine, unless `LOG_FORMAT` says. */
export function logOf({ env, secrets }: Config, { err, interactive }: CliParts): Log {
  const format = env.LOG_FORMAT ?? (interactive ? "pretty" : "json");
  return createLog({ level: env.LOG_LEVEL, format, secrets, write: err });
}
