/**
 * One line of text as it may be stored and shown: NFC, every kind of white space folded to single spaces, and without
 * what cannot be seen (controls, zero-width characters, bidi overrides, soft hyphens). Apostrophes and quotation marks
 * stay as written; lone surrogates become U+FFFD, since no platform accepts them.
 */
export function tidy(text: string): string {
  return text
    .replace(/[\s\u0085]+/gu, " ")
    .replace(invisible, "")
    .replace(joiner, "")
    .replace(/\p{Cs}/gu, "\uFFFD")
    .normalize("NFC")
    .replace(/ {2,}/g, " ")
    .trim();
}

const invisible = /[\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu;

/** Joiners mean something in Arabic script and inside an emoji; anywhere else they only hide a word from a search. */
const joiner = /(?<![\p{Script=Arabic}\p{Extended_Pictographic}\u{FE0F}\p{Emoji_Modifier}])[\u200C\u200D]/gu;
