import { Parser } from "htmlparser2";

/** The elements that HTML titles and spots are made of. Any other `<word>` is text that somebody wrote. */
const tags = new Set(
  (
    "a abbr acronym address applet area article aside b base bdi bdo big blink blockquote body br button canvas center cite " +
    "code col dd del details dfn div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 " +
    "h6 head header hr html i iframe img input ins kbd label legend li link main map mark marquee meta nav noscript ol object " +
    "option p param picture pre q rp rt ruby s samp section select small source span strike strong sub summary sup svg table " +
    "tbody td textarea tfoot th thead time title tr track tt u ul var video wbr"
  ).split(" "),
);
const silent = new Set(["script", "style"]);
const inline = new Set(
  "a abbr acronym b big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup tt u var wbr".split(
    " ",
  ),
);

/** One layer of HTML taken off: tags of HTML removed, entities decoded. Linear in the length, whatever stands in it. */
function unwrap(html: string): string {
  // A bare ampersand is one: HTML would read `&copy=` or `R&reg` as signs.
  const ampersands = html.replaceAll(/&(?!#?[\da-z]{1,32};)/gi, "&amp;");
  // So is a `<` that nothing closes.
  const closed = ampersands.lastIndexOf(">") + 1;
  const source = ampersands.slice(0, closed) + ampersands.slice(closed).replaceAll("<", "&lt;");
  const out: string[] = [];
  let muted = 0;
  const raw = () => source.slice(parser.startIndex, parser.endIndex + 1);
  const parser = new Parser(
    {
      ontext: (text) => {
        if (muted === 0) out.push(text);
      },
      onopentag: (name) => {
        if (silent.has(name)) muted++;
        else if (!tags.has(name)) out.push(raw());
        else if (!inline.has(name)) out.push(" ");
      },
      onclosetag: (name, implied) => {
        if (silent.has(name)) muted = Math.max(0, muted - 1);
        else if (tags.has(name)) out.push(inline.has(name) ? "" : " ");
        else if (!implied) out.push(raw());
      },
    },
    { decodeEntities: true },
  );
  parser.end(source);
  return out.join("");
}

/** Bidi embeddings, overrides and isolates, soft hyphen, zero-width space, word joiner, BOM, annotation marks, no characters. */
const invisible = /[\u00ad\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|\p{Noncharacter_Code_Point}/gu;

/** Text on one line: controls and bidi overrides stripped, white space folded, NFC, at most `limit` UTF-16 units. */
export function oneLine(text: string, limit: number): string {
  const clean = text
    .replaceAll(/\p{Cc}/gu, (control) => (/[\s\u0085]/.test(control) ? " " : ""))
    .replaceAll(invisible, "")
    .replaceAll(/\p{Surrogate}/gu, "\ufffd")
    .replaceAll(/\s+/g, " ")
    .trim()
    .normalize("NFC");
  if (clean.length <= limit) return clean;
  return clean
    .slice(0, limit)
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd();
}

/** A title or spot as plain text on one line: entities decoded, twice where they were encoded twice, tags removed. */
export function plainText(html: string, limit: number): string {
  let text = html;
  for (let layer = 0; layer < 2 && /[<&]/.test(text); layer++) text = unwrap(text);
  return oneLine(text, limit);
}
