import type { Row } from "../measure.js";

/** What is known of a bench that ran; `peak` is the most memory its process held, in MiB. */
export interface Result {
  name: string;
  about: string;
  peak: number;
  rows: Row[];
}

const columnsOf = (rows: readonly Row[]): string[] => [...new Set(rows.flatMap((row) => Object.keys(row)))];

const shown = (value: string | number | undefined): string =>
  typeof value === "number" ? value.toLocaleString("en", { maximumFractionDigits: 3 }) : (value ?? "");

/** A table for the terminal. */
export function tableText({ name, peak, rows }: Result): string {
  const columns = columnsOf(rows);
  const width = (column: string): number => Math.max(column.length, ...rows.map((row) => shown(row[column]).length));
  const line = (cells: (column: string) => string | number | undefined): string =>
    columns
      .map((column) => {
        const cell = cells(column);
        return typeof cell === "number" ? shown(cell).padStart(width(column)) : shown(cell).padEnd(width(column));
      })
      .join("  ")
      .trimEnd();
  const lines = [line((column) => column), ...rows.map((row) => line((column) => row[column]))];
  return [`${name} (peak memory ${peak} MiB)`, ...lines.map((it) => `  ${it}`)].join("\n");
}

/** The same for `docs/bench`. */
export function tableMarkdown({ name, about, peak, rows }: Result): string {
  const columns = columnsOf(rows);
  const line = (cells: string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const isNumeric = (column: string) => rows.some((row) => typeof row[column] === "number");
  return [
    `### ${name}`,
    "",
    `${about} Peak memory of the bench: ${peak} MiB.`,
    "",
    line(columns),
    line(columns.map((column) => (isNumeric(column) ? "--:" : "---"))),
    ...rows.map((row) => line(columns.map((column) => shown(row[column])))),
  ].join("\n");
}
