import { afterEach, expect, test } from "vitest";
import { closeAll, known, refusalOf, type Row, send, start, told } from "./rig.js";

afterEach(closeAll);

test.each<Row>([
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
  [
    "a command twice",
    (w) =>
      w.api.setMyCommands([
        { command: "start", description: "a" },
        { command: "start", description: "b" },
      ]),
    400,
    "Bad Request: BOT_COMMAND_DUPLICATE",
  ],
  [
    "a menu for all private chats and one",
    (w) => w.raw("setMyCommands", { commands: [], scope: { type: "all_private_chats", chat_id: known(w).id } }),
    400,
    /BotCommandScope/,
  ],
  [
    "a menu for administrators of a private chat",
    (w) => w.api.deleteMyCommands({ scope: { type: "chat_administrators", chat_id: known(w).id } }),
    400,
    "Bad Request: can't use specified scope in private chats",
  ],
  [
    "a menu for no member",
    (w) => w.raw("getMyCommands", { scope: { type: "chat_member", chat_id: w.telegram.group().id } }),
    400,
    "Bad Request: invalid user_id specified",
  ],
  [
    "members of a channel that it does not lead",
    (w) => w.api.getChatMember(w.telegram.channel({ username: "saha", bot: "absent" }).id, w.telegram.user().id),
    400,
    "Bad Request: member list is inaccessible",
  ],
  [
    "administrators of a channel that it does not lead",
    (w) => w.api.getChatAdministrators(w.telegram.channel({ username: "saha", bot: "absent" }).id),
    400,
    "Bad Request: member list is inaccessible",
  ],
  ["to leave a person", (w) => w.api.leaveChat(known(w).id), 400, /can't be changed in private chats/],
  ["to talk to itself", (w) => send(w, w.telegram.bot.id), 403, "Forbidden: bot can't send messages to the bot"],
  ["no chat", (w) => send(w, ""), 400, "Bad Request: chat_id is empty"],
  ["a webhook that is no address", (w) => w.api.setWebhook("bot.example"), 400, /invalid webhook URL/],
  [
    "a webhook of 101 connections",
    (w) => w.raw("setWebhook", { url: "https://bot.example", max_connections: 101 }),
    400,
    /max_connections/,
  ],
])("Telegram refuses %s", async (_name, act, error_code, description) => {
  const rig = await start();
  expect(await refusalOf(() => act(rig))).toEqual({
    error_code,
    description: expect.stringMatching(told(description)),
  });
});
