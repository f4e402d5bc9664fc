import { afterEach, expect, test } from "vitest";
import { closeAll, known, refusalOf, type Rig, type Row, send, start, told } from "./rig.js";

afterEach(closeAll);

const say =
  (text: string, more = {}) =>
  (rig: Rig) =>
    send(rig, known(rig).id, text, more);
const html = (text: string) => say(text, { parse_mode: "HTML" });
const keyboard = (button: object, times = 1) =>
  say("Toplantı", { reply_markup: { inline_keyboard: [Array.from({ length: times }, () => button)] } });
const entitiesBroken = /^Bad Request: can't parse entities: /;

test.each<Row>([
  // Arguments
  [
    "an unknown argument",
    (w) => w.raw("sendMessage", { chat_id: known(w).id, text: "a", colour: 1 }),
    400,
    "Bad Request: unknown parameter colour",
  ],
  [
    "an unknown field within an argument",
    (w) => w.raw("sendMessage", { chat_id: known(w).id, text: "a", link_preview_options: { disabled: true } }),
    400,
    "Bad Request: unknown parameter link_preview_options.disabled",
  ],
  [
    "a missing argument",
    (w) => w.raw("sendMessage", { chat_id: known(w).id }),
    400,
    "Bad Request: parameter text is required",
  ],
  [
    "a number as text",
    (w) => w.raw("sendMessage", { chat_id: known(w).id, text: 7 }),
    400,
    "Bad Request: text must be String",
  ],
  [
    "null",
    (w) => w.raw("sendMessage", { chat_id: known(w).id, text: "a", parse_mode: null }),
    400,
    /parse_mode must be String/,
  ],
  [
    "half a surrogate pair",
    (w) => w.raw("sendMessage", { chat_id: known(w).id, text: "a\ud83d" }),
    400,
    "Bad Request: strings must be encoded in UTF-8",
  ],
  ["an unknown parse mode", say("a", { parse_mode: "BBCode" }), 400, "Bad Request: unsupported parse_mode"],
  ["an unknown action", (w) => w.raw("sendChatAction", { chat_id: known(w).id, action: "dancing" }), 400, /action/],
  // Texts
  ["no text", say(""), 400, "Bad Request: message text is empty"],
  ["a text of spaces", say(" \n\u202e "), 400, "Bad Request: message text is empty"],
  ["tags without text", html("<b></b>"), 400, "Bad Request: message text is empty"],
  ["4,097 characters", say("a".repeat(4097)), 400, "Bad Request: message is too long"],
  ["2,049 emoji", say("🕊".repeat(2049)), 400, "Bad Request: message is too long"],
  ["4,097 characters in tags", html(`<b>${"&amp;".repeat(4097)}</b>`), 400, "Bad Request: message is too long"],
  [
    "32,769 bytes, however short they read",
    html(`<a href="https://a.example/${"a".repeat(32_768)}">x</a>`),
    400,
    "Bad Request: text is too long",
  ],
  ["a stray &", html("A & B"), 400, entitiesBroken],
  ["an unknown tag", html("<h1>A</h1>"), 400, entitiesBroken],
  [
    "an entity beyond the text",
    say("abc", { entities: [{ type: "bold", offset: 2, length: 2 }] }),
    400,
    /entity beyond/,
  ],
  ["an entity within a character", say("🕊a", { entities: [{ type: "bold", offset: 1, length: 2 }] }), 400, /UTF-16/],
  [
    "a link to nowhere by entity",
    say("abc", { entities: [{ type: "text_link", offset: 0, length: 2 }] }),
    400,
    /without url/,
  ],
  // Markup and replies
  ["a button without text", keyboard({ text: "", callback_data: "a" }), 400, /Text must be non-empty/],
  ["a button without action", keyboard({ text: "a" }), 400, /Text buttons are unallowed/],
  [
    "a button with two actions",
    keyboard({ text: "a", callback_data: "a", url: "https://a.example" }),
    400,
    /exactly one/,
  ],
  ["empty callback data", keyboard({ text: "a", callback_data: "" }), 400, "Bad Request: BUTTON_DATA_INVALID"],
  [
    "65 bytes of callback data",
    keyboard({ text: "a", callback_data: `${"ğ".repeat(32)}a` }),
    400,
    "Bad Request: BUTTON_DATA_INVALID",
  ],
  [
    "a button that leads nowhere",
    keyboard({ text: "a", url: "javascript:alert(1)" }),
    400,
    /inline keyboard button URL/,
  ],
  ["a button to localhost", keyboard({ text: "a", url: "http://localhost/" }), 400, /inline keyboard button URL/],
  ["101 buttons", keyboard({ text: "a", callback_data: "a" }, 101), 400, "Bad Request: reply markup is too long"],
  [
    "a button that copies nothing",
    keyboard({ text: "a", copy_text: { text: "" } }),
    400,
    "Bad Request: BUTTON_COPY_TEXT_INVALID",
  ],
  [
    "a reply keyboard in a channel",
    (w) => send(w, w.telegram.channel().id, "Toplantı", { reply_markup: { force_reply: true } }),
    400,
    "Bad Request: reply keyboards are not available in channels",
  ],
  [
    "a reply to what is not there",
    say("Toplantı", { reply_parameters: { message_id: 999 } }),
    400,
    "Bad Request: message to be replied not found",
  ],
])("Telegram refuses %s", async (_name, act, error_code, description) => {
  const rig = await start();
  expect(await refusalOf(() => act(rig))).toEqual({
    error_code,
    description: expect.stringMatching(told(description)),
  });
});
