import { cleanText } from "./clean.js";
import { cutAt } from "./cut.js";
import { impossible } from "../impossible.js";
import type { Block, Button, Message, Span } from "./message.js";

/** Usual lengths in UTF-16 units: what a reader takes in at a glance. A story's own texts rarely reach them. */
const usual = { heading: 500, paragraph: 1_000, quote: 1_500, item: 300, label: 100, value: 300, lines: 10 };
/** Shares of them that are tried in turn. */
const scales = [1, 0.5, 0.25, 0.125];
/** So many items of a list stay before texts are shortened. */
const fewItems = 3;
const mostFacts = 20;
/** Of a message that is too long for its addresses alone, these buttons stay; UTF-16 units of an address or an action. */
const fewButtons = 5;
const smallTarget = 300;

/** How many items of a list stand in the open: so many are read in ten seconds. To hide two or three more would spare nothing. */
export function openItems(total: number): number {
  return total <= 15 ? total : 12;
}

/**
 * The fullest rendering that fits, of blocks whose texts are clean: lists give way first, item by item, then texts, by
 * halves; in the end blocks between the headline and the last line, which always stay. `render` gets how many items of
 * each list it may show.
 */
export function fit<Shown>(
  message: Message,
  render: (blocks: readonly Block[], items: number) => Shown,
  fits: (shown: Shown) => boolean,
): Shown {
  const most = Math.max(0, ...message.blocks.map((block) => (block.type === "list" ? block.items.length : 0)));
  let blocks: readonly Block[] = [];
  for (const scale of scales) {
    blocks = message.blocks.map((block) => shortened(block, scale));
    const shown = fullest(most, (items) => render(blocks, items), fits);
    if (shown !== null) return shown;
  }
  for (let kept = blocks.length - 1; kept > 2; kept = Math.floor(kept / 2)) {
    const shown = render(ends(blocks, kept), fewItems);
    if (fits(shown)) return shown;
  }
  // Only a message of many long addresses comes so far.
  return render(ends(blocks, 2).map(withoutLinks), 0);
}

/** The rendering with the most items of each list that fits, found by halving; null if that of a few does not. */
function fullest<Shown>(most: number, render: (items: number) => Shown, fits: (shown: Shown) => boolean): Shown | null {
  const all = render(most);
  if (fits(all)) return all;
  if (most <= fewItems) return null;
  let best = render(fewItems);
  if (!fits(best)) return null;
  for (let low = fewItems + 1, high = most - 1; low <= high;) {
    const middle = Math.ceil((low + high) / 2);
    const shown = render(middle);
    if (fits(shown)) {
      best = shown;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return best;
}

function shortened(block: Block, scale: number): Block {
  const label = (text: string) => cutAt(cleanText(text), usual.label * scale);
  switch (block.type) {
    case "heading":
    case "paragraph":
    case "quote":
      return { ...block, text: cutSpans(block.text, usual[block.type] * scale) };
    case "list":
      return {
        ...block,
        label: block.label === null ? null : label(block.label),
        items: block.items.map((item) => cutSpans(item, usual.item * scale)),
      };
    case "facts": {
      // Facts are few by nature: no list, so nothing of them is left to the renderer.
      const facts = block.facts.slice(0, mostFacts).map((fact) => ({
        label: `${label(fact.label)}:`,
        value: cutSpans(fact.value, usual.value * scale),
      }));
      const left = block.facts.length - facts.length;
      return { ...block, facts: left === 0 ? facts : [...facts, { label: `+${left}`, value: [] }] };
    }
    case "code":
      return { ...block, lines: block.lines.slice(0, usual.lines).map((line) => cutAt(cleanText(line), usual.value)) };
    case "image":
      return { ...block, alt: cutAt(cleanText(block.alt), usual.value * scale) };
    case "buttons":
      return block;
    default:
      return impossible(block);
  }
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

function withoutLinks(block: Block): Block {
  switch (block.type) {
    case "heading":
    case "paragraph":
    case "quote":
      return { ...block, text: unlinked(block.text) };
    case "list":
      return { ...block, items: block.items.map(unlinked) };
    case "facts":
      return { ...block, facts: block.facts.map(({ label, value }) => ({ label, value: unlinked(value) })) };
    case "buttons":
      return { ...block, buttons: block.buttons.filter(isSmall).slice(0, fewButtons) };
    default:
      return block;
  }
}

function isSmall(button: Button): boolean {
  return ("url" in button ? button.url : button.action).length <= smallTarget;
}

function unlinked(spans: readonly Span[]): Span[] {
  return spans.map((span) => (span.type === "link" ? { type: "text", text: span.text } : span));
}

/** The spans, cleaned and in about `limit` UTF-16 units: the longest give way, so that a name keeps its mark. */
function cutSpans(spans: readonly Span[], limit: number): Span[] {
  const clean = spans.map(cleanSpan).filter(({ text }) => text !== "");
  const length = (cap: number) => clean.reduce((sum, { text }) => sum + Math.min(text.length, cap), 0);
  let cap = limit;
  while (length(cap) > limit && cap > 10) cap = Math.floor(cap * 0.9);
  const cut = clean.map((span): Span => (span.type === "break" ? span : { ...span, text: cutAt(span.text, cap) }));
  return length(cap) <= limit ? cut : [...cut.slice(0, Math.floor(limit / 10)), { type: "text", text: "…" }];
}

function cleanSpan(span: Span): Span {
  return span.type === "break" ? span : { ...span, text: cleanText(span.text) };
}
