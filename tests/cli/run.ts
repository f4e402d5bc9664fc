import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CliParts } from "../../src/cli/parts.js";
import { runCli } from "../../src/cli/program.js";
import { plainPaint } from "../../src/core/message/console.js";
import { temporaryFolder } from "../temporary.js";

export interface Ran {
  code: number;
  out: string;
  err: string;
}

type Given = { stdin?: string | Uint8Array } & Partial<
  Pick<CliParts, "env" | "cwd" | "out" | "err" | "clock" | "interactive" | "onScreen">
>;

/** The world outside as a test wants it: no environment, an empty folder, nothing on standard input. */
export function partsOf({ stdin = "", ...given }: Given = {}): CliParts {
  return {
    env: {},
    cwd: folderOf({}),
    readStdin: async () => Buffer.from(stdin),
    out: async () => {},
    err: () => {},
    interactive: false,
    onScreen: false,
    terminal: null,
    paint: plainPaint,
    width: () => 100,
    clock: Date.now,
    random: () => 0.5,
    stopped: () => new AbortController().signal,
    fail: () => {},
    ...given,
  };
}

/** Runs a command line in this process, in a folder of its own unless one is given. */
export async function run(argv: readonly string[], given: Given = {}): Promise<Ran> {
  let out = "";
  let err = "";
  const parts = partsOf({
    out: async (text) => void (out += text),
    err: (text) => void (err += text),
    ...given,
  });
  const code = await runCli(argv, parts);
  return { code, out, err };
}

/** A fresh folder with these files, gone when the test has ended. */
export function folderOf(files: Record<string, string | Uint8Array>): string {
  const path = temporaryFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}
