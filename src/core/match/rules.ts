import type { Keyword } from "./keyword.js";
import type { Found, Scan } from "./scan.js";

/** A keyword with the numbers of its patterns in the scanner. */
export interface Rule {
  topic: string;
  keyword: Keyword;
  patterns: number[];
  conditions: { wanted: boolean; near: number | null; title: boolean; patterns: number[] }[];
}

/** One place where a keyword or an unwanted phrase stands, and what covers it. */
export interface Placed {
  rule: Rule;
  found: Found;
  mask: { by: string; start: number; end: number } | null;
}

/** The hits of one keyword whose conditions hold; those that an excluded phrase of its own covers come with their mask. */
export function applyConditions(rule: Rule, scan: Scan): Placed[] {
  const { keyword } = rule;
  if (keyword.languages.length > 0) {
    const language = scan.language();
    if (language !== "" && !keyword.languages.includes(language)) return [];
  }
  let placed = gather(rule.patterns, keyword.title, scan).map((found): Placed => ({ rule, found, mask: null }));
  for (const { wanted, near, title, patterns } of rule.conditions) {
    if (placed.length === 0) return placed;
    const others = gather(patterns, title, scan);
    if (near !== null) {
      const isNear = nearTo(others, near);
      placed = placed.filter(({ found }) => isNear(found) === wanted);
      continue;
    }
    if (wanted) {
      if (others.length === 0) return [];
      continue;
    }
    const cover = coveredBy(others.map((found) => ({ rule, found, mask: null })));
    placed = placed.map((it) => (it.mask === null ? { ...it, mask: cover(it.found) } : it));
    // An excluded term that covers no hit stands elsewhere: the story is not wanted.
    const over = coveringSome(placed);
    if (others.some((it) => !over(it))) return [];
  }
  return placed;
}

function gather(patterns: readonly number[], title: boolean, scan: Scan): Found[] {
  const lists: Found[][] = [];
  for (const it of patterns) {
    const list = scan.found.get(it);
    if (list !== undefined) lists.push(list);
  }
  const [only = []] = lists;
  if (lists.length < 2) return title ? only.filter((it) => it.field === "title") : only;
  const kept = lists.flat().filter((it) => !title || it.field === "title");
  kept.sort(byPlace);
  return kept.filter((it, at) => at === 0 || byPlace(it, kept[at - 1] ?? it) !== 0);
}

function byPlace(a: Found, b: Found): number {
  if (a.field !== b.field) return a.field === "title" ? -1 : 1;
  return a.start - b.start || a.end - b.end;
}

/** Tells whether one of the terms stands at most `distance` words from a hit, outside of it. Binary search: lists may be long. */
function nearTo(others: readonly Found[], distance: number): (hit: Found) => boolean {
  const fields = { title: sides("title"), body: sides("body") };

  function sides(field: Found["field"]): { firsts: number[]; lasts: number[] } {
    const own = others.filter((it) => it.field === field);
    return { firsts: own.map((it) => it.first).sort(ascending), lasts: own.map((it) => it.last).sort(ascending) };
  }

  return ({ field, first, last }) => {
    const { firsts, lasts } = fields[field];
    const next = firsts[above(firsts, last)];
    const previous = lasts[above(lasts, first - 1) - 1];
    return (next !== undefined && next - last <= distance) || (previous !== undefined && first - previous <= distance);
  };
}

const ascending = (a: number, b: number): number => a - b;

/** How many numbers of a sorted list are at most `limit`. */
function above(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Tells what covers a hit among placed phrases: the one that reaches farthest of those that begin at or before it. */
export function coveredBy(placed: readonly Placed[]): (hit: Found) => Placed["mask"] {
  const fields = { title: reach("title"), body: reach("body") };

  function reach(field: Found["field"]): { starts: number[]; best: Placed[] } {
    const own = placed.filter((it) => it.found.field === field).sort((a, b) => byPlace(a.found, b.found));
    const best: Placed[] = [];
    for (const it of own) {
      const previous = best.at(-1);
      best.push(previous !== undefined && previous.found.end >= it.found.end ? previous : it);
    }
    return { starts: own.map((it) => it.found.start), best };
  }

  return (hit) => {
    const { starts, best } = fields[hit.field];
    const it = best[above(starts, hit.start) - 1];
    if (it === undefined || it.found.end < hit.end) return null;
    return { by: it.rule.keyword.source, start: it.found.start, end: it.found.end };
  };
}

/** Tells whether a phrase covers one of the hits; no hit stands inside another, so the next one decides. */
function coveringSome(placed: readonly Placed[]): (phrase: Found) => boolean {
  const fields = { title: own("title"), body: own("body") };

  function own(field: Found["field"]): { starts: number[]; ends: number[] } {
    const found = placed.map((it) => it.found).filter((it) => it.field === field);
    return { starts: found.map((it) => it.start), ends: found.map((it) => it.end) };
  }

  return ({ field, start, end }) => {
    const { starts, ends } = fields[field];
    return (ends[above(starts, start - 1)] ?? Infinity) <= end;
  };
}
