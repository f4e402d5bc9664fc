import { impossible } from "../impossible.js";
import { cleanText } from "./clean.js";
import { cutAt } from "./cut.js";
import { cutSpans, fit, openItems, usual, type Room } from "./fit.js";
import type { Block, Button, Message, Span } from "./message.js";
import type { SlackBlock, SlackButton, SlackElement, SlackRich } from "./slack-blocks.js";
import { plainElement, richElements, slackUrl, strongElement } from "./slack-elements.js";
import { slackText } from "./slack-text.js";

/**
 * Slack's limits. How it measures all blocks together is not published: it refuses near 13,200 characters, of which their
 * containers take a part, so the JSON of the blocks stays below.
 */
const limits = { blocks: 50, json: 12_000, label: 70, value: 2_000, buttons: 25 };

/** A message as Slack takes it: `text` is what notifications and screen readers get. */
export interface SlackMessage {
  text: string;
  blocks: SlackBlock[];
}

/** The message for Slack within its limits. Where nobody listens (`interactive: false`), no button waits for an answer. */
export function renderSlack(message: Message, { interactive }: { interactive: boolean }): SlackMessage {
  const blocks = fit(
    message,
    (blocks, room) => numbered(blocks.flatMap((block) => slackBlocks(block, room, interactive))),
    (blocks) => blocks.length <= limits.blocks && JSON.stringify(blocks).length <= limits.json,
  );
  return { text: slackText(message), blocks };
}

function slackBlocks(block: Block, room: Room, interactive: boolean): SlackBlock[] {
  const { scale } = room;
  switch (block.type) {
    case "heading":
      return richText([section(richElements(cutSpans(block.text, usual.heading * scale), { bold: true }))]);
    case "paragraph":
      return paragraphBlocks(cutSpans(block.text, usual.paragraph * scale));
    case "list":
      return listBlocks(block, room, interactive);
    case "facts":
      return richText([section(block.facts.flatMap((fact, index) => factElements(fact, index, scale)))]);
    case "quote":
      return richText([{ type: "rich_text_quote", elements: richElements(cutSpans(block.text, usual.quote * scale)) }]);
    case "image": {
      const url = slackUrl(block.url);
      const alt = cutAt(cleanText(block.alt), usual.value * scale);
      return url === null
        ? paragraphBlocks([{ type: "text", text: alt }])
        : [{ type: "image", image_url: url, alt_text: alt }];
    }
    case "buttons":
      return buttonBlocks(block.buttons, interactive);
    default:
      return impossible(block);
  }
}

/** A line all in italics is a note beside the text, for which Slack has small print. */
function paragraphBlocks(spans: readonly Span[]): SlackBlock[] {
  const text = spans.map((span) => span.text).join("");
  if (text.trim() === "" || !spans.every((span) => span.type === "italic"))
    return richText([section(richElements(spans))]);
  return [{ type: "context", elements: [plainElement(text)] }];
}

function listBlocks(list: Extract<Block, { type: "list" }>, room: Room, interactive: boolean): SlackBlock[] {
  const total = list.items.length;
  // A list that nobody can ask for in full is shown as far as it fits.
  const shown = list.items.slice(0, Math.min(room.items, list.rest === null ? total : openItems(total)));
  const left = total - shown.length;
  const label = cutAt(cleanText(list.label ?? ""), usual.label * room.scale);
  const bullets = shown.map((item) => section(richElements(cutSpans(item, usual.item * room.scale))));
  const ask = left > 0 && interactive ? list.rest : null;
  const rich = richText([
    section(richElements([{ type: "bold", text: label }])),
    { type: "rich_text_list", style: "bullet", elements: bullets.filter(({ elements }) => elements.length > 0) },
    section(richElements(left > 0 && ask === null ? [{ type: "text", text: `+${left}` }] : [])),
  ]);
  if (ask === null) return rich;
  return [...rich, ...buttonBlocks([{ label: `+${left} · ${ask.label}`, action: ask.action }], interactive)];
}

function factElements(
  { label, value }: { label: string; value: Span[] },
  index: number,
  scale: number,
): SlackElement[] {
  return [
    ...(index === 0 ? [] : [{ type: "text" as const, text: "\n" }]),
    strongElement(`${cutAt(cleanText(label), usual.label * scale)}: `),
    ...richElements(cutSpans(value, usual.value * scale)),
  ];
}

/** A rich text block of the parts that say something; none if none does. */
function richText(parts: readonly SlackRich[]): SlackBlock[] {
  const full = parts.filter((part) => part.elements.length > 0);
  return full.length === 0 ? [] : [{ type: "rich_text", elements: full }];
}

function section(elements: SlackElement[]): { type: "rich_text_section"; elements: SlackElement[] } {
  return { type: "rich_text_section", elements };
}

/** Where nobody listens, addresses are plain links: Slack warns of a button that gets no answer, even if it opens a page. */
function buttonBlocks(buttons: readonly Button[], interactive: boolean): SlackBlock[] {
  const usable = buttons.filter((button) => cleanText(button.label).trim() !== "");
  if (!interactive) {
    const links = usable.flatMap((button): Span[] =>
      "url" in button && slackUrl(button.url) !== null ? [{ type: "link", text: button.label, url: button.url }] : [],
    );
    return links.flatMap((link) => richText([section(richElements(cutSpans([link], limits.label)))]));
  }
  const made = usable.map(buttonElement).filter((button) => button !== null);
  return made.length === 0 ? [] : [{ type: "actions", elements: made.slice(0, limits.buttons) }];
}

function buttonElement(button: Button): SlackButton | null {
  const text = plainElement(cutAt(cleanText(button.label).trim(), limits.label));
  if ("url" in button) {
    const url = slackUrl(button.url);
    return url === null ? null : { type: "button", text, action_id: "", url };
  }
  const { action } = button;
  if (action === "" || action.length > limits.value || action !== cleanText(action)) return null;
  return { type: "button", text, action_id: "", value: action };
}

/** Numbers the buttons through the whole message, so that no two answer to one name. */
function numbered(blocks: readonly SlackBlock[]): SlackBlock[] {
  let next = 0;
  return blocks.map((block) =>
    block.type === "actions"
      ? { ...block, elements: block.elements.map((button) => ({ ...button, action_id: `tellal:${next++}` })) }
      : block,
  );
}
