import { SocketModeReceiver, type App } from "@slack/bolt";
import { appTokenClosedBy } from "./app-token.js";
import { clientOptions } from "./client.js";
import { failureOf } from "./failure.js";
import type { Log } from "../log.js";
import { libraryLogger } from "./library-logger.js";
import { reason } from "./outcome.js";
import { backOff, pause, type Wait } from "./pause.js";
import type { Deaf } from "../../core/message/ask.js";

export interface SocketParts {
  appToken: string;
  apiUrl: string | null;
  log: Log;
  wait: Wait;
  patience: number;
  clock: () => number;
}

/** A connection that ends sooner than this is no good one, in ms: the second in a row is followed by a pause. */
const brief = 5_000;
/** Milliseconds that a connection has to end before it is cut. */
const farewell = 2_000;

type Ended = { kind: "lost" } | { kind: "closed"; why: string } | { kind: "failed"; why: string; wait: number | null };

/**
 * Keeps a Socket Mode connection up until the signal is given or the app token is dead. Bolt would give up for good after
 * one failed reconnect, with an error that nobody catches; so each connection is one of its own, and we begin the next.
 */
export async function holdSocket(app: App, { wait, ...parts }: SocketParts, signal: AbortSignal): Promise<Deaf> {
  let failures = 0;
  let drops = 0;
  while (!signal.aborted) {
    const begun = parts.clock();
    const ended = await connect(app, parts, signal);
    if (signal.aborted) break;
    switch (ended.kind) {
      case "closed":
        return ended;
      case "lost":
        failures = 0;
        drops = parts.clock() - begun < brief ? drops + 1 : 0;
        if (drops > 1) await wait(backOff(drops - 1), signal);
        break;
      case "failed": {
        failures += 1;
        const pause = Math.max(ended.wait ?? 0, backOff(failures));
        parts.log.warn({ why: ended.why, pause }, "Slack is not heard; tried again after the pause");
        await wait(pause, signal);
      }
    }
  }
  return { kind: "stopped" };
}

async function connect(app: App, parts: Omit<SocketParts, "wait" | "clock">, signal: AbortSignal): Promise<Ended> {
  const { appToken, log } = parts;
  const receiver = new SocketModeReceiver({
    appToken,
    logger: libraryLogger(log, "socket-mode"),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(parts) },
    processEventErrorHandler: async ({ error }) => {
      log.error({ fault: error.stack ?? error.message }, "an event of Slack's threw");
      return false;
    },
  });
  receiver.init(app);
  const { client } = receiver;
  const over = new AbortController();
  client.once("disconnected", () => over.abort());
  const ends = AbortSignal.any([signal, over.signal]);
  const start = client.start().then(
    () => null,
    (error: unknown): Ended => failed(error),
  );
  try {
    const late = pause(parts.patience, ends).then((): Ended => ({
      kind: "failed",
      why: "Slack did not greet",
      wait: null,
    }));
    const wrong = await Promise.race([start, late]);
    if (wrong !== null) return wrong;
    log.info({}, "Socket Mode is connected");
    if (!ends.aborted) await new Promise((resolve) => ends.addEventListener("abort", resolve, { once: true }));
    return { kind: "lost" };
  } finally {
    await hangUp(receiver, over.signal);
  }
}

/** Says goodbye; who does not answer is cut off, which a second call does. */
async function hangUp({ client }: SocketModeReceiver, gone: AbortSignal): Promise<void> {
  if (gone.aborted) return;
  void client.disconnect();
  await pause(farewell, gone);
  if (!gone.aborted) void client.disconnect();
}

function failed(error: unknown): Ended {
  // What Bolt rejects with when the connection ends before the greeting.
  if (error === undefined) return { kind: "failed", why: "the connection ended before Slack greeted", wait: null };
  const failure = failureOf(error);
  const why = appTokenClosedBy(failure);
  if (why !== null) return { kind: "closed", why };
  return { kind: "failed", why: reason(failure), wait: failure.kind === "limited" ? failure.wait : null };
}
