import type { QuoteSpan } from "./document.js";

/** What the glyph of a quotation mark says alone; `null` where only its place tells. */
const marks: Record<string, { single?: true; opens: boolean | null }> = {
  '"': { opens: null },
  "＂": { opens: null },
  "“": { opens: true },
  "„": { opens: true },
  "”": { opens: false },
  "«": { opens: true },
  "»": { opens: false },
  "'": { single: true, opens: null },
  "‘": { single: true, opens: true },
  "’": { single: true, opens: false },
};

const anyMark = /["＂“„”«»'‘’]/gu;
const letter = /[\p{L}\p{N}]/u;
const blank = /[\s([{—–-]/u;
const tail = /[\s.,;:!?)\]}]/u;

/**
 * The outermost stretches inside quotation marks of one paragraph, `text[from..to]`. A quote that is not closed
 * ends with the paragraph; a single mark that is not closed was an apostrophe. Marks of unlike glyph close each
 * other where their place says so (`“…"`).
 */
export function readQuoteSpans(text: string, from: number, to: number): QuoteSpan[] {
  const spans: QuoteSpan[] = [];
  const open: { glyph: string; start: number }[] = [];
  const singles: QuoteSpan[] = [];
  const slice = text.slice(from, to);
  for (const match of slice.matchAll(anyMark)) {
    const at = from + match.index;
    const known = marks[match[0]];
    if (known === undefined) continue;
    const previous = at > from ? text.charAt(at - 1) : " ";
    const next = at + 1 < to ? text.charAt(at + 1) : " ";
    if (known.single === true) {
      readSingle(at, previous, next);
      continue;
    }
    const top = open.at(-1);
    if (opensHere(match[0], known.opens, previous, next, top?.glyph ?? null)) {
      open.push({ glyph: match[0], start: at + 1 });
    } else if (top !== undefined) {
      open.pop();
      if (open.length === 0) spans.push({ start: top.start, end: at });
    }
  }
  const first = open[0];
  if (first !== undefined) spans.push({ start: first.start, end: to });
  return outermost(spans, singles);

  /** Single marks stand apart from the stack: most of them are apostrophes. */
  function readSingle(at: number, previous: string, next: string) {
    const pending = singles.at(-1);
    if (letter.test(previous) && letter.test(next)) return;
    if (blank.test(previous) && !blank.test(next)) {
      if (pending === undefined || pending.end !== -1) singles.push({ start: at + 1, end: -1 });
    } else if (pending !== undefined && pending.end === -1) pending.end = at;
  }
}

function opensHere(glyph: string, opens: boolean | null, previous: string, next: string, top: string | null): boolean {
  const afterBlank = blank.test(previous) || marks[previous] !== undefined;
  if (opens === true) return top === null || afterBlank || !tail.test(next);
  if (top === null) return afterBlank || (opens === null && letter.test(next) && !letter.test(previous));
  // A straight mark inside straight ones closes: what looks nested is more often a slip of the space.
  return opens === null && top !== glyph && afterBlank && letter.test(next);
}

function outermost(spans: QuoteSpan[], singles: QuoteSpan[]): QuoteSpan[] {
  const closed = singles.filter((span) => span.end > span.start);
  if (closed.length === 0) return spans;
  const all = [...spans, ...closed].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: QuoteSpan[] = [];
  for (const span of all) {
    const last = kept.at(-1);
    if (last === undefined || span.start >= last.end) kept.push(span);
  }
  return kept;
}
