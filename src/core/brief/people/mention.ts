import type { Role } from "../lexicon-people.js";

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
  /** Country named in the phrase that opens the list item: `Kazakistan'dan Dr. X`. */
  fromCountry: string | null;
}
