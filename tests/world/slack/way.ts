/** What Slack hands to an app. */
export type Kind = "events_api" | "slash_commands" | "interactive";

/** That something comes again: the how-manyeth time, and why. */
export interface Again {
  attempt: number;
  reason: string;
}

/** How the app took it: with an answer in time, or why not, in Slack's words for people (`error`) and for the app (`reason`). */
export type Taken =
  | { kind: "taken"; answer: unknown }
  | { kind: "failed"; error: string; reason: string; /** The app asked not to be told again. */ enough: boolean };

/** A way to the app: Socket Mode or HTTP. Never rejects. */
export type Way = (kind: Kind, payload: object, again: Again | null) => Promise<Taken>;

/** That the app did not take it. */
export const failed = (error: string, reason: string, enough = false): Taken => ({
  kind: "failed",
  error,
  reason,
  enough,
});
