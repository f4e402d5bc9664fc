import { Refusal } from "../refusal.js";
import { parseKeyword } from "./parse.js";
import type { Placed, Rule } from "./rules.js";
import { applyConditions, coveredBy } from "./rules.js";
import type { Found } from "./scan.js";
import { createScanner } from "./scan.js";
import type { Fields, Hit, Topic } from "./topic.js";

/** A hit that does not count because an unwanted phrase (`by`, the beginning of what its owner typed) stands over it at `start..end`. */
interface MaskedHit {
  hit: Hit;
  by: string;
  start: number;
  end: number;
}

/** Finds the keywords of all topics in one pass. Hits come in the order of title, then body. */
export interface Matcher {
  match(fields: Fields): Hit[];
  masked(fields: Fields): MaskedHit[];
  /** Both at once, for those who explain a decision. */
  read(fields: Fields): { hits: Hit[]; masked: MaskedHit[] };
}

/** Characters of an unwanted expression that are shown where it masks a hit. */
const explained = 60;

/** A keyword that cannot be read, and why. */
export interface UnreadKeyword {
  topic: string;
  keyword: string;
  /** The fault and its place, in a sentence. */
  why: string;
}

/**
 * Compiles topics once; a bad expression is refused with topic, keyword and place, or left out where `unread` hears of it: what was taken
 * once, a later version may not take. The cost of a text hardly grows with the keywords.
 */
export function createMatcher(topics: readonly Topic[], unread: (fault: UnreadKeyword) => void = refuse): Matcher {
  const scanner = createScanner();
  const byPattern: Rule[][] = [];
  for (const topic of topics) {
    for (const source of topic.keywords) {
      const parsed = parseKeyword(source);
      if (parsed.kind === "fault") {
        unread({ topic: topic.id, keyword: source, why: `character ${parsed.at + 1}: ${parsed.message}` });
        continue;
      }
      const { keyword } = parsed;
      const rule: Rule = {
        topic: topic.id,
        keyword,
        patterns: keyword.patterns.map((it) => scanner.add(it)),
        conditions: keyword.conditions.map(({ wanted, near, title, patterns }) => ({
          wanted,
          near,
          title,
          patterns: patterns.map((it) => scanner.add(it)),
        })),
      };
      for (const pattern of new Set(rule.patterns)) (byPattern[pattern] ??= []).push(rule);
    }
  }

  function read(fields: Fields): { hits: Hit[]; masked: MaskedHit[] } {
    const scan = scanner.scan(fields);
    const awake = new Set<Rule>();
    for (const pattern of scan.found.keys()) for (const rule of byPattern[pattern] ?? []) awake.add(rule);
    const wanted: Placed[] = [];
    const unwanted = new Map<string, Placed[]>();
    for (const rule of awake) {
      const placed = applyConditions(rule, scan);
      // One by one: as arguments of one call a hundred thousand hits overflow the stack.
      if (!rule.keyword.unwanted) for (const it of placed) wanted.push(it);
      else unwanted.set(rule.topic, [...(unwanted.get(rule.topic) ?? []), ...placed.filter((it) => it.mask === null)]);
    }
    const hits: Hit[] = [];
    const masked: MaskedHit[] = [];
    const covers = new Map([...unwanted].map(([topic, placed]) => [topic, coveredBy(placed)]));
    for (const { rule, found, mask } of wanted.sort(inOrder)) {
      const hit = hitOf(rule, found);
      const cover = mask ?? covers.get(rule.topic)?.(found) ?? null;
      if (cover === null) hits.push(hit);
      else masked.push({ hit, ...cover, by: briefly(cover.by) });
    }
    return { hits, masked };
  }

  return { read, match: (fields) => read(fields).hits, masked: (fields) => read(fields).masked };
}

function refuse({ topic, keyword, why }: UnreadKeyword): never {
  throw new Refusal(`Topic ${topic}, keyword “${keyword.slice(0, 80)}”, ${why}`);
}

/** People read why a hit does not count: the first alternative says it, the whole rule may be a page. */
function briefly(source: string): string {
  const end = source.indexOf("|");
  return end < 0 || source.length <= explained
    ? source.slice(0, explained)
    : `${source.slice(0, Math.min(end, explained))}…`;
}

function hitOf({ topic, keyword }: Rule, { field, start, end, derived }: Found): Hit {
  return { topic, keyword: keyword.source, field, start, end, derived };
}

function inOrder(a: Placed, b: Placed): number {
  if (a.found.field !== b.found.field) return a.found.field === "title" ? -1 : 1;
  return a.found.start - b.found.start || a.found.end - b.found.end;
}
