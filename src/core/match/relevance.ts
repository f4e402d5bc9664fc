import type { Fields, Hit } from "./topic.js";

const weights = { title: 0.5, often: 0.3, early: 0.2 } as const;
/** Share of the weight that each further place leaves open. */
const further = 0.6;
/** Characters of spot and first paragraph, and where early ends. */
const lead = 400;
const late = 2_400;

interface Place {
  start: number;
  end: number;
  derived: boolean;
}

/**
 * How much a story is about a topic, from 0 (not at all) to 1, given the topic's hits: half for the title, the rest for how
 * often and how early it stands in the body. Hits that overlap count once, derived words half.
 */
export function relevance(hits: readonly Hit[], fields: Fields): number {
  const title = places(hits, "title");
  const body = places(hits, "body");
  const first = body[0];
  if (first === undefined && title.length === 0) return 0;
  const inTitle = title.length === 0 ? 0 : title.every((it) => it.derived) ? 0.5 : 1;
  const count = body.reduce((sum, it) => sum + (it.derived ? 0.5 : 1), 0);
  // A flash of one sentence is about what it names, as a long story is that names it often.
  const often = Math.max(1 - further ** count, first !== undefined && fields.body.length < lead ? 0.8 : 0);
  const early = first === undefined ? 0 : Math.min(1, Math.max(0, (late - first.start) / (late - lead)));
  const score = weights.title * inTitle + weights.often * often + weights.early * early;
  return Math.round(score * 1_000) / 1_000;
}

/** How much a story is about each topic of its hits. */
export function topicRelevances(hits: readonly Hit[], fields: Fields): Map<string, number> {
  const topics = [...new Set(hits.map(({ topic }) => topic))];
  const of = (topic: string) => hits.filter((hit) => hit.topic === topic);
  return new Map(topics.map((topic) => [topic, relevance(of(topic), fields)]));
}

/** Hits of one field with overlaps merged. */
function places(hits: readonly Hit[], field: Hit["field"]): Place[] {
  const merged: Place[] = [];
  for (const { start, end, derived } of hits.filter((it) => it.field === field).sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || start >= last.end) merged.push({ start, end, derived });
    else {
      last.end = Math.max(last.end, end);
      last.derived &&= derived;
    }
  }
  return merged;
}
