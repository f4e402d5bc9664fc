import { LogLevel, type Logger } from "@slack/web-api";
import type { Log } from "../log.js";

/**
 * Our log as Slack's libraries want it. Their debug lines show whole requests and addresses with tickets, their info lines
 * nothing an operator needs: both are dropped.
 */
export function libraryLogger(log: Log, library: string): Logger {
  const warn = (...parts: unknown[]): void => log.warn({ library }, parts.map(textOf).join(" "));
  return {
    debug: () => {},
    info: () => {},
    warn,
    error: warn,
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}

function textOf(part: unknown): string {
  if (part instanceof Error) return part.message;
  return typeof part === "string" ? part : (JSON.stringify(part) ?? String(part));
}
