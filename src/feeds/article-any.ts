import { Readability } from "@mozilla/readability";
import { readBlocks } from "./article-blocks.js";
import { type Document, type Element, isElement, type Node } from "./article-dom.js";
import type { Found } from "./article-aa.js";

/** Readability looks at every element several times. */
const most = 20_000;

/** The body of any other site's page, by Mozilla's Readability, which takes the document apart: the last reader to ask. Null if it finds none. */
export function readAny(document: Document): Found | null {
  if ([...document.querySelectorAll("*")].length > most) return null;
  try {
    const reader = new Readability<Element | null>(document, {
      serializer: (node: Node) => (isElement(node) ? node : null),
    });
    const article = reader.parse();
    if (!article?.content) return null;
    return {
      own: false,
      body: readBlocks(document, article.content),
      facts: { author: article.byline?.trim() || null },
    };
  } catch {
    // It was written for browsers; what it throws on a document that no browser makes says nothing but "not a story".
    return null;
  }
}
