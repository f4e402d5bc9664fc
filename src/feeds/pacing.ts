/** How requests to one host are spread. */
export interface PacingParts {
  /** Milliseconds between two starts at one host. */
  delay: number;
  clock: () => number;
  /** Ends all waits at once: they reject with its reason. */
  signal?: AbortSignal;
}

interface Host {
  busy: boolean;
  next: number;
  urgent: (() => void)[];
  patient: (() => void)[];
  wake: () => void;
}

const manyHosts = 500;

/**
 * Takes turns per host: one task at a time, starts at least `delay` apart. Urgent tasks (feeds) go before patient ones
 * (pages), so that a long row of pages never keeps a feed from being polled. Returns what the task returns.
 */
export function createPacing({ delay, clock, signal }: PacingParts) {
  const hosts = new Map<string, Host>();
  signal?.addEventListener("abort", () => {
    for (const host of hosts.values()) {
      host.wake();
      for (const start of [...host.urgent.splice(0), ...host.patient.splice(0)]) start();
    }
  });

  function hostOf(name: string): Host {
    const known = hosts.get(name);
    if (known !== undefined) return known;
    if (hosts.size >= manyHosts) {
      for (const [key, host] of hosts) if (!host.busy && host.next <= clock()) hosts.delete(key);
    }
    const host: Host = { busy: false, next: 0, urgent: [], patient: [], wake: () => {} };
    hosts.set(name, host);
    return host;
  }

  async function untilFree(host: Host): Promise<void> {
    // A clock that was set back must not stretch the wait.
    const wait = Math.min(delay, host.next - clock());
    if (wait <= 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, wait);
      host.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return async function turn<T>(name: string, urgent: boolean, task: () => Promise<T>): Promise<T> {
    signal?.throwIfAborted();
    const host = hostOf(name);
    if (host.busy) await new Promise<void>((start) => (urgent ? host.urgent : host.patient).push(start));
    host.busy = true;
    try {
      signal?.throwIfAborted();
      await untilFree(host);
      signal?.throwIfAborted();
      host.next = clock() + delay;
      return await task();
    } finally {
      const start = host.urgent.shift() ?? host.patient.shift();
      if (start === undefined) host.busy = false;
      else start();
    }
  };
}

/** See `createPacing`. */
export type Turn = ReturnType<typeof createPacing>;
