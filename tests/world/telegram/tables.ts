import type { Contract, Field } from "./contract.js";

/**
 * What the fake plays, in the contract's own shape; an argument that is not here would be ignored by us, so it is refused.
 * `name!` is required, `A|B` is either.
 */
const written = {
  methods: {
    getMe: "",
    sendMessage:
      "chat_id!: Integer|String, message_thread_id: Integer, text!: String, parse_mode: String, entities: Array of MessageEntity, link_preview_options: LinkPreviewOptions, disable_notification: Boolean, protect_content: Boolean, reply_parameters: ReplyParameters, reply_markup: InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply",
    sendPhoto:
      "chat_id!: Integer|String, message_thread_id: Integer, photo!: InputFile|String, caption: String, parse_mode: String, caption_entities: Array of MessageEntity, disable_notification: Boolean, protect_content: Boolean, reply_parameters: ReplyParameters, reply_markup: InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply",
    sendChatAction: "chat_id!: Integer|String, message_thread_id: Integer, action!: String",
    editMessageText:
      "chat_id: Integer|String, message_id: Integer, text: String, parse_mode: String, entities: Array of MessageEntity, link_preview_options: LinkPreviewOptions, reply_markup: InlineKeyboardMarkup",
    editMessageReplyMarkup: "chat_id: Integer|String, message_id: Integer, reply_markup: InlineKeyboardMarkup",
    deleteMessage: "chat_id!: Integer|String, message_id!: Integer",
    answerCallbackQuery:
      "callback_query_id!: String, text: String, show_alert: Boolean, url: String, cache_time: Integer",
    getUpdates: "offset: Integer, limit: Integer, timeout: Integer, allowed_updates: Array of String",
    setWebhook:
      "url!: String, max_connections: Integer, allowed_updates: Array of String, drop_pending_updates: Boolean, secret_token: String",
    deleteWebhook: "drop_pending_updates: Boolean",
    getWebhookInfo: "",
    setMyCommands: "commands!: Array of BotCommand, scope: BotCommandScope, language_code: String",
    getMyCommands: "scope: BotCommandScope, language_code: String",
    deleteMyCommands: "scope: BotCommandScope, language_code: String",
    setMyDescription: "description: String, language_code: String",
    setMyShortDescription: "short_description: String, language_code: String",
    getMyDescription: "language_code: String",
    getMyShortDescription: "language_code: String",
    getChat: "chat_id!: Integer|String",
    getChatMember: "chat_id!: Integer|String, user_id!: Integer",
    getChatAdministrators: "chat_id!: Integer|String",
    getChatMemberCount: "chat_id!: Integer|String",
    leaveChat: "chat_id!: Integer|String",
  },
  types: {
    MessageEntity:
      "type!: String, offset!: Integer, length!: Integer, url: String, language: String, custom_emoji_id: String",
    LinkPreviewOptions:
      "is_disabled: Boolean, url: String, prefer_small_media: Boolean, prefer_large_media: Boolean, show_above_text: Boolean",
    ReplyParameters: "message_id!: Integer, chat_id: Integer|String, allow_sending_without_reply: Boolean",
    InlineKeyboardMarkup: "inline_keyboard!: Array of Array of InlineKeyboardButton",
    InlineKeyboardButton: "text!: String, url: String, callback_data: String, copy_text: CopyTextButton",
    CopyTextButton: "text!: String",
    ReplyKeyboardMarkup:
      "keyboard!: Array of Array of KeyboardButton, is_persistent: Boolean, resize_keyboard: Boolean, one_time_keyboard: Boolean, input_field_placeholder: String, selective: Boolean",
    KeyboardButton: "text!: String",
    ReplyKeyboardRemove: "remove_keyboard!: Boolean, selective: Boolean",
    ForceReply: "force_reply!: Boolean, input_field_placeholder: String, selective: Boolean",
    BotCommand: "command!: String, description!: String",
    BotCommandScope: "type!: String, chat_id: Integer|String, user_id: Integer",
  },
};

function fieldsOf(line: string): Field[] {
  if (line === "") return [];
  return line.split(", ").map((written) => {
    const [name = "", types = ""] = written.split(": ");
    return { name: name.replace("!", ""), types: types.split("|"), required: name.endsWith("!") };
  });
}

/** The contract of what the fake plays. */
export const played: Contract = {
  methods: new Map(
    Object.entries(written.methods).map(([name, line]) => [name, { fields: fieldsOf(line), returns: [] }]),
  ),
  types: new Map(Object.entries(written.types).map(([name, line]) => [name, { fields: fieldsOf(line), subtypes: [] }])),
};
