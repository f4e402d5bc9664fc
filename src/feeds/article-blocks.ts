import { furniture, withoutCredits } from "../core/boilerplate.js";
import { looksLikeSubhead } from "../core/plain.js";
import type { Paragraph } from "../core/story.js";
import { tidy } from "../core/text/tidy.js";
import { type Document, type Element, isElement, isText } from "./article-dom.js";

const words = (list: string) => new Set(list.split(" "));

/** Not the story's words. `template` stands for a streamed part and is followed; AA's old page puts its tags in `.detay-paylas`. */
const dropped = words(
  "figure figcaption picture script style noscript iframe svg nav aside form button input select textarea footer header audio video object canvas dialog head title",
);
const blocks = words(
  "p div section article main li ul ol dl dt dd blockquote pre tr table tbody thead tfoot hr address center details summary body",
);
const headings = words("h1 h2 h3 h4 h5 h6");

/** The paragraphs and subheads under an element in the order of the page, tidy, without furniture, empty ones and closing credits. */
export function readBlocks(document: Document, root: Element): Paragraph[] {
  const found: Paragraph[] = [];
  const visited = new Set<Element>([root]);
  let parts: Map<string, Element> | null = null;
  let run = "";

  function flush(kind: Paragraph["kind"]) {
    // Two line breaks or more part paragraphs; one is white space.
    for (const part of run.split(/\n\s*\n/)) {
      const text = tidy(part);
      if (/[\p{L}\p{N}]/u.test(text)) found.push({ kind, text });
    }
    run = "";
  }

  function walk(element: Element, kind: Paragraph["kind"]) {
    for (const child of element.childNodes) {
      if (isText(child)) run += (child.textContent ?? "").replace(/\s+/g, " ");
      else if (isElement(child)) visit(child, kind);
    }
  }

  function visit(element: Element, kind: Paragraph["kind"]) {
    const name = element.localName.toLowerCase();
    if (name === "br") run += "\n";
    else if (name === "template") {
      parts ??= streamedParts(document);
      const part = parts.get((element.getAttribute("id") ?? "").replace(/^[PB]:/, "S:"));
      if (!part || visited.has(part)) return;
      visited.add(part);
      walk(part, kind);
    } else if (dropped.has(name) || isHidden(element) || isTagBox(element)) return;
    else if (headings.has(name)) block(element, "subhead");
    else if (blocks.has(name))
      block(element, kind === "subhead" || isBoldLine(name, element) ? "subhead" : "paragraph", kind);
    else {
      walk(element, kind);
      if (name === "td" || name === "th") run += " ";
    }
  }

  function block(element: Element, kind: Paragraph["kind"], outer: Paragraph["kind"] = "paragraph") {
    flush(outer);
    walk(element, kind);
    flush(kind);
  }

  walk(root, "paragraph");
  flush("paragraph");
  return withoutCredits(found.filter(({ text }) => furniture(text) === null));
}

/** React streams late parts of a page behind it: `<template id="P:a">` is the place, `<div hidden id="S:a">` the content. */
function streamedParts(document: Document): Map<string, Element> {
  return new Map([...document.querySelectorAll('[id^="S:"]')].map((part) => [part.getAttribute("id") ?? "", part]));
}

const isHidden = (element: Element) =>
  element.getAttribute("hidden") !== null || /display:\s*none/i.test(element.getAttribute("style") ?? "");

const isTagBox = (element: Element) =>
  /(?:^|\s)detay-(?:paylas|foto-editor)(?:\s|$)/.test(element.getAttribute("class") ?? "");

/** Older stories write a subhead as a paragraph in bold. */
function isBoldLine(name: string, element: Element): boolean {
  if (name !== "p") return false;
  const parts = [...element.childNodes].filter((child) => isElement(child) || (child.textContent ?? "").trim() !== "");
  const bold = parts.every((child) => isElement(child) && /^(?:strong|b|br)$/.test(child.localName));
  return parts.length > 0 && bold && looksLikeSubhead(tidy(element.textContent ?? ""));
}
