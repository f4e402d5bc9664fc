import type { Command } from "commander";
import type { Paint } from "../core/message/console.js";

/** What a command may touch of the world outside; `src/main.ts` gives the real one, tests their own. */
export interface CliParts {
  env: Record<string, string | undefined>;
  cwd: string;
  readStdin: () => Promise<Uint8Array>;
  /** Rejects when nobody reads any more. */
  out: (text: string) => Promise<void>;
  err: (text: string) => void;
  paint: Paint;
  /** Columns of the terminal. */
  width: () => number;
  clock: () => number;
}

/** Each command is a file that exports one of these: it adds itself to the program. */
export type Register = (program: Command, parts: CliParts) => void;
