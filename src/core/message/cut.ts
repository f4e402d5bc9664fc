const graphemes = new Intl.Segmenter("tr", { granularity: "grapheme" });
const sentences = new Intl.Segmenter("tr", { granularity: "sentence" });
const ellipsis = "…";

/**
 * The text within `limit` UTF-16 units, ellipsis included: cut between sentences if that keeps half of it, else between
 * words, and never inside what a reader sees as one character.
 */
export function cutAt(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < 1) return "";
  const room = limit - 1;
  const end = wholeBefore(text, room);
  const sentence = lastSentenceEnd(text.slice(0, end + 1), end);
  if (sentence >= limit / 2) return text.slice(0, sentence).trimEnd() + ellipsis;
  const space = text.slice(0, end + 1).lastIndexOf(" ");
  const cut = space >= limit / 2 ? space : end;
  return text.slice(0, cut).trimEnd() + ellipsis;
}

/** The last boundary between visible characters at or before `index`. */
function wholeBefore(text: string, index: number): number {
  return graphemes.segment(text).containing(index)?.index ?? text.length;
}

function lastSentenceEnd(text: string, limit: number): number {
  let end = 0;
  for (const { index, segment } of sentences.segment(text)) {
    const after = index + segment.trimEnd().length;
    if (after <= limit && /[.!?…]["'”’)]*$/u.test(segment.trimEnd())) end = after;
  }
  return end;
}
