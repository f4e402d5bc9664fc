import { accessory, action, image, input, pictured, plain, text } from "./elements.js";
import { richTextElements } from "./rich-text.js";
import {
  words,
  demand,
  every,
  flag,
  isRecord,
  list,
  oneOf,
  shape,
  string,
  typed,
  type Json,
  type Rule,
} from "./shapes.js";

const block_id = string(255);
const anywhere = {
  section: {
    block_id,
    text: text(3000),
    fields: list(text(2000), 10),
    accessory,
    expand: flag,
  },
  header: { block_id, "text!": plain(150) },
  divider: { block_id },
  context: { block_id, "elements!": list(every(contextElement(), pictured), 10) },
  actions: { block_id, "elements!": list(action, 25) },
  image: { block_id, ...image, title: plain(2000) },
  rich_text: { block_id, "elements!": richTextElements },
  input: {
    block_id,
    "label!": plain(2000),
    "element!": input,
    hint: plain(2000),
    optional: flag,
    dispatch_action: flag,
  },
};

function contextElement(): Rule {
  const said = text(3000);
  const picture = typed({ image });
  return (value, at, faults) => {
    if (isRecord(value) && value["type"] === "image") picture(value, at, faults);
    else said(value, at, faults);
  };
}

const spoken = demand(
  "a section needs text or fields",
  (block) => block["type"] !== "section" || "text" in block || "fields" in block,
);
const block = (types: Parameters<typeof typed>[0]) => every(typed(types), spoken, pictured, ownActions);
const inMessage = block({ ...anywhere, markdown: { block_id, "text!": string(12_000) } });
const inView = block(anywhere);

/** No two elements of one block share an action_id. */
function ownActions(value: Json | undefined, at: string, faults: string[]): void {
  if (!isRecord(value)) return;
  const elements = [value["elements"] ?? [], value["accessory"] ?? [], value["element"] ?? []].flat();
  twice(elements, "action_id", at, faults);
}

function twice(values: Json[], key: string, at: string, faults: string[]): void {
  const seen = new Set<Json>();
  for (const value of values) {
    const id = isRecord(value) ? value[key] : undefined;
    if (id === undefined) continue;
    if (seen.has(id)) faults.push(`[ERROR] \`${key}\` already exists: ${words(id)} [json-pointer:${at}]`);
    seen.add(id);
  }
}

const unique: Rule = (value, at, faults) => {
  if (Array.isArray(value)) twice(value, "block_id", at, faults);
};

/** What Slack would find wrong with the blocks of a message; empty if nothing. */
export function messageFaults(blocks: Json): string[] {
  const faults: string[] = [];
  every(list(inMessage, 50, 0), unique)(blocks, "/blocks", faults);
  return faults;
}

/** Whether blocks are over the total that Slack does not document: 13,200 characters, all of their JSON counted, the strictest reading. */
export const overTotal = (blocks: Json[]): boolean => JSON.stringify(blocks).length > 13_200;

const page = {
  "blocks!": every(list(inView, 100, 0), unique),
  private_metadata: string(3000, 0),
  callback_id: string(255, 0),
  external_id: string(255, 0),
};
const view = every(
  typed({
    modal: {
      ...page,
      "title!": plain(24),
      submit: plain(24),
      close: plain(24),
      clear_on_close: flag,
      notify_on_close: flag,
      submit_disabled: flag,
    },
    home: page,
  }),
  demand("missing required field: submit", (body) => {
    const blocks = Array.isArray(body["blocks"]) ? body["blocks"] : [];
    const asks = blocks.some((one) => isRecord(one) && one["type"] === "input");
    return body["type"] !== "modal" || !asks || "submit" in body;
  }),
);

/** What Slack would find wrong with a modal (`modal`) or home page (`home`). */
export function viewFaults(body: Json, type: "modal" | "home"): string[] {
  const faults: string[] = [];
  shapeOfType(type)(body, "/view", faults);
  if (faults.length === 0) view(body, "/view", faults);
  return faults;
}

const shapeOfType =
  (type: string): Rule =>
  (value, at, faults) => {
    if (!isRecord(value)) faults.push(`[ERROR] must be an object [json-pointer:${at}]`);
    else oneOf(type)(value["type"], `${at}/type`, faults);
  };

const event = shape({ "event_type!": string(255), "event_payload!": shapeless });

function shapeless(value: Json | undefined, at: string, faults: string[]): void {
  if (!isRecord(value)) faults.push(`[ERROR] must be an object [json-pointer:${at}]`);
}

/** Whether it is metadata as Slack takes it, and not over 16,000 bytes; else Slack's error. */
export function metadataFault(metadata: Json): "invalid_metadata_format" | "metadata_too_large" | null {
  const faults: string[] = [];
  event(metadata, "/metadata", faults);
  if (faults.length > 0) return "invalid_metadata_format";
  return Buffer.byteLength(JSON.stringify(metadata)) > 16_000 ? "metadata_too_large" : null;
}
