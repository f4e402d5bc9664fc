import { change } from "../membership.js";
import { refuse } from "../refuse.js";
import { isAdministrator, isIn, reach } from "../standing.js";
import { chatWire, memberWire, userWire } from "../wire.js";
import type { Handler } from "../world.js";

const getMe: Handler = ({ state }) => ({
  ...userWire(state.bot),
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
});

const getChat: Handler = ({ state }, args) => {
  const chat = reach(state, args["chat_id"], "read");
  const gifts = ["unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"];
  return {
    ...chatWire(chat),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: Object.fromEntries(gifts.map((name) => [name, false])),
  };
};

const getChatMember: Handler = ({ state }, args) => {
  const chat = reach(state, args["chat_id"], Number(args["user_id"]) === state.bot.id ? "read" : "members");
  const user = state.people.get(Number(args["user_id"])) ?? refuse(400, "PARTICIPANT_ID_INVALID");
  if (chat.type === "channel" && user !== state.bot && !isAdministrator(state.standing(chat, state.bot)))
    refuse(400, "member list is inaccessible");
  return memberWire(chat, state.standing(chat, user));
};

const getChatAdministrators: Handler = ({ state }, args) => {
  const chat = reach(state, args["chat_id"], "members");
  if (chat.type === "private") refuse(400, "there are no administrators in the private chat");
  if (chat.type === "channel" && !isAdministrator(state.standing(chat, state.bot)))
    refuse(400, "member list is inaccessible");
  return [...chat.members.values()]
    .filter((member) => isAdministrator(member) && !member.user.is_bot)
    .map((member) => memberWire(chat, member));
};

const getChatMemberCount: Handler = ({ state }, args) => {
  const chat = reach(state, args["chat_id"], "members");
  return chat.type === "private" ? 2 : [...chat.members.values()].filter(isIn).length;
};

const leaveChat: Handler = (world, args) => {
  const { state } = world;
  const chat = reach(state, args["chat_id"], "read");
  if (chat.type === "private") refuse(400, "chat member status can't be changed in private chats");
  change(world, chat, state.bot, state.bot, { status: "left", rights: new Set() });
  return true;
};

/** Methods that ask who is where. */
export const asking = { getMe, getChat, getChatMember, getChatAdministrators, getChatMemberCount, leaveChat };
