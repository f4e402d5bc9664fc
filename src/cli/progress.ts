import type { Outside } from "./parts.js";

/** Tells a person how far long work is. Nothing is shown where nobody watches standard error: in pipes, containers, services. */
export interface Progress {
  /** Shows what is done now, and how much of it is done: `done` of `all`, or so far where nobody knows how much there is. */
  tell(what: string, done?: number, all?: number): void;
  /** Takes the line away, before anything else is shown. */
  clear(): void;
}

/** Milliseconds between two drawings of the same line. */
const pause = 100;
const longest = 30;
const erase = "\r\u001b[2K";

/** One line on standard error that is drawn over and over. */
export function createProgress({
  interactive,
  err,
  clock,
  width,
}: Pick<Outside, "interactive" | "err" | "clock" | "width">): Progress {
  let shown: { what: string; at: number } | null = null;
  return {
    tell(what, done, all) {
      const now = clock();
      if (!interactive || (shown?.what === what && Math.abs(now - shown.at) < pause)) return;
      shown = { what, at: now };
      err(erase + lineOf(what, done, all).slice(0, width() - 1));
    },
    clear() {
      if (shown !== null) err(erase);
      shown = null;
    },
  };
}

/** Does something long and takes its line away whatever comes of it. */
export async function withProgress<Result>(
  parts: Outside,
  work: (progress: Progress) => Promise<Result>,
): Promise<Result> {
  const progress = createProgress(parts);
  try {
    return await work(progress);
  } finally {
    progress.clear();
  }
}

function lineOf(what: string, done: number | undefined, all: number | undefined): string {
  if (done === undefined) return `${what}…`;
  if (all === undefined) return `${what}: ${done}`;
  const share = all === 0 ? 1 : Math.min(done / all, 1);
  const full = Math.floor(share * longest);
  return `${"━".repeat(full)}${"┄".repeat(longest - full)} ${Math.floor(share * 100)} % ${what}: ${done} of ${all}`;
}
