/** One thing that was looked at: what was found, and, where it is wrong, what helps. */
export interface Finding {
  what: string;
  found: string;
  /** Null where it is well. */
  cure: string | null;
}

/** What was found of something, and what helps. */
export type Look = Omit<Finding, "what">;
