import type { Language, TextPart } from "../story.js";
import type { Form } from "./forms.js";

/** One word, number or mark; offsets are UTF-16 into the story's text. Suffixes behind an apostrophe belong to the word. */
export interface Word {
  text: string;
  /** Lower case by the story's language, apostrophes straight, no soft hyphens. */
  key: string;
  /** `key` without what stands behind an apostrophe. */
  base: string;
  capital: boolean;
  kind: "word" | "number" | "mark";
  /** It stands inside quotation marks. */
  quoted: boolean;
  start: number;
  end: number;
  /** What it shares with the same word elsewhere; a word of other letters has another. */
  form: Form;
}

/** A stretch inside quotation marks, without the marks themselves. Unclosed quotes end with their paragraph. */
export interface QuoteSpan {
  start: number;
  end: number;
}

export interface Sentence {
  start: number;
  end: number;
  /** The part of the story it stands in. */
  part: TextPart["kind"];
  /** Index of that part in `Doc.parts`: sentences of one paragraph share it. */
  paragraph: number;
  tokens: Word[];
  /** It stands after the subhead or the sentence that opens the background. */
  background: boolean;
}

/** A story cut into parts, sentences, tokens and quotes: what all readers of a brief look at. */
export interface Doc {
  text: string;
  language: Language;
  published: number | null;
  parts: TextPart[];
  sentences: Sentence[];
  quotes: QuoteSpan[];
}
