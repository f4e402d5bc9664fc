/** `npm run corpus [-- --part dev|test] [--story 101] [--bars off]`: quality of matcher and brief; exit 1 below the bars, 2 for bad use or a faulty lexicon. */
import { parseArgs } from "node:util";
import { Refusal } from "../../src/core/refusal.js";
import { belowBars, briefBars, matchingBars } from "./bars.js";
import type { Part } from "./brief-corpus.js";
import { loadStories, parts } from "./brief-corpus.js";
import { figuresOf } from "./figures.js";
import { corpusLines, ours, peerScores, scoreOf } from "./matching.js";
import { matchingText, partText, storyText } from "./print.js";
import { createReader, scoreBrief } from "./score-briefs.js";

const usage = "usage: npm run corpus -- [--part dev|test] [--story NUMBER] [--bars off]";

/** Prints the matching corpus; the lines are what misses its bars. */
function matching(): string[] {
  const lines = corpusLines();
  const names = [...new Set(lines.map(({ part }) => part))];
  const whole = scoreOf("tellal", lines, ours);
  const each = names.map((name) => scoreOf(`tellal, ${name} part`, lines.filter(({ part }) => part === name), ours));
  console.log(`Matching: ${lines.length} lines, ${lines.filter(({ wanted }) => !wanted).length} of them negative`);
  console.log(matchingText([whole, ...each, ...peerScores(lines)]));
  return [whole, ...each].flatMap(({ name, precision, recall }) =>
    belowBars([
      { name: `${name}, precision`, value: precision, floor: matchingBars.precision },
      { name: `${name}, recall`, value: recall, floor: matchingBars.recall },
    ]),
  );
}

/** Prints a part of the briefs; the lines are what misses its bars. */
function briefs(part: Part): string[] {
  const read = createReader();
  const scored = loadStories(part).map((story) => ({ story, score: scoreBrief(read(story), story.expect, story.text) }));
  console.log(`\n${partText(part, scored, part === "dev")}`);
  const invented = scored.reduce((all, { score }) => all + score.invented.length, 0);
  const most = briefBars.invented ?? 0;
  const tooMany = invented > most ? [`invented facts: ${invented}, more than ${most}`] : [];
  return [...belowBars(figuresOf(scored)), ...tooMany].map((line) => `briefs, ${part} part: ${line}`);
}

function oneStory(id: string, among: readonly Part[]): number {
  const story = among.flatMap(loadStories).find((it) => it.id === id);
  if (story === undefined) {
    console.error(`no story ${id}; its number is what its file begins with, such as 101`);
    return 2;
  }
  const brief = createReader()(story);
  console.log(storyText({ story, score: scoreBrief(brief, story.expect, story.text) }, brief));
  return 0;
}

function measure(chosen: readonly Part[], strict: boolean): number {
  const low = chosen.length > 1 ? matching() : [];
  for (const part of chosen) low.push(...briefs(part));
  console.log(low.length === 0 ? "\nall bars are reached" : `\nbelow the bars:\n  ${low.join("\n  ")}`);
  return strict && low.length > 0 ? 1 : 0;
}

function main(args: readonly string[]): number {
  const options = { part: { type: "string" }, story: { type: "string" }, bars: { type: "string" } } as const;
  let read;
  try {
    read = parseArgs({ args: [...args], options }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return 2;
  }
  const chosen = parts.filter((part) => read.part === undefined || read.part === part);
  if (chosen.length === 0 || !["on", "off", undefined].includes(read.bars)) {
    console.error(usage);
    return 2;
  }
  return read.story === undefined ? measure(chosen, read.bars !== "off") : oneStory(read.story, chosen);
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  // A faulty lexicon is for whoever edits it, not a bug of ours.
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
