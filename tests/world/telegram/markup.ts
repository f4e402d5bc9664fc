import type { Args } from "./body.js";
import { refuse } from "./refuse.js";
import { isLink } from "./text.js";

/** One button under a message, as it was sent. */
export interface Button {
  text: string;
  url?: string;
  callback_data?: string;
  copy_text?: { text: string };
}

/** Reads `reply_markup`: the rows of an inline keyboard, none for the other kinds of markup; refuses what Telegram refuses. */
export function readMarkup(args: Args, chatType: string): Button[][] {
  const markup = args["reply_markup"] as { inline_keyboard?: Button[][] } | undefined;
  if (markup === undefined) return [];
  const rows = markup.inline_keyboard;
  if (rows === undefined) {
    if (chatType === "channel") refuse(400, "reply keyboards are not available in channels");
    return [];
  }
  if (rows.flat().length > 100) refuse(400, "reply markup is too long");
  for (const button of rows.flat()) check(button);
  return rows.filter((row) => row.length > 0);
}

function check({ text, url, callback_data: data, copy_text: copy }: Button): void {
  if (text.trim() === "") refuse(400, "can't parse inline keyboard button: Text must be non-empty");
  const actions = [url, data, copy].filter((action) => action !== undefined).length;
  if (actions === 0)
    refuse(400, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  if (actions > 1) refuse(400, "can't parse inline keyboard button: exactly one action must be given");
  if (data !== undefined && (data === "" || Buffer.byteLength(data) > 64)) refuse(400, "BUTTON_DATA_INVALID");
  if (url !== undefined && !isLink(url)) refuse(400, `inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
  if (copy !== undefined && (copy.text === "" || copy.text.length > 256)) refuse(400, "BUTTON_COPY_TEXT_INVALID");
}
