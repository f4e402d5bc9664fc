import type { Entity } from "./html.js";
import type { Message, State } from "./state.js";
import { isAdministrator, isIn } from "./standing.js";
import type { UpdateKind } from "./updates.js";
import { messageWire } from "./wire.js";
import type { World } from "./world.js";

/** What Telegram marks by itself in a text that a person types. */
export function marked(text: string): Entity[] {
  const kinds: [string, RegExp][] = [
    ["bot_command", /(?<=^|\s)\/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{3,32})?(?=$|[\s.,:;!?])/g],
    ["mention", /(?<=^|\s)@[A-Za-z0-9_]{3,32}/g],
    ["url", /https?:\/\/[^\s<>"]+/g],
  ];
  return kinds
    .flatMap(([type, pattern]) =>
      [...text.matchAll(pattern)].map((found) => ({ type, offset: found.index, length: found[0].length })),
    )
    .toSorted((a, b) => a.offset - b.offset);
}

/** Whether the bot gets to hear a message: in groups its privacy mode leaves it commands meant for it and replies to it. */
function hears(state: State, { chat, text, replyTo, more }: Message): boolean {
  if (chat.type === "private") return true;
  const self = state.standing(chat, state.bot);
  if (chat.type === "channel" || isAdministrator(self)) return isAdministrator(self);
  if (!isIn(self)) return false;
  if (Object.keys(more).some((name) => /^(?:new|left|migrate)_/.test(name))) return true;
  if (replyTo !== null && chat.messages.get(replyTo)?.author === state.bot) return true;
  const command = /^\/[A-Za-z0-9_]{1,32}(?:@([A-Za-z0-9_]+))?(?:\s|$)/.exec(text);
  if (command === null) return false;
  return command[1] === undefined || command[1].toLowerCase() === state.bot.username?.toLowerCase();
}

/** Tells the bot of a message that a person wrote or edited, if it may hear it. */
export function tell({ state, updates }: World, message: Message, edited = false): void {
  if (!hears(state, message)) return;
  const what = message.chat.type === "channel" ? "channel_post" : "message";
  const kind: UpdateKind = edited ? `edited_${what}` : what;
  updates.push(kind, messageWire(message));
}
