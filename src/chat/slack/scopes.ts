import { happenings } from "./happenings.js";
import { methodScopes } from "./methods.js";

/** The scopes of the bot token that our calls, the events and the command need: what an installation asks a workspace for. */
export const botScopes: readonly string[] = [
  ...new Set([
    ...Object.values(methodScopes).flat(),
    ...Object.values(happenings).flatMap(({ scopes }) => scopes),
    "commands",
  ]),
].sort();
