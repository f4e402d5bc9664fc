/** Telegram's message after parse mode HTML: what is read, and its formatting. */
export interface Parsed {
  text: string;
  entities: { type: string; offset: number; length: number; url: string | null }[];
}

const known = new Set(["b", "i", "u", "s", "a", "code", "pre", "blockquote"]);
const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/** Reads Telegram's HTML as strictly as its server at least: an unknown tag, a wrong order or a bare sign throws. */
export function parseTelegram(html: string): Parsed {
  let text = "";
  const entities: Parsed["entities"] = [];
  const open: { name: string; type: string; offset: number; url: string | null }[] = [];
  for (let at = 0; at < html.length;) {
    const character = html.charAt(at);
    if (character === ">") throw new Error(`bare > at ${at}`);
    if (character === "&") {
      const name = /^&([a-z]+);/u.exec(html.slice(at, at + 8))?.[1] ?? "";
      const meant = named[name];
      if (meant === undefined) throw new Error(`bare & at ${at}`);
      text += meant;
      at += name.length + 2;
    } else if (character === "<") {
      const end = html.indexOf(">", at);
      const tag = html.slice(at + 1, end);
      at = end + 1;
      if (tag.startsWith("/")) {
        const last = open.pop();
        if (last === undefined || last.name !== tag.slice(1)) throw new Error(`</> out of order: ${tag}`);
        const { type, offset, url } = last;
        entities.push({ type, offset, length: text.length - offset, url });
      } else {
        open.push({ ...readTag(tag, open), offset: text.length });
      }
    } else {
      text += character;
      at += 1;
    }
  }
  if (open.length > 0) throw new Error(`not closed: ${open.map(({ name }) => name).join(" ")}`);
  return { text, entities };
}

function readTag(tag: string, open: readonly { name: string }[]): { name: string; type: string; url: string | null } {
  const name = /^[a-z]+/u.exec(tag)?.[0] ?? "";
  if (!known.has(name)) throw new Error(`unknown tag ${tag}`);
  if (name === "blockquote" && open.length > 0) throw new Error("a quote within something");
  if (name === "a") {
    const href = /^a href="([^"<>]*)"$/u.exec(tag)?.[1];
    if (href === undefined || open.some((outer) => outer.name === "a")) throw new Error(`a link within a link: ${tag}`);
    if (/&(?!(?:lt|gt|amp|quot);)/u.test(href)) throw new Error(`bare & in ${tag}`);
    return {
      name,
      type: "text_link",
      url: href.replaceAll(/&([a-z]+);/gu, (_, entity: string) => named[entity] ?? ""),
    };
  }
  if (tag !== name && tag !== "blockquote expandable") throw new Error(`unknown attribute in ${tag}`);
  return { name, type: tag === name ? name : "expandable_blockquote", url: null };
}
