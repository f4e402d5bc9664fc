/** A stretch of text in one style. */
export interface Piece {
  text: string;
  paint: (text: string) => string;
}

const graphemes = new Intl.Segmenter("tr", { granularity: "grapheme" });
const wide =
  /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6])/u;

/** Columns that a terminal gives the text: two for East Asian letters and emoji, one for a letter with all its marks. */
export function columns(text: string): number {
  if (/^[\u0020-\u024F]*$/u.test(text)) return text.length;
  let sum = 0;
  for (const { segment } of graphemes.segment(text)) sum += wide.test(segment) ? 2 : 1;
  return sum;
}

/** Breaks between words so that no line is wider than `width`, but for a single word that is. Empty text has no lines. */
export function wrap(pieces: readonly Piece[], width: number): string[] {
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  let used = 0;
  for (const { space, word } of words(pieces)) {
    const size = word.reduce((sum, piece) => sum + columns(piece.text), 0);
    if (used > 0 && used + 1 + size > width) {
      lines.push(line);
      line = [];
      used = 0;
    }
    if (used > 0) line.push({ text: " ", paint: space });
    line.push(...word);
    used += size + (used > 0 ? 1 : 0);
  }
  if (line.length > 0) lines.push(line);
  return lines.map(paintLine);
}

/** The words of the pieces, each with the style of the space before it; a word may change its style inside. */
function words(pieces: readonly Piece[]): { space: Piece["paint"]; word: Piece[] }[] {
  const found: { space: Piece["paint"]; word: Piece[] }[] = [];
  let open = false;
  for (const { text, paint } of pieces) {
    for (const part of text.split(/( +)/u)) {
      if (part === "") continue;
      const last = found.at(-1);
      if (part.startsWith(" ")) open = false;
      else if (open && last !== undefined) last.word.push({ text: part, paint });
      else {
        found.push({ space: paint, word: [{ text: part, paint }] });
        open = true;
      }
    }
  }
  return found;
}

/** Neighbours of one style are painted at once: fewer escapes, and no gaps in an underline. */
function paintLine(line: readonly Piece[]): string {
  const runs: Piece[] = [];
  for (const piece of line) {
    const last = runs.at(-1);
    if (last !== undefined && last.paint === piece.paint)
      runs[runs.length - 1] = { ...last, text: last.text + piece.text };
    else runs.push(piece);
  }
  return runs.map((run) => run.paint(run.text)).join("");
}
