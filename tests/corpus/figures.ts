import type { CorpusStory } from "./brief-corpus.js";
import type { Figure } from "./bars.js";
import { briefBars } from "./bars.js";
import type { Share } from "./intervals.js";
import { bootstrapF1, f1, precision, recall, share, sum, wilson } from "./intervals.js";
import type { CountName, StoryScore } from "./score-briefs.js";
import { countNames, shareNames } from "./score-briefs.js";

/** A story with its score. */
export interface Scored {
  story: CorpusStory;
  score: StoryScore;
}

const add = (all: readonly Share[]): Share =>
  all.reduce((a, b) => ({ right: a.right + b.right, of: a.of + b.of }), { right: 0, of: 0 });

/** All figures of a part. Bounds: Wilson for precision, recall and shares; for F1 a bootstrap over the stories. */
export function figuresOf(scored: readonly Scored[]): Figure[] {
  return [
    ...countNames.map((name) => counted(name, scored)),
    ...shareNames.map((name) => shared(name, add(scored.map(({ score }) => score.shares[name])))),
  ].map((figure) => {
    const floor = briefBars[figure.name as keyof typeof briefBars];
    return { ...figure, ...(floor === undefined ? {} : { floor }) };
  });
}

function counted(name: CountName, scored: readonly Scored[]): Figure {
  const each = scored.map(({ score }) => score.counts[name]);
  const all = sum(each);
  const { hit, wrong, missed } = all;
  return {
    name,
    value: f1(all),
    within: bootstrapF1(each),
    precision: { value: precision(all), within: wilson({ right: hit, of: hit + wrong }) },
    recall: { value: recall(all), within: wilson({ right: hit, of: hit + missed }) },
    note: `${hit} right, ${wrong} wrong, ${missed} missed`,
  };
}

function shared(name: string, all: Share): Figure {
  return { name, value: share(all), within: wilson(all), note: `${all.right} of ${all.of}` };
}

/** F1 of names and of decisions in the stories that show a pattern. `null`: nothing to find there and nothing claimed. */
export interface PatternFigures {
  tag: string;
  stories: number;
  names: number | null;
  decisions: number | null;
}

/** Patterns by the number of their stories, the rarer after the more frequent. */
export function patternFigures(scored: readonly Scored[]): PatternFigures[] {
  const tags = [...new Set(scored.flatMap(({ story }) => story.tags))].sort();
  return tags
    .map((tag) => {
      const having = scored.filter(({ story }) => story.tags.includes(tag));
      const figure = (name: CountName): number | null => {
        const all = sum(having.map(({ score }) => score.counts[name]));
        return all.hit + all.wrong + all.missed === 0 ? null : f1(all);
      };
      return { tag, stories: having.length, names: figure("names"), decisions: figure("decisions") };
    })
    .sort((a, b) => b.stories - a.stories);
}

/** The stories with the most differences, at most ten; those without any are left out. */
export function worst(scored: readonly Scored[], most = 10): Scored[] {
  return scored
    .filter(({ score }) => weight(score) > 0)
    .sort((a, b) => weight(b.score) - weight(a.score))
    .slice(0, most);
}

const weight = ({ faults, invented }: StoryScore): number => faults.length + 5 * invented.length;
