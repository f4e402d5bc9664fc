import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../src/config.js";
import { drawGrowth } from "./growth-plot.js";
import { tableMarkdown, type Result } from "./table.js";

const begin = "<!-- measured: begin -->";
const end = "<!-- measured: end -->";

/** The machine as far as figures depend on it, and how busy it was; `at` in epoch ms. */
export function machine(at: number): string {
  const [load = 0] = loadavg();
  const cores = availableParallelism();
  const day = new Date(at).toISOString().slice(0, 10);
  const busy = load > cores / 2 ? " **The machine was busy with other things**: trust ratios, not times." : "";
  return (
    `Measured on ${day}: ${cores} cores, ${Math.round(totalmem() / 2 ** 30)} GiB of memory, ` +
    `Node ${process.versions.node}, ${process.platform}; load at the start ${load.toFixed(1)}.${busy}`
  );
}

/** Puts the results into `docs/bench/README.md`, each bench in the place of its last table, and draws the growth. */
export async function writeDocs(results: readonly Result[], about: string): Promise<void> {
  const folder = join(packageRoot(), "docs/bench");
  const file = join(folder, "README.md");
  const text = readFileSync(file, "utf8");
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} has lost its marks ${begin} and ${end}`);
  const sections = new Map<string, string>();
  for (const part of text.slice(from + begin.length, to).split(/^(?=### )/mu)) {
    const name = /^### (.*)$/mu.exec(part)?.[1];
    if (name !== undefined) sections.set(name, part.trim());
  }
  for (const result of results) sections.set(result.name, `${tableMarkdown(result)}\n\n${about}`);
  const tables = [...sections].toSorted(([a], [b]) => a.localeCompare(b)).map(([, section]) => section);
  writeFileSync(file, `${text.slice(0, from)}${begin}\n\n${tables.join("\n\n")}\n\n${text.slice(to)}`);
  const growth = results.find(({ name }) => name === "growth");
  if (growth !== undefined) writeFileSync(join(folder, "growth.svg"), await drawGrowth(growth.rows));
  if (!existsSync(join(folder, "growth.svg"))) console.error("docs/bench/growth.svg is missing: run growth");
}
