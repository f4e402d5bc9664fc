import { refuse } from "./refuse.js";
import type { Chat, Member, Message, State } from "./state.js";

/** Whether somebody is in a chat. */
export const isIn = (member: Member) => member.status !== "left" && member.status !== "kicked";

/** Whether somebody leads a chat. */
export const isAdministrator = (member: Member) => member.status === "creator" || member.status === "administrator";

/** What a method needs of a chat, least first. */
export type Access = "read" | "members" | "edit" | "write";

/** The chat that `chat_id` names, if it lets the bot do that much; refuses as Telegram words it. */
export function reach(state: State, id: unknown, access: Access): Chat {
  const chat = state.find(id);
  const changes = access === "edit" || access === "write";
  if (chat.person !== undefined) {
    if (!chat.person.started) {
      if (changes) refuse(403, "bot can't initiate conversation with a user");
      refuse(400, "chat not found");
    }
    if (changes && chat.person.deactivated) refuse(403, "user is deactivated");
    if (changes && chat.person.blocked) refuse(403, "bot was blocked by the user");
    return chat;
  }
  const { status } = state.standing(chat, state.bot);
  if (chat.username === undefined && !chat.members.has(state.bot.id)) refuse(400, "chat not found");
  if (chat.type === "group") {
    if (access === "read") return chat;
    if (chat.migratedTo !== null && access !== "edit")
      refuse(400, "group chat was upgraded to a supergroup chat", { migrate_to_chat_id: chat.migratedTo.id });
    if (chat.deleted) refuse(403, "the group chat was deleted");
  } else if (chat.deleted) refuse(400, "chat not found");
  if (status === "kicked") refuse(403, `bot was kicked from the ${chat.type} chat`);
  if (status === "left" && (changes || chat.username === undefined))
    refuse(403, `bot is not a member of the ${chat.type} chat`);
  return chat;
}

/** Refuses unless the bot may write that kind of message there. */
export function mayWrite(state: State, chat: Chat, thread: unknown, kind: "text messages" | "photos"): void {
  const self = state.standing(chat, state.bot);
  if (chat.type === "channel" && !self.rights.has("can_post_messages"))
    refuse(400, "need administrator rights in the channel chat");
  if (chat.type === "group" || chat.type === "supergroup") {
    const withheld = (right: string) =>
      self.withheld.has(right) || (self.status !== "administrator" && chat.withheld.has(right));
    if (withheld("can_send_messages") || (kind === "photos" && withheld("can_send_photos")))
      refuse(400, `not enough rights to send ${kind} to the chat`);
  }
  if (thread === undefined) return;
  const topic = chat.topics.get(Number(thread));
  if (!chat.forum || topic === undefined) refuse(400, "message thread not found");
  if (topic.closed && !self.rights.has("can_manage_topics")) refuse(400, "TOPIC_CLOSED");
}

/** A message that the bot itself wrote there; refuses one that is not there or somebody else's. */
export function ownMessage(state: State, chat: Chat, id: unknown): Message {
  const message = chat.messages.get(Number(id)) ?? refuse(400, "message to edit not found");
  if (message.author !== state.bot && !state.standing(chat, state.bot).rights.has("can_edit_messages"))
    refuse(400, "message can't be edited");
  return message;
}
