import type { Config } from "../config.js";
import { Refusal } from "../core/refusal.js";
import type { Log } from "../log.js";

/** What this version reads from the environment but cannot do yet: said at each start, so that nobody waits for posts in vain. */
const later = [
  ["TELEGRAM_BOT_TOKEN", "Telegram"],
  ["SLACK_BOT_TOKEN", "Slack"],
  ["WEB_PORT", "the web page"],
] as const;

/** Warns of settings that this version does not serve; a database that it cannot use is refused. */
export function tellUnused({ env }: Config, log: Log): void {
  if (env.DATABASE_URL !== undefined) {
    throw new Refusal("DATABASE_URL: this version stores in SQLite only; unset it to use the data folder.");
  }
  for (const [name, what] of later) {
    if (env[name] !== undefined)
      log.warn({ variable: name }, `${what} is not part of this version yet; ${name} is ignored`);
  }
}
