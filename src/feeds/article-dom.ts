import { Parser } from "htmlparser2";
import { parseHTML } from "linkedom";

/** The few members of the DOM that the readers of a page use; linkedom's own types need the browser's library. */
export interface Node {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Node>;
}

/** See `Node`; null where nothing is found. */
export interface Element extends Node {
  readonly localName: string;
  readonly children: Iterable<Element>;
  readonly parentElement: Element | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  closest(selector: string): Element | null;
}

/** A whole page, as far as it is searched. */
export type Document = Pick<Element, "querySelector" | "querySelectorAll">;

/** Kinds of nodes by the numbers of the DOM standard. */
export const isElement = (node: Node): node is Element => node.nodeType === 1;
/** See `isElement`. */
export const isText = (node: Node) => node.nodeType === 3;

/**
 * What a page may have. linkedom needs time that grows with the square of the depth (100,000 open tags: 3 s, 400,000: 60 s), and memory for
 * every node; AA's pages have 30 levels and 5,000 nodes with their attributes.
 */
const limits = { characters: 4_000_000, depth: 400, nodes: 150_000 };
const slice = 65_536;

/** A page as a document, or why it is not read: too big, too deep, or more than the parser bears. Never throws. */
export function parsePage(html: string): { document: Document } | { why: string } {
  const look = preview(html);
  if (look.why !== null) return { why: look.why };
  // Without an <html> element linkedom takes the first element for the document's root.
  const whole = look.root === "html" ? html : `<!doctype html><html><body>${html}</body></html>`;
  try {
    return { document: parseHTML(whole).document };
  } catch (error) {
    // A name that no element may have: nothing else in the document can be trusted either.
    return { why: `not a page: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Runs over the page once without building anything, piece by piece so that a bomb is left alone after its first piece. */
function preview(html: string): { root: string | null; why: string | null } {
  if (html.length > limits.characters) return { root: null, why: `page too large: ${html.length} characters` };
  let root: string | null = null;
  let depth = 0;
  let deepest = 0;
  let nodes = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      root ??= name;
      depth += 1;
      deepest = Math.max(deepest, depth);
      nodes += 1 + Object.keys(attributes).length;
    },
    onclosetag() {
      depth -= 1;
    },
    ontext() {
      nodes += 1;
    },
    oncomment() {
      nodes += 1;
    },
  });
  for (let at = 0; at < html.length; at += slice) {
    parser.write(html.slice(at, at + slice));
    if (deepest > limits.depth) return { root, why: `page nested too deeply: over ${limits.depth} levels` };
    if (nodes > limits.nodes) return { root, why: `page has too many nodes: over ${limits.nodes}` };
  }
  return { root, why: null };
}

/** Decodes what was encoded twice (`&amp;#39;`) or stands inside JSON-LD (`T&uuml;rk`). Text without entities is returned as it is. */
export function decodeEntities(text: string): string {
  if (!/&(?:#\d|#x[\da-f]|[a-z])/i.test(text)) return text;
  let decoded = "";
  const parser = new Parser({
    ontext(part) {
      decoded += part;
    },
  });
  parser.end(text.replaceAll("<", "&lt;"));
  return decoded;
}
