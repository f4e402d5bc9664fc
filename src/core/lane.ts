import { platformOf } from "./message/address.js";
import type { ChatAddress, Platform } from "./message/messenger.js";

/** Name of the platform account that posts to a chat: what rate limits apply to. */
export type Lane = string;

/** What an address says: its platform, and the lane that serves it. Null if it is no address of ours. */
export function readAddress(address: ChatAddress): { platform: Platform; lane: Lane } | null {
  const platform = platformOf(address);
  if (platform === null) return null;
  // A Slack workspace is an account of its own: what stands before the channel.
  return { platform, lane: platform === "slack" ? address.slice(0, address.indexOf("/")) : platform };
}
