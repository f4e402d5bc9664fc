import { refuse } from "./refuse.js";

/** A formatted stretch of a text; offset and length in UTF-16 units. */
export interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  custom_emoji_id?: string;
}

const tags = new Map<string, string>([
  ["b", "bold"],
  ["strong", "bold"],
  ["i", "italic"],
  ["em", "italic"],
  ["u", "underline"],
  ["ins", "underline"],
  ["s", "strikethrough"],
  ["strike", "strikethrough"],
  ["del", "strikethrough"],
  ["tg-spoiler", "spoiler"],
  ["span", "spoiler"],
  ["a", "text_link"],
  ["tg-emoji", "custom_emoji"],
  ["code", "code"],
  ["pre", "pre"],
  ["blockquote", "blockquote"],
]);

const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };

interface Open {
  tag: string;
  entity: Entity;
}

/**
 * Telegram's HTML mode, stricter than the real one where that forgives: a bare `&` or `>`, attributes it does not know,
 * entities in `pre` and `code`, links in links. Refuses with "can't parse entities: …".
 */
export function parseHtml(source: string): { text: string; entities: Entity[] } {
  let text = "";
  const entities: Entity[] = [];
  const open: Open[] = [];
  let at = 0;
  const broken = (why: string): never =>
    refuse(400, `can't parse entities: ${why} at byte offset ${Buffer.byteLength(source.slice(0, at))}`);

  while (at < source.length) {
    const plain = upTo(source, at, /[<>&]/g);
    text += source.slice(at, plain);
    at = plain;
    if (at === source.length) break;
    if (source[at] === ">") broken('Unescaped ">"');
    if (source[at] === "&") {
      const [length, character] = reference(source, at) ?? broken('Unescaped "&" or unsupported named entity');
      text += character;
      at += length;
      continue;
    }
    const end = /<\/([a-z-]*)\s*>/iy;
    end.lastIndex = at;
    const closing = end.exec(source);
    if (closing !== null) {
      const last = open.pop();
      if (last === undefined) return broken("Unexpected end tag");
      const name = (closing[1] ?? "").toLowerCase();
      if (name !== last.tag) broken(`Unmatched end tag, expected "</${last.tag}>", found "</${name}>"`);
      last.entity.length = text.length - last.entity.offset;
      at += closing[0].length;
      continue;
    }
    const start = startTag(source, at, broken);
    const entity = opened(start, open, text, broken);
    open.push({ tag: start.tag, entity });
    if (entity.type !== "") entities.push(entity);
    at += start.length;
  }
  const left = open.at(-1);
  if (left !== undefined) broken(`Can't find end tag corresponding to start tag "${left.tag}"`);
  return { text, entities: entities.filter((entity) => entity.length > 0) };
}

function upTo(source: string, from: number, pattern: RegExp): number {
  pattern.lastIndex = from;
  return pattern.exec(source)?.index ?? source.length;
}

/** The character that a reference at that place stands for, and how long the reference is; null if it is none. */
function reference(source: string, at: number): [number, string] | null {
  const pattern = /&(?:([a-z]+)|#(\d{1,7})|#x([0-9a-f]{1,6}));/iy;
  pattern.lastIndex = at;
  const found = pattern.exec(source);
  if (found === null) return null;
  const [whole, name, decimal, hexadecimal] = found;
  if (name !== undefined) return named[name] === undefined ? null : [whole.length, named[name]];
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return null;
  return [whole.length, String.fromCodePoint(code)];
}

interface Start {
  tag: string;
  attributes: Map<string, string>;
  length: number;
}

function startTag(source: string, from: number, broken: (why: string) => never): Start {
  const name = /<([a-z][a-z0-9-]*)/iy;
  name.lastIndex = from;
  const tag = name.exec(source)?.[1]?.toLowerCase() ?? broken('Unescaped "<"');
  if (!tags.has(tag)) broken(`Unsupported start tag "${tag}"`);
  const attributes = new Map<string, string>();
  let at = name.lastIndex;
  for (;;) {
    const attribute = /\s+([a-z-]+)(?:="([^"<>]*)"|='([^'<>]*)')?/iy;
    attribute.lastIndex = at;
    const found = attribute.exec(source);
    if (found === null) break;
    const key = (found[1] ?? "").toLowerCase();
    if (attributes.has(key)) broken(`Attribute "${key}" given twice in the tag "${tag}"`);
    attributes.set(key, decoded(found[2] ?? found[3] ?? "", broken));
    at = attribute.lastIndex;
  }
  const end = /\s*>/y;
  end.lastIndex = at;
  if (!end.test(source)) broken(`Unclosed or malformed start tag "${tag}"`);
  return { tag, attributes, length: end.lastIndex - from };
}

function decoded(value: string, broken: (why: string) => never): string {
  let read = "";
  for (let at = 0; at < value.length;) {
    const plain = upTo(value, at, /&/g);
    read += value.slice(at, plain);
    at = plain;
    if (at === value.length) break;
    const [length, character] = reference(value, at) ?? broken('Unescaped "&" in an attribute');
    read += character;
    at += length;
  }
  return read;
}

/** The entity of a tag that opens here. An entity without a type is a tag that only adds to the one around it. */
function opened({ tag, attributes }: Start, open: Open[], text: string, broken: (why: string) => never): Entity {
  const entity: Entity = { type: tags.get(tag) ?? "", offset: text.length, length: 0 };
  const around = open.at(-1);
  const within = (type: string) => open.some((one) => one.entity.type === type);
  const only = (...allowed: string[]) => {
    for (const name of attributes.keys())
      if (!allowed.includes(name)) broken(`Attribute "${name}" is not allowed in the tag "${tag}"`);
  };
  if (around?.tag === "pre" && tag === "code" && around.entity.offset === text.length) {
    only("class");
    const language = /^language-(\S+)$/.exec(attributes.get("class") ?? "")?.[1];
    if (attributes.has("class") && language === undefined) broken('Tag "code" must have class "language-…"');
    if (language !== undefined) around.entity.language = language;
    return { ...entity, type: "" };
  }
  if (within("pre") || within("code")) broken(`Tag "${tag}" can't be nested in "pre" or "code"`);
  if (tag === "a") {
    only("href");
    if (within("text_link")) broken('Tag "a" can\'t be nested in "a"');
    entity.url = attributes.get("href") ?? broken('Tag "a" must have attribute "href"');
  } else if (tag === "span") {
    only("class");
    if (attributes.get("class") !== "tg-spoiler") broken('Tag "span" must have class "tg-spoiler"');
  } else if (tag === "tg-emoji") {
    only("emoji-id");
    entity.custom_emoji_id = attributes.get("emoji-id") ?? broken('Tag "tg-emoji" must have attribute "emoji-id"');
  } else if (tag === "blockquote") {
    only("expandable");
    if (within("blockquote") || within("expandable_blockquote")) broken('Tag "blockquote" can\'t be nested');
    if (attributes.has("expandable")) entity.type = "expandable_blockquote";
  } else only();
  return entity;
}
