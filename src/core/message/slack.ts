import { impossible } from "../impossible.js";
import { cleanText } from "./clean.js";
import { cutAt } from "./cut.js";
import { fit, openItems } from "./fit.js";
import type { Block, Button, Message, Span } from "./message.js";
import type { SlackBlock, SlackButton, SlackElement, SlackRich } from "./slack-blocks.js";
import { plainElement, richElements, slackUrl, styledElement } from "./slack-elements.js";
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
    (blocks, items) => numbered(blocks.flatMap((block) => slackBlocks(block, items, interactive))),
    (blocks) => blocks.length <= limits.blocks && JSON.stringify(blocks).length <= limits.json,
  );
  return { text: slackText(message), blocks };
}

function slackBlocks(block: Block, items: number, interactive: boolean): SlackBlock[] {
  switch (block.type) {
    case "heading":
      return richText([section(richElements(block.text, { bold: true }))]);
    case "paragraph":
      return paragraphBlocks(block.text);
    case "list":
      return listBlocks(block, items, interactive);
    case "facts":
      return richText([section(block.facts.flatMap(factElements))]);
    case "code": {
      // What would set a text apart from its neighbours would take a column here.
      const text = block.lines.map(cleanText).join("\n");
      return text === "" ? [] : richText([{ type: "rich_text_preformatted", elements: [{ type: "text", text }] }]);
    }
    case "quote":
      return richText([{ type: "rich_text_quote", elements: richElements(block.text) }]);
    case "image": {
      const url = slackUrl(block.url);
      return url === null
        ? paragraphBlocks([{ type: "text", text: block.alt }])
        : [{ type: "image", image_url: url, alt_text: block.alt || "…" }];
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
  const isNote = text.trim() !== "" && spans.every((span) => span.type === "italic");
  return isNote ? [{ type: "context", elements: [plainElement(text)] }] : richText([section(richElements(spans))]);
}

function listBlocks(list: Extract<Block, { type: "list" }>, items: number, interactive: boolean): SlackBlock[] {
  const total = list.items.length;
  // A list that nobody can ask for in full is shown as far as it fits.
  const shown = list.items.slice(0, Math.min(items, list.rest === null ? total : openItems(total)));
  const left = total - shown.length;
  const bullets = shown.map((item) => section(richElements(item))).filter(({ elements }) => elements.length > 0);
  const more =
    left === 0
      ? []
      : buttonsOf(interactive && list.rest !== null ? [{ ...list.rest, label: `+${left} · ${list.rest.label}` }] : []);
  const count: Span[] = left > 0 && more.length === 0 ? [{ type: "text", text: `+${left}` }] : [];
  const rich = richText([
    section(richElements([{ type: "bold", text: list.label ?? "" }])),
    { type: "rich_text_list", style: "bullet", elements: bullets },
    section(richElements(count)),
  ]);
  return [...rich, ...more];
}

function factElements({ label, value }: { label: string; value: Span[] }, index: number): SlackElement[] {
  const name = styledElement(value.length === 0 ? label : `${label} `, { bold: true });
  return [...(index === 0 ? [] : [{ type: "text" as const, text: "\n" }]), name, ...richElements(value)];
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
  if (interactive) return buttonsOf(buttons);
  const links = buttons.flatMap((button): SlackElement[] => {
    const made = buttonElement(button);
    return made?.url === undefined ? [] : [{ type: "link", text: made.text.text, url: made.url }];
  });
  return links.flatMap((link) => richText([section([link])]));
}

function buttonsOf(buttons: readonly Button[]): SlackBlock[] {
  const made = buttons.map(buttonElement).filter((button) => button !== null);
  return made.length === 0 ? [] : [{ type: "actions", elements: made.slice(0, limits.buttons) }];
}

function buttonElement(button: Button): SlackButton | null {
  const label = cutAt(cleanText(button.label).trim(), limits.label);
  if (label === "") return null;
  const text = plainElement(label);
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
