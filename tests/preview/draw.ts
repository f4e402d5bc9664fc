import type { Form } from "../../src/core/message/form.js";
import type { Message } from "../../src/core/message/message.js";
import type { SlackBlock, SlackElement, SlackRich } from "../../src/core/message/slack-blocks.js";
import { renderSlackForm } from "../../src/core/message/slack-form.js";
import { renderSlack } from "../../src/core/message/slack.js";
import { renderTelegram } from "../../src/core/message/telegram.js";

/** A message about as Telegram shows it. */
export function telegram(message: Message): string {
  const { text, keyboard } = renderTelegram(message);
  const rows = keyboard.map(
    (row) => `<div class="row">${row.map((button) => `<span>${escape(button.text)}</span>`).join("")}</div>`,
  );
  return `<div class="tg">${text.replaceAll("</blockquote>\n", "</blockquote>")}</div>${rows.join("")}`;
}

/** A message about as Slack shows it. */
export function slack(message: Message, interactive: boolean): string {
  return `<div class="sl">${renderSlack(message, { interactive }).blocks.map(blockHtml).join("")}</div>`;
}

/** A window about as Slack shows it: title, what stands over the fields, the fields with what is chosen, and the button. */
export function slackWindow(form: Form): string {
  const { title, blocks, submit } = renderSlackForm(form, "");
  const parts = blocks.map((block) => ("element" in block ? inputHtml(block) : blockHtml(block)));
  const text = (plain: { text: string } | undefined) => escape(plain?.text ?? "");
  return `<div class="sl window"><h2>${text(title)}</h2>${parts.join("")}<p class="send"><button>${text(submit)}</button></p></div>`;
}

type Input = Extract<ReturnType<typeof renderSlackForm>["blocks"][number], { type: "input" }>;
interface Option {
  text: { text: string };
  value: string;
}

function inputHtml({ label, hint, optional, element }: Input): string {
  const note = hint === undefined ? "" : `<div class="hint">${escape(hint.text)}</div>`;
  const asked = optional ? ' <span class="hint">(optional)</span>' : "";
  return `<div class="block"><b>${escape(label.text)}</b>${asked}<div>${elementHtml(element)}</div>${note}</div>`;
}

function elementHtml(element: Input["element"]): string {
  const options = (element["options"] ?? []) as Option[];
  const chosen = (element["initial_options"] ?? []) as Option[];
  const one = element["initial_option"] as Option | undefined;
  switch (element.type) {
    case "checkboxes":
      return options
        .map(
          ({ text, value }) => `<div>${chosen.some((it) => it.value === value) ? "☑" : "☐"} ${escape(text.text)}</div>`,
        )
        .join("");
    case "static_select":
      return `<span class="field">${escape(one?.text.text ?? "—")} ▾</span> <span class="hint">${options.map(({ text }) => escape(text.text)).join(" · ")}</span>`;
    case "timepicker":
      return `<span class="field">${textOf(element["initial_time"], "--:--")} ◷</span>`;
    default:
      return `<span class="field">${escape(textOf(element["initial_value"]))}&nbsp;</span>`;
  }
}

function textOf(value: unknown, otherwise = ""): string {
  return typeof value === "string" ? value : otherwise;
}

function blockHtml(block: SlackBlock): string {
  if (block.type === "image") return `<div class="block">[${escape(block.alt_text)}]</div>`;
  if (block.type === "context")
    return `<div class="block context">${block.elements.map(({ text }) => escape(text)).join(" ")}</div>`;
  const parts =
    block.type === "actions"
      ? block.elements.map(({ text }) => `<button>${escape(text.text)}</button>`)
      : block.elements.map(partHtml);
  return `<div class="block">${parts.join("")}</div>`;
}

function partHtml(part: SlackRich): string {
  if (part.type === "rich_text_section") return `<div>${elements(part.elements)}</div>`;
  if (part.type === "rich_text_preformatted") return `<pre>${elements(part.elements)}</pre>`;
  if (part.type === "rich_text_quote") return `<blockquote>${elements(part.elements)}</blockquote>`;
  return part.type === "rich_text_list"
    ? `<ul>${part.elements.map((item) => `<li>${elements(item.elements)}</li>`).join("")}</ul>`
    : "";
}

function elements(parts: readonly SlackElement[]): string {
  return parts
    .map((part) => {
      if (part.type === "user") return `<mark>@${part.user_id}</mark>`;
      const text = part.type === "link" ? `<a href="${escape(part.url)}">${escape(part.text)}</a>` : escape(part.text);
      const bold = part.style?.bold === true ? `<b>${text}</b>` : text;
      return part.style?.italic === true ? `<i>${bold}</i>` : bold;
    })
    .join("");
}

export function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

export const style = `
body { margin: 16px; background: #cfd9d0; font: 15px/1.35 "Noto Sans", "Liberation Sans", "DejaVu Sans", "Noto Color Emoji", sans-serif; }
section { display: grid; grid-template-columns: 430px 600px; gap: 24px; margin-bottom: 24px; align-items: start; }
h1 { grid-column: 1 / 3; font-size: 13px; margin: 0; color: #444; }
.tg, .sl { background: #fff; padding: 8px 12px; border-radius: 10px; overflow-wrap: break-word; }
.tg { white-space: pre-wrap; } .tg a, .sl a { color: #1264a3; text-decoration: none; }
.tg blockquote { margin: 0; padding: 2px 8px; border-left: 3px solid #3390ec; background: #eaf3fd; border-radius: 4px; }
.tg blockquote[expandable] { max-height: 4.1em; overflow: hidden; }
.row { display: flex; gap: 4px; margin-top: 4px; } .row span { flex: 1; text-align: center; background: #7d9a83; color: #fff; border-radius: 6px; padding: 6px; }
.block { margin: 8px 0; white-space: pre-wrap; } .block ul { margin: 0; padding-left: 26px; } .context { font-size: 12.5px; color: #616061; }
.sl blockquote { margin: 0; padding-left: 12px; border-left: 4px solid #ddd; } button { font: inherit; font-weight: 700; background: #fff; border: 1px solid #bbb; border-radius: 4px; padding: 4px 12px; }
.window { border: 1px solid #999; } .window h2 { font-size: 18px; margin: 4px 0 8px; } .field { border: 1px solid #999; border-radius: 4px; padding: 2px 10px; display: inline-block; min-width: 90px; }
.hint { color: #616061; font-size: 12.5px; } .send { text-align: right; } h3 { grid-column: 1 / 3; margin: 8px 0 0; }`;
