import type { ExpressionFault } from "./tokens.js";

/**
 * The language of keywords. Everything outside the marks is a literal: no pattern of a user is ever run.
 *
 * | written | means |
 * |---|---|
 * | `Kızılay Meydanı` | these words in this order; the last one inflected freely, the inner ones as they stand |
 * | `"Genel Sekreter"` | the same, where a phrase must end before another word |
 * | `a\|b\|"c d"` | any of these |
 * | `Kızılay (Meydanı\|AVM)` | the same as `Kızılay Meydanı\|Kızılay AVM` |
 * | `-Kızılay Meydanı` | at the start: an unwanted phrase; it masks the hits that it covers, and nothing else |
 * | `+deprem` | the story must have it too |
 * | `-metro` | behind a wanted term: the story must not have it; if it contains the term, it only masks the hits it covers |
 * | `near:5 kan` | it must stand at most 5 words away; `-near:5 kan`: it must not |
 * | `title:Kızılay` | in the title only; before a condition it looks there only |
 * | `lang:tr,az` | only in stories of these languages; a story whose language is not known passes |
 * | `=Kızılay` | exactly this form, no suffix; capitals pass |
 * | `~Kizilay` | Turkish letters may be written in ASCII, in the keyword and in the text |
 *
 * Letters: a word of 2 to 6 capitals is an acronym and wants capitals (or an apostrophe) in the text, unless it is long
 * and can be read (DEPREM, UNESCO): then small letters do too. A word that begins with a capital is a name: it also
 * matches derived words (Kızılaycı), which are marked.
 */
export interface Pattern {
  text: string;
  exact: boolean;
  ascii: boolean;
  /** A single word too may stand for its compound: `teşkilatı` is in `teşkilatına`. What people look for is typed so. */
  compound?: boolean;
}

export interface Condition {
  wanted: boolean;
  /** Distance in words to the hit; null for anywhere in the story. */
  near: number | null;
  title: boolean;
  patterns: Pattern[];
}

export interface Keyword {
  source: string;
  unwanted: boolean;
  title: boolean;
  languages: string[];
  patterns: Pattern[];
  conditions: Condition[];
}

export type ParsedKeyword =
  | { kind: "ok"; keyword: Keyword }
  /** `at` is the UTF-16 offset of the fault in the expression; `message` is one English sentence. */
  | ({ kind: "fault" } & ExpressionFault);

/** Bounds of one expression: an owner's keyword is a few words, a default topic's context rule a few dozen. */
export const limits = { length: 1000, patterns: 160, words: 10, word: 50, near: 50 } as const;
