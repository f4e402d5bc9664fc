/**
 * What a terminal or a browser would obey instead of show: C0 and C1 controls (so every escape sequence), line and
 * paragraph separators, marks that turn the direction of text around, the byte order mark, lone surrogates.
 */
const obeyed = /[\p{Cc}\u2028\u2029]+/gu;
const invisible = /[\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const broken = /\p{Surrogate}/gu;
const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u;

/** Untrusted text as one line that can do nothing but be read. */
export function cleanText(text: string): string {
  return text.replace(obeyed, " ").replace(invisible, "").replace(broken, "\uFFFD");
}

/** Untrusted text as one line that can do nothing but be read, and that leaves the direction of its neighbours alone. */
export function isolatedText(text: string): string {
  const clean = cleanText(text);
  return hasRightToLeft(clean) ? `\u2068${clean}\u2069` : clean;
}

/** The address if it is http or https and parses, in its canonical form; else null, and the text stays without a link. */
export function safeUrl(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  return parsed.protocol === "https:" || parsed.protocol === "http:" ? parsed.href : null;
}

/** Whether some of the text runs from right to left, so that it needs isolating from its neighbours. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}
