import fc from "fast-check";
import { expect, test } from "vitest";
import { createBriefer } from "../../src/core/brief/brief.js";
import { readPlain } from "../../src/core/plain.js";
import { lexicon } from "../lexicon.js";
import { loadStories } from "./brief-corpus.js";
import { inventedIn } from "./invented.js";

const brief = createBriefer(lexicon);
const stories = loadStories("dev");
const lines = { tr: linesOf("tr"), en: linesOf("en") };

/** The lines of all stories of a language: titles, bylines and datelines among them. */
function linesOf(language: "tr" | "en"): string[] {
  return stories.filter((story) => story.language === language).flatMap(({ text }) => text.split(/\n+/u).filter(Boolean));
}

test.each(["tr", "en"] as const)(
  "no name, number or decision that the text does not have, whatever lines are put together: %s",
  { timeout: 60_000 },
  (language) => {
    const mixture = fc.array(fc.constantFrom(...lines[language]), { minLength: 2, maxLength: 16 });
    fc.assert(
      fc.property(mixture, (some) => {
        const text = some.join("\n\n");
        const article = readPlain(text, language);
        const invented = inventedIn(brief({ ...article, published: Date.UTC(2026, 4, 5) }), text);
        // `The declaration, signed in Baku, …` is told as a sentence of its own, with its verb.
        expect(invented.filter((one) => !/^decision: “(?:was|were)” of /u.test(one))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  },
);
