import type { Scene } from "./decision-parts.js";
import type { Word } from "./event-words.js";
import { textOf } from "./event-words.js";

/** One person elected: `words[from..to]` is the part of the sentence that says so, `text` stands alone. */
export interface Elected {
  from: number;
  to: number;
  text: string;
}

/** A verb of electing at `words[at..end]` in the clause `words[start..stop]`. */
interface Verb {
  start: number;
  at: number;
  end: number;
  stop: number;
  passive: boolean;
}

/**
 * `elected Ece Al as president; Can Us as deputy; and Su Er as secretary`, `Ece Al and Can Us were elected to the board`:
 * one for each person. Null for a single one and where the clause is built otherwise.
 */
export function splitElected({ words, doc }: Scene, { start, at, end, stop, passive }: Verb): Elected[] | null {
  const cut = (from: number, to: number) => textOf(doc, words, from, to);
  const verb = cut(at, end);
  if (!passive) {
    const people = peopleIn(words, end, stop);
    let shared = stop - 1;
    while (shared >= end && words[shared]?.key !== "as") shared -= 1;
    return (
      people?.map(([from, to], index) => {
        const own = words.slice(from, to).some(({ key }) => key === "as");
        const office = own || shared < end ? "" : ` ${cut(shared, stop)}`;
        return { from: index === 0 ? at : from, to, text: `${cut(start, end)} ${cut(from, to)}${office}` };
      }) ?? null
    );
  }
  const names = namesIn(words, start, at - 1);
  if (names !== null)
    return names.map(([from, to], index) => ({
      from,
      to: index === names.length - 1 ? stop : to,
      text: `${cut(from, to)} was ${verb} ${cut(end, stop)}`,
    }));
  const people = peopleIn(words, start, stop, end);
  return (
    people?.map(([from, to], index) => {
      const office = from > start ? officeIn(words, from, to) : 0;
      const text = index === 0 ? cut(from, to) : `${cut(from, office)} was ${verb} ${cut(office, to)}`;
      return { from, to, text };
    }) ?? null
  );
}

type Stretch = readonly [from: number, to: number];

/** The stretches between `;`, `,` and `and` that each begin with a name and go on with an office; null for fewer than two. */
function peopleIn(words: readonly Word[], from: number, to: number, behind = from): Stretch[] | null {
  const starts = [from];
  for (let at = behind + 2; at < to; at += 1) if (isJoin(words[at - 1]) && isName(words, at, to)) starts.push(at);
  if (starts.length < 2 || !isName(words, from, to)) return null;
  const people = starts.map((start, index): Stretch => {
    let end = starts[index + 1] ?? to;
    while (end > start && isJoin(words[end - 1])) end -= 1;
    return [start, end];
  });
  // The first one has the verb's own office; a bare name behind it may be anybody.
  const told = people.every(([start, end], index) => index === 0 || opensOffice(words[officeIn(words, start, end)]));
  const bare = people.slice(0, -1).every(([start, end]) => officeIn(words, start, end) === end);
  return told || bare ? people : null;
}

/** `Ece Al, Can Us and Su Er` and nothing else; null for fewer than two names. */
function namesIn(words: readonly Word[], from: number, to: number): Stretch[] | null {
  const names: [number, number][] = [];
  for (let at = from; at < to; at += 1) {
    if (isJoin(words[at])) continue;
    if (!isName(words, at, to)) return null;
    const end = officeIn(words, at, to);
    if (end < to && !isJoin(words[end])) return null;
    names.push([at, end]);
    at = end - 1;
  }
  return names.length < 2 ? null : names;
}

const isJoin = (word: Word | undefined) => word?.key === ";" || word?.key === "," || word?.key === "and";

const isName = (words: readonly Word[], at: number, to: number): boolean =>
  at + 2 <= to &&
  words
    .slice(at, at + 2)
    .every(({ capital, kind, quoted, key }) => capital && kind === "word" && !quoted && !key.includes("'"));

const office =
  /^(?:as|first|second|vice|deputy|president|chair|chairman|chairwoman|chairperson|co-chair|secretary|treasurer|member|head|director|rapporteur|coordinator|speaker)$/u;
const opensOffice = (word: Word | undefined): boolean => word !== undefined && office.test(word.key);

/** Index behind the capitals of a name. */
function officeIn(words: readonly Word[], from: number, to: number): number {
  let at = from;
  while (at < to && words[at]?.capital === true && words[at]?.kind === "word") at += 1;
  return at;
}
