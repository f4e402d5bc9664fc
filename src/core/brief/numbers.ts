import type { Word } from "./event-words.js";
import { onceFor, perForm } from "./forms.js";
import type { EventsLexicon } from "./lexicon-events.js";

/** A number of the text, `words[at..end]`, read by the language's own points and commas. */
export interface NumberPhrase {
  value: number;
  at: number;
  end: number;
}

const turkish = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/u;
const english = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/u;

/** `1.250,5` in Turkish, `1,250.5` in English; null for dates, times, ordinals and numbers with a suffix. */
export function parseNumber(key: string, language: string): number | null {
  const parts = (language === "en" ? english : turkish).exec(key);
  if (parts === null) return null;
  const whole = (parts[1] ?? "").replace(/[.,]/gu, "");
  if (whole.length > 15) return null;
  return Number(parts[2] === undefined ? whole : `${whole}.${parts[2]}`);
}

const thousand = 1000;

/** The number that begins at `at` (`11 bin 37`, `1,5 milyon`, `20 million`, `five`); null if none does. */
export function numberAt(
  words: readonly Word[],
  at: number,
  { numberWords }: EventsLexicon,
  language: string,
): NumberPhrase | null {
  const valueOf = valuesIn(numberWords)(language);
  const word = words[at];
  const first = word === undefined ? null : valueOf(word);
  return first === null ? null : numberFrom(words, at, first, valueOf);
}

type ValueOf = (word: Word) => number | null;

function numberFrom(words: readonly Word[], at: number, first: number, valueOfWord: ValueOf): NumberPhrase {
  const valueOf = (index: number) => {
    const word = words[index];
    return word === undefined ? null : valueOfWord(word);
  };
  let total = 0;
  let part: number | null = first;
  let end = at + 1;
  let scale = Number.POSITIVE_INFINITY;
  for (;;) {
    const next: number | null = valueOf(end);
    const spoken = words[end]?.kind === "word";
    if (next !== null && spoken && next >= thousand && next < scale) {
      total += part * next;
      scale = next;
      end += 1;
      part = valueOf(end);
      // `11 bin 37`: the rest is smaller than the scale before it.
      if (part === null || part >= scale || (words[end]?.kind === "number" && words[end - 1]?.kind === "number")) break;
      end += 1;
    } else break;
  }
  return { value: round(total + (part !== null && part < scale ? part : 0)), at, end };
}

/** What a word is worth as a number, null for other words. */
const valuesIn = onceFor((numberWords: EventsLexicon["numberWords"]) => {
  const inLanguage = (language: string) =>
    perForm(({ kind, key }) => {
      if (kind === "mark") return null;
      return kind === "number" ? parseNumber(key, language) : (numberWords.get(key) ?? null);
    });
  const english = inLanguage("en");
  const others = inLanguage("tr");
  return (language: string): ValueOf => (language === "en" ? english : others);
});

/** 1.1 million is 1100000, not 1100000.0000000002. */
function round(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}
