import { InputFile } from "grammy";
import { afterEach, expect, test } from "vitest";
import { closeAll, known, png, refusalOf, type Rig, type Row, send, start, told } from "./rig.js";

afterEach(closeAll);

const tooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid";

async function pressed(rig: Rig) {
  const person = known(rig);
  const buttons = [[{ text: "Tamam", callback_data: "1" }]];
  await send(rig, person.id, "Seçin", { reply_markup: { inline_keyboard: buttons } });
  return person.presses(person.chat.messages()[0]!, "Tamam");
}

test.each<Row>([
  // Edits
  [
    "an edit of what is not there",
    (w) => w.api.editMessageText(known(w).id, 999, "a"),
    400,
    "Bad Request: message to edit not found",
  ],
  [
    "an edit of a person's message",
    (w) => {
      const person = w.telegram.user();
      return w.api.editMessageText(person.id, person.starts().id, "a");
    },
    400,
    "Bad Request: message can't be edited",
  ],
  [
    "an edit that changes nothing",
    async (w) => {
      const person = known(w);
      const { message_id: id } = await send(w, person.id, "<b>a</b>", { parse_mode: "HTML" });
      return w.api.editMessageText(person.id, id, "<strong>a</strong> ", { parse_mode: "HTML" });
    },
    400,
    /^Bad Request: message is not modified: /,
  ],
  [
    "an edit that is too long",
    async (w) => {
      const person = known(w);
      const { message_id: id } = await send(w, person.id);
      return w.api.editMessageText(person.id, id, "a".repeat(4097));
    },
    400,
    "Bad Request: message is too long",
  ],
  [
    "an edit of a photo's text",
    async (w) => {
      const person = known(w);
      const { message_id: id } = await w.api.sendPhoto(person.id, new InputFile(png));
      return w.api.editMessageText(person.id, id, "a");
    },
    400,
    "Bad Request: there is no text in the message to edit",
  ],
  [
    "an edit of no message",
    (w) => w.raw("editMessageText", { chat_id: known(w).id, text: "a" }),
    400,
    "Bad Request: message identifier is not specified",
  ],
  [
    "an edit in no chat",
    (w) => w.raw("editMessageText", { message_id: 1, text: "a" }),
    400,
    "Bad Request: chat_id is empty",
  ],
  ["an edit to nothing", (w) => w.api.editMessageText(known(w).id, 1, " "), 400, "Bad Request: message text is empty"],
  [
    "buttons that stay as they are",
    async (w) => {
      const person = known(w);
      const { message_id: id } = await send(w, person.id);
      return w.api.editMessageReplyMarkup(person.id, id);
    },
    400,
    /^Bad Request: message is not modified: /,
  ],
  [
    "a long answer to a press",
    async (w) => w.api.answerCallbackQuery((await pressed(w)).id, { text: "a".repeat(201) }),
    400,
    "Bad Request: MESSAGE_TOO_LONG",
  ],
  [
    "a deletion of what is not there",
    (w) => w.api.deleteMessage(known(w).id, 999),
    400,
    "Bad Request: message to delete not found",
  ],
  [
    "a deletion after two days",
    async (w) => {
      const person = known(w);
      const { message_id: id } = await send(w, person.id);
      w.wait(49 * 3_600_000);
      return w.api.deleteMessage(person.id, id);
    },
    400,
    "Bad Request: message can't be deleted for everyone",
  ],
  [
    "a second answer to one press",
    async (w) => {
      const { id } = await pressed(w);
      await w.api.answerCallbackQuery(id);
      return w.api.answerCallbackQuery(id);
    },
    400,
    tooOld,
  ],
  [
    "a late answer to a press",
    async (w) => {
      const { id } = await pressed(w);
      w.wait(60_000);
      return w.api.answerCallbackQuery(id);
    },
    400,
    tooOld,
  ],
  ["an answer to no press", (w) => w.api.answerCallbackQuery("1"), 400, tooOld],
  // Photos
  [
    "an empty file",
    (w) => w.api.sendPhoto(known(w).id, new InputFile(new Uint8Array())),
    400,
    "Bad Request: file must be non-empty",
  ],
  [
    "a text as photo",
    (w) => w.api.sendPhoto(known(w).id, new InputFile(Buffer.from("text"))),
    400,
    "Bad Request: IMAGE_PROCESS_FAILED",
  ],
  [
    "a caption of 1,025",
    (w) => w.api.sendPhoto(known(w).id, new InputFile(png), { caption: "a".repeat(1025) }),
    400,
    "Bad Request: message caption is too long",
  ],
  [
    "a photo beyond ten megabytes",
    (w) => w.api.sendPhoto(known(w).id, new InputFile(Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)]))),
    413,
    "Request Entity Too Large",
  ],
  ["a photo from no address", (w) => w.api.sendPhoto(known(w).id, "harita.png"), 400, /wrong remote file identifier/],
])("Telegram refuses %s", async (_name, act, error_code, description) => {
  const rig = await start();
  expect(await refusalOf(() => act(rig))).toEqual({
    error_code,
    description: expect.stringMatching(told(description)),
  });
});
