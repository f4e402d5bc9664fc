import robotsParser from "robots-parser";
import type { Download, GetDownload } from "./download.js";
import { productToken } from "./network.js";

type Rules = ReturnType<typeof robotsParser>;

/** What the rules are asked with. */
export interface RobotsParts {
  download: GetDownload;
  clock: () => number;
}

/** What is known of one origin: rules, or the outcome that kept us from them. */
interface Known {
  until: number;
  found: Promise<Rules | Download>;
}

const day = 24 * 3600_000;
const minute = 60_000;
const sizeLimit = 500 * 1024;
const deadline = 5_000;
/** A cycle over more origins than this asks each for its rules again. */
const manyOrigins = 2_000;

/**
 * Asks a host's robots.txt (RFC 9309) whether we may read an address. Null: yes. Otherwise the outcome to end with:
 * forbidden by a rule, or, where the file itself cannot be had, that failure (kept for a minute; nothing is read meanwhile,
 * §2.3.1.4, unless rules of an earlier day are known). Rules are kept for 24 h; 4xx means no rules (§2.3.1.3).
 */
export function createRobots({ download, clock }: RobotsParts) {
  const origins = new Map<string, Known>();

  async function find(origin: string, last: Known["found"] | undefined): Known["found"] {
    const known = await last;
    const before = known === undefined || "kind" in known ? null : known;
    const address = `${origin}/robots.txt`;
    const answer = await download(address, { limit: sizeLimit, cutAtLimit: true, deadline, urgent: true });
    const open = () => robotsParser(address, "");
    // Redirects that lead nowhere count as no file (§2.3.1.2).
    if (answer.kind !== "answer" && answer.astray === true) return open();
    if (answer.kind !== "answer" || answer.status === 429 || answer.status >= 500) return before ?? answer;
    if (answer.status < 200 || answer.status >= 300) return open();
    return robotsParser(address, new TextDecoder().decode(answer.bytes));
  }

  return async function robots(url: URL): Promise<Download | null> {
    const known = origins.get(url.origin);
    let found = known?.found;
    if (found === undefined || (known !== undefined && known.until <= clock())) {
      // Entered before anything is awaited: all who ask meanwhile share one request.
      const entry: Known = { until: clock() + day, found: find(url.origin, found) };
      entry.found = entry.found.then((rules) => {
        if ("kind" in rules) entry.until = clock() + minute;
        return rules;
      });
      found = entry.found;
      origins.delete(url.origin);
      origins.set(url.origin, entry);
      const oldest = origins.keys().next();
      if (origins.size > manyOrigins && oldest.done !== true) origins.delete(oldest.value);
    }
    const rules = await found;
    if (!("kind" in rules)) {
      const allowed = rules.isAllowed(url.href, productToken) ?? true;
      return allowed ? null : { kind: "forbidden", why: `robots.txt of ${url.host} disallows this address` };
    }
    return rules.kind === "answer" ? rules : { kind: rules.kind, why: `robots.txt of ${url.host}: ${rules.why}` };
  };
}
