import { z } from "zod";
import { briefKinds, type BriefKind } from "./brief/schema.js";
import { isZone } from "./clock-face.js";
import type { PostLength } from "./message/post-buttons.js";

/** Minutes since midnight, as the chat's clock shows them. */
const time = z
  .int()
  .min(0)
  .max(24 * 60 - 1);

/** When stories come: each at once, or several as a digest; `day` is 1 (Monday) to 7. */
const deliverySchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("immediate") }),
  z.strictObject({ kind: z.literal("hourly") }),
  z.strictObject({ kind: z.literal("daily"), at: time }),
  z.strictObject({ kind: z.literal("weekly"), day: z.int().min(1).max(7), at: time }),
]);

/** So much of a day has to be left: a chat that is always quiet wants to be muted, or no topic. In minutes. */
const awake = 4 * 60;

const quietSchema = z
  .strictObject({ from: time, to: time })
  .refine(({ from, to }) => from !== to && span(from, to) <= 24 * 60 - awake);

function span(from: number, to: number): number {
  return (to - from + 24 * 60) % (24 * 60);
}

export const lengths = ["headline", "short", "full"] as const satisfies PostLength[];
/** The languages that our feeds come in; a story in another one is always wanted. */
export const storyLanguages = ["tr", "en"] as const;

const settingsSchema = z.strictObject({
  delivery: deliverySchema.default({ kind: "immediate" }),
  zone: z
    .string()
    .regex(/^[A-Z]/iu)
    .refine(isZone)
    .default("Europe/Istanbul"),
  /** When nothing is posted: what comes then is a digest after it. */
  quiet: quietSchema.nullable().default(null),
  /** Stories of disasters come in quiet hours too. */
  disasters: z.boolean().default(false),
  length: z.enum(lengths).default("full"),
  /** Kinds and languages that are not wanted, so that a kind that is new one day comes. */
  withoutKinds: z.array(z.enum(briefKinds)).default([]),
  withoutLanguages: z.array(z.enum(storyLanguages)).default([]),
  /** A story that is about its topic less than this does not come; 0 to 1, see `relevance`. */
  floor: z.number().min(0).max(1).default(0),
});

/** How a chat wants its stories. Its language stands beside: it has one before it has settings. */
export type ChatSettings = z.output<typeof settingsSchema>;

/** What a chat has that never chose. */
export const defaultSettings: ChatSettings = settingsSchema.parse({});

/** Settings as they are stored. What is not there is the default, and so is what cannot be: one bad row must hold up no other chat. */
export function readChatSettings(text: string): ChatSettings {
  const stored: unknown = JSON.parse(text);
  const whole = settingsSchema.safeParse(stored);
  if (whole.success) return whole.data;
  const entries = Object.entries(typeof stored === "object" && stored !== null ? stored : {});
  return entries.reduce(
    (settings, [key, value]) => changedSettings(settings, { [key]: value }) ?? settings,
    defaultSettings,
  );
}

/** The change applied, if settings can be so; else null. */
export function changedSettings(settings: ChatSettings, change: Partial<ChatSettings>): ChatSettings | null {
  return settingsSchema.safeParse({ ...settings, ...change }).data ?? null;
}

/** Settings as text, equal for equal settings and `{}` for the defaults: chats that want the same are found by it. */
export function chatSettingsText(settings: ChatSettings): string {
  const keys = Object.keys(defaultSettings) as (keyof ChatSettings)[];
  const sorted = { ...settings, withoutKinds: inOrder(settings.withoutKinds, briefKinds) };
  sorted.withoutLanguages = inOrder(settings.withoutLanguages, storyLanguages);
  const own = keys.filter((key) => JSON.stringify(sorted[key]) !== JSON.stringify(defaultSettings[key]));
  return JSON.stringify(Object.fromEntries(own.map((key) => [key, sorted[key]])));
}

function inOrder<Value>(values: readonly Value[], order: readonly Value[]): Value[] {
  return order.filter((value) => values.includes(value));
}

/** What of a story its chats choose by. */
export interface Offer {
  kind: BriefKind;
  language: string;
  /** How much it is about the topic that the chat follows. */
  relevance: number;
}

/** Why a chat does not get a story; null if it does. */
export function unwantedBy(settings: ChatSettings, story: Offer): "kind" | "language" | "relevance" | null {
  if (settings.withoutKinds.includes(story.kind)) return "kind";
  if (settings.withoutLanguages.some((language) => language === story.language)) return "language";
  return story.relevance < settings.floor ? "relevance" : null;
}
