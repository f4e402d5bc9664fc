import { type Args, textOf } from "./body.js";
import { type Entity, parseHtml } from "./html.js";
import { refuse } from "./refuse.js";

/** What Telegram takes out of a text without a word. */
export interface Dropped {
  entity: Entity;
  why: "more than 100 entities" | "not a web address";
}

/** A text as a person will read it. */
export interface Formatted {
  text: string;
  entities: Entity[];
  dropped: Dropped[];
}

/** Reads a text and its formatting, as `text` with `entities` or `caption` with `caption_entities`; does not look at its length. */
export function readText(args: Args, name: "text" | "caption"): Formatted {
  const source = cleaned(textOf(args, name));
  const given = args[name === "text" ? "entities" : "caption_entities"] as Entity[] | undefined;
  const mode = textOf(args, "parse_mode").toLowerCase();
  if (mode !== "" && mode !== "none" && mode !== "html") refuse(400, "unsupported parse_mode");
  if (Buffer.byteLength(textOf(args, name)) > 32_768) refuse(400, "text is too long");
  const parsed = mode === "html" ? parseHtml(source) : { text: source, entities: checked(given ?? [], source) };
  return settled(parsed.text, parsed.entities);
}

/** Telegram's cleaning: control characters become spaces; line and paragraph separators and bidi embeddings vanish. */
function cleaned(text: string): string {
  return text
    .replaceAll("\r", "")
    .replaceAll(/[\u2028-\u202e]|\u0333|\u033f|\u030a/g, "")
    .replaceAll(/[^\P{Cc}\n]/gu, " ");
}

function checked(entities: Entity[], text: string): Entity[] {
  for (const { offset, length, type, url } of entities) {
    if (offset < 0 || length <= 0 || offset + length > text.length) refuse(400, "entity beyond the end of the text");
    for (const edge of [offset, offset + length])
      if (/[\udc00-\udfff]/.test(text.charAt(edge)) && /[\ud800-\udbff]/.test(text.charAt(edge - 1)))
        refuse(400, "entity begins or ends in the middle of a UTF-16 symbol");
    if (type === "text_link" && url === undefined) refuse(400, "text_link without url");
  }
  return entities;
}

/** Trims, keeps the first hundred entities, and lets links to nowhere go, as the real one does. */
function settled(text: string, entities: Entity[]): Formatted {
  const start = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const dropped: Dropped[] = [];
  const kept: Entity[] = [];
  const sorted = entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
  for (const entity of sorted) {
    const from = Math.max(entity.offset - start, 0);
    const to = Math.min(entity.offset - start + entity.length, trimmed.length);
    if (to <= from) continue;
    if (entity.url !== undefined && !isLink(entity.url)) dropped.push({ entity, why: "not a web address" });
    else if (kept.length === 100) dropped.push({ entity, why: "more than 100 entities" });
    else kept.push({ ...entity, offset: from, length: to - from });
  }
  return { text: trimmed, entities: kept, dropped };
}

/** Whether Telegram makes a link of an address: web addresses with a host that has a dot, `tg:` and `mailto:`. */
export function isLink(address: string): boolean {
  if (/\s/.test(address)) return false;
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  if (protocol === "tg:" || protocol === "mailto:") return true;
  return (protocol === "http:" || protocol === "https:") && (hostname.includes(".") || hostname.startsWith("["));
}
