/** Finds the next place of a mark at or after a place; asked with growing places it stays linear over the whole text. */
function finder(text: string, mark: string): (from: number) => number {
  let found = -2;
  return (from) => {
    if (found < from && found !== Number.POSITIVE_INFINITY) {
      const at = text.indexOf(mark, from);
      found = at === -1 ? Number.POSITIVE_INFINITY : at;
    }
    return found;
  };
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;" };
const cdata = "<![CDATA[";
const comment = "<!--";
const nameStart = /[a-z_:]/i;
/** A tag longer than this is none. */
const maxTag = 20_000;
/** Longest piece of text that is handed over at once. */
const maxText = 32 * 1024;

/** The quote that is still open at the end of a tag, if one is. */
function openQuote(tag: string): '"' | "'" | null {
  let open: '"' | "'" | null = null;
  for (const sign of tag) {
    if (sign === open) open = null;
    else if (open === null && (sign === '"' || sign === "'")) open = sign;
  }
  return open;
}

/**
 * The text of a feed, in pieces, such that a plain XML tokenizer can read it whatever happened to it: CDATA becomes
 * escaped text; comments, declarations and DTDs go; a `<` that opens no tag is escaped; a CDATA section or comment that
 * does not end, or not before the next one begins, was none; an open quote ends with its tag.
 * What leaves nothing behind still gives an empty piece, so that the caller can rest in between.
 */
export function* mend(text: string): Generator<string> {
  const next = {
    less: finder(text, "<"),
    more: finder(text, ">"),
    cdataEnd: finder(text, "]]>"),
    commentEnd: finder(text, "-->"),
    '"': finder(text, '"'),
    "'": finder(text, "'"),
    cdataStart: finder(text, cdata),
    commentStart: finder(text, comment),
  };
  let at = 0;
  while (at < text.length) {
    const less = Math.min(next.less(at), text.length);
    for (; at < less; at += maxText) yield text.slice(at, Math.min(less, at + maxText));
    at = less;
    if (text.startsWith(cdata, at)) {
      const end = next.cdataEnd(at);
      at += cdata.length;
      if (end === Number.POSITIVE_INFINITY || end > next.cdataStart(at)) {
        yield "";
        continue;
      }
      yield text.slice(at, end).replaceAll(/[&<]/g, (sign) => escapes[sign] ?? sign);
      at = end + 3;
    } else if (text.startsWith(comment, at)) {
      at += comment.length;
      const end = next.commentEnd(at);
      at = end === Number.POSITIVE_INFINITY || end > next.commentStart(at) ? at : end + 3;
      yield "";
    } else if (text.startsWith("<!", at) || text.startsWith("<?", at)) {
      const end = next.more(at);
      at = Math.min(end, next.less(at + 1) - 1, text.length) + 1;
      yield "";
    } else if (at < text.length) {
      const end = next.more(at);
      const name = text[at + 1] === "/" ? text[at + 2] : text[at + 1];
      const isTag = end < Math.min(next.less(at + 1), at + maxTag) && name !== undefined && nameStart.test(name);
      if (isTag) {
        const quote = openQuote(text.slice(at, end));
        const isUnclosed = quote !== null && next[quote](end) > next.less(end);
        yield isUnclosed ? `${text.slice(at, end)}${quote}>` : text.slice(at, end + 1);
      } else yield "&lt;";
      at = isTag ? end + 1 : at + 1;
    }
  }
}
