import { isAdministrator } from "./standing.js";
import type { Chat, User } from "./state.js";
import type { World } from "./world.js";

/** The commands that a person is offered in a chat: of the narrowest scope that has any, in their language before the others. */
export function menuFor({ state, profile }: World, chat: Chat, user: User): { command: string; description: string }[] {
  const leads = isAdministrator(state.standing(chat, user));
  const group = chat.type === "group" || chat.type === "supergroup";
  const scopes = group
    ? [
        `chat_member:${chat.id}:${user.id}`,
        ...(leads ? [`chat_administrators:${chat.id}`] : []),
        `chat:${chat.id}`,
        ...(leads ? ["all_chat_administrators"] : []),
        "all_group_chats",
        "default",
      ]
    : [`chat:${chat.id}`, "all_private_chats", "default"];
  const keys = scopes.flatMap((scope) => [`${scope}:${user.language_code ?? ""}`, `${scope}:`]);
  for (const key of keys) {
    const menu = profile.menus.get(key);
    if (menu !== undefined) return menu;
  }
  return [];
}
