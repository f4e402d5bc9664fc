import { type Args, textOf } from "../body.js";
import { refuse } from "../refuse.js";
import { reach } from "../standing.js";
import type { Handler, World } from "../world.js";

const wide = new Set(["default", "all_private_chats", "all_group_chats", "all_chat_administrators"]);
const narrow = new Set(["chat", "chat_administrators", "chat_member"]);

function language(args: Args): string {
  const code = textOf(args, "language_code");
  if (!/^(?:[a-z]{2})?$/.test(code)) refuse(400, "invalid language code specified");
  return code;
}

/** Under what key the commands of a scope and a language are kept. */
function menuKey({ state }: World, args: Args): string {
  const scope = (args["scope"] ?? { type: "default" }) as { type: string; chat_id?: number | string; user_id?: number };
  if (wide.has(scope.type)) {
    if (scope.chat_id !== undefined || scope.user_id !== undefined)
      refuse(400, `unknown parameter in BotCommandScope "${scope.type}"`);
    return `${scope.type}:${language(args)}`;
  }
  if (!narrow.has(scope.type)) refuse(400, "can't parse BotCommandScope: unsupported type specified");
  const chat = reach(state, scope.chat_id ?? "", "members");
  if (scope.type !== "chat" && chat.type !== "group" && chat.type !== "supergroup")
    refuse(400, `can't use specified scope in ${chat.type} chats`);
  const whose = scope.type === "chat_member" ? `:${scope.user_id ?? refuse(400, "invalid user_id specified")}` : "";
  return `${scope.type}:${chat.id}${whose}:${language(args)}`;
}

const setMyCommands: Handler = (world, args) => {
  const key = menuKey(world, args);
  const commands = args["commands"] as { command: string; description: string }[];
  if (commands.length > 100) refuse(400, "BOT_COMMANDS_TOO_MUCH");
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) refuse(400, "BOT_COMMAND_INVALID");
    if (description.trim() === "" || description.length > 256) refuse(400, "BOT_COMMAND_DESCRIPTION_INVALID");
  }
  if (new Set(commands.map(({ command }) => command)).size < commands.length) refuse(400, "BOT_COMMAND_DUPLICATE");
  if (commands.length === 0) world.profile.menus.delete(key);
  else world.profile.menus.set(key, commands);
  return true;
};

const getMyCommands: Handler = (world, args) => world.profile.menus.get(menuKey(world, args)) ?? [];

const deleteMyCommands: Handler = (world, args) => {
  world.profile.menus.delete(menuKey(world, args));
  return true;
};

const described =
  (field: "description" | "short_description", longest: number): Handler =>
  ({ profile }, args) => {
    const text = textOf(args, field);
    if (text.length > longest) refuse(400, `bot ${field.replace("_", " ")} is too long`);
    const texts = field === "description" ? profile.descriptions : profile.shortDescriptions;
    if (text === "") texts.delete(language(args));
    else texts.set(language(args), text);
    return true;
  };

const getMyDescription: Handler = ({ profile }, args) => ({
  description: profile.descriptions.get(language(args)) ?? "",
});

const getMyShortDescription: Handler = ({ profile }, args) => ({
  short_description: profile.shortDescriptions.get(language(args)) ?? "",
});

/** Methods by which the bot tells what it is. */
export const introducing = {
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  setMyDescription: described("description", 512),
  setMyShortDescription: described("short_description", 120),
  getMyDescription,
  getMyShortDescription,
};
