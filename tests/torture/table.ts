import type { Figure } from "./figure.js";

type Counted = "lost" | "doubled" | "survived" | "harmless";

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function total(figures: readonly Figure[], of: Counted): number | null {
  const numbers = figures.map((figure) => figure[of]).filter((number) => number !== null);
  return numbers.length === 0 ? null : sum(numbers);
}

function together(what: string, figures: readonly Figure[]): Figure {
  const delays = figures.map(({ delay }) => delay).filter((delay) => delay !== null);
  return {
    what,
    runs: sum(figures.map(({ runs }) => runs)),
    lost: total(figures, "lost"),
    doubled: total(figures, "doubled"),
    survived: total(figures, "survived"),
    harmless: total(figures, "harmless"),
    delay: delays.length === 0 ? null : Math.max(...delays),
    more: figures.flatMap(({ more }) => (more === "" ? [] : [more])).join("; "),
    memory: Math.max(0, ...figures.map(({ memory }) => memory)),
  };
}

const heads = [
  "what",
  "runs",
  "lost",
  "doubled",
  "faults survived",
  "hostile inputs harmless",
  "worst delay of a neighbour, ms",
  "peak memory, MiB",
  "",
];

function line({ what, runs, lost, doubled, survived, harmless, delay, memory, more }: Figure): string {
  const cells = [what, runs, lost, doubled, survived, harmless, delay, memory, more];
  return `| ${cells.map((cell) => cell ?? "").join(" | ")} |`;
}

/** The table of figures: those of one thing, found by several tests, as one row, and all of them together at the end. */
export function table(figures: readonly Figure[]): string[] {
  const names = [...new Set(figures.map(({ what }) => what))];
  const rows = names.map((name) =>
    together(
      name,
      figures.filter(({ what }) => what === name),
    ),
  );
  return [
    `| ${heads.join(" | ")} |`,
    `|---|${"---:|".repeat(heads.length - 2)}---|`,
    ...rows.map(line),
    line({ ...together("**all**", rows), more: "" }),
  ];
}
