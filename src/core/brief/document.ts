import type { Language, TextPart } from "../story.js";

/** One word, number or mark; offsets are UTF-16 into the story's text. Suffixes behind an apostrophe belong to the word. */
export interface Token {
  text: string;
  start: number;
  end: number;
  kind: "word" | "number" | "mark";
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
  tokens: Token[];
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
