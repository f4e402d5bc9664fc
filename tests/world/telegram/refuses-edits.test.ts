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
  // Menus, members, webhooks
  [
    "a command in capitals",
    (w) => w.api.setMyCommands([{ command: "Start", description: "a" }]),
    400,
    "Bad Request: BOT_COMMAND_INVALID",
  ],
  [
    "a command of 33 letters",
    (w) => w.api.setMyCommands([{ command: "a".repeat(33), description: "a" }]),
    400,
    "Bad Request: BOT_COMMAND_INVALID",
  ],
  [
    "a command undescribed",
    (w) => w.api.setMyCommands([{ command: "start", description: "" }]),
    400,
    "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID",
  ],
  [
    "101 commands",
    (w) => w.api.setMyCommands(Array.from({ length: 101 }, (_, at) => ({ command: `c${at}`, description: "a" }))),
    400,
    "Bad Request: BOT_COMMANDS_TOO_MUCH",
  ],
  [
    "a menu in no language",
    (w) => w.raw("setMyCommands", { commands: [], language_code: "tur" }),
    400,
    /language code/,
  ],
  [
    "a menu of no scope",
    (w) => w.raw("setMyCommands", { commands: [], scope: { type: "everyone" } }),
    400,
    /BotCommandScope/,
  ],
  ["a description of 513", (w) => w.api.setMyDescription("a".repeat(513)), 400, /too long/],
  ["a short description of 121", (w) => w.api.setMyShortDescription("a".repeat(121)), 400, /too long/],
  [
    "a member whom nobody knows",
    (w) => w.api.getChatMember(w.telegram.group().id, 42),
    400,
    "Bad Request: PARTICIPANT_ID_INVALID",
  ],
  [
    "administrators of a private chat",
    (w) => w.api.getChatAdministrators(known(w).id),
    400,
    "Bad Request: there are no administrators in the private chat",
  ],
  ["a webhook without TLS", (w) => w.api.setWebhook("http://bot.example/"), 400, /An HTTPS URL must be provided/],
  [
    "a webhook on another port",
    (w) => w.api.setWebhook("https://bot.example:3000/"),
    400,
    /only on ports 80, 88, 443 or 8443/,
  ],
  ["a webhook that no one finds", (w) => w.api.setWebhook("https://bot.example/"), 400, /Failed to resolve host/],
  [
    "a secret with other letters",
    (w) => {
      w.telegram.proxy("https://bot.example", "http://127.0.0.1:9");
      return w.api.setWebhook("https://bot.example/", { secret_token: "ş" });
    },
    400,
    "Bad Request: secret token contains unallowed characters",
  ],
  [
    "a second webhook within a second",
    async (w) => {
      w.telegram.proxy("https://bot.example", "http://127.0.0.1:9");
      await w.api.setWebhook("https://bot.example/");
      return w.api.setWebhook("https://bot.example/");
    },
    429,
    "Too Many Requests: retry after 1",
  ],
  [
    "a kind of update that does not exist",
    (w) => w.raw("getUpdates", { allowed_updates: ["mesage"] }),
    400,
    /unknown update type/,
  ],
])("Telegram refuses %s", async (_name, act, error_code, description) => {
  const rig = await start();
  expect(await refusalOf(() => act(rig))).toEqual({
    error_code,
    description: expect.stringMatching(told(description)),
  });
});
