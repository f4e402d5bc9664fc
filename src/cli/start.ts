import { rm, writeFile } from "node:fs/promises";
import { schedule } from "node-cron";
import { faultText } from "../app/log.js";
import type { Lane } from "../core/lane.js";
import type { Log } from "../log.js";
import { aliveFile } from "./health.js";
import type { Duty } from "../core/environment.js";
import { openConfigured } from "./open.js";
import type { CliParts } from "./parts.js";
import { makeFolder } from "../store/folder.js";
import type { Tellal } from "./tellal.js";
import type { Pulse } from "../web/health.js";
import type { openWeb } from "./web.js";
import { createPing } from "../web/ping.js";

/** `start`: runs everything that is configured until SIGTERM or SIGINT. */
export async function start(parts: CliParts): Promise<void> {
  const { config, log, signal, tellal } = await openConfigured(parts);
  // On PostgreSQL nothing else made it.
  makeFolder(config.data);
  const file = aliveFile(config.data);
  const does = (duty: Duty) => config.env.ROLES.includes(duty);
  let doors: Awaited<ReturnType<typeof openWeb>> = null;
  try {
    const { feeds } = await tellal.store.summary();
    log.info(
      { data: config.data, feeds, lanes: [...tellal.messengers.keys()], roles: config.env.ROLES },
      "tellal started",
    );
    const { listeners, routes } = does("listen") ? await tellal.listening() : deaf;
    const pulse: Pulse = { at: null };
    if (config.env.WEB_PORT !== undefined) {
      // Its libraries take a tenth of the start.
      const web = await import("./web.js");
      doors = await web.openWeb({ config, tellal, routes, pages: does("web"), pulse, log, clock: parts.clock });
    }
    const alive = (now: number) => {
      pulse.at = now;
      return writeFile(file, `${now}\n`);
    };
    const ping = createPing({ url: config.env.PING_URL ?? null, fetch, log });
    await keepRunning({ tellal, does, listeners, log, signal, clock: parts.clock, alive, ping });
  } finally {
    await doors?.close();
    await rm(file, { force: true });
    await tellal.close();
  }
  log.info({}, "tellal stopped");
}

/** Nobody is heard. */
const deaf: Awaited<ReturnType<Tellal["listening"]>> = { listeners: [], routes: new Map() };

interface Running {
  tellal: Tellal;
  /** What of all work this process does. */
  does: (duty: Duty) => boolean;
  listeners: Awaited<ReturnType<Tellal["listening"]>>["listeners"];
  log: Log;
  signal: AbortSignal;
  clock: () => number;
  /** Told, every 15 s, that the schedule moves. */
  alive: (now: number) => Promise<void>;
  /** Told after each cycle that read some feed. */
  ping: (now: number) => Promise<void>;
}

/** Longer than a platform's answer usually takes, shorter than the ten seconds that a stop is promised to take. */
const patience = 8_000;

/** Polls, reads, sends and tidies by the clock until the signal; then waits for what is under way. */
export async function keepRunning({
  tellal,
  does,
  listeners,
  log,
  signal,
  clock,
  alive,
  ping,
}: Running): Promise<void> {
  const underWay = new Set<Promise<void>>();

  /** Starts work that may overlap with itself: claims keep two rounds from doing the same thing. */
  function begin(name: string, work: () => Promise<unknown>): void {
    const round = (async () => {
      try {
        await work();
      } catch (error) {
        log.error({ round: name, fault: faultText(error) }, "a round failed");
      }
    })();
    underWay.add(round);
    void round.finally(() => underWay.delete(round));
  }

  /** Repeats a round while it finds something to do. */
  async function drain(round: () => Promise<boolean>): Promise<void> {
    while (!signal.aborted && (await round()));
  }

  const readPages = () => drain(async () => (await tellal.pages(clock())).tried > 0);

  const kept = new Set<Lane>();

  /** Keeps a lane sending as long as it has a messenger; one that opens again while its last posts land goes on. */
  function keepLane(lane: Lane): void {
    if (kept.has(lane)) return;
    kept.add(lane);
    begin(`lane ${lane}`, async () => {
      try {
        do await tellal.keep(lane, () => !tellal.messengers.has(lane));
        while (!signal.aborted && tellal.messengers.has(lane));
      } finally {
        kept.delete(lane);
      }
    });
  }

  const mayPoll = () => !signal.aborted && does("poll") && tellal.isPresent();

  function pollFeeds(): void {
    if (!mayPoll()) return;
    begin("poll", async () => {
      const { polled, failed, fresh, changed } = await tellal.poll(clock());
      if (polled > failed.length) begin("ping", () => ping(clock()));
      // The pages of news are not left for the next second.
      if (fresh + changed > 0) begin("pages", readPages);
    });
  }

  function tick(): void {
    pollFeeds();
    if (mayPoll()) begin("pages", readPages);
  }

  // A missed second is made up by the next one; node-cron would complain past our log, in colour.
  const quiet = { suppressMissedWarning: true };
  const tasks = [
    schedule("* * * * * *", tick, quiet),
    schedule("*/15 * * * * *", () => begin("alive", () => alive(clock())), quiet),
    schedule("*/10 * * * * *", () => begin("workspaces", tellal.refreshLanes), quiet),
    schedule("30 * * * * *", () => begin("watch", () => tellal.byOne("watch", () => tellal.watch(clock()))), quiet),
    schedule("17 * * * *", () => begin("tidy", () => tellal.byOne("tidy", () => tellal.tidy(clock()))), quiet),
  ];
  // What a feed shows may be gone tomorrow, pages wait: a program that dies soon after each start has at least that.
  pollFeeds();
  if (does("deliver")) tellal.onLane(keepLane);
  begin("slack", () => tellal.laterLane(signal));
  for (const { platform, listen } of listeners) {
    begin(`listening to ${platform}`, async () => {
      const deaf = await listen(signal);
      if (deaf.kind === "stopped") return;
      log.error({ platform, why: deaf.why }, "this account takes no calls any more: nobody is heard there");
      tellal.admins({ kind: "closed", lane: platform, why: deaf.why });
    });
  }
  begin("alive", () => alive(clock()));
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  log.info({ underWay: underWay.size }, "stopping");
  for (const task of tasks) await task.destroy();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, patience)));
  await Promise.race([Promise.all(underWay), late]);
  clearTimeout(timer);
}
