import type { Brief } from "../brief/schema.js";

/** What a post about a story is made from. */
export interface StoryView {
  id: string;
  link: string;
  /** Name of the agency as shown: `AA`, or the host of another feed. */
  source: string;
  language: string;
  published: number | null;
  updated: number | null;
  /** The page could not be read yet: only the feed's text is known. */
  partial: boolean;
  /** The version before this one was partial: what changed is what we could read, not what the agency wrote. */
  completed?: boolean;
  version: number;
  brief: Brief;
  topics: { id: string; name: { tr: string; en: string } }[];
}

/** The button that asks for the whole of a story's list; null where a platform could not send its action back. */
export function restOf(
  story: string,
  list: "people" | "decisions",
  label: string,
): { label: string; action: string } | null {
  return actionOf(label, `more ${list}`, story);
}

/** A button that asks something about a story; null where a platform could not send its action back. */
export function actionOf(label: string, words: string, story: string): { label: string; action: string } | null {
  const action = `${words} ${story}`;
  return /^[!-~]+$/u.test(story) && action.length <= 64 ? { label, action } : null;
}
