import type { Chat, Member, User } from "./state.js";
import { tell } from "./heard.js";
import { chatWire, memberWire, seconds, userWire } from "./wire.js";
import type { World } from "./world.js";

/** What an administrator gets unless less is said. */
export const usualRights = [
  "can_delete_messages",
  "can_post_messages",
  "can_edit_messages",
  "can_invite_users",
  "can_pin_messages",
  "can_manage_topics",
];

/** Makes a change to somebody's membership and tells the bot of it. */
export function change(
  { state, updates, clock }: World,
  chat: Chat,
  actor: User,
  who: User,
  change: Partial<Omit<Member, "user">>,
): void {
  const member = state.member(chat, who);
  const before = memberWire(chat, member);
  const wasIn = member.status !== "left" && member.status !== "kicked";
  Object.assign(member, change);
  const mine = who === state.bot;
  const self = state.standing(chat, state.bot);
  if (!mine && self.status !== "administrator") return;
  if (mine && !wasIn && (member.status === "left" || member.status === "kicked")) return;
  updates.push(mine ? "my_chat_member" : "chat_member", {
    chat: chatWire(chat),
    from: userWire(actor),
    date: seconds(clock()),
    old_chat_member: before,
    new_chat_member: memberWire(chat, member),
  });
}

/** The line "X added Y" in a group. */
export function announceJoin(world: World, chat: Chat, actor: User, who: User): void {
  if (chat.type === "channel") return;
  const message = world.state.addMessage(chat, {
    author: actor,
    date: world.clock(),
    more: { new_chat_members: [userWire(who)] },
  });
  tell(world, message);
}

/** The line "X removed Y" in a group. Whoever is removed no longer hears it. */
export function announceLeave(world: World, chat: Chat, actor: User, who: User): void {
  if (chat.type === "channel") return;
  const message = world.state.addMessage(chat, {
    author: actor,
    date: world.clock(),
    more: { left_chat_member: userWire(who) },
  });
  tell(world, message);
}
