import { loadLexicon } from "../../src/config.js";
import { createBriefer } from "../../src/core/brief/brief.js";
import type { Attendee, Brief } from "../../src/core/brief/schema.js";
import { readPlain } from "../../src/core/plain.js";
import type { CorpusStory, Expected } from "./brief-corpus.js";
import { pairDecisions } from "./decisions.js";
import type { Counts, Share } from "./intervals.js";
import { inventedIn } from "./invented.js";
import { agreement, cityOf, nameOf, pair, titleOf, wordsOf } from "./same.js";

export const countNames = ["names", "name + office", "name + country", "groups", "decisions"] as const;
export type CountName = (typeof countNames)[number];

/** `country`, `part` and `host` are of the people found; `kind of decision` of the decisions found; the others of the stories. */
export const shareNames = [
  "country", "part", "host", "kind of decision", "place", "city", "country of place", "date", "basis of date", "kind",
] as const;
export type ShareName = (typeof shareNames)[number];

/** How one brief compares with what was expected. `faults` says each difference in a line; `invented` are no matter of opinion. */
export interface StoryScore {
  counts: Record<CountName, Counts>;
  shares: Record<ShareName, Share>;
  /** Of those listed as absent, how many were found all the same. */
  absent: Share;
  faults: string[];
  invented: string[];
}

/** The engine as the program uses it, on the plain text of a story. */
export function createReader(): (story: CorpusStory) => Brief {
  const brief = createBriefer(loadLexicon());
  return ({ text, language, published }) => {
    const article = readPlain(text, language);
    return brief(published === null ? article : { ...article, published });
  };
}

const yes = (right: boolean): Share => ({ right: right ? 1 : 0, of: 1 });
const shareOf = (flags: readonly boolean[]): Share => ({ right: flags.filter(Boolean).length, of: flags.length });
const countsOf = (hit: number, expected: number, found: number): Counts => ({ hit, wrong: found - hit, missed: expected - hit });
const shown = (value: unknown): string => (typeof value === "string" ? `“${value}”` : JSON.stringify(value));

/** Scores one brief. A second finding of the same person or decision is wrong. */
export function scoreBrief(brief: Brief, expect: Expected, story: string): StoryScore {
  const faults: string[] = [];
  const differs = (what: string, expected: unknown, found: unknown): boolean => {
    const same = JSON.stringify(expected) === JSON.stringify(found);
    if (!same) faults.push(`${what}: expected ${shown(expected)}, found ${shown(found)}`);
    return same;
  };
  const people = scorePeople(brief.attendees, expect, faults, differs);
  const groups = pair(expect.groups.length, brief.groups.length, (row, column) =>
    sameGroup(expect.groups[row] ?? "", brief.groups[column]?.text ?? ""),
  );
  missing("group", expect.groups, brief.groups.map(({ text }) => text), groups, faults);
  const decisions = pairDecisions(expect.decisions, brief.decisions, brief.text);
  missing("decision", expect.decisions.map(({ clause }) => clause), brief.decisions.map(({ text }) => text), decisions, faults);
  const kinds = [...decisions].map(([row, column]) =>
    differs(`kind of “${expect.decisions[row]?.clause}”`, expect.decisions[row]?.kind, brief.decisions[column]?.kind),
  );
  const city = differs("city", cityOf(expect.place?.city ?? null), cityOf(brief.place?.city ?? null));
  const country = differs("country of place", expect.place?.country ?? null, brief.place?.country ?? null);
  const { date } = brief;
  const found = date && { from: date.from, to: date.to };
  const day = differs("date", expect.date && { from: expect.date.from, to: expect.date.to }, found);
  return {
    counts: {
      ...people.counts,
      groups: countsOf(groups.size, expect.groups.length, brief.groups.length),
      decisions: countsOf(decisions.size, expect.decisions.length, brief.decisions.length),
    },
    shares: {
      ...people.shares,
      "kind of decision": shareOf(kinds),
      // An expected place without city and country is none.
      place: yes(city && country),
      city: yes(city),
      "country of place": yes(country),
      date: yes(day),
      "basis of date": yes(differs("basis of date", expect.date?.basis ?? null, date?.basis ?? null)),
      kind: yes(differs("kind", expect.kind, brief.kind)),
    },
    absent: people.absent,
    faults,
    invented: inventedIn(brief, story),
  };
}

type Differs = (what: string, expected: unknown, found: unknown) => boolean;

function scorePeople(found: readonly Attendee[], { attendees, absent }: Expected, faults: string[], differs: Differs) {
  const pairs = pair(attendees.length, found.length, (row, column) =>
    nameOf(attendees[row]?.name ?? "") === nameOf(found[column]?.name ?? "") ? 1 : 0,
  );
  const away = new Set(absent.map(nameOf));
  const labels = found.map(({ name }) => (away.has(nameOf(name)) ? `${name} (absent)` : name));
  missing("name", attendees.map(({ name }) => name), labels, pairs, faults);
  const matched = [...pairs].flatMap(([row, column]) => {
    const [wanted, got] = [attendees[row], found[column]];
    return wanted && got ? [{ wanted, got }] : [];
  });
  const offices = matched.map(({ wanted: { name, title }, got }) => {
    if (titleOf(title) === titleOf(got.title)) return true;
    return differs(`office of ${name}`, title, got.title);
  });
  const countries = matched.map(({ wanted, got }) => differs(`country of ${wanted.name}`, wanted.country, got.country));
  const right = (flags: readonly boolean[]): Counts =>
    countsOf(flags.filter(Boolean).length, attendees.length, found.length);
  return {
    counts: {
      names: countsOf(matched.length, attendees.length, found.length),
      "name + office": right(offices),
      "name + country": right(countries),
    },
    shares: {
      country: shareOf(countries),
      part: shareOf(matched.map(({ wanted, got }) => differs(`part of ${wanted.name}`, wanted.part, got.part))),
      host: shareOf(matched.map(({ wanted, got }) => differs(`host ${wanted.name}`, wanted.host, got.host))),
    },
    absent: { right: found.filter(({ name }) => away.has(nameOf(name))).length, of: absent.length },
  };
}

/** The same unnamed people, give or take `ve diğer` and endings. */
function sameGroup(expected: string, found: string): number {
  if (wordsOf(expected).join(" ") === wordsOf(found).join(" ")) return 2;
  const same = agreement(expected, found);
  return same >= 0.6 ? same : 0;
}

function missing(
  what: string,
  expected: readonly string[],
  found: readonly string[],
  pairs: ReadonlyMap<number, number>,
  faults: string[],
): void {
  const taken = new Set(pairs.values());
  for (const [row, words] of expected.entries()) if (!pairs.has(row)) faults.push(`${what} missed: ${words}`);
  for (const [column, words] of found.entries()) if (!taken.has(column)) faults.push(`${what} wrong: ${words}`);
}
