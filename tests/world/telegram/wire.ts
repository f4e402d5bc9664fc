import type { Chat, Member, Message, User } from "./state.js";

/** An object as it goes over the line. */
export type Wire = Record<string, unknown>;

const present = (fields: Wire): Wire =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** Telegram counts in seconds. */
export const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000);

export function userWire(user: User): Wire {
  const { id, is_bot, first_name, last_name, username, language_code } = user;
  return present({ id, is_bot, first_name, last_name, username, language_code });
}

export function chatWire(chat: Chat): Wire {
  const { id, type, title, username, person } = chat;
  if (person !== undefined)
    return present({ id, type, first_name: person.first_name, last_name: person.last_name, username: person.username });
  return present({ id, type, title, username, is_forum: chat.forum ? true : undefined });
}

/** A message with what it replies to, one level deep. */
export function messageWire(message: Message, deep = true): Wire {
  const { chat, text, entities, photo } = message;
  const reply = message.replyTo === null || !deep ? undefined : chat.messages.get(message.replyTo);
  const written = text === "" ? undefined : text;
  const formats = entities.length === 0 ? undefined : entities;
  return present({
    message_id: message.id,
    from: message.from === null ? undefined : userWire(message.from),
    sender_chat: message.senderChat === null ? undefined : chatWire(message.senderChat),
    chat: chatWire(chat),
    date: seconds(message.date),
    edit_date: message.edits.length === 0 ? undefined : seconds(message.edits.at(-1)?.at ?? 0),
    message_thread_id: message.thread ?? undefined,
    is_topic_message: message.thread === null ? undefined : true,
    reply_to_message: reply === undefined ? undefined : messageWire(reply, false),
    ...(photo === null
      ? { text: written, entities: formats }
      : { photo: photoWire(photo), caption: written, caption_entities: formats }),
    link_preview_options: message.preview ?? undefined,
    reply_markup: message.buttons.length === 0 ? undefined : { inline_keyboard: message.buttons },
    ...message.more,
  });
}

function photoWire({ fileId, size }: NonNullable<Message["photo"]>): Wire[] {
  return [{ file_id: fileId, file_unique_id: `u${fileId}`, width: 800, height: 600, file_size: size }];
}

const administratorRights = [
  "can_manage_chat",
  "can_delete_messages",
  "can_manage_video_chats",
  "can_restrict_members",
  "can_promote_members",
  "can_change_info",
  "can_invite_users",
  "can_post_stories",
  "can_edit_stories",
  "can_delete_stories",
];
const channelRights = ["can_post_messages", "can_edit_messages"];
const groupRights = ["can_pin_messages", "can_manage_topics"];
const memberRights = [
  "can_send_messages",
  "can_send_audios",
  "can_send_documents",
  "can_send_photos",
  "can_send_videos",
  "can_send_video_notes",
  "can_send_voice_notes",
  "can_send_polls",
  "can_send_other_messages",
  "can_add_web_page_previews",
  "can_react_to_messages",
  "can_edit_tag",
  "can_change_info",
  "can_invite_users",
  "can_pin_messages",
  "can_manage_topics",
];

export function memberWire(chat: Chat, member: Member): Wire {
  const { status, rights, withheld, anonymous } = member;
  const base = { status, user: userWire(member.user) };
  if (status === "creator") return { ...base, is_anonymous: anonymous };
  if (status === "kicked") return { ...base, until_date: 0 };
  if (status === "administrator") {
    const names = [...administratorRights, ...(chat.type === "channel" ? channelRights : groupRights)];
    const held = Object.fromEntries(names.map((name) => [name, name === "can_manage_chat" || rights.has(name)]));
    return { ...base, can_be_edited: false, is_anonymous: anonymous, ...held };
  }
  if (status === "restricted") {
    const held = Object.fromEntries(memberRights.map((name) => [name, !withheld.has(name)]));
    return { ...base, is_member: true, until_date: 0, ...held };
  }
  return base;
}
