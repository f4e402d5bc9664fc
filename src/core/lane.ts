import { platformOf } from "./message/address.js";
import type { ChatAddress, Platform } from "./message/messenger.js";

/** Name of the platform account that posts to a chat: what rate limits apply to. */
export type Lane = string;

/** What an address says of a chat. */
export interface Whereabouts {
  platform: Platform;
  /** The lane that serves it. */
  lane: Lane;
  /** The chat as the platform counts it: the threads of one forum share its pace. */
  peer: ChatAddress;
}

/** Null if it is no address of ours. */
export function readAddress(address: ChatAddress): Whereabouts | null {
  const platform = platformOf(address);
  if (platform === null) return null;
  const before = address.split("/", 1)[0] ?? address;
  // A Slack workspace is an account of its own: what stands before the channel.
  if (platform === "slack") return { platform, lane: before, peer: address };
  return { platform, lane: platform, peer: before };
}

/** Whether a chat is one of many people, to which platforms allow less: Telegram's groups and channels have negative ids. */
export function isCrowd(peer: ChatAddress): boolean {
  return peer.startsWith("telegram:-");
}
