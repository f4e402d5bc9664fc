import { impossible } from "../impossible.js";
import type { Condition, Keyword, Pattern } from "../match/keyword.js";
import type { ExpressionFault } from "../match/tokens.js";
import { cleanText } from "./clean.js";
import type { Say, Tongue } from "./words.js";

/** More alternatives than this are counted, not named. */
const named = 8;
const lists = {
  tr: new Intl.ListFormat("tr", { type: "disjunction" }),
  en: new Intl.ListFormat("en", { type: "disjunction" }),
};

/** What an expression was understood to mean, one sentence a line. */
export function keywordLines(keyword: Keyword, language: Tongue, say: Say): string[] {
  const terms = termsText(keyword.patterns, language, say);
  return [
    say(keyword.unwanted ? "keyword-unwanted" : "keyword-wanted", { terms }),
    ...(keyword.title ? [say("keyword-title")] : []),
    ...(keyword.languages.length > 0 ? [say("keyword-languages", { languages: keyword.languages.join(", ") })] : []),
    ...keyword.conditions.map((condition) => conditionLine(condition, language, say)),
  ];
}

function conditionLine({ wanted, near, title, patterns }: Condition, language: Tongue, say: Say): string {
  const terms = termsText(patterns, language, say);
  if (near !== null) return say(wanted ? "keyword-near" : "keyword-not-near", { terms, count: near });
  if (title) return say(wanted ? "keyword-with-title" : "keyword-without-title", { terms });
  return say(wanted ? "keyword-with" : "keyword-without", { terms });
}

function termsText(patterns: readonly Pattern[], language: Tongue, say: Say): string {
  const terms = patterns.slice(0, named).map(({ text, exact, ascii }) => {
    const term = `“${text}”`;
    if (exact) return say("keyword-exact", { term });
    return ascii ? say("keyword-ascii", { term }) : term;
  });
  const left = patterns.length - terms.length;
  return lists[language].format(left === 0 ? terms : [...terms, say("keyword-more", { count: left })]);
}

/** The sentence that tells what is wrong with an expression. */
export function keywordFault(fault: ExpressionFault, say: Say): string {
  const { rule, sign = "", count = 0 } = fault;
  switch (rule) {
    case "missing-before":
    case "behind":
      return say(`keyword-fault-${rule}`, { sign });
    case "length":
    case "near":
    case "many":
    case "phrase":
    case "word":
      return say(`keyword-fault-${rule}`, { count });
    case "empty":
    case "missing-end":
    case "near-first":
    case "lang":
    case "mark-inside":
    case "mark-alone":
    case "brackets":
    case "short":
    case "quote":
    case "bracket":
    case "nested":
      return say(`keyword-fault-${rule}`);
    default:
      return impossible(rule);
  }
}

/** Columns shown on each side of a fault: a phone's line is hardly wider than both. */
const reach = 16;

/** The expression around a fault, and under it a caret where the fault is. */
export function caretLines(expression: string, at: number): [string, string] {
  const before = Array.from(cleanText(expression.slice(0, at)));
  const behind = Array.from(cleanText(expression.slice(at)));
  const left = before.length > reach ? ["…", ...before.slice(-reach)] : before;
  const right = behind.length > reach ? [...behind.slice(0, reach), "…"] : behind;
  return [[...left, ...right].join(""), `${" ".repeat(left.length)}^`];
}
