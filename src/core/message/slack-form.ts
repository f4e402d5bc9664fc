import { cleanText } from "./clean.js";
import { cutAt } from "./cut.js";
import type { Field, Form, Option } from "./form.js";
import type { Message } from "./message.js";
import { renderSlack } from "./slack.js";
import type { SlackBlock, SlackPlain } from "./slack-blocks.js";
import { plainElement } from "./slack-elements.js";

/** A window or page as Slack's `views.…` take it. */
export interface SlackView {
  type: "modal" | "home";
  /** Comes back with what is done in it. */
  private_metadata: string;
  callback_id: string;
  blocks: (SlackBlock | SlackInput)[];
  title?: SlackPlain;
  submit?: SlackPlain;
  close?: SlackPlain;
}

/** A field of a window. */
interface SlackInput {
  type: "input";
  block_id: string;
  label: SlackPlain;
  hint?: SlackPlain;
  optional: boolean;
  element: { type: string; action_id: string } & Record<string, unknown>;
}

/** Slack's limits, less two signs that isolate a script from right to left; a list of boxes to tick takes ten, a menu a hundred. */
const limits = { title: 22, label: 1_998, option: 73, boxes: 10, menu: 100 };

/** The one name of all our windows and pages. */
export const viewName = "tellal";

/** A form as a window; `state` comes back with it. */
export function renderSlackForm(form: Form, state: string): SlackView {
  const { language, title, submit, blocks, fields } = form;
  const over = renderSlack({ language, blocks, preview: null }, { interactive: true }).blocks;
  return {
    ...windowOf(title, state),
    submit: plainElement(cutAt(submit, limits.title)),
    blocks: [...over, ...fields.map(inputOf)],
  };
}

/** Messages in a window that asks for nothing. */
export function renderSlackWindow(messages: readonly Message[], title: string, state: string): SlackView {
  const blocks = messages.slice(0, 2).flatMap((message) => renderSlack(message, { interactive: true }).blocks);
  return { ...windowOf(title, state), blocks: renumbered(blocks) };
}

/** A message as the app's home page. */
export function renderSlackHome(message: Message, state: string): SlackView {
  const { blocks } = renderSlack(message, { interactive: true });
  return { type: "home", private_metadata: state, callback_id: viewName, blocks };
}

function windowOf(title: string, state: string): Omit<SlackView, "blocks"> {
  const shown = plainElement(cutAt(cleanText(title).trim() || "Tellal", limits.title));
  return { type: "modal", private_metadata: state, callback_id: viewName, title: shown };
}

/** Buttons of several messages in one window: each with a name of its own. */
function renumbered(blocks: readonly SlackBlock[]): SlackBlock[] {
  let next = 0;
  return blocks.map((block) =>
    block.type === "actions"
      ? { ...block, elements: block.elements.map((button) => ({ ...button, action_id: `tellal:${next++}` })) }
      : block,
  );
}

function inputOf(field: Field): SlackInput {
  const { name, label, hint, optional } = field;
  return {
    type: "input",
    block_id: name,
    label: plainElement(cutAt(cleanText(label), limits.label)),
    ...(hint === null ? {} : { hint: plainElement(cutAt(cleanText(hint), limits.label)) }),
    optional,
    element: { action_id: name, ...elementOf(field) },
  };
}

function elementOf(field: Field): { type: string } & Record<string, unknown> {
  switch (field.type) {
    case "choice": {
      const options = optionsOf(field.options);
      const initial = options.find(({ value }) => value === field.value);
      return { type: "static_select", options, ...(initial === undefined ? {} : { initial_option: initial }) };
    }
    case "choices": {
      const options = optionsOf(field.options);
      const initial = options.filter(({ value }) => field.values.includes(value));
      const type = options.length > limits.boxes ? "multi_static_select" : "checkboxes";
      return { type, options, ...(initial.length === 0 ? {} : { initial_options: initial }) };
    }
    case "text":
      return {
        type: "plain_text_input",
        max_length: field.most,
        ...(field.value === "" ? {} : { initial_value: cutAt(field.value, field.most) }),
      };
    case "time":
      return { type: "timepicker", ...(field.value === null ? {} : { initial_time: field.value }) };
    default:
      return { type: "plain_text_input" };
  }
}

function optionsOf(options: readonly Option[]): { text: SlackPlain; value: string }[] {
  return options.slice(0, limits.menu).map(({ value, label }) => ({
    text: plainElement(cutAt(cleanText(label).trim() || "…", limits.option)),
    value,
  }));
}
