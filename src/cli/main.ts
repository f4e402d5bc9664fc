import { buffer } from "node:stream/consumers";
import pico from "picocolors";
import type { CliParts } from "./parts.js";
import { runCli } from "./program.js";

/** Wires the command line to the real process; returns the exit code. */
export async function main(process: NodeJS.Process): Promise<number> {
  const { stdin, stdout, stderr } = process;
  const parts: CliParts = {
    env: process.env,
    cwd: process.cwd(),
    readStdin: () => buffer(stdin),
    out: (text) => write(stdout, text),
    err: (text) => void stderr.write(text),
    paint: pico.createColors(stdout.isTTY && process.env.NO_COLOR === undefined),
    width: () => Math.min(stdout.columns ?? 100, 120),
    clock: Date.now,
  };
  // A closed output is told to each write by its callback; as an event it would end the process.
  stdout.on("error", () => {});
  stderr.on("error", () => {});
  return runCli(process.argv.slice(2), parts);
}

function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
