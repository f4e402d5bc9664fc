import { defineConfig } from "vitest/config";

/** Real pages are no part of the project: their checks run where a folder with them is named. */
const samples = process.env["TELLAL_SAMPLES"] === undefined ? [] : ["tests/feeds/samples.spec.ts"];

/** The browser's tests run where a browser is named. */
const browser = process.env["TELLAL_BROWSER"] === undefined ? [] : ["tests/browser/*.spec.ts"];

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", ...samples, ...browser],
    setupFiles: ["tests/setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Many tests wait for processes and pauses: more of them at once than there are cores take less time on small machines.
    maxWorkers: 3,
    // Nothing that the tests import keeps a state, so a worker reads the program and its lexicon once, not once for each file.
    isolate: false,
  },
});
