import type { ChatAddress } from "../../core/message/messenger.js";

/** Slack's id of the channel in an address: `slack:T01/C02` → `C02`. */
export function channelOf(chat: ChatAddress): string {
  return chat.slice(chat.indexOf("/") + 1);
}
