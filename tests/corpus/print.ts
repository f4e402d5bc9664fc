import type { Brief } from "../../src/core/brief/schema.js";
import type { CorpusStory } from "./brief-corpus.js";
import type { Figure } from "./bars.js";
import type { Scored } from "./figures.js";
import { figuresOf, patternFigures, worst } from "./figures.js";
import type { Interval } from "./intervals.js";
import { f1 } from "./intervals.js";
import type { Score } from "./matching.js";

const three = (value: number): string => value.toFixed(3);
const bounds = ({ low, high }: Interval): string => `${three(low)}–${three(high)}`;
const cell = (it: { value: number; within: Interval } | undefined): string =>
  (it === undefined ? "" : `${three(it.value)} (${bounds(it.within)})`).padEnd(21);

/** Figures as a table; a `!` marks what misses its bar. */
function figuresText(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, precision, recall, value, within, floor, note }) => {
    const bar = floor === undefined ? "" : `${value < floor ? "!" : " "} ≥ ${floor.toFixed(2)}`;
    return `  ${name.padEnd(17)} ${cell(precision)}${cell(recall)}${cell({ value, within })}${bar.padEnd(9)}${note}`;
  });
  return [`  ${" ".repeat(17)} ${"precision".padEnd(21)}${"recall".padEnd(21)}${"F1 or share".padEnd(21)}bar`, ...rows].join("\n");
}

/** Our matcher and simpler means on the same lines. */
export function matchingText(scores: readonly Score[]): string {
  const rows = scores.map(
    ({ name, precision, recall, f1, found, false: wrong, missed }) =>
      `  ${name.padEnd(34)} P ${three(precision)}  R ${three(recall)}  F1 ${three(f1)}  ${found} right, ${wrong} wrong, ${missed} missed`,
  );
  return rows.join("\n");
}

/** A part of the briefs. What its stories say is shown only where `open`: nobody should tune on the others. */
export function partText(part: string, scored: readonly Scored[], open: boolean): string {
  const count = (length: (it: Scored) => number): number => scored.reduce((all, it) => all + length(it), 0);
  const english = scored.filter(({ story }) => story.language === "en").length;
  const away = { found: count(({ score }) => score.absent.right), named: count(({ score }) => score.absent.of) };
  const invented = scored.flatMap(({ story, score }) => score.invented.map((it) => `    ${story.id} ${open ? it : it.split(":")[0]}`));
  return [
    `Briefs, ${part} part: ${scored.length} stories (${scored.length - english} tr, ${english} en), ${count(({ story }) => story.expect.attendees.length)} attendees, ${count(({ story }) => story.expect.decisions.length)} decisions`,
    "  Bounds of 95 %: Wilson; for F1 a seeded bootstrap over stories.",
    figuresText(figuresOf(scored)),
    `  absent people found: ${away.found} of ${away.named}`,
    `  invented facts: ${invented.length}`,
    ...invented,
    "  F1 per pattern (stories): names, decisions",
    ...patternFigures(scored).map(
      ({ tag, stories, names, decisions }) =>
        `    ${`${tag} (${stories})`.padEnd(32)}${names === null ? "–    " : three(names)}  ${decisions === null ? "–" : three(decisions)}`,
    ),
    "  The worst stories",
    ...worst(scored).flatMap((it) => worstText(it, open)),
  ].join("\n");
}

function worstText({ story, score }: Scored, open: boolean): string[] {
  const { names, decisions } = score.counts;
  const head = `    ${story.id}: names ${three(f1(names))}, decisions ${three(f1(decisions))}, ${score.faults.length} differences`;
  return [head, ...(open ? [...score.invented.map((it) => `invented ${it}`), ...score.faults].map((it) => `      ${it}`) : [])];
}

/** One story: what was expected, what was found, and each difference. */
export function storyText({ story, score }: { story: CorpusStory; score: Scored["score"] }, brief: Brief): string {
  const { expect } = story;
  const list = (title: string, lines: readonly string[]): string[] => [`  ${title}`, ...lines.map((it) => `    ${it}`)];
  const place = (it: { city: string | null; country: string | null } | null): string => (it === null ? "none" : `${it.city} ${it.country}`);
  const date = (it: Brief["date"] | typeof expect.date): string => (it === null ? "none" : `${it.from} to ${it.to} (${it.basis})`);
  const person = (it: { name: string; title: string | null; country: string | null; part: string; host: boolean }): string =>
    `${it.name} | ${it.title} | ${it.country} | ${it.part}${it.host ? " host" : ""}`;
  return [
    `${story.part}/${story.file}  confidence ${brief.confidence.toFixed(2)}`,
    ...list("expected", [
      `${expect.kind}, ${place(expect.place)}, ${date(expect.date)}`,
      ...expect.attendees.map(person),
      ...expect.groups.map((it) => `group ${it}`),
      ...expect.decisions.map(({ kind, clause }) => `${kind}: ${clause}`),
      ...expect.absent.map((it) => `absent ${it}`),
    ]),
    ...list("found", [
      `${brief.kind}, ${place(brief.place)}, ${date(brief.date)}`,
      ...brief.attendees.map(person),
      ...brief.groups.map(({ text }) => `group ${text}`),
      ...brief.decisions.map(({ kind, text, start, end }) => `${kind}: ${text}  [${brief.text.slice(start, end)}]`),
    ]),
    ...list("differences", [...score.invented.map((it) => `invented ${it}`), ...score.faults]),
  ].join("\n");
}
