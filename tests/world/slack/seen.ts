import { isRecord, type Json } from "./shapes.js";
import type { Channel, Post } from "./state.js";
import { visibleOf, type Visible } from "./visible.js";

/** A post as a person sees it, with what a test may ask of it. */
export interface Seen extends Visible {
  ts: string;
  /** Id of the channel where it stands. */
  channel: string;
  /** Who wrote it. */
  user: string;
  thread: string | null;
  edits: number;
  metadata: Post["metadata"];
  /** Only one person is shown it. */
  whispered: boolean;
  post: Post;
}

/** How a post of a channel looks now. */
export const look = (channel: Channel, post: Post): Seen => ({
  ...visibleOf(post),
  ts: post.ts,
  channel: channel.id,
  user: post.user,
  thread: post.thread,
  edits: post.edits,
  metadata: post.metadata,
  whispered: "for" in post,
  post,
});

/** What one person sees in a channel, oldest first. */
export function seenBy(person: { id: string }, channel: Channel): Seen[] {
  const whispers = channel.ephemerals.filter((one) => one.for === person.id);
  const all = [...channel.posts, ...whispers].sort((a, b) => Number(a.ts) - Number(b.ts));
  return all.map((post) => look(channel, post));
}

/** A button that can be pressed, with its place. */
export interface Pressable {
  block: { [key: string]: Json };
  element: { [key: string]: Json };
}

/** The button with these words, or with this action_id, among blocks. */
export function buttonIn(blocks: Json, name: string): Pressable | null {
  for (const block of Array.isArray(blocks) ? blocks : []) {
    if (!isRecord(block)) continue;
    const elements = [block["elements"] ?? [], block["accessory"] ?? []].flat();
    for (const element of elements) {
      if (!isRecord(element) || element["type"] !== "button") continue;
      const words = isRecord(element["text"]) ? element["text"]["text"] : "";
      if (words === name || element["action_id"] === name) return { block, element };
    }
  }
  return null;
}
