import { setMaxListeners } from "node:events";
import { buffer } from "node:stream/consumers";
import pico from "picocolors";
import { secretsGiven } from "../config.js";
import { createRedactor } from "../core/redact.js";
import { readDotEnv, withDotEnv } from "./dot-env.js";
import type { Outside } from "./parts.js";
import { runCli } from "./program.js";

/** Wires the command line to the real process; returns the exit code. */
export async function main(process: NodeJS.Process): Promise<number> {
  const { stdin, stdout, stderr } = process;
  const cwd = process.cwd();
  const dotEnv = readDotEnv(cwd);
  const env = withDotEnv(process.env, dotEnv);
  const redact = createRedactor(secretsGiven({ env, cwd }));
  const outside: Outside = {
    env,
    cwd,
    readStdin: () => buffer(stdin),
    out: (text) => write(stdout, text),
    err: (text) => void stderr.write(redact(text)),
    interactive: stderr.isTTY,
    onScreen: stdout.isTTY,
    terminal: stdin.isTTY && stderr.isTTY ? { input: stdin, output: stderr } : null,
    paint: pico.createColors(stdout.isTTY && env.NO_COLOR === undefined),
    width: () => Math.min(stdout.columns ?? 100, 120),
    clock: Date.now,
    random: Math.random,
    stopped: () => stopSignal(process),
  };
  // A closed output is told to each write by its callback; as an event it would end the process.
  stdout.on("error", () => {});
  stderr.on("error", () => {});
  // Node would print the error as it is; messages of libraries may carry an address with a token.
  process.once("uncaughtException", (error: unknown) => {
    const told = error instanceof Error ? (error.stack ?? String(error)) : String(error);
    stderr.write(redact(`tellal: this is a bug in Tellal: ${told}\n`), () => process.exit(1));
  });
  if (dotEnv.warning !== null) stderr.write(`tellal: ${dotEnv.warning}\n`);
  return runCli(process.argv.slice(2), outside);
}

function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** A stop takes less than ten seconds, in ms: a call that a platform does not answer would keep the process for longer. */
const longestStop = 9_000;

/**
 * The first signal asks to stop in good order, and ends the process if that takes too long: what is on its way is settled by the
 * next start. The second finds no listener and ends the process.
 */
function stopSignal(process: NodeJS.Process): AbortSignal {
  const controller = new AbortController();
  // As many requests as are under way wait for it; Node would take more than ten for a leak and say so.
  setMaxListeners(0, controller.signal);
  const stop = () => {
    controller.abort(new Error("stopped"));
    setTimeout(() => process.exit(process.exitCode ?? 1), longestStop).unref();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  return controller.signal;
}
