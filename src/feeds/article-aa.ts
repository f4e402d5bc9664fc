import { readByline } from "../core/plain-line.js";
import type { Paragraph } from "../core/story.js";
import { tidy } from "../core/text/tidy.js";
import { readBlocks } from "./article-blocks.js";
import type { Document, Element } from "./article-dom.js";
import { type Facts, readTags } from "./article-facts.js";

/** The body of a page and the facts that only its layout shows. */
export interface Found {
  body: Paragraph[];
  /** It stands where AA puts its body, so even a very short one is the story. */
  own: boolean;
  facts: Partial<Facts>;
}

/**
 * AA's page since April 2026: streamed by Next.js, the body outside `<main>` in a hidden part. Class names drift, so the body is the `div[dir]`
 * with the most text in paragraphs of its own; where no `div[dir]` has one, whatever element does. Null if the page is not of this kind.
 */
export function readStreamed(document: Document): Found | null {
  if (!document.querySelector('[hidden][id^="S:"]')) return null;
  const root = fullest(document, "div[dir]") ?? fullest(document, "div, section, article");
  if (!root) return null;
  const section = root.closest("section");
  const title = section?.querySelector("h1") ?? document.querySelector("h1");
  // Only where the JSON-LD is broken are the dates beside the title needed.
  const dates = [...(section?.querySelectorAll("span") ?? [])].map((span) => readByline(clean(span)));
  const published = dates.find((line) => line !== null && line.published !== null)?.published ?? null;
  return { own: true, body: readBlocks(document, root), facts: { title: title ? clean(title) : null, published } };
}

function fullest(document: Document, selector: string): Element | null {
  let best: Element | null = null;
  let most = 0;
  for (const element of document.querySelectorAll(selector)) {
    if (isBeside(element)) continue;
    let length = 0;
    for (const child of element.children) if (child.localName === "p") length += clean(child).length;
    if (length <= most) continue;
    best = element;
    most = length;
  }
  return best;
}

/** AA's page before April 2026, as archives keep it: no JSON-LD, days without time. Null if the page is not of this kind. */
export function readArchived(document: Document): Found | null {
  const root = document.querySelector("div.detay-icerik");
  // The second h1 says "Benzer haberler".
  const title = document.querySelector("h1");
  if (!root || !title) return null;
  const head = title.parentElement;
  const spans = [...(head?.querySelectorAll("span") ?? [])];
  const author = spans.map(clean).find((text) => text.endsWith("|"));
  const day = readByline(clean(head?.querySelector("span.tarih")));
  const city = root.querySelector("h6");
  const dateline = city && !city.closest(".detay-paylas") ? clean(city) : "";
  const body = readBlocks(document, root);
  // The city stands first in the body's own element.
  if (dateline !== "" && body[0]?.kind === "subhead" && body[0].text === dateline) body.shift();
  return {
    own: true,
    body,
    facts: {
      title: clean(title) || null,
      spot: clean(head?.querySelector("h4")) || null,
      author: author?.replace(/\s*\|$/, "") || null,
      dateline: dateline || null,
      published: day?.published ?? null,
      updated: day?.updated ?? null,
      section: clean(document.querySelector("span.detay-news-category")) || null,
      tags: readTags([...document.querySelectorAll('.detay-paylas a[href*="/search"]')].map(clean)),
    },
  };
}

function isBeside(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (/^(?:header|footer|nav|aside)$/.test(at.localName)) return true;
  }
  return false;
}

const clean = (element: Element | null | undefined) => tidy(element?.textContent ?? "");
