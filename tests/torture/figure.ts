import { appendFileSync } from "node:fs";
import { z } from "zod";

/** What a test found out, for the table of `npm run torture`. */
export const figureSchema = z.object({
  /** What was done to the program. */
  what: z.string(),
  /** How often. */
  runs: z.number(),
  /** Posts that were owed and never arrived; that arrived more often than once. */
  lost: z.number().nullable(),
  doubled: z.number().nullable(),
  /** Whatever else was counted, in words. */
  more: z.string(),
  /** The most memory that the test's process held, in MiB. */
  memory: z.number(),
});
export type Figure = z.infer<typeof figureSchema>;

/** How many times as much `npm run torture` does of a thing as `npm test`. */
export const isFull = process.env["TELLAL_TORTURE"] !== undefined;

/** Writes a line for the table; without `npm run torture` nobody collects it. */
export function figure({
  what,
  runs,
  lost = null,
  doubled = null,
  more = "",
}: Partial<Figure> & Pick<Figure, "what" | "runs">) {
  const file = process.env["TELLAL_TORTURE"];
  if (file === undefined) return;
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  appendFileSync(file, `${JSON.stringify({ what, runs, lost, doubled, more, memory } satisfies Figure)}\n`);
}
