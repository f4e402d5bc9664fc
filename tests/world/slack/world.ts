import type { createEvents } from "./events.js";
import type { Responses } from "./responses.js";
import type { OAuth } from "./oauth.js";
import type { State } from "./state.js";
import type { Triggers } from "./triggers.js";
import type { Way } from "./way.js";

/** What people's hands work with. */
export interface World {
  state: State;
  /** How commands and buttons reach the app. */
  way: Way;
  events: ReturnType<typeof createEvents>;
  responses: Responses;
  triggers: Triggers;
  oauth: OAuth;
  /** The app has a home page. */
  home: boolean;
}
