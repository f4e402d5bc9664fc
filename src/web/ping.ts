export interface PingParts {
  /** Null where nobody wants to hear of us. */
  url: string | null;
  fetch: typeof fetch;
  log: { warn(facts: object, text: string): void };
}

/** More often tells nothing new; ms. */
const pause = 60_000;
const patience = 10_000;

/**
 * Calls an address to say that a cycle went well, at most once a minute: whoever waits for it there notices when the calls stop. One that
 * fails is logged, the first of several in a row, and stops nothing.
 */
export function createPing({ url, fetch, log }: PingParts): (now: number) => Promise<void> {
  let last = -Infinity;
  let failed = false;
  return async function ping(now) {
    if (url === null || now - last < pause) return;
    last = now;
    const why = await call(url, fetch);
    if (why !== null && !failed) log.warn({ why }, "PING_URL does not take our sign of life");
    failed = why !== null;
  };
}

async function call(url: string, fetch: PingParts["fetch"]): Promise<string | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patience), redirect: "follow" });
    await response.body?.cancel();
    return response.ok ? null : `it answers ${response.status}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
