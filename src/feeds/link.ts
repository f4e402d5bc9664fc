/** Parameters that say where a reader came from, not what he reads. */
const tracking =
  /^(?:utm_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|_hsenc|_hsmi|vero_id|oly_enc_id|oly_anon_id|wt_mc|at_campaign|at_medium|xtor)$/i;

/** An address without what only tells where its reader came from. */
function withoutTracking(url: URL): URL {
  const clean = new URL(url);
  const dropped = [...clean.searchParams.keys()].filter((name) => tracking.test(name));
  for (const name of dropped) clean.searchParams.delete(name);
  return clean;
}

/** An address of the web as written in a feed, made absolute and rid of tracking; null if it is none. */
export function absoluteLink(written: string, base: string): string | null {
  const address = written.trim().replaceAll(/&amp;/gi, "&");
  if (address === "" || address.length > 2_000 || !URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  return url.protocol === "http:" || url.protocol === "https:" ? withoutTracking(url).href : null;
}

/**
 * The one form of all spellings of a link, to compare and identify by, not to fetch: scheme https, host in lower case,
 * default ports, user info, fragment, tracking and trailing slash dropped, query sorted. What is no web address comes
 * back trimmed.
 */
export function canonicalLink(link: string): string {
  const text = link.trim();
  if (!URL.canParse(text)) return text;
  const url = withoutTracking(new URL(text));
  if (url.protocol !== "http:" && url.protocol !== "https:") return text;
  url.searchParams.sort();
  const host = url.hostname.replace(/\.$/, "");
  const port = url.port === "" || url.port === "80" || url.port === "443" ? "" : `:${url.port}`;
  const path = url.pathname.replaceAll(/%[\da-f]{2}/gi, (escape) => escape.toUpperCase()).replace(/\/+$/, "");
  return `https://${host}${port}${path}${url.search === "?" ? "" : url.search}`;
}
