import { defineConfig } from "vitest/config";

/** Real pages are no part of the project: their checks run where a folder with them is named. */
const samples = process.env["TELLAL_SAMPLES"] === undefined ? [] : ["tests/feeds/samples.spec.ts"];

export default defineConfig({
  test: { include: ["tests/**/*.test.ts", ...samples], testTimeout: 60_000, hookTimeout: 60_000 },
});
