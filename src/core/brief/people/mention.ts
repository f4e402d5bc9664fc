import type { Word } from "../event-words.js";
import { perForm } from "../forms.js";
import type { Role } from "../lexicon-people.js";
import { suffixAt } from "./tags.js";
import type { Scene } from "./turkish-runs.js";

/** Where an office is from that is of no country. */
export const international = "";

/** A person as named at one place of a sentence. Indices are into the words of that sentence, ends exclusive. */
export interface Mention {
  sentence: number;
  /** First word of title, honorifics or name. */
  from: number;
  /** Behind the name. */
  to: number;
  nameFrom: number;
  /** Offsets into the story's text. */
  start: number;
  end: number;
  titleStart: number | null;
  titleEnd: number | null;
  /** Words of the title. */
  titleFrom: number;
  titleTo: number;
  honorifics: string[];
  /** A name of one word: it stands for somebody named in full elsewhere. */
  short: boolean;
  /** What it is to the words that follow; `passing`: only spoken of. */
  role: Role | "passing" | "other";
  /** Shares the title of the one before: `Bakan Yardımcıları A ve B`. */
  shared: boolean;
  /** Which of those who share a title, for a title of several countries. */
  sharedIndex: number;
  /** Whom or what it represents. */
  represents: string | null;
  /** Country named in the phrase that opens the list item: `Kazakistan'dan Dr. X`; `international` for none. */
  fromCountry: string | null;
}

/** Where its parts stand, as indices of words. */
interface Place {
  from: number;
  titleFrom: number;
  titleTo: number;
  honorificFrom: number;
  nameFrom: number;
  to: number;
}

const suffixIn = perForm(({ text }) => suffixAt(text, "tr"));
const possessiveIn = perForm(({ text }) => suffixAt(text, "en"));
const capitalIn = perForm(({ text }) => /\p{Lu}/u.test(text));
const hasCapital = (word: Word | undefined) => word !== undefined && capitalIn(word);

/** A mention whose role is not known yet. */
export function mention({ words, lexicon }: Pick<Scene, "words" | "lexicon">, sentence: number, place: Place): Mention {
  const { from, titleFrom, titleTo, honorificFrom, nameFrom, to } = place;
  const last = words[to - 1];
  const cut = last === undefined ? -1 : lexicon.language === "en" ? possessiveIn(last) : suffixIn(last);
  const titled = titleTo > titleFrom;
  let capitals = 0;
  for (let at = nameFrom; at < to; at += 1) if (hasCapital(words[at])) capitals += 1;
  return {
    sentence,
    from,
    to,
    nameFrom,
    start: words[nameFrom]?.start ?? 0,
    end: last === undefined ? 0 : cut > 0 ? last.start + cut : last.end,
    titleStart: titled ? (words[titleFrom]?.start ?? null) : null,
    titleEnd: titled ? (words[titleTo - 1]?.end ?? null) : null,
    titleFrom,
    titleTo,
    honorifics: honorificFrom < nameFrom ? words.slice(honorificFrom, nameFrom).map((word) => word.text) : [],
    short: capitals < 2,
    role: "other",
    shared: false,
    sharedIndex: 0,
    represents: null,
    fromCountry: null,
  };
}
