import { isRecord, words, type Json } from "../slack/shapes.js";
import type { Seen } from "../slack/seen.js";
import { visibleOf } from "../slack/visible.js";
import type { Shown } from "../telegram/view.js";

/** A button by its words; with an address it is opened, not pressed. */
export interface Choice {
  text: string;
  url: string | null;
}

/** A post as a person at a terminal reads it: links with their addresses behind. */
export interface Post {
  text: string;
  choices: Choice[];
}

/** A message of Telegram. */
export function telegramPost({ text, entities, buttons, photo }: Shown): Post {
  const links = entities
    .filter(({ type, url }) => type === "text_link" && url !== undefined)
    .toSorted((a, b) => b.offset - a.offset);
  let shown = text;
  for (const { offset, length, url = "" } of links) {
    const end = offset + length;
    // A link whose words are its address needs none behind it.
    if (text.slice(offset, end) !== url) shown = `${shown.slice(0, end)} <${url}>${shown.slice(end)}`;
  }
  const choices = buttons.flat().map((button) => ({ text: button.text, url: button.url ?? null }));
  return { text: photo ? `[picture]\n${shown}` : shown, choices };
}

/** A message of Slack. */
export function slackPost({ post, text }: Pick<Seen, "post" | "text">): Post {
  const blocks = post.blocks ?? [];
  const isActions = (block: Json) => isRecord(block) && block["type"] === "actions";
  const rest = blocks.filter((block) => !isActions(block));
  const seen = rest.length === 0 ? { text, links: [] } : visibleOf({ ...post, blocks: rest });
  const links = seen.links.length === 0 ? "" : `\n${seen.links.map((link) => `<${link}>`).join("\n")}`;
  return { text: seen.text + links, choices: blocks.filter(isActions).flatMap(choicesOf) };
}

function choicesOf(block: Json): Choice[] {
  const elements = isRecord(block) && Array.isArray(block["elements"]) ? block["elements"] : [];
  return elements.filter(isRecord).map((element) => ({
    text: isRecord(element["text"]) ? words(element["text"]["text"]) : words(element["action_id"]),
    url: typeof element["url"] === "string" ? element["url"] : null,
  }));
}

/** What is printed of a post: who sees it and where, its words, its buttons with numbers. */
export function printed(where: string, { text, choices }: Post): string {
  const buttons = choices.map((choice, index) => `[${index + 1}: ${choice.text}]`).join(" ");
  return `── ${where} ──\n${text}\n${buttons === "" ? "" : `${buttons}\n`}`;
}
