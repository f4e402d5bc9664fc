import type { ChatAddress, Platform } from "./message/messenger.js";

/** Name of the platform account that posts to a chat: what rate limits apply to. */
export type Lane = string;

/** What an address says: its platform, and the lane that serves it. Null if it is no address of ours. */
export function readAddress(address: ChatAddress): { platform: Platform; lane: Lane } | null {
  if (address === "console") return { platform: "console", lane: "console" };
  if (/^telegram:(?:-?\d+|@\w+)(?:\/\d+)?$/u.test(address)) return { platform: "telegram", lane: "telegram" };
  const slack = /^slack:(\w*)\/\w+$/u.exec(address);
  return slack === null ? null : { platform: "slack", lane: `slack:${slack[1]}` };
}
