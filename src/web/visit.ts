import type { Topic } from "../core/match/topic.js";
import type { Say, Tongue, Words } from "../core/message/words.js";
import type { Store } from "../store/store.js";
import type { Html } from "./html.js";

/** Who reads: whoever was let in by a chat's link, or who runs Tellal. */
export type Role = "reader" | "operator";

/** What the pages read. */
export type WebStore = Pick<
  Store,
  | "archive"
  | "companions"
  | "counts"
  | "decided"
  | "feedback"
  | "feeds"
  | "laneStates"
  | "people"
  | "search"
  | "standing"
  | "dead"
  | "told"
  | "topics"
  | "trace"
  | "views"
  | "watched"
>;

/** One request for a page. */
export interface Visit {
  language: Tongue;
  say: Say;
  words: Words;
  now: number;
  role: Role;
  /** The topics that all may see: nothing of any other is shown. */
  topics: readonly Topic[];
  /** A value of the query by name, trimmed; empty if it is not there once. */
  query: (name: string) => string;
  /** What stands in the path behind the page's own name. */
  param: string;
}

/** What a page shows; `title` stands in the window. `none`: nothing of that name is there. */
export type Page = { kind: "page"; title: string; body: Html; feeds?: readonly Alternate[] } | { kind: "none" };

/** The same for a program. */
export interface Alternate {
  type: string;
  href: string;
}

export const nothing: Page = { kind: "none" };

/** The ids of the topics of a visit. */
export function idsOf(topics: readonly Topic[]): string[] {
  return topics.map(({ id }) => id);
}
