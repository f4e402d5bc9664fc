import { createRun, type RunReport } from "../app/run.js";
import { openConfigured } from "./open.js";
import type { CliParts } from "./parts.js";

/** `once`: one whole journey, for cron and for scripts. Exit code 1 where a feed or a delivery failed. */
export async function once(parts: CliParts): Promise<void> {
  const { signal, tellal } = await openConfigured(parts);
  try {
    const report = await createRun({ ...tellal, clock: parts.clock, signal })();
    await tellal.watch(parts.clock());
    await tellal.tidy(parts.clock());
    parts.err(`${reportText(report)}\n`);
    if (hasFailed(report)) parts.fail();
  } catch (error) {
    if (!signal.aborted) throw error;
    parts.err("stopped; what is left is taken up by the next run\n");
    parts.fail();
  } finally {
    await tellal.close();
  }
}

function hasFailed({ pages, failedFeeds, failedDeliveries, closed, unknown }: RunReport): boolean {
  return failedFeeds.length + pages.failed + failedDeliveries + closed.length + unknown > 0;
}

function reportText({
  poll,
  pages,
  waiting,
  failedFeeds,
  failedDeliveries,
  skipped,
  closed,
  owed,
  unknown,
}: RunReport): string {
  const parts = [
    `${poll.polled} feeds polled`,
    `${poll.fresh} new items`,
    `${pages.recorded} stories recorded`,
    `${pages.changed} changed`,
  ];
  if (poll.gaps.length > 0) parts.push(`gap in ${poll.gaps.join(", ")}: stories may have passed unseen`);
  if (poll.frozen.length > 0) parts.push(`standing still: ${poll.frozen.join(", ")}`);
  if (waiting > 0) parts.push(`${waiting} feeds not asked, as their sites wished`);
  if (failedFeeds.length > 0) parts.push(`failed feeds: ${failedFeeds.join(", ")}`);
  if (pages.failed > 0) parts.push(`${pages.failed} stories could not be recorded, see the log`);
  if (failedDeliveries > 0) parts.push(`${failedDeliveries} deliveries given up`);
  if (skipped.length > 0)
    parts.push(`${skipped.length} deliveries skipped, as they may have arrived: ${skipped.join(", ")}`);
  for (const { lane, why } of closed) parts.push(`${lane} is closed to us: ${why}`);
  if (owed > 0) parts.push(`${owed} deliveries still owed`);
  if (unknown > 0) parts.push(`${unknown} deliveries uncertain`);
  return parts.join(", ");
}
