import type { Interval } from "./intervals.js";
import type { CountName, ShareName } from "./score-briefs.js";

/** What matching must reach, in each of its parts. */
export const matchingBars = { precision: 0.99, recall: 0.99 };

/** What briefs must reach in each part: F1 of what is counted, the share of right stories for the others. None may be invented. */
export const briefBars: Partial<Record<CountName | ShareName | "invented", number>> = {
  names: 0.96,
  "name + office": 0.92,
  "name + country": 0.95,
  decisions: 0.92,
  place: 0.96,
  date: 0.96,
  kind: 0.92,
  invented: 0,
};

/** A figure with its bounds of 95 %; `floor` is its bar. */
export interface Figure {
  name: string;
  value: number;
  within: Interval;
  precision?: { value: number; within: Interval };
  recall?: { value: number; within: Interval };
  floor?: number;
  note: string;
}

/** The figures that miss what they must hold, a line each. */
export function belowBars(figures: readonly Pick<Figure, "name" | "value" | "floor">[]): string[] {
  return figures.flatMap(({ name, value, floor }) =>
    floor !== undefined && value < floor ? [`${name}: ${value.toFixed(4)} is below ${floor}`] : [],
  );
}
