import { expect, test } from "vitest";
import { createMatcher } from "../../src/core/match/matcher.js";
import { parseKeyword } from "../../src/core/match/parse.js";
import { readQuery } from "../../src/core/match/search.js";
import { figure, isFull } from "./figure.js";

const open = "(";
const words = (count: number, of = (at: number) => `kelime${at}`) => Array.from({ length: count }, (_, at) => of(at));

/** Expressions built to explode: what they would be in another language, and what ours has of operators, piled up. */
const expressions: string[] = [
  "^(a+)+$",
  "(a|aa)+$",
  "(.*a){25}",
  "(?=a)(?!b)(?<=c)\\1",
  "a{1000}{1000}",
  "[a-z]+*?",
  "((a*)*)*",
  "a".repeat(1_000),
  "*".repeat(1_000),
  "a* ".repeat(250),
  `${open.repeat(400)}a${")".repeat(400)}`,
  open.repeat(900),
  `(${words(200).join("|")})`,
  words(8, (at) => `(${words(12, (n) => `a${at}b${n}`).join("|")})`).join(" "),
  words(30, () => "(aa|bb)").join(" "),
  words(80, () => "(aa|bb|)").join(""),
  words(60).join(" & "),
  words(60).join(" | "),
  words(40, (at) => `kelime${at} near:50`).join(" "),
  `"${words(100).join(" ")}"`,
  `${"-".repeat(500)}a`,
  '"'.repeat(999),
  "kan kan kan kan kan kan kan kan kan kan",
  "ı".repeat(50),
  "İ".repeat(50),
  "a\u0301".repeat(300),
  "Kızılay'ın'ın'ın'ın'ın'ın",
  "ler".repeat(16),
  `${"lar".repeat(16)}ın`,
  "lang:tr lang:en lang:tr lang:en",
];

/** Texts that a matcher might read again and again. */
const texts = [
  "a".repeat(100_000),
  "aa bb ".repeat(20_000),
  "kan ".repeat(25_000),
  "Kızılay'".repeat(12_000),
  "ler".repeat(30_000),
  words(15_000, (at) => `kelime${at % 100}`).join(" "),
  "Kızılaylarımızdakilerdenmişsinizcesine ".repeat(2_500),
  "ı".repeat(100_000),
];

test(
  "expressions built to explode are refused, or found in time that grows with the text",
  { timeout: 120_000 },
  () => {
    const times = isFull ? 5 : 1;
    let [worst, accepted] = [0, 0];
    for (const expression of expressions) {
      readQuery(expression);
      const parsed = parseKeyword(expression);
      if (parsed.kind === "fault") continue;
      accepted += 1;
      const matcher = createMatcher([{ id: "t", name: { tr: "t", en: "t" }, keywords: [expression] }]);
      for (const text of texts) {
        const spans = Array.from({ length: times }, () => {
          const begin = performance.now();
          matcher.match({ title: expression.slice(0, 200), body: text });
          return performance.now() - begin;
        });
        worst = Math.max(worst, Math.min(...spans));
      }
    }
    expect(accepted).toBeGreaterThan(5);
    expect(accepted).toBeLessThan(expressions.length);
    // A text of 5 kB is a twentieth of these.
    expect(worst / 20).toBeLessThan(isFull ? 5 : Infinity);
    figure({
      what: "expressions built to explode, on texts of 100 kB",
      runs: expressions.length * texts.length,
      harmless: expressions.length,
      more: `${accepted} are expressions of ours; the slowest took ${Math.round(worst)} ms`,
    });
  },
);

test("500 keywords on a text of 5 kB", () => {
  const keywords = words(500, (at) => `kurum${at} yardım${at % 7}`);
  const matcher = createMatcher([{ id: "t", name: { tr: "t", en: "t" }, keywords }]);
  const body = words(700, (at) => (at % 9 === 0 ? `kurum${at} yardım${at % 7}lar` : "görüşme")).join(" ");
  const spans = Array.from({ length: 20 }, () => {
    const begin = performance.now();
    matcher.match({ title: "Yardım", body });
    return performance.now() - begin;
  });
  const best = Math.min(...spans);
  expect(best).toBeLessThan(isFull ? 20 : Infinity);
  figure({ what: "500 keywords on a text of 5 kB", runs: spans.length, more: `${best.toFixed(1)} ms` });
});
