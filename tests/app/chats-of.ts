import type { ChatSettings } from "../../src/core/chat-settings.js";
import { hour, minute, start } from "../store/open.js";
import { item, rig } from "./rig.js";

/** 18:00 in Istanbul. */
export const now = start;
const eight = 8 * 60;
export const daily = { delivery: { kind: "daily", at: eight } } as const;
export const night = { quiet: { from: 18 * 60, to: eight } };
export const inTheMorning = now + 14 * hour;

export type Rig = Awaited<ReturnType<typeof rig>>;

/** Chats of people, all subscribed to both topics, each with its own settings. */
export async function chatsOf(chats: Record<string, Partial<ChatSettings>>, options: Parameters<typeof rig>[0] = {}) {
  const both = await rig(options);
  for (const [address, change] of Object.entries(chats)) {
    const id = await both.process.store.chats.ensure(address, "tr", now);
    for (const topic of ["kizilay", "tdt"]) await both.process.store.chats.subscribe(id, topic, now);
    await both.process.store.chatSettings.change(address, "tr", change, now);
  }
  return both;
}

/** What each chat of Telegram got, as `chat: message`. */
export function got({ world }: Rig): string[] {
  return world.posts
    .map(({ chat }, index) => `${chat}: ${world.told()[index]}`)
    .filter((line) => line.startsWith("telegram:"))
    .map((line) => line.replace("telegram:", ""))
    .sort();
}

/** The whole journey at a time, and what its posts take at a second each. */
export async function pass({ process }: Rig, at: number): Promise<void> {
  await process.poll(at);
  await process.readAll(at);
  for (let then = at; then < at + minute; then += 2_000) {
    const { next } = await process.deliver("telegram", then);
    if (next === null || next > at + minute) return;
  }
}

export async function show(both: Rig, titles: readonly string[], at = now): Promise<void> {
  both.world.show(
    "guncel",
    titles.map((title, index) => item(index + 1, title, { published: at })),
  );
  await pass(both, at);
}
