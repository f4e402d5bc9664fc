import { defineConfig } from "vitest/config";

/** Real pages are no part of the project: their checks run where a folder with them is named. */
const samples = process.env["TELLAL_SAMPLES"] === undefined ? [] : ["tests/feeds/samples.spec.ts"];

export default defineConfig({
  // Many tests wait for processes and pauses: more of them at once than there are cores take less time on small machines.
  test: { include: ["tests/**/*.test.ts", ...samples], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 3 },
});
