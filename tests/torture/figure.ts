import { appendFileSync, readFileSync } from "node:fs";
import { z } from "zod";

const count = z.number().nullable().default(null);

/** What a test found out, for the table of `npm run torture`. What it does not count is null. */
export const figureSchema = z.object({
  /** What was done to the program. */
  what: z.string(),
  /** How often. */
  runs: z.number(),
  /** Posts that were owed and never arrived; that arrived more often than once. */
  lost: count,
  doubled: count,
  /** Faults after which it went on as it should; hostile inputs that did no harm. */
  survived: count,
  harmless: count,
  /** How much later, in ms, something came that had nothing to do with it. */
  delay: count,
  /** Whatever else was counted, in words. */
  more: z.string().default(""),
  /** The most memory that the process under test held, in MiB. */
  memory: z.number(),
});
export type Figure = z.infer<typeof figureSchema>;

/** How many times as much `npm run torture` does of a thing as `npm test`. */
export const isFull = process.env["TELLAL_TORTURE"] !== undefined;

/** Writes a line for the table; without `npm run torture` nobody collects it. */
export function figure({
  memory = Math.round(process.resourceUsage().maxRSS / 1024),
  ...found
}: Partial<Figure> & Pick<Figure, "what" | "runs">): void {
  const file = process.env["TELLAL_TORTURE"];
  if (file === undefined) return;
  appendFileSync(file, `${JSON.stringify(figureSchema.parse({ ...found, memory }))}\n`);
}

/** The most memory that a running process held so far, in MiB; 0 where the system does not say. */
export function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Math.round(Number(/^VmHWM:\s+(\d+)/mu.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
