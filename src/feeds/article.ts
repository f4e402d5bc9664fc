import { cutDateline } from "../core/plain-line.js";
import { guessLanguage } from "../core/language.js";
import type { Article, Paragraph } from "../core/story.js";
import { type Found, readArchived, readStreamed } from "./article-aa.js";
import { readAny } from "./article-any.js";
import { parsePage } from "./article-dom.js";
import { type Facts, mergeFacts, readJsonLd, readMeta } from "./article-facts.js";

/** `layout`: the page was read, but not in a structure that we know; else it is no page that we would read. */
export type Extracted =
  | { kind: "read"; article: Article; own?: boolean }
  | { kind: "failed"; why: string; layout: boolean };

/**
 * The article of a page: AA's two structures first, else Readability. `link` is the page's address (empty for a file), `language` the feed's
 * declaration, used where the page is silent. `failed` names the fault: a page that is no page, or a layout that we no longer know. Never throws.
 */
export function extractArticle(page: { html: string; link: string; language: string }): Extracted {
  const parsed = parsePage(page.html);
  if ("why" in parsed) return { kind: "failed", why: parsed.why, layout: false };
  const { document } = parsed;
  const json = readJsonLd(document, page.link);
  const streamed = readStreamed(document);
  const meta = readMeta(document, streamed !== null);
  let fault: string | null = null;
  for (const read of [() => streamed, () => readArchived(document), () => readAny(document)]) {
    const found = read();
    if (!found) continue;
    const facts = mergeFacts(json, found.facts, meta);
    const article = assemble(page, found, facts);
    const why = layoutFault(article, found.own);
    if (why === null) return { kind: "read", article, ...(found.own ? {} : { own: false }) };
    fault ??= why;
  }
  return { kind: "failed", why: `page layout changed: ${fault ?? "no body found"}`, layout: true };
}

function assemble(page: { link: string; language: string }, found: Found, facts: Facts): Article {
  const [first, ...rest] = found.body;
  const inline = first?.kind === "paragraph" ? cutDateline(first.text) : null;
  const body = first && inline ? [{ ...first, text: inline.text }, ...rest] : found.body;
  const link = chooseLink(page.link, facts.link);
  const text = [facts.title, facts.spot, ...body.map((part) => part.text)].join("\n");
  return {
    link,
    language: languageOf(facts.language) ?? languageOf(page.language) ?? guessLanguage(text),
    title: facts.title ?? "",
    spot: facts.spot,
    author: facts.author ?? inline?.author ?? null,
    dateline: facts.dateline ?? inline?.city ?? null,
    published: facts.published,
    updated: facts.updated,
    section: facts.section,
    body,
    photo: webAddress(facts.photo, link),
    tags: facts.tags,
  };
}

/**
 * Why a body cannot be the whole story, or null. One that is shorter than the spot means that we looked at the wrong place of the page, unless the
 * story is a flash: it stands where AA puts its body (`own`), is one or two paragraphs without subhead, ends like a sentence (a teaser ends with
 * dots), and most of its words are those of the title and the spot. Without a spot to compare with, any body in AA's place will do; on other
 * sites, where Readability also finds error messages and cookie notices, at least 140 characters.
 */
function layoutFault({ title, spot, body }: Article, own: boolean): string | null {
  if (title === "") return "no title found";
  if (body.length === 0) return "no body found";
  const length = body.reduce((sum, { text }) => sum + text.length, 0);
  if (spot === null) return own || length >= 140 ? null : `the body has ${length} characters only`;
  if (length >= spot.length && (own || length >= 140)) return null;
  if (own && isFlash(body, `${title} ${spot}`)) return null;
  return `the body (${length} characters) is shorter than the spot (${spot.length})`;
}

function isFlash(body: readonly Paragraph[], known: string): boolean {
  if (body.length > 2 || body.some(({ kind, text }) => kind === "subhead" || /(?:…|\.\.)["”’']?$/.test(text)))
    return false;
  const said = new Set(stems(known));
  const words = body.flatMap(({ text }) => stems(text));
  return words.filter((word) => said.has(word)).length >= words.length * 0.6;
}

/** The first five letters of each word: enough to see a restatement through Turkish suffixes. */
const stems = (text: string) =>
  (text.toLocaleLowerCase("tr").match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, 5));

/** The page's own canonical address, if it is of the same site: a page cannot make us post another site's link. */
function chooseLink(link: string, canonical: string | null): string | null {
  const own = webAddress(link, null);
  const named = webAddress(canonical, own);
  if (own === null || named === null) return own ?? named;
  return site(own) === site(named) ? named : own;
}

const site = (address: string) => new URL(address).host.replace(/^www\./, "");

/** An absolute http(s) address, or null: `javascript:`, `data:` and the like go nowhere. */
function webAddress(address: string | null, base: string | null): string | null {
  if (address === null || address.trim() === "") return null;
  if (!URL.canParse(address.trim(), base ?? undefined)) return null;
  const url = new URL(address.trim(), base ?? undefined);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}

/** The primary subtag (`tr` of `tr-TR`), null if it is none. */
function languageOf(declared: string | null): string | null {
  return /^([a-z]{2,3})(?:[-_]|$)/.exec((declared ?? "").trim().toLowerCase())?.[1] ?? null;
}
