import type { Decision } from "../../src/core/brief/schema.js";
import type { Expected } from "./brief-corpus.js";
import { agreement, pair } from "./same.js";

type Clause = Expected["decisions"][number];

const likeness = 0.6;

/**
 * Pairs decisions one to one. A found one is the expected one where its offsets share at least half of the shorter of the two
 * clauses; or where it stands elsewhere (title, spot and second sentences restate the body), and most content words agree.
 */
export function pairDecisions(expected: readonly Clause[], found: readonly Decision[], text: string): Map<number, number> {
  const places = expected.map(({ clause }) => placesOf(clause.normalize("NFC"), text));
  return pair(expected.length, found.length, (row, column) => {
    const [one, other] = [expected[row], found[column]];
    if (one === undefined || other === undefined) return 0;
    const same = agreement(one.clause, other.text);
    const sharing = Math.max(0, ...(places[row] ?? []).map((place) => overlap(place, other)));
    if (sharing >= 0.5) return 1 + same + sharing / 100;
    return same >= likeness ? same : 0;
  });
}

interface Span {
  start: number;
  end: number;
}

function placesOf(clause: string, text: string): Span[] {
  const places: Span[] = [];
  for (let start = text.indexOf(clause); start >= 0; start = text.indexOf(clause, start + 1)) {
    places.push({ start, end: start + clause.length });
  }
  return places;
}

function overlap(one: Span, other: Span): number {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return shared / Math.min(one.end - one.start, other.end - other.start);
}
