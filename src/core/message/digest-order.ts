/** A topic of a story: how much the story is about it, and whether the digest's chat follows it. */
export interface DigestPlace {
  story: string;
  topic: string;
  relevance: number;
  follows: boolean;
}

/**
 * The stories of a digest in the order in which it tells them: each under the topic that it is most about, of those that the chat
 * follows if there is one; the topic with the most relevant story first, and in each the most relevant story. Of equal ones the order stays.
 */
export function inDigestOrder(places: readonly DigestPlace[]): string[] {
  const best = new Map<string, DigestPlace>();
  for (const place of places) {
    const known = best.get(place.story);
    if (known === undefined || precedes(place, known)) best.set(place.story, place);
  }
  const topics = new Map<string, DigestPlace[]>();
  for (const place of best.values()) topics.set(place.topic, [...(topics.get(place.topic) ?? []), place]);
  const groups = [...topics.values()].map((group) => group.sort((a, b) => b.relevance - a.relevance));
  return groups
    .sort(([a], [b]) => (b?.relevance ?? 0) - (a?.relevance ?? 0))
    .flatMap((group) => group.map(({ story }) => story));
}

function precedes(one: DigestPlace, other: DigestPlace): boolean {
  return one.follows === other.follows ? one.relevance > other.relevance : one.follows;
}
