import { escapeHtml, textHtml } from "../core/message/web.js";

/** Markup of ours. Whatever else is put between markup is text, and escaped. */
export interface Html {
  html: string;
}

type Value = string | number | Html | null | false | readonly Value[];

/** Markup with values in it: text is escaped, markup stays, null and false are nothing, of a list each in its turn. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return {
    html: strings.reduce((all, text, at) => all + markup(values[at - 1] ?? null, strings[at - 1] ?? "") + text),
  };
}

/** Text where no element may stand, such as a title. */
export function bare(text: string): Html {
  return { html: escapeHtml(text) };
}

/** Markup that another renderer of ours made. */
export function raw(text: string): Html {
  return { html: text };
}

function markup(value: Value, before: string): string {
  if (value === null || value === false) return "";
  if (typeof value === "number") return String(value);
  // In a quoted attribute there is no room for an element around text that runs from right to left.
  if (typeof value === "string")
    return before.endsWith('="') || /="[^">]*$/u.test(before) ? escapeHtml(value) : textHtml(value);
  if (isList(value)) return value.map((one) => markup(one, "")).join("");
  return value.html;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
