/** Time that moves only while everybody waits: to the earliest moment that somebody waits for. */
export function createTime(from: number) {
  let now = from;
  let checking = false;
  const sleepers = new Set<{ at: number; wake: () => void }>();

  /** Promises that are under way settle first: several turns of the event loop without anybody new. */
  async function check(): Promise<void> {
    if (checking) return;
    checking = true;
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    checking = false;
    const [first] = [...sleepers].toSorted((a, b) => a.at - b.at);
    if (first === undefined) return;
    now = Math.max(now, first.at);
    for (const sleeper of sleepers) if (sleeper.at <= now) sleeper.wake();
    if (sleepers.size > 0) void check();
  }

  async function until(at: number, cut?: AbortSignal): Promise<number> {
    if (at <= now || cut?.aborted === true) return now;
    await new Promise<void>((resolve) => {
      const sleeper = { at, wake: () => (sleepers.delete(sleeper), resolve()) };
      sleepers.add(sleeper);
      cut?.addEventListener("abort", sleeper.wake, { once: true });
      void check();
    });
    return now;
  }

  return { clock: () => now, until, pass: (span: number) => (now += span) };
}
