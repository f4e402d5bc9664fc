import { cleanText } from "./clean.js";
import { cutAt } from "./cut.js";
import type { Block, Message, Span } from "./message.js";

/** How much of a message there is room for. */
export interface Room {
  /** Items of each list. */
  items: number;
  /** Share of the usual length that a text may have. */
  scale: number;
}

/** Usual lengths in UTF-16 units: what a reader takes in at a glance; a story's own texts rarely reach them. */
export const usual = { heading: 500, paragraph: 1_000, quote: 1_500, item: 300, label: 100, value: 300 } as const;

/** So many items of a list stay before texts are shortened; facts of one block are never more than `mostFacts`. */
const fewItems = 3;
const mostFacts = 20;
const scales = [1, 0.5, 0.25, 0.125];

/** Of a list that a platform folds or cuts: so many items are read in ten seconds. A fold of two or three would hide more than it spares. */
export function openItems(total: number): number {
  return total <= 15 ? total : 12;
}

/**
 * The fullest rendering that fits: lists give way first, item by item, then texts, by halves; in the end blocks between
 * the headline and the last line, which always stay.
 */
export function fit<Shown>(
  message: Message,
  render: (blocks: readonly Block[], room: Room) => Shown,
  fits: (shown: Shown) => boolean,
): Shown {
  const blocks = message.blocks.map(fewFacts);
  const most = Math.max(0, ...blocks.map((block) => (block.type === "list" ? block.items.length : 0)));
  for (const scale of scales) {
    const shown = fullest(most, (items) => render(blocks, { items, scale }), fits);
    if (shown !== null) return shown;
  }
  const room = { items: fewItems, scale: Math.min(...scales) };
  for (let kept = blocks.length - 1; kept > 2; kept = Math.floor(kept / 2)) {
    const shown = render(ends(blocks, kept), room);
    if (fits(shown)) return shown;
  }
  return render(ends(blocks, 2), { ...room, items: 0 });
}

/** The rendering with the most items of each list that fits, by halving; null if that of a few does not. */
function fullest<Shown>(most: number, render: (items: number) => Shown, fits: (shown: Shown) => boolean): Shown | null {
  const all = render(most);
  if (fits(all)) return all;
  let best: Shown | null = null;
  for (let low = Math.min(fewItems, most), high = most - 1; low <= high;) {
    const middle = best === null ? low : Math.ceil((low + high) / 2);
    const shown = render(middle);
    if (fits(shown)) {
      best = shown;
      low = middle + 1;
    } else if (best === null) {
      return null;
    } else {
      high = middle - 1;
    }
  }
  return best;
}

function fewFacts(block: Block): Block {
  if (block.type !== "facts" || block.facts.length <= mostFacts) return block;
  const more = { label: `+${block.facts.length - mostFacts}`, value: [] };
  return { ...block, facts: [...block.facts.slice(0, mostFacts), more] };
}

/** The headline, the last block, and of the others as many as make `count`, with a sign where some were left out. */
function ends(blocks: readonly Block[], count: number): readonly Block[] {
  if (blocks.length <= count) return blocks;
  const headline = blocks.findIndex((block) => block.type === "heading");
  const first = blocks.slice(0, Math.max(1, count - 1));
  const inside = headline < first.length || headline === blocks.length - 1;
  const head = inside ? first : [...first.slice(0, -1), ...blocks.slice(headline, headline + 1)];
  return [...head, { type: "paragraph", text: [{ type: "text", text: "…" }] }, ...blocks.slice(-1)];
}

/** The spans, cleaned and in about `limit` UTF-16 units: the longest give way, so that a name keeps its mark. */
export function cutSpans(spans: readonly Span[], limit: number): Span[] {
  const clean = spans.map((span) => ({ ...span, text: cleanText(span.text) })).filter((span) => span.text !== "");
  const length = (cap: number) => clean.reduce((sum, span) => sum + Math.min(span.text.length, cap), 0);
  let cap = limit;
  while (length(cap) > limit && cap > 10) cap = Math.floor(cap * 0.9);
  const cut = clean.map((span) => ({ ...span, text: cutAt(span.text, cap) }));
  return length(cap) <= limit ? cut : [...cut.slice(0, Math.floor(limit / 10)), { type: "text", text: "…" }];
}
