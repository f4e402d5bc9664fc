import type { Update } from "grammy/types";
import type { Attempt, Attempted } from "./client.js";
import { heardUpdates } from "./hear.js";

/** How long a call for updates waits at Telegram, in seconds. */
export const pollSeconds = 30;

/** What is asked for, in every call: Telegram remembers the last time only, which may have been another program's. */
export const allowed = [...heardUpdates];

/** Fetches updates by long polling; Telegram forgets those that were fetched when it is called again. */
export function createPoll(attempt: Attempt) {
  let offset = 0;
  let confirmed = 0;

  return {
    /** The next updates, none after half a minute of silence. */
    async next(signal: AbortSignal): Promise<Attempted<Update[]>> {
      const query = { offset, timeout: pollSeconds, allowed_updates: allowed };
      const updates = await attempt((api, stop) => api.getUpdates(query, stop), signal);
      if (!updates.ok) return updates;
      confirmed = offset;
      const last = updates.value.at(-1);
      if (last !== undefined) offset = last.update_id + 1;
      return updates;
    },
    /** Lets Telegram forget what was fetched last, so that it does not come again at the next start. */
    async confirm(signal: AbortSignal): Promise<void> {
      const query = { offset, limit: 1, timeout: 0, allowed_updates: allowed };
      if (offset > confirmed) await attempt((api, stop) => api.getUpdates(query, stop), signal);
    },
  };
}
