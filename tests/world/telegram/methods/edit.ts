import { isDeepStrictEqual } from "node:util";
import { type Args, textOf } from "../body.js";
import { readMarkup } from "../markup.js";
import { refuse } from "../refuse.js";
import { isAdministrator, ownMessage, reach } from "../standing.js";
import type { Message } from "../state.js";
import { readText } from "../text.js";
import { messageWire } from "../wire.js";
import type { Handler, World } from "../world.js";

const hours = 3_600_000;

/** A callback query can be answered for a short while only; Telegram does not say how long. */
const queryAge = 15_000;

function target(world: World, args: Args): Message {
  if (args["chat_id"] === undefined) refuse(400, "chat_id is empty");
  if (args["message_id"] === undefined) refuse(400, "message identifier is not specified");
  return ownMessage(world.state, reach(world.state, args["chat_id"], "edit"), args["message_id"]);
}

function notModified(): never {
  return refuse(
    400,
    "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
  );
}

const editMessageText: Handler = (world, args) => {
  const { dropped, text, entities } = readText(args, "text");
  if (text === "") refuse(400, "message text is empty");
  if (text.length > 4096) refuse(400, "message is too long");
  const message = target(world, args);
  if (message.photo !== null) refuse(400, "there is no text in the message to edit");
  const buttons = readMarkup(args, message.chat.type);
  const preview = (args["link_preview_options"] as Record<string, unknown> | undefined) ?? null;
  const { text: oldText, entities: oldEntities, buttons: oldButtons, preview: oldPreview } = message;
  if (isDeepStrictEqual([text, entities, buttons, preview], [oldText, oldEntities, oldButtons, oldPreview]))
    notModified();
  world.rates.take(message.chat, "edit");
  message.edits.push({ text: oldText, entities: oldEntities, at: world.clock() });
  Object.assign(message, { text, entities, buttons, preview });
  world.dropped.push(...dropped.map((one) => ({ ...one, chat: message.chat, message: message.id })));
  return messageWire(message);
};

const editMessageReplyMarkup: Handler = (world, args) => {
  const message = target(world, args);
  const buttons = readMarkup(args, message.chat.type);
  if (isDeepStrictEqual(buttons, message.buttons)) notModified();
  world.rates.take(message.chat, "edit");
  message.buttons = buttons;
  return messageWire(message);
};

const deleteMessage: Handler = (world, args) => {
  const chat = reach(world.state, args["chat_id"], "write");
  const message = chat.messages.get(Number(args["message_id"])) ?? refuse(400, "message to delete not found");
  const self = world.state.standing(chat, world.state.bot);
  const mine = message.author === world.state.bot || chat.type === "private";
  if (!mine && !(isAdministrator(self) && self.rights.has("can_delete_messages")))
    refuse(400, "message can't be deleted");
  if (world.clock() - message.date > 48 * hours) refuse(400, "message can't be deleted for everyone");
  chat.messages.delete(message.id);
  return true;
};

const answerCallbackQuery: Handler = (world, args) => {
  const query = world.queries.get(String(args["callback_query_id"]));
  if (query === undefined || query.answer !== null || world.clock() - query.at > queryAge)
    refuse(400, "query is too old and response timeout expired or query ID is invalid");
  const text = textOf(args, "text");
  if (text.length > 200) refuse(400, "MESSAGE_TOO_LONG");
  query.answer = { text, alert: args["show_alert"] === true };
  return true;
};

/** Methods that change or answer what is there. */
export const changing = { editMessageText, editMessageReplyMarkup, deleteMessage, answerCallbackQuery };
