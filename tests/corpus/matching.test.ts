import { expect, test } from "vitest";
import type { Line } from "./matching.js";
import { corpusLines, ours, peerScores, scoreOf } from "./matching.js";

const lines = corpusLines();
const shown = ({ line, wanted, keywords, sentence }: Line): string =>
  `${line} ${wanted ? "missed" : "false"}: ${keywords[0]} in “${sentence}”`;

test("the corpus is large, balanced and without doubles", () => {
  expect(lines.length).toBeGreaterThanOrEqual(600);
  expect(lines.filter((it) => !it.wanted).length / lines.length).toBeGreaterThanOrEqual(0.4);
  expect(new Set(lines.map((it) => `${it.keywords.join()}${it.sentence}`)).size).toBe(lines.length);
});

test.each(["blind", "grown", "classes", "languages"])("precision and recall of the %s part are at least 0.99", (part) => {
  const score = scoreOf(
    part,
    lines.filter((it) => it.part === part),
    ours,
  );
  expect(score.found).toBeGreaterThan(100);
  expect(Math.min(score.precision, score.recall), score.failures.map(shown).join("\n")).toBeGreaterThanOrEqual(0.99);
});

test("simpler means find less and claim more on the same corpus", () => {
  const own = scoreOf("tellal", lines, ours);
  for (const peer of peerScores(lines)) expect(peer.f1, peer.name).toBeLessThan(own.f1);
});
