import pino, { type Logger } from "pino";
import { cleanText } from "./core/message/clean.js";
import { createRedactor } from "./core/redact.js";

export type Log = Logger;

export interface LogParts {
  level: string;
  format: "json" | "pretty";
  /** Values that no line may show. */
  secrets: readonly string[];
  /** Takes one line with its line break; logs go to standard error. */
  write: (text: string) => void;
}

/** One line of JSON or plain text for each event. Secrets are blackened in the finished line, wherever they stood in it. */
export function createLog({ level, format, secrets, write }: LogParts): Log {
  const redact = createRedactor(secrets);
  const show = format === "pretty" ? prettyLine : (line: string) => line;
  return pino(
    { level, base: null, serializers: { error: pino.stdSerializers.err } },
    {
      write: (line: string) => write(show(redact(line))),
    },
  );
}

const names: Record<number, string> = { 10: "trace", 20: "debug", 30: "info", 40: "warn", 50: "error", 60: "fatal" };

/** `12:30:05 warn  feed is frozen feed=aa-tr-guncel`, the stack of an error on the lines below; UTC. */
function prettyLine(line: string): string {
  const event = asRecord(line);
  if (event === null) return line;
  const { level, time, msg, ...rest } = event;
  const clock = typeof time === "number" ? new Date(time).toISOString().slice(11, 19) : "";
  const words = [clock, (names[Number(level)] ?? String(level)).padEnd(5)];
  if (typeof msg === "string") words.push(cleanText(msg));
  const stacks: string[] = [];
  for (const [key, value] of Object.entries(rest)) {
    const stack = typeof value === "object" && value !== null && "stack" in value ? value.stack : null;
    if (typeof stack === "string") stacks.push(...stack.split("\n").map((row) => `         ${cleanText(row)}`));
    else words.push(`${key}=${typeof value === "string" ? cleanText(value) : JSON.stringify(value)}`);
  }
  return [words.join(" "), ...stacks].join("\n") + "\n";
}

function asRecord(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
