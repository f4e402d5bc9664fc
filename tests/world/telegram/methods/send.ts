import type { Args } from "../body.js";
import { isUpload } from "../contract.js";
import { readMarkup } from "../markup.js";
import { refuse } from "../refuse.js";
import { mayWrite, reach } from "../standing.js";
import type { Chat, Message } from "../state.js";
import { type Formatted, isLink, readText } from "../text.js";
import { messageWire } from "../wire.js";
import type { Handler, World } from "../world.js";

const actions = new Set(
  "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location record_video_note upload_video_note".split(
    " ",
  ),
);

function replied(world: World, chat: Chat, args: Args): number | null {
  const reply = args["reply_parameters"] as
    | { message_id: number; chat_id?: number | string; allow_sending_without_reply?: boolean }
    | undefined;
  if (reply === undefined) return null;
  const there = reply.chat_id === undefined ? chat : world.state.find(reply.chat_id);
  if (there.messages.has(reply.message_id)) return there === chat ? reply.message_id : null;
  if (reply.allow_sending_without_reply === true) return null;
  return refuse(400, "message to be replied not found");
}

/** Accepts a message: everything that can be wrong with it has been looked at but its pace. */
function post(world: World, chat: Chat, args: Args, formatted: Formatted, photo: Message["photo"]): unknown {
  const buttons = readMarkup(args, chat.type);
  const replyTo = replied(world, chat, args);
  world.rates.take(chat, "message");
  const message = world.state.addMessage(chat, {
    author: world.state.bot,
    from: chat.type === "channel" ? null : world.state.bot,
    senderChat: chat.type === "channel" ? chat : null,
    date: world.clock(),
    text: formatted.text,
    entities: formatted.entities,
    photo,
    buttons,
    thread: args["message_thread_id"] === undefined ? null : Number(args["message_thread_id"]),
    replyTo,
    preview: (args["link_preview_options"] as Record<string, unknown> | undefined) ?? null,
    silent: args["disable_notification"] === true,
  });
  world.dropped.push(...formatted.dropped.map((one) => ({ ...one, chat, message: message.id })));
  return messageWire(message);
}

const sendMessage: Handler = (world, args) => {
  const formatted = readText(args, "text");
  if (formatted.text === "") refuse(400, "message text is empty");
  if (formatted.text.length > 4096) refuse(400, "message is too long");
  const chat = reach(world.state, args["chat_id"], "write");
  mayWrite(world.state, chat, args["message_thread_id"], "text messages");
  return post(world, chat, args, formatted, null);
};

/** PNG, JPEG or WebP, by the first bytes. */
const isPicture = (bytes: Uint8Array) => {
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  return head.startsWith("\u0089PNG\r\n") || head.startsWith("\u00ff\u00d8\u00ff") || /^RIFF....WEBP/s.test(head);
};

const sendPhoto: Handler = (world, args) => {
  const formatted = readText(args, "caption");
  if (formatted.text.length > 1024) refuse(400, "message caption is too long");
  const { photo } = args;
  if (isUpload(photo)) {
    if (photo.bytes.length === 0) refuse(400, "file must be non-empty");
    if (photo.bytes.length > 10 * 1024 * 1024) refuse(413, "Request Entity Too Large");
    if (!isPicture(photo.bytes)) refuse(400, "IMAGE_PROCESS_FAILED");
  } else if (!/^https?:/.test(String(photo)) || !isLink(String(photo)))
    refuse(400, "wrong remote file identifier specified: Wrong string length");
  const chat = reach(world.state, args["chat_id"], "write");
  mayWrite(world.state, chat, args["message_thread_id"], "photos");
  return post(world, chat, args, formatted, {
    fileId: `photo${chat.id}-${chat.messages.size}`,
    size: isUpload(photo) ? photo.bytes.length : 0,
  });
};

const sendChatAction: Handler = (world, args) => {
  if (!actions.has(String(args["action"]))) refuse(400, "wrong parameter action in request");
  const chat = reach(world.state, args["chat_id"], "write");
  mayWrite(world.state, chat, args["message_thread_id"], "text messages");
  return true;
};

/** Methods that put something into a chat. */
export const sending = { sendMessage, sendPhoto, sendChatAction };
