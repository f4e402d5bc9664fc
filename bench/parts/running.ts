import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { program } from "./program.js";

/** Memory of a process in MiB, as Linux counts it: resident now, and at its most. Null elsewhere. */
export function memoryOf(pid: number): { now: number; peak: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const of = (key: string) => Math.round(Number(new RegExp(`^${key}:\\s+(\\d+)`, "mu").exec(status)?.[1]) / 1024);
    return { now: of("VmRSS"), peak: of("VmHWM") };
  } catch {
    return null;
  }
}

const startLimit = 60_000;

/** Starts `tellal start` and resolves when it says that it runs. `ms` is what that took. */
export async function startProgram(env: Record<string, string>) {
  const begin = performance.now();
  const child = spawn(process.execPath, [program, "start"], {
    env: { ...env, LOG_LEVEL: "info" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(child, "exit");
  let said = "";
  const started = (async () => {
    for await (const text of child.stderr.setEncoding("utf8")) {
      said += String(text);
      if (said.includes('"tellal started"')) return true;
    }
    return false;
  })();
  const late = new AbortController();
  const isRunning = await Promise.race([started, sleep(startLimit, false, { signal: late.signal })]);
  late.abort();
  const ms = performance.now() - begin;
  if (!isRunning) {
    child.kill("SIGKILL");
    throw new Error(`the program did not start: ${said.slice(-500)}`);
  }
  child.stderr.resume();
  return {
    ms,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
