import { buffer } from "node:stream/consumers";
import pico from "picocolors";
import type { Outside } from "./parts.js";
import { runCli } from "./program.js";

/** Wires the command line to the real process; returns the exit code. */
export async function main(process: NodeJS.Process): Promise<number> {
  const { stdin, stdout, stderr } = process;
  const outside: Outside = {
    env: process.env,
    cwd: process.cwd(),
    readStdin: () => buffer(stdin),
    out: (text) => write(stdout, text),
    err: (text) => void stderr.write(text),
    interactive: stderr.isTTY,
    paint: pico.createColors(stdout.isTTY && process.env.NO_COLOR === undefined),
    width: () => Math.min(stdout.columns ?? 100, 120),
    clock: Date.now,
    random: Math.random,
    stopped: () => stopSignal(process),
  };
  // A closed output is told to each write by its callback; as an event it would end the process.
  stdout.on("error", () => {});
  stderr.on("error", () => {});
  return runCli(process.argv.slice(2), outside);
}

function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** The first signal asks to stop in good order; the second finds no listener and ends the process. */
function stopSignal(process: NodeJS.Process): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort(new Error("stopped"));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  return controller.signal;
}
