import type { BotCommand } from "grammy/types";
import type { MenuEntry } from "../../core/message/ask.js";
import { cutAt } from "../../core/message/cut.js";
import type { Tongue, Words } from "../../core/message/words.js";
import type { Attempt } from "./client.js";
import type { Failure } from "./failure.js";

/** Who sees which commands before they type. What only Tellal's administrators may do stands in no menu: Telegram does not know them. */
const scopes: readonly [
  type: "all_private_chats" | "all_group_chats" | "all_chat_administrators",
  who: MenuEntry["who"][],
][] = [
  // In private everybody administers the chat.
  ["all_private_chats", ["anyone", "chatAdmin"]],
  ["all_group_chats", ["anyone"]],
  ["all_chat_administrators", ["anyone", "chatAdmin"]],
];

/** Telegram's code of a language → ours; without a code it is what all others see. */
const languages: readonly [code: "tr" | "en" | null, tongue: Tongue][] = [
  [null, "en"],
  ["tr", "tr"],
  ["en", "en"],
];

/** Sets the menus that are not yet as they should be; the first failure ends it and is returned. */
export async function setMenus(attempt: Attempt, menu: readonly MenuEntry[]): Promise<Failure | null> {
  for (const [type, who] of scopes) {
    for (const [code, tongue] of languages) {
      const place = { scope: { type }, ...(code !== null && { language_code: code }) };
      const wanted = menu.filter((entry) => who.includes(entry.who)).map((entry) => commandOf(entry, tongue));
      const known = await attempt((api) => api.getMyCommands(place));
      if (!known.ok) return known.failure;
      if (isSame(known.value, wanted)) continue;
      const set = await attempt((api) => api.setMyCommands(wanted, place));
      if (!set.ok) return set.failure;
    }
  }
  return null;
}

/** Sets what the bot says of itself before somebody starts it and on its page, where that is not yet said; as `setMenus`. */
export async function setTexts(attempt: Attempt, words: Words): Promise<Failure | null> {
  for (const [code, tongue] of languages) {
    const whose = code === null ? {} : { language_code: code };
    const description = cutAt(words(tongue)("bot-description"), 512);
    const short = cutAt(words(tongue)("bot-short"), 120);
    const known = await attempt((api) => api.getMyDescription(whose));
    if (!known.ok) return known.failure;
    const knownShort = await attempt((api) => api.getMyShortDescription(whose));
    if (!knownShort.ok) return knownShort.failure;
    if (known.value.description !== description) {
      const set = await attempt((api) => api.setMyDescription(description, whose));
      if (!set.ok) return set.failure;
    }
    if (knownShort.value.short_description !== short) {
      const set = await attempt((api) => api.setMyShortDescription(short, whose));
      if (!set.ok) return set.failure;
    }
  }
  return null;
}

function commandOf({ name, args, summary }: MenuEntry, tongue: Tongue): BotCommand {
  const text = args === "" ? summary[tongue] : `${args} — ${summary[tongue]}`;
  return { command: name, description: cutAt(text, 256) };
}

function isSame(known: readonly BotCommand[], wanted: readonly BotCommand[]): boolean {
  const line = ({ command, description }: BotCommand) => `${command} ${description}`;
  return known.map(line).join("\n") === wanted.map(line).join("\n");
}
