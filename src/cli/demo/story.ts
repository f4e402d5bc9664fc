import type { Paragraph } from "../../core/story.js";

/** A story of the sample site. Times are epoch ms; `path` is the address on the site, its last part the story's number. */
export interface DemoStory {
  id: number;
  language: "tr" | "en";
  /** Categories of the feeds that show it (`guncel`, `dunya`, `live`). */
  feeds: readonly string[];
  path: string;
  section: string;
  title: string;
  spot: string;
  author: string;
  city: string;
  published: number;
  updated: number;
  tags: readonly string[];
  body: readonly Paragraph[];
}

/** The day of the demo: a time of 19 November 2025 on Istanbul's clock (UTC+3). */
export const at = (hour: number, minute: number) => Date.UTC(2025, 10, 19, hour - 3, minute);

export const p = (text: string): Paragraph => ({ kind: "paragraph", text });
export const sub = (text: string): Paragraph => ({ kind: "subhead", text });
