import type { Say } from "./words.js";

/**
 * The causes that feeds and platforms give, as English sentences: so the log and the database have them. Each with the sentence of the
 * locale files that says it to a reader. `why` of a row is a cause within the cause.
 */
const rows: readonly (readonly [form: RegExp, id: string])[] = [
  [/^(?:answered|HTTP) (?<status>\d{3})$/u, "cause-status"],
  [/^HTTP 304 to a request without conditions$/u, "cause-unasked"],
  [/^the answer was cut off$/u, "cause-cut"],
  [/^not a feed: empty$/u, "cause-empty"],
  [/^not a feed: (?<found>.+)$/su, "cause-no-feed"],
  [/^larger than (?<size>\d+) bytes$/u, "cause-large"],
  [/^the host's name is not known$/u, "cause-unknown-host"],
  [/^the host's name could not be looked up$/u, "cause-look-up"],
  [/^the connection was refused$/u, "cause-refused"],
  [/^the connection was (?:reset|closed early)$/u, "cause-reset"],
  [/^(?:the connection timed out|the server was too slow|no complete answer in time)$/u, "cause-slow"],
  [/^the (?:host|network) cannot be reached$/u, "cause-unreachable"],
  [/^the headers are too large$/u, "cause-headers"],
  [/^the connection failed$/u, "cause-connection"],
  [/^stopped$/u, "cause-stopped"],
  [/^not an address$/u, "cause-no-address"],
  [/^redirect: from https to http$/u, "cause-downgrade"],
  [/^redirect: (?<why>.+)$/u, "cause-redirect"],
  [/^more than (?<count>\d+) redirects$/u, "cause-redirects"],
  [/^robots\.txt of (?<host>\S+) disallows this address$/u, "cause-robots"],
  [/^robots\.txt of (?<host>\S+): (?<why>.+)$/u, "cause-robots-failed"],
  [/^(?<scheme>\S+) is not http or https$/u, "cause-scheme"],
  [/^the address carries a user name or password$/u, "cause-password"],
  [/^port (?<port>\d+) is not allowed$/u, "cause-port"],
  [/^(?<host>\S+) is not a public address$/u, "cause-private"],
  [/^(?<host>\S+) leads to (?<to>\S+), not a public address$/u, "cause-leads-private"],
  [/^(?:a fault of Tellal's own, see the log|the messenger threw)$/u, "cause-own"],

  [/^Telegram does not accept the bot's token any more; make a new one with @BotFather$/u, "cause-token-dead"],
  [/^Telegram knows no bot of this token; copy it anew from @BotFather$/u, "cause-token-unknown"],
  [/^the person blocked the bot$/u, "cause-blocked"],
  [/^the person's account was deleted$/u, "cause-deleted-account"],
  [/^the person has not started the bot$/u, "cause-not-started"],
  [/^the chat is another bot$/u, "cause-bot"],
  [
    /^(?:the bot was removed from the chat|the bot is no member of the chat|removed from the channel)$/u,
    "cause-removed",
  ],
  [/^the (?:chat|channel) was deleted$/u, "cause-deleted"],
  [/^the channel (?:was|is) archived$/u, "cause-archived"],
  [/^the group was closed or became a supergroup$/u, "cause-closed"],
  [/^the thread was (?:deleted|closed)$/u, "cause-thread"],
  [/^Telegram knows no such (?:chat, or the bot is not in it|person)$/u, "cause-unknown-chat"],
  [/^the bot has to be an administrator to post in this channel$/u, "cause-administrator"],
  [
    /^(?:Telegram forbids the bot to post here|the bot may not (?:write here(?: any more)?|post in this channel any more))$/u,
    "cause-may-not",
  ],
  [/^Telegram (?:cannot be reached|did not answer in time)$/u, "cause-telegram-away"],
  [/^the connection to Telegram broke$/u, "cause-telegram-away"],
  [/^sent (?<count>\d+) times without an answer$/u, "cause-unanswered"],

  [/^write \/invite @Tellal in the channel$/u, "cause-invite"],
  [/^the channel is gone, or it is private: write \/invite @Tellal in it$/u, "cause-invite-private"],
  [/^the app was removed from the workspace$/u, "cause-uninstalled"],
  [/^the app was removed from the workspace: install it again and set its new token$/u, "cause-install-removed"],
  [/^install the app again and set its new token$/u, "cause-install"],
  [/^the app's token was revoked$/u, "cause-revoked"],
  [/^the app's list of allowed addresses leaves out this machine$/u, "cause-address-list"],
  [/^switch on the messages tab in the app's settings$/u, "cause-messages-tab"],
  [/^the token is (?:wrong|missing)$/u, "cause-token-wrong"],
];

/** A cause for a reader; a code or a platform's own remark, and what nobody foresaw, is told as it is. */
export function causeText(why: string, say: Say): string {
  return partsOf(why)
    .map((part) => partText(part, say))
    .join("; ");
}

/** What stands behind a semicolon is a cause of its own, unless the whole is known as one. */
function partsOf(why: string): string[] {
  return rows.some(([form]) => form.test(withoutRemark(why).cause)) ? [why] : why.split("; ");
}

function partText(part: string, say: Say): string {
  const { cause, remark } = withoutRemark(part);
  for (const [form, id] of rows) {
    const found = form.exec(cause);
    if (found === null) continue;
    return `${say(id, argsOf(found.groups ?? {}, say))}${remark}`;
  }
  return part;
}

/** Numbers of a status or port are names; of sizes and counts they are numbers. */
function argsOf(groups: Record<string, string>, say: Say): Record<string, string | number> {
  const args = Object.entries(groups).map(([name, value]): [string, string | number] => {
    if (name === "why") return [name, causeText(value, say)];
    return [name, name === "size" || name === "count" ? Number(value) : value];
  });
  return Object.fromEntries(args);
}

/** Telegram's own words, and codes of the network, stand behind in brackets. */
function withoutRemark(part: string): { cause: string; remark: string } {
  const [, cause = part, remark = ""] = /^(.+?)( \([^()]*\))$/su.exec(part) ?? [];
  return { cause, remark };
}
