import type { types } from "@slack/bolt";

/** One line of rich text, as a reader sees it, and the addresses and people that it leads to. */
interface Seen {
  lines: string[];
  links: string[];
}

type Json = Record<string, unknown>;

/** Reads blocks as Slack would, refusing what it refuses: unknown parts, empty or too long texts, doubled names, too many blocks. */
export function readSlack(blocks: readonly types.KnownBlock[]): Seen {
  demand(blocks.length <= 50, "at most 50 blocks");
  demand(JSON.stringify(blocks).length < 13_000, "blocks below 13,000 characters");
  const seen: Seen = { lines: [], links: [] };
  const names: string[] = [];
  for (const block of blocks as unknown as Json[]) {
    switch (block["type"]) {
      case "rich_text":
        for (const part of list(block, "elements", 1, 1_000)) richPart(part, seen);
        break;
      case "context":
        for (const element of list(block, "elements", 1, 10)) seen.lines.push(plain(element, 3_000));
        break;
      case "image":
        seen.links.push(text(block, "image_url", 3_000));
        seen.lines.push(text(block, "alt_text", 2_000));
        break;
      case "actions":
        for (const button of list(block, "elements", 1, 25)) names.push(readButton(button, seen));
        break;
      default:
        throw new Error(`no block of ours: ${JSON.stringify(block)}`);
    }
  }
  demand(new Set(names).size === names.length, "action_id once");
  return seen;
}

function richPart(part: Json, seen: Seen): void {
  if (part["type"] === "rich_text_list") {
    demand(part["style"] === "bullet", "style of a list");
    for (const item of list(part, "elements", 1, 1_000)) {
      demand(item["type"] === "rich_text_section", "sections in a list");
      seen.lines.push(...`• ${richLine(item, seen)}`.split("\n"));
    }
    return;
  }
  demand(part["type"] === "rich_text_section" || part["type"] === "rich_text_quote", "a part of rich text");
  seen.lines.push(...richLine(part, seen).split("\n"));
}

function richLine(part: Json, seen: Seen): string {
  return list(part, "elements", 1, 1_000)
    .map((element) => {
      demand(element["type"] === "text" || element["type"] === "link", "text or link");
      if (element["type"] === "link") seen.links.push(text(element, "url", 3_000));
      const style = Object.entries((element["style"] as Json | undefined) ?? { bold: true });
      demand(style.length > 0, "a style that says something");
      for (const [name, on] of style) demand(on === true && (name === "bold" || name === "italic"), "a known style");
      return text(element, "text", 3_000);
    })
    .join("");
}

function readButton(button: Json, seen: Seen): string {
  demand(button["type"] === "button", "buttons");
  demand(plain(button["text"] as Json, 75).trim() !== "", "a label");
  demand("url" in button !== "value" in button, "an address or a value");
  if ("url" in button) seen.links.push(text(button, "url", 3_000));
  else text(button, "value", 2_000);
  return text(button, "action_id", 255);
}

/** Plain text: no markup is read in it, and names of emoji stay names. */
function plain(object: Json, longest: number): string {
  demand(object["type"] === "plain_text" && object["emoji"] === false, "plain text");
  return text(object, "text", longest);
}

function text(object: Json, key: string, longest: number): string {
  const value = object[key];
  if (typeof value !== "string") throw new Error(`${key} is no text in ${JSON.stringify(object)}`);
  demand(value.length > 0 && value.length <= longest, `${key} of 1 to ${longest}`);
  return value;
}

function list(object: Json, key: string, least: number, most: number): Json[] {
  const value = object[key];
  if (!Array.isArray(value)) throw new Error(`${key} is no list in ${JSON.stringify(object)}`);
  demand(value.length >= least && value.length <= most, `${key}: ${least} to ${most}`);
  return value as Json[];
}

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(`Slack demands ${what}`);
}
