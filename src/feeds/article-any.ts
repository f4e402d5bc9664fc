import { Readability } from "@mozilla/readability";
import type { Found } from "./article-aa.js";
import { readBlocks } from "./article-blocks.js";
import { type Document, type Element, isElement, type Node } from "./article-dom.js";

/**
 * Readability asks every element for all the text below it, several times: its time grows with the elements and with the sum of their depths
 * (17,500 elements on 390 levels: 12 s). The big pages of other newspapers have 8,000 elements, on 20 levels.
 */
const limits = { elements: 10_000, depths: 400_000 };

/** The body of any other site's page, by Mozilla's Readability, which takes the document apart: the last reader to ask. Null if it finds none. */
export function readAny(document: Document): Found | null {
  if (isTooHeavy(document)) return null;
  try {
    const reader = new Readability<Element | null>(document, {
      serializer: (node: Node) => (isElement(node) ? node : null),
    });
    const article = reader.parse();
    if (!article?.content) return null;
    const body = readBlocks(document, article.content);
    return { own: false, body, facts: { author: article.byline?.trim() || null } };
  } catch {
    // It was written for browsers; what it throws on a document that no browser makes says nothing but "not a story".
    return null;
  }
}

function isTooHeavy(document: Document): boolean {
  let elements = 0;
  let depths = 0;
  function count(parent: Element, depth: number) {
    for (const child of parent.children) {
      elements += 1;
      depths += depth;
      count(child, depth + 1);
    }
  }
  const root = document.querySelector("html");
  if (root) count(root, 1);
  return elements > limits.elements || depths > limits.depths;
}
