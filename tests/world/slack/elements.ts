import { address, demand, every, flag, list, oneOf, shape, string, typed, whole, words, type Rule } from "./shapes.js";

/** A text object in plain_text of at most `max` units. */
export const plain = (max: number) => typed({ plain_text: { "text!": string(max), emoji: flag } });

/** A text object in either way of writing. */
export const text = (max: number) =>
  typed({ plain_text: { "text!": string(max), emoji: flag }, mrkdwn: { "text!": string(max), verbatim: flag } });

const id = string(255);
const confirm = shape({
  "title!": plain(100),
  "text!": text(300),
  "confirm!": plain(30),
  "deny!": plain(30),
  style: oneOf("primary", "danger"),
});
const option = (label: Rule) =>
  shape({ "text!": label, "value!": string(150), description: text(75), url: address(3000) });
const choice = option(plain(75));
const tick = option(text(75));
const groups = list(shape({ "label!": plain(75), "options!": list(choice, 100) }), 100);
const acted = { action_id: id, confirm, focus_on_load: flag };
const field = { action_id: id, placeholder: plain(150), focus_on_load: flag };
const day = string(10, 10, /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const count = string(10, 1, /^-?\d+(\.\d+)?$/);

const button = {
  "text!": plain(75),
  action_id: id,
  url: address(),
  value: string(2000),
  style: oneOf("primary", "danger"),
  confirm,
  accessibility_label: string(75),
};
/** Image elements and blocks need an address or a file of Slack's. */
export const pictured = demand(
  "missing required field: image_url",
  (one) => one["type"] !== "image" || "image_url" in one !== "slack_file" in one,
);
const slackFile = shape({ id: string(30), url: address() });
/** The fields of a picture, as an element. */
export const image = { image_url: address(), slack_file: slackFile, "alt_text!": string(2000) };

function selects(): Record<string, Record<string, Rule>> {
  const found: Record<string, Record<string, Rule>> = {};
  const several = { max_selected_items: whole(1, 1000) };
  const filter = shape({
    include: list(oneOf("im", "mpim", "private", "public"), 4),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag,
  });
  const kinds: Record<string, { name: string; one: Rule; more: Record<string, Rule> }> = {
    static: { name: "option", one: choice, more: { options: list(choice, 100), option_groups: groups } },
    external: { name: "option", one: choice, more: { min_query_length: whole(0, 1000) } },
    users: { name: "user", one: string(30), more: {} },
    channels: { name: "channel", one: string(30), more: {} },
    conversations: { name: "conversation", one: string(30), more: { default_to_current_conversation: flag, filter } },
  };
  for (const [kind, { name, one, more }] of Object.entries(kinds)) {
    const respond = kind === "channels" || kind === "conversations" ? { response_url_enabled: flag } : {};
    found[`${kind}_select`] = { ...field, confirm, ...more, ...respond, [`initial_${name}`]: one };
    found[`multi_${kind}_select`] = { ...field, confirm, ...more, ...several, [`initial_${name}s`]: list(one, 100) };
  }
  return found;
}

const ticks = { "options!": list(tick, 10), ...acted };
const menus = {
  ...selects(),
  datepicker: { ...field, confirm, initial_date: day },
  timepicker: { ...field, confirm, initial_time: string(5, 5, /^([01]\d|2[0-3]):[0-5]\d$/), timezone: string(60) },
  checkboxes: { ...ticks, initial_options: list(tick, 10) },
  radio_buttons: { ...ticks, initial_option: tick },
};
const moment = { datetimepicker: { ...acted, initial_date_time: whole(1e9, 9_999_999_999) } };
const written = {
  ...field,
  initial_value: string(3000, 0),
  dispatch_action_config: shape({ trigger_actions_on: list(oneOf("on_enter_pressed", "on_character_entered"), 2) }),
};
const overflow = { "options!": list(choice, 5), action_id: id, confirm };

/** What was chosen beforehand must be among what can be chosen, and a menu must offer something. */
const consistent = every(
  demand("a static select needs options or option_groups, not both", (one) => {
    if (!/^(multi_)?static_select$/.test(words(one["type"]))) return true;
    return "options" in one !== "option_groups" in one;
  }),
  demand("initial options must be among the options", (one) => {
    const first = [one["initial_option"] ?? [], one["initial_options"] ?? []].flat();
    if (first.length === 0 || /external/.test(words(one["type"]))) return true;
    const groups = Array.isArray(one["option_groups"]) ? one["option_groups"] : [];
    const offered = [one["options"] ?? [], groups.map((group) => Object(group)["options"] ?? [])].flat(3);
    const known = new Set(offered.map((each) => JSON.stringify(each)));
    return first.every((each) => known.has(JSON.stringify(each)));
  }),
);

/** What may stand beside a section. */
export const accessory = every(typed({ button, overflow, image, ...menus }), consistent, pictured);
/** What may stand in a row of actions. */
export const action = every(typed({ button, overflow, ...menus, ...moment }), consistent);
/** What may stand in an input block. */
export const input = every(
  typed({
    ...menus,
    ...moment,
    plain_text_input: { ...written, multiline: flag, min_length: whole(0, 3000), max_length: whole(1, 3000) },
    number_input: { ...written, "is_decimal_allowed!": flag, min_value: count, max_value: count },
    url_text_input: written,
    email_text_input: written,
  }),
  consistent,
);
