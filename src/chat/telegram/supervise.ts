import type { Deaf } from "../../core/message/ask.js";
import type { Log } from "../log.js";
import type { Failure } from "./failure.js";
import { outcomeOf } from "./outcome.js";

export interface SuperviseParts {
  log: Log;
  /** Waits so many milliseconds, or less if the signal says so. Does not reject. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** The first pause after a failure and the longest, in ms; each is twice the one before. */
const shortest = 1000;
const longest = 60_000;

/**
 * Repeats a step until the signal, with a pause after each failure that it returns. Ends by itself only where a pause is of no
 * use, since the token is dead.
 */
export async function supervise(
  step: () => Promise<Failure | null>,
  signal: AbortSignal,
  { log, wait }: SuperviseParts,
): Promise<Deaf> {
  let pause = shortest;
  while (!signal.aborted) {
    const failure = await step();
    if (signal.aborted) break;
    if (failure === null) {
      if (pause > shortest) log.info({}, "Telegram is heard again");
      pause = shortest;
      continue;
    }
    const outcome = outcomeOf(failure, 0, null);
    if (outcome.kind === "closed") return outcome;
    const told = failure.kind === "answered" && failure.retryAfter !== null ? failure.retryAfter * 1000 : 0;
    const ms = Math.max(told, pause);
    log.warn({ why: causeOf(failure), pause: ms }, sentenceOf(failure));
    await wait(ms, signal);
    pause = Math.min(pause * 2, longest);
  }
  return { kind: "stopped" };
}

/** Whether the failure says that updates go to somebody else. */
export function isConflict(failure: Failure): boolean {
  return failure.kind === "answered" && failure.code === 409;
}

function sentenceOf(failure: Failure): string {
  if (!isConflict(failure)) return "Telegram is not heard; tried again after the pause";
  return /webhook/iu.test(causeOf(failure))
    ? "this bot has a webhook, which another program must have set: let only one of them run"
    : "another program listens with this bot's token: stop it, or give one of them a bot of its own";
}

/** What a failure says, for the log. */
export function causeOf(failure: Failure): string {
  return failure.kind === "answered" ? `${failure.code}: ${failure.text}` : failure.why;
}
