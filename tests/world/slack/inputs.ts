import { isRecord, words, type Json } from "./shapes.js";
import type { View } from "./state.js";

type Values = { [block: string]: Json };

/** What a person filled in, as Slack hands it over. Throws where Slack would not let them send it off. */
export function filled(view: View, given: Record<string, string | string[]>): Values {
  const values: Values = {};
  const left = new Set(Object.keys(given));
  for (const block of Array.isArray(view.body["blocks"]) ? view.body["blocks"] : []) {
    if (!isRecord(block) || block["type"] !== "input" || !isRecord(block["element"])) continue;
    const { element } = block;
    const id = words(element["action_id"]);
    left.delete(id);
    const value = given[id];
    if (value === undefined && block["optional"] !== true && !begun(element)) {
      throw new Error(`"${id}" must be filled in`);
    }
    values[words(block["block_id"])] = { [id]: stateOf(element, value) };
  }
  if (left.size > 0) throw new Error(`nothing to fill in: ${[...left].join(", ")}`);
  return values;
}

/** Whether something stands there before anybody fills it in. */
const begun = (element: { [key: string]: Json }) => Object.keys(element).some((key) => key.startsWith("initial_"));

function stateOf(element: { [key: string]: Json }, value: string | string[] | undefined): Json {
  const type = words(element["type"]);
  const chosen = (wanted: string): Json => {
    const options = Array.isArray(element["options"]) ? element["options"] : [];
    const found = options.find((one) => isRecord(one) && one["value"] === wanted);
    if (found === undefined) throw new Error(`"${wanted}" cannot be chosen`);
    return found;
  };
  switch (type) {
    case "plain_text_input":
    case "number_input":
    case "url_text_input":
    case "email_text_input": {
      const text = value === undefined ? (element["initial_value"] ?? null) : [value].flat().join("\n");
      const length = words(text).length;
      const [least, most] = [Number(element["min_length"] ?? 0), Number(element["max_length"] ?? 3000)];
      if (text !== null && (length < least || length > most)) throw new Error(`${length} characters do not fit`);
      return { type, value: text };
    }
    case "timepicker": {
      const time = value === undefined ? (element["initial_time"] ?? null) : words(value);
      if (time !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(words(time)))
        throw new Error(`"${words(time)}" is no time`);
      return { type, selected_time: time };
    }
    case "static_select":
    case "radio_buttons":
      return {
        type,
        selected_option: value === undefined ? (element["initial_option"] ?? null) : chosen(words(value)),
      };
    case "checkboxes":
    case "multi_static_select": {
      const initial = element["initial_options"] ?? [];
      return { type, selected_options: value === undefined ? initial : [value].flat().map(chosen) };
    }
    default:
      throw new Error(`no hand for ${type}`);
  }
}
