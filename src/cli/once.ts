import { setTimeout as sleep } from "node:timers/promises";
import { createRun, type RunReport } from "../app/run.js";
import { loadConfig } from "../config.js";
import { logOf } from "./logs.js";
import type { CliParts } from "./parts.js";
import { surroundings } from "./start.js";
import { openTellal } from "./tellal.js";
import { tellUnused } from "./unused.js";

/** `once`: one whole journey, for cron and for scripts. Exit code 1 where a feed or a delivery failed. */
export async function once(parts: CliParts): Promise<void> {
  const config = loadConfig(parts);
  const log = logOf(config, parts);
  const signal = parts.stopped();
  const tellal = await openTellal({ config, log, signal, ...surroundings(parts) });
  try {
    tellUnused(config, log);
    const once = createRun({
      ...tellal,
      clock: parts.clock,
      wait: (span) => sleep(span, undefined, { signal }),
    });
    const report = await once();
    parts.err(`${reportText(report)}\n`);
    if (report.failedFeeds.length > 0 || report.failedDeliveries > 0) parts.fail();
  } catch (error) {
    if (!signal.aborted) throw error;
    parts.err("stopped; what is left is taken up by the next run\n");
    parts.fail();
  } finally {
    await tellal.close();
  }
}

function reportText({ poll, pages, failedFeeds, failedDeliveries, owed, unknown }: RunReport): string {
  const parts = [
    `${poll.polled} feeds polled`,
    `${poll.fresh} new items`,
    `${pages.recorded} stories recorded`,
    `${pages.changed} changed`,
  ];
  if (poll.gaps.length > 0) parts.push(`gap in ${poll.gaps.join(", ")}: stories may have passed unseen`);
  if (poll.frozen.length > 0) parts.push(`standing still: ${poll.frozen.join(", ")}`);
  if (failedFeeds.length > 0) parts.push(`failed feeds: ${failedFeeds.join(", ")}`);
  if (failedDeliveries > 0) parts.push(`${failedDeliveries} deliveries given up`);
  if (owed > 0) parts.push(`${owed} deliveries still owed`);
  if (unknown > 0) parts.push(`${unknown} deliveries uncertain`);
  return parts.join(", ");
}
