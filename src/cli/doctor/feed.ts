import { impossible } from "../../core/impossible.js";
import { isFrozen } from "../../core/schedule.js";
import type { FeedOutcome, FeedRequest } from "../../feeds/outcome.js";
import type { Look } from "./finding.js";

/** What the answer of a feed tells. */
export function lookAtFeed(feed: Pick<FeedRequest, "kind" | "url">, outcome: FeedOutcome, now: number): Look {
  switch (outcome.kind) {
    case "read": {
      const times = outcome.items.flatMap(({ published }) => (published === null ? [] : [published]));
      const newest = times.length === 0 ? null : Math.max(...times);
      const found = `${outcome.items.length} items, the newest ${newest === null ? "without a time" : new Date(newest).toISOString()}`;
      if (outcome.items.length === 0) return { found, cure: "see in a browser whether the site still fills it" };
      const frozen = isFrozen({ kind: feed.kind, newest }, now);
      return { found, cure: frozen ? "it stands still: see whether the site gave it up, and take another" : null };
    }
    case "unchanged":
      return { found: "unchanged", cure: null };
    case "later":
      return { found: `${feed.url} answers ${outcome.status}`, cure: "wait; if it stays so, ask less often (every)" };
    case "gone":
      return {
        found: `${feed.url} answers ${outcome.status}`,
        cure: "look for its new address on the site, and change url",
      };
    case "forbidden":
      return {
        found: outcome.why,
        cure: "take another address, or name the host in network.allowPrivateHosts if it is yours",
      };
    case "failed":
      return { found: outcome.why, cure: "check its url, and whether this machine reaches that host" };
    default:
      return impossible(outcome);
  }
}
