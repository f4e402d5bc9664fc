/** What secrets look like where nobody told us their value; the first group, if any, stays. */
const forms: readonly RegExp[] = [
  // A Telegram bot token, in an address too: /bot123456789:AA…/sendMessage
  /(?<!\d)\d{6,}(?::|%3A)[\w-]{30,}/giu,
  // Slack: bot, user, app, refresh and configuration tokens, paths that let whoever knows them post, tickets of Socket Mode.
  /\bx(?:ox[a-z]|app|oxe\.xox[a-z])-[\w-]{6,}/giu,
  /(hooks\.slack\.com\/(?:services|workflows|triggers|commands|actions|app)\/)[\w/-]+/giu,
  /(\bwss?:\/\/[^\s"'?]*\?(?:[^\s"']*&)?ticket=)[\w.~%-]+/giu,
  // user:password@ in an address
  /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/?#"'\\]+(?=@)/giu,
  /(\b(?:basic|bearer)\s+)[\w.~+/-]{8,}=*/giu,
];
const mark = "[redacted]";

/** Below this length a secret would blacken ordinary words; none of ours is that short. */
const shortest = 4;

/**
 * Blackens secrets in a line of log: the known values, as they are, percent-encoded and as JSON writes them,
 * and everything that has the form of a token.
 */
export function createRedactor(secrets: readonly string[]): (line: string) => string {
  const values = [...new Set(secrets.filter((secret) => secret.length >= shortest).flatMap(spellings))];
  // Longest first, so that one that contains another goes as a whole.
  values.sort((a, b) => b.length - a.length);
  return (line) => {
    let clean = line;
    for (const value of values) clean = clean.replaceAll(value, mark);
    for (const form of forms) {
      clean = clean.replace(form, (_, kept) => (typeof kept === "string" ? kept : "") + mark);
    }
    return clean;
  };
}

function spellings(secret: string): string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  return [secret, inJson, JSON.stringify(inJson).slice(1, -1), encodeURIComponent(secret), encodeURI(secret)];
}
