import { createMatcher } from "../core/match/matcher.js";
import { parseKeyword } from "../core/match/parse.js";
import type { Fields } from "../core/match/topic.js";
import type { Article } from "../core/story.js";
import { fieldsOf, storyText } from "../core/story.js";
import type { Tried } from "../store/report.js";
import type { Store } from "../store/store.js";

export interface TrialParts {
  store: Pick<Store, "report">;
  clock: () => number;
  /** Lets everything else that waits go first. */
  breathe: () => Promise<void>;
  /** When a trial stops: after so many texts, or so many ms. */
  most?: { texts: number; span: number };
}

/** A story that the keyword finds, or that it would take away. */
export interface Found {
  title: string;
  link: string;
}

/** What a keyword would have done to a topic. */
export interface Trial {
  /** Stories that the keyword itself matches, where no unwanted phrase of the topic covers it. */
  matched: number;
  /** Stories that the topic has without it and with it. */
  before: number;
  after: number;
  /** Those that it brings or, if it is unwanted, takes away; else those it matches; the newest first. */
  examples: Found[];
  /** Texts that were tried, and the time of the oldest if not all could be: null if all were. */
  texts: number;
  stopped: number | null;
}

const day = 24 * 60 * 60_000;
/** How far back a keyword is tried. */
export const trialDays = 30;
const examplesShown = 5;
/** Texts that are read of the database at once, and matched in one go: some milliseconds. */
const page = 100;
const step = 10;
const usual = { texts: 30_000, span: 10_000 };

/**
 * Tries a keyword on the stories and unmatched items of the last 30 days, by the matcher that reads new ones, the newest first. In
 * small steps: posts and answers go on meanwhile.
 */
export function createTrial({ store, clock, breathe, most = usual }: TrialParts) {
  /** Keywords that can no longer be read count for nothing, as they do for new stories. */
  return async function trial(keywords: readonly string[], expression: string, now: number): Promise<Trial> {
    const unwanted = keywords.filter((one) => isUnwanted(one));
    const name = { tr: "", en: "" };
    const matcher = createMatcher(
      [
        { id: "before", name, keywords },
        { id: "after", name, keywords: [...keywords, expression] },
        { id: "alone", name, keywords: [...unwanted, expression] },
      ],
      () => {},
    );
    const result: Trial = { matched: 0, before: 0, after: 0, examples: [], texts: 0, stopped: null };
    const others: Found[] = [];
    const end = clock() + most.span;
    let last: Tried | null = null;
    for (;;) {
      const rows: Tried[] = await store.report.tried(now - trialDays * day, last, page);
      for (const [index, row] of rows.entries()) {
        if (index % step === 0) await breathe();
        if (result.texts >= most.texts || clock() > end) {
          result.stopped = last?.seen ?? row.seen;
          result.examples = [...result.examples, ...others].slice(0, examplesShown);
          return result;
        }
        last = row;
        result.texts += 1;
        count(row, new Set(matcher.match(readFields(row)).map(({ topic }) => topic)));
      }
      if (rows.length < page) break;
    }
    result.examples = [...result.examples, ...others].slice(0, examplesShown);
    return result;

    function count({ title, link }: Tried, hit: ReadonlySet<string>): void {
      if (hit.has("before")) result.before += 1;
      if (hit.has("after")) result.after += 1;
      if (hit.has("alone")) result.matched += 1;
      const changes = hit.has("before") !== hit.has("after");
      if (changes && result.examples.length < examplesShown) result.examples.push({ title, link });
      if (!changes && hit.has("alone") && others.length < examplesShown) others.push({ title, link });
    }
  };
}

function isUnwanted(expression: string): boolean {
  const parsed = parseKeyword(expression);
  return parsed.kind === "ok" && parsed.keyword.unwanted;
}

function readFields({ article, text, language }: Tried): Fields {
  if (article !== null) {
    const read = JSON.parse(article) as Article;
    return fieldsOf(storyText(read), read.language);
  }
  const [title = "", ...body] = (text ?? "").split("\n\n");
  return { title, body: body.join("\n\n"), language };
}
