import type { Readable, Writable } from "node:stream";
import type { Command } from "commander";
import type { Paint } from "../core/message/console.js";

/** The world outside the command line; `src/cli/main.ts` gives the real one, tests their own. */
export interface Outside {
  env: Record<string, string | undefined>;
  cwd: string;
  readStdin: () => Promise<Uint8Array>;
  /** Rejects when nobody reads any more. */
  out: (text: string) => Promise<void>;
  err: (text: string) => void;
  /** A person at a terminal reads what `err` takes. */
  interactive: boolean;
  /** A person at a terminal reads what `out` takes. */
  onScreen: boolean;
  /** Where a person can be asked: both ends are a terminal. Null in a pipe, a container, a service. */
  terminal: { input: Readable; output: Writable } | null;
  paint: Paint;
  /** Columns of the terminal. */
  width: () => number;
  clock: () => number;
  /** From 0 to below 1, to spread what would otherwise happen at once. */
  random: () => number;
  /** Aborts when the process is asked to stop (SIGTERM, SIGINT). From the first call on, such a signal no longer ends it. */
  stopped: () => AbortSignal;
}

/** What a command may touch. */
export interface CliParts extends Outside {
  /** The command ran, and something of what it did failed: exit code 1 without an exception. */
  fail: () => void;
}

/** Adds a command to the program (`commands.ts`). */
export type Register = (program: Command, parts: CliParts) => unknown;
